// Förändringar i eget kapital: every row of equity from opening to closing balance.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  private static let parts = EquityColumn.allCases

  /// The table for the eye and the table of data.
  mutating func equityChange(
    _ change: EquityChange
  ) throws(ReportFault) -> (display: Table, data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    for row in change.rows {
      let label = language == .swedish ? row.layout.labelSwedish : row.layout.labelEnglish
      let amounts = [row.opening, row.lastYearsResult, row.other, row.yearResult, row.closing]
      var cells: [Cell] = []
      for (part, amount) in zip(Self.parts, amounts) {
        cells.append(
          try add(
            Figure(
              id: .equity(row: row.layout.id, part),
              label: try "\(label): \(texts("equity.\(part.rawValue)"))", value: .amount(amount),
              unit: .kronor, formula: formula(part, of: row))))
      }
      let isSum = row.layout.id == StatementLayout.RowID.equity
      rows.append(Row(isSum ? .total : .body, level: isSum ? 0 : 1, [.text(label)] + cells))
      dataRows.append(Row([.text(row.layout.id), .text(label)] + cells))
    }
    var columns = [Column("label", heading: "", kind: .label)]
    for part in Self.parts {
      columns.append(
        Column(
          part.rawValue, heading: try texts("equity.\(part.rawValue)"), kind: .kronor))
    }
    let display = Table(
      id: "eget-kapital", title: try texts("equity.heading"), columns: columns, rows: rows,
      notes: [Paragraph(try texts("equity.note"))])
    return (display, equityData(dataRows))
  }

  /// The table of data; without rows when nothing is known of the year before.
  func equityData(_ rows: [Row]) -> Table {
    Table(
      id: "eget-kapital",
      columns: [
        Column("row_id", heading: "row_id", kind: .word),
        Column("label", heading: "label", kind: .label),
      ] + Self.parts.map { Column($0.rawValue, heading: $0.rawValue, kind: .ore) }, rows: rows)
  }

  private func formula(_ part: EquityColumn, of row: EquityChange.Row) -> Formula? {
    func shown(_ kind: StatementKind, _ id: String, _ column: YearColumn) -> Formula? {
      known([.statement(kind, row: id, column)]).first.map { .figure($0) }
    }
    switch part {
    case .opening: return shown(.balanceSheet, row.layout.id, .previous)
    case .closing: return shown(.balanceSheet, row.layout.id, .current)
    case .yearResult where !row.yearResult.isZero:
      return shown(.incomeStatement, StatementLayout.RowID.result, .current)
    case .lastYearsResult where !row.lastYearsResult.isZero:
      let before = FigureID.statement(
        .balanceSheet, row: StatementLayout.RowID.resultInEquity, .previous)
      return figures.contains(before) ? .balance(plus: [], minus: [before]) : nil
    case .other:
      return .balance(
        plus: [.equity(row: row.layout.id, .closing)],
        minus: [EquityColumn.opening, .lastYearsResult, .yearResult].map {
          .equity(row: row.layout.id, $0)
        })
    default: return nil
    }
  }
}
