// The lines of what the social balance closes with: basis x unit value x factor, year by year.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// Adds the lines' figures and gives their table of data; lines of nothing are left out.
  mutating func projectedLines(
    _ balance: SocialBalance
  ) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for (number, line) in balance.numberedLines {
      try addFigures(of: line, number)
      func figure(_ part: LinePart) -> Cell { .figure(.projectedLine(number, part)) }
      rows.append(
        Row([
          .text(String(number)), .text(String(line.year)), .text(line.kind.rawValue),
          .text(line.from.rawValue), .text(line.to.rawValue), figure(.basis),
          .text(line.basisUnit.rawValue), figure(.unitValue), figure(.factor), figure(.amount),
          .text(line.head.parameterID ?? ""),
        ]))
    }
    let words = ["number", "year", "kind", "from", "to"]
    return Table(
      id: "social-balans-rader",
      columns: words.map { Column($0, heading: $0, kind: .word) } + [
        Column("basis", heading: "basis", kind: .number),
        Column("basis_unit", heading: "basis_unit", kind: .word),
        Column("unit_value", heading: "unit_value", kind: .ore),
        Column("factor", heading: "factor", kind: .number),
        Column("amount", heading: "amount", kind: .ore),
        Column("parameter_id", heading: "parameter_id", kind: .word),
      ], rows: rows)
  }

  private mutating func addFigures(
    of line: ProjectedLine, _ number: Int
  ) throws(ReportFault) {
    let name = try texts(
      "social-balance.line",
      ["number": String(number), "year": String(line.year), "kind": name(of: line.kind)])
    let people = line.terms.participants.count
    func id(_ part: LinePart) -> FigureID { .projectedLine(number, part) }
    func add(
      _ part: LinePart, _ value: FigureValue, _ unit: FigureUnit, formula: Formula? = nil,
      people: Int = 0
    ) throws(ReportFault) {
      try figures.add(
        Figure(
          id: id(part), label: try "\(name), \(texts("journal.\(part.rawValue)"))", value: value,
          unit: unit, formula: formula, people: people))
    }
    try add(
      .basis, .quantity(line.basis), line.basisUnit == .months ? .months : .kronor,
      people: people)
    try add(.unitValue, .amount(line.unitValue), .kronor)
    try add(.factor, .factor(line.factor), .factor)
    try add(
      .amount, .amount(line.amount), .kronor,
      formula: .round(
        .multiply([.figure(id(.basis)), .figure(id(.unitValue)), .figure(id(.factor))]),
        decimals: 2), people: people)
  }

  /// The amounts that an actor receives and gives in the closing.
  func projectedAmounts(
    of actor: ActorID, in balance: SocialBalance
  ) -> (received: [FigureID], given: [FigureID]) {
    let lines = balance.numberedLines
    return (
      lines.filter { $0.line.to == actor }.map { .projectedLine($0.number, .amount) },
      lines.filter { $0.line.from == actor }.map { .projectedLine($0.number, .amount) }
    )
  }
}

extension SocialBalance {
  /// The lines that move something, numbered from 1.
  var numberedLines: [(number: Int, line: ProjectedLine)] {
    lines.filter { !$0.amount.isZero }.enumerated().map { ($0.offset + 1, $0.element) }
  }
}
