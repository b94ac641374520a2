// How equity went from the opening to the closing balance (förändringar i eget kapital).

import Bookkeeping
import Rulebook

/// *Förändringar i eget kapital*, row by row of the balance sheet's equity.
package struct EquityChange: Hashable, Sendable {
  /// One row: closing = opening + lastYearsResult + other + yearResult.
  package struct Row: Hashable, Sendable {
    /// The row of the balance sheet; the last is *Summa eget kapital*.
    package let layout: LayoutRow
    /// At the year's start: last year's closing balance.
    package let opening: Amount
    /// Last year's result leaving the row *Årets resultat*; what the meeting decided of it is in
    /// the other rows' `other`.
    package let lastYearsResult: Amount
    /// All else that changed the row: contributions paid in and out, last year's result received,
    /// dividends, transfers.
    package let other: Amount
    /// The year's result.
    package let yearResult: Amount
    /// At the year's end.
    package let closing: Amount
  }

  /// The rows that hold something at either end, and the sum.
  package let rows: [Row]
}

extension FirstBokslut {
  /// The change in equity; nil when nothing is known of the year before.
  package func equityChange() throws(ArithmeticOverflow) -> EquityChange? {
    let layout = StatementLayout.of(form)
    let terms = layout.leaves(of: StatementLayout.RowID.equity)
    var rows: [EquityChange.Row] = []
    for row in balanceSheet.rows
    where terms.contains(row.layout.id) || row.layout.id == StatementLayout.RowID.equity {
      guard let opening = row.previous else { return nil }
      let isResult = row.layout.id == StatementLayout.RowID.resultInEquity
      let isSum = row.layout.id == StatementLayout.RowID.equity
      let resultBefore = balanceSheet.row(StatementLayout.RowID.resultInEquity)?.previous ?? .zero
      let leaving = isResult || isSum ? resultBefore.negated : .zero
      let arriving = isResult || isSum ? result : .zero
      rows.append(
        EquityChange.Row(
          layout: row.layout, opening: opening, lastYearsResult: leaving,
          other: try row.current - opening - leaving - arriving, yearResult: arriving,
          closing: row.current))
    }
    return rows.isEmpty ? nil : EquityChange(rows: rows)
  }
}
