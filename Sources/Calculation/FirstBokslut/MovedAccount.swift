// Accounts that an enterprise shows in another row than the layout's own rules say.

import Bookkeeping
import Rulebook

/// An account that the settings' uppställning moved.
package struct MovedAccount: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Where the layout's rules and the kopplingar would have put it; nil for an account that the
  /// legal form has no row for.
  package let usualRow: LayoutRow?
  /// Where it stands.
  package let row: LayoutRow
  /// källa: why, in the enterprise's own words.
  package let reason: String?
}

extension MovedAccount {
  /// The accounts with a balance in one of the years whose row is another than without overrides,
  /// in order of number. A balance on the other side than its row's is usual in the row that it
  /// turns to; where the years differ, the first year's row is the usual one.
  static func all(in years: [PlacedYear], layout: StatementLayout) -> [MovedAccount] {
    var moved: [String: MovedAccount] = [:]
    for year in years {
      for account in year.overridden where moved[account.number] == nil {
        guard let number = account.layoutNumber, let override = layout.override(ofNumber: number),
          let row = layout.row(override.row)
        else { continue }
        let usualRow = year.usualRows[account.number].flatMap(layout.row)
        guard usualRow != row else { continue }
        moved[account.number] = MovedAccount(
          account: account, usualRow: usualRow, row: row, reason: override.reason)
      }
    }
    return moved.values.sorted { $0.account.number < $1.account.number }
  }
}
