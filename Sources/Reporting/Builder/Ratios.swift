// Returns on public input, with numerator and denominator beside them.

import Figures

extension ReportDraft {
  /// The table of returns (method.md section 8); without rows when nothing is valued or no public
  /// body paid.
  var ratios: Table {
    let known = [NetSubject.publicSector, .society].filter { figures.contains(.ratio($0, .ratio)) }
    return Table(
      id: "kvoter", title: texts(.ratioHeading),
      columns: [
        .label, Column("numerator", heading: texts(.ratioNumerator), kind: .kronor),
        Column("denominator", heading: texts(.ratioDenominator), kind: .kronor),
        Column("ratio", heading: texts(.ratioRatio), kind: .number),
      ],
      rows: known.map { subject in
        Row([
          .text(texts(.ratio, subject)), .figure(.ratio(subject, .numerator)),
          .figure(.net(.publicInput, .publicSector)), .figure(.ratio(subject, .ratio)),
        ])
      }, notes: [texts.paragraph(.ratioNote)])
  }
}
