// A statement as it is printed: rows with two years and the accounts that land in each.

import Bookkeeping
import Rulebook

/// A statement: its rows in the order of printing.
package struct Statement: Hashable, Sendable {
  /// Income statement or balance sheet.
  package let kind: StatementKind
  /// The rows of the layout that are shown.
  package let rows: [StatementRow]

  /// The row of an id; nil when the layout has none or it is zero and not shown.
  package func row(_ id: String) -> StatementRow? { rows.first { $0.layout.id == id } }
}

/// One printed row.
package struct StatementRow: Hashable, Sendable {
  /// Its place in the layout.
  package let layout: LayoutRow
  /// This year, with the printed sign; zero on a heading.
  package let current: Amount
  /// The year before, with the printed sign; nil when nothing is known of it.
  package let previous: Amount?
  /// The accounts that land here, in order of number; empty on headings and sums.
  package let accounts: [AccountShare]
  /// What the row holds beside its accounts, with the printed sign: the part of the year's result
  /// that no account of the row holds, or the difference in the books. `current` is this plus the
  /// accounts' shares with the printed sign.
  package let currentBesideAccounts: Amount
  /// The same of the year before.
  package let previousBesideAccounts: Amount?
}

/// An account's balance inside a row, with the ledger's own sign (debit positive). The account that
/// holds both this year's result and earlier ones (2099) has a share in two rows.
package struct AccountShare: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// This year's closing balance or result.
  package let current: Amount
  /// The year before's; nil when nothing is known of it.
  package let previous: Amount?
}
