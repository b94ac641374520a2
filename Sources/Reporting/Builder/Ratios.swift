// Returns on public input, with numerator and denominator beside them.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The table of returns (method.md section 8); nil when nothing is valued or no public body paid.
  mutating func ratios() throws(ReportFault) -> Table? {
    guard second.coverage.isValued,
      let input = figures[.net(.publicInput, .publicSector)]?.value, input.scaled > 0
    else { return nil }
    var rows: [Row] = []
    for subject in [NetSubject.publicSector, .society] {
      guard let net = figures[.net(.net, subject)] else { continue }
      let name = subject.identifier
      let numerator = try sum([
        Amount(ore: net.value.scaled), Amount(ore: input.scaled),
      ])
      let top = try add(
        Figure(
          id: .ratio(subject, .numerator), label: try texts("ratio.numerator.\(name)"),
          value: .amount(numerator), unit: .kronor,
          formula: .sum([.net(.net, subject), .net(.publicInput, .publicSector)])))
      let bottom = Cell.figure(.net(.publicInput, .publicSector))
      let exact = Rational(numerator.ore, input.scaled)
      guard let rate = try? exact.rounded(decimals: 4) else { throw .overflow }
      let ratio = try add(
        Figure(
          id: .ratio(subject, .ratio), label: try texts("ratio.\(name)"),
          value: .parameter(.init(tenThousandths: rate)), unit: .factor,
          restsOn: [.ratio(subject, .numerator), .net(.publicInput, .publicSector)]))
      rows.append(Row([.text(try texts("ratio.\(name)")), top, bottom, ratio]))
    }
    return Table(
      id: "kvoter", title: try texts("ratio.heading"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("numerator", heading: try texts("ratio.numerator"), kind: .kronor),
        Column("denominator", heading: try texts("ratio.denominator"), kind: .kronor),
        Column("ratio", heading: try texts("ratio.ratio"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("ratio.note"))])
  }
}
