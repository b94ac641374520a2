// Accounts whose balance lies on the other side of the balance sheet than their usual row.

import Bookkeeping
import Rulebook

/// A liability in debit, shown as a receivable, or the reverse.
package struct TurnedAccount: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Where it stands with a balance of the usual kind.
  package let usualRow: LayoutRow
  /// Where it stands.
  package let row: LayoutRow
  /// Whether it does so this year, and last year.
  package let inCurrent: Bool
  package let inPrevious: Bool
}

extension TurnedAccount {
  /// The accounts that stand on the other side in either year, in order of number.
  static func all(
    current: PlacedYear, previous: PlacedYear?, layout: StatementLayout
  ) -> [TurnedAccount] {
    let now = current.turned
    let before = previous?.turned ?? [:]
    return Set(now.keys).union(before.keys).compactMap { number in
      guard let turn = now[number] ?? before[number], let usual = layout.row(turn.from),
        let row = layout.row(turn.to)
      else { return nil }
      return TurnedAccount(
        account: turn.account, usualRow: usual, row: row, inCurrent: now[number] != nil,
        inPrevious: before[number] != nil)
    }.sorted { $0.account.precedes($1.account) }
  }
}

/// From the row of a balance's usual side to that of its other side.
struct Turn: Hashable {
  let account: Account
  let from: String
  let to: String
}

extension SortedBalances {
  /// Moves every group of balances whose sum lies on the other side than its row; gives the turns
  /// by account number.
  /// What the settings' uppställning placed is left out.
  mutating func turn(_ layout: StatementLayout) -> [String: Turn] {
    struct Group: Hashable {
      let first: Int
      let row: String
    }
    var sums: [Group: Int128] = [:]
    var members: [(index: Int, group: Group, to: String)] = []
    for (index, row) in balanceRows.enumerated()
    where !row.balance.amount.isZero && layout.override(ofNumber: row.number) == nil {
      guard let rule = SideRule.of(row.number), rule.row != row.row else { continue }
      let group = Group(first: rule.group(of: row.number), row: row.row)
      sums[group, default: 0] += Int128(row.balance.amount.ore)
      members.append((index, group, rule.row))
    }
    var turned: [String: Turn] = [:]
    for (index, group, to) in members {
      guard let home = layout.row(group.row), let sum = sums[group],
        home.printsNegated ? sum > 0 : sum < 0
      else { continue }
      let account = balanceRows[index].balance.account
      turned[account.number] = Turn(account: account, from: group.row, to: to)
      balanceRows[index].row = to
    }
    return turned
  }
}
