// Returns on public input, with numerator and denominator beside them.

import Figures

extension ReportDraft {
  /// The table of returns (method.md section 8); nil when nothing is valued or no public body paid.
  func ratios() throws(ReportFault) -> Table? {
    var rows: [Row] = []
    for subject in [NetSubject.publicSector, .society]
    where figures.contains(.ratio(subject, .ratio)) {
      rows.append(
        Row([
          .text(try texts("ratio.\(subject.identifier)")),
          .figure(.ratio(subject, .numerator)), .figure(.net(.publicInput, .publicSector)),
          .figure(.ratio(subject, .ratio)),
        ]))
    }
    guard !rows.isEmpty else { return nil }
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
