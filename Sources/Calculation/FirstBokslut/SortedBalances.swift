// The first pass over a trial balance: what each account is by the layout.

import Bookkeeping
import Rulebook

/// A trial balance's accounts, sorted by what the layout says of them.
struct SortedBalances {
  /// A balance-sheet account; an equity account also when its closing balance is zero.
  struct BalanceRow {
    let balance: AccountBalance
    let change: Amount
    let number: Int
    var row: String
  }

  /// Row id -> result accounts there.
  private(set) var shares: [String: [AccountBalance]] = [:]
  private(set) var resultBalances: [AccountBalance] = []
  var balanceRows: [BalanceRow] = []
  /// 899x.
  private(set) var closing: [AccountBalance] = []
  /// Class 9.
  private(set) var outside: [AccountBalance] = []
  var unplaced: [PlacedYear.Unplaced] = []
  private(set) var outsideBAS: [(account: Account, row: String)] = []
  private(set) var outsideK2: [Account] = []
  private(set) var unsure: [Account] = []
  /// Accounts with a balance whose row the settings' uppställning decides.
  private(set) var overridden: [Account] = []

  init(_ trialBalance: TrialBalance, layout: StatementLayout, links: [AccountLink]) {
    for row in trialBalance.rows {
      let isEquity = row.account.layoutNumber.map((2000...2099).contains) == true
      // An equity account emptied in the year may still be where the result was booked.
      guard !row.closing.isZero || isEquity else { continue }
      let balance = AccountBalance(account: row.account, amount: row.closing)
      guard let number = row.account.layoutNumber else {
        unplaced.append(.init(balance: balance, placement: .none))
        continue
      }
      switch layout.placement(ofNumber: number, links: links) {
      case .row(let id, let isUnsure):
        if !row.closing.isZero {
          let isOverridden = layout.override(ofNumber: number) != nil
          if isOverridden { overridden.append(row.account) }
          note(
            row.account, number: number, row: id, isUnsure: isUnsure,
            isOverridden: isOverridden)
        }
        if number >= 3000 {
          shares[id, default: []].append(balance)
          resultBalances.append(balance)
        } else {
          balanceRows.append(
            BalanceRow(balance: balance, change: row.change, number: number, row: id))
        }
      case .closingEntry: closing.append(balance)
      case .none where number >= 9000: outside.append(balance)
      case .none: unplaced.append(.init(balance: balance, placement: .none))
      case .foreign where row.closing.isZero: continue
      case .foreign(let owner):
        unplaced.append(.init(balance: balance, placement: .foreign(owner: owner)))
      }
    }
  }

  private mutating func note(
    _ account: Account, number: Int, row: String, isUnsure: Bool, isOverridden: Bool
  ) {
    if let entry = BASChart.bas2025[number] {
      if !entry.isAllowedInK2 { outsideK2.append(account) }
    } else if !isOverridden {
      // An override says the row itself; nothing is taken from the account's group.
      outsideBAS.append((account, row))
    }
    if isUnsure { unsure.append(account) }
  }
}
