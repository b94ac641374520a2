// The social journal: every line as basis x unit value x factor.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The journal; lines of nothing are left out.
  func journal() -> ReportPart {
    let columns: [Column] = [
      .data("series"), .data("number"),
      Column("number", heading: texts(.journalNumber), kind: .word, for: .page), .data("kind"),
      Column("kind", heading: texts(.journalKind), kind: .label, for: .page), .data("outcome"),
      .data("from"), Column("from", heading: texts(.journalFrom), kind: .word, for: .page),
      .data("to"), Column("to", heading: texts(.journalTo), kind: .word, for: .page),
      Column("basis", heading: texts(.journalBasis), kind: .number), .data("basis_unit"),
      Column("basis_unit", heading: texts(.journalBasisUnit), kind: .word, for: .page),
      Column("unit_value", heading: texts(.journalUnitValue), kind: .ore),
      Column("factor", heading: texts(.journalFactor), kind: .number),
      Column("amount", heading: texts(.journalAmount), kind: .ore), .data("parameter_id"),
      .data("valid_from", .date),
    ]
    var rows: [Row] = []
    var series: Series?
    for (reference, line) in second.printedLines {
      if reference.series != series {
        rows.append(.heading(texts(.series, reference.series), at: 2, of: columns.count))
      }
      series = reference.series
      rows.append(row(line, reference))
    }
    let table = Table(
      id: "social-journal", columns: columns, rows: rows, notes: [texts.paragraph(.journalNote)])
    return ReportPart(sections: [section(.journal, [.table(table)])], data: [table])
  }

  private func row(_ line: SocialLine, _ reference: LineReference) -> Row {
    func figure(_ part: LinePart) -> Cell { .figure(.line(reference, part)) }
    return Row([
      .text(reference.series.rawValue), .text(String(reference.number)),
      .text("\(reference.series.rawValue) \(reference.number)"), .text(line.kind.rawValue),
      .text(labels.name(of: line.kind, line.outcome)), .text(line.outcome?.rawValue ?? ""),
      .text(line.from.rawValue), .text(labels.name(of: line.from)), .text(line.to.rawValue),
      .text(labels.name(of: line.to)), figure(.basis), .text(line.basisUnit.rawValue),
      .text(texts(.unit, FigureUnit(rawValue: line.basisUnit.rawValue))), figure(.unitValue),
      figure(.factor), figure(.amount), .text(line.head.parameterID ?? ""),
      .optional(line.head.validFrom),
    ])
  }
}
