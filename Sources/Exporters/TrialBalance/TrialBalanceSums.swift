// The sums at the foot of a trial balance: assets, equity and liabilities, result.

import Bookkeeping

/// Opening balance, change and closing balance of a group of accounts, in öre, debit positive. The
/// sums are wider than an amount, so that they always fit.
struct TrialBalanceSum {
  /// What the accounts of the group are.
  enum Group: CaseIterable {
    /// *Tillgångar*: class 1.
    case assets
    /// *Eget kapital och skulder*: class 2.
    case equityAndLiabilities
    /// *Resultatkonton*: classes 3-8.
    case result
    /// *Övriga konton*: class 9, 0 and accounts that are no number.
    case other
  }

  private(set) var opening: Int128 = 0
  private(set) var change: Int128 = 0
  private(set) var closing: Int128 = 0
  private(set) var count = 0

  mutating func add(_ row: TrialBalance.Row) {
    opening += Int128(row.opening.ore)
    change += Int128(row.change.ore)
    closing += Int128(row.closing.ore)
    count += 1
  }

  /// The sums by group, and of all accounts.
  static func sums(of balance: TrialBalance) -> (groups: [Group: Self], total: Self) {
    var groups: [Group: Self] = [:]
    var total = Self()
    for row in balance.rows {
      groups[group(of: row.account), default: Self()].add(row)
      total.add(row)
    }
    return (groups, total)
  }

  static func group(of account: Account) -> Group {
    if account.isResultAccount { return .result }
    switch account.number.first {
    case "1": return .assets
    case "2": return .equityAndLiabilities
    default: break
    }
    switch account.kind {
    case .asset: return .assets
    case .liability: return .equityAndLiabilities
    default: return .other
    }
  }
}
