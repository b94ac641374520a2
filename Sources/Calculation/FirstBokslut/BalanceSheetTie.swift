// Assets beside equity and liabilities, in both columns of the balance sheet.

import Bookkeeping
import Figures
import Rulebook

/// One column of the balance sheet: *tillgångar = eget kapital + skulder* (method.md section 10).
package struct BalanceSheetTie: Hashable, Sendable {
  /// Which column's check it is.
  package let check: CheckName
  /// *Summa tillgångar*.
  package let assets: Amount
  /// *Summa eget kapital och skulder* without the row *Differens i bokföringen*.
  package let equityAndLiabilities: Amount
}

extension FirstBokslut {
  /// The year's column and last year's, where there is one. A difference that arose in the year has
  /// stopped the report before; what is left is older or last year's, and a warning.
  package func balanceSheetTies() throws(ArithmeticOverflow) -> [BalanceSheetTie] {
    func tie(
      _ check: CheckName, _ column: (StatementRow) -> Amount?
    ) throws(ArithmeticOverflow) -> BalanceSheetTie? {
      func value(_ id: String) -> Amount? { balanceSheet.row(id).flatMap(column) }
      guard let assets = value(StatementLayout.RowID.assets),
        let sum = value(StatementLayout.RowID.equityAndLiabilities)
      else { return nil }
      let difference = value(StatementLayout.RowID.difference) ?? .zero
      return BalanceSheetTie(
        check: check, assets: assets, equityAndLiabilities: try sum - difference)
    }
    return [
      try tie(.balanceSheet) { $0.current }, try tie(.balanceSheetPrevious) { $0.previous },
    ].compactMap(\.self)
  }
}
