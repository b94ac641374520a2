// The social journal: every line as basis x unit value x factor.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The journal's section and its table of data; lines of nothing are left out.
  mutating func journal() throws(ReportFault) -> (section: Section, data: Table) {
    let lines = second.printedLines
    var rows: [Row] = []
    for series in Series.allCases {
      let own = lines.filter { $0.line.series == series }
      guard !own.isEmpty else { continue }
      let heading = Cell.text(try texts("series.\(series.rawValue)"))
      rows.append(Row(.heading, [heading] + Array(repeating: .blank, count: 8)))
      for (reference, line) in own { rows.append(try displayRow(line, reference)) }
    }
    let table = Table(
      id: "journal", columns: try displayColumns(), rows: rows,
      notes: [Paragraph(try texts("journal.note"))])
    return (
      Section(
        id: .journal, title: try texts("section.social-journal"),
        lead: try texts("section.social-journal.lead"), blocks: [.table(table)]),
      data(lines)
    )
  }

  private func displayColumns() throws(ReportFault) -> [Column] {
    [
      Column("number", heading: try texts("journal.number"), kind: .word),
      Column("kind", heading: try texts("journal.kind"), kind: .label),
      Column("from", heading: try texts("journal.from"), kind: .word),
      Column("to", heading: try texts("journal.to"), kind: .word),
      Column("basis", heading: try texts("journal.basis"), kind: .number),
      Column("basis_unit", heading: try texts("journal.basis_unit"), kind: .word),
      Column("unit_value", heading: try texts("journal.unit_value"), kind: .ore),
      Column("factor", heading: try texts("journal.factor"), kind: .number),
      Column("amount", heading: try texts("journal.amount"), kind: .ore),
    ]
  }

  private func displayRow(
    _ line: SocialLine, _ reference: LineReference
  ) throws(ReportFault) -> Row {
    func figure(_ part: LinePart) -> Cell { .figure(.line(reference, part)) }
    return Row([
      .text("\(reference.series.rawValue) \(reference.number)"),
      .text(try name(of: line.kind, line.outcome)), .text(try name(of: line.from)),
      .text(try name(of: line.to)), figure(.basis),
      .text(try texts("unit.\(line.basisUnit.rawValue)")), figure(.unitValue), figure(.factor),
      figure(.amount),
    ])
  }

  private func data(_ lines: [(reference: LineReference, line: SocialLine)]) -> Table {
    let rows = lines.map { reference, line in
      Row([
        .text(reference.series.rawValue), .text(String(reference.number)),
        .text(line.kind.rawValue), .text(line.outcome?.rawValue ?? ""),
        .text(line.from.rawValue), .text(line.to.rawValue),
        .figure(.line(reference, .basis)), .text(line.basisUnit.rawValue),
        .figure(.line(reference, .unitValue)), .figure(.line(reference, .factor)),
        .figure(.line(reference, .amount)), .text(line.head.parameterID ?? ""),
        .optional(line.head.validFrom),
      ])
    }
    let words = ["series", "number", "kind", "outcome", "from", "to"]
    let columns =
      words.map { Column($0, heading: $0, kind: .word) } + [
        Column("basis", heading: "basis", kind: .number),
        Column("basis_unit", heading: "basis_unit", kind: .word),
        Column("unit_value", heading: "unit_value", kind: .ore),
        Column("factor", heading: "factor", kind: .number),
        Column("amount", heading: "amount", kind: .ore),
        Column("parameter_id", heading: "parameter_id", kind: .word),
        Column("valid_from", heading: "valid_from", kind: .date),
      ]
    return Table(
      id: "social-journal", columns: columns, rows: rows)
  }
}
