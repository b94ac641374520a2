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
  /// in order of number.
  static func all(
    in years: [PlacedYear], layout: StatementLayout, links: [AccountLink]
  ) -> [MovedAccount] {
    let usual = layout.withoutOverrides
    var moved: [String: MovedAccount] = [:]
    for account in years.flatMap(\.overridden) {
      guard let number = account.layoutNumber, let override = layout.override(ofNumber: number),
        let row = layout.row(override.row)
      else { continue }
      var usualRow: LayoutRow?
      if case .row(let id, _) = usual.placement(ofNumber: number, links: links) {
        usualRow = usual.row(id)
      }
      guard usualRow != row else { continue }
      moved[account.number] = MovedAccount(
        account: account, usualRow: usualRow, row: row, reason: override.reason)
    }
    return moved.values.sorted { $0.account.number < $1.account.number }
  }
}
