// Opening balance = last year's closing balance, account by account.

import Bookkeeping
import Rulebook

/// An account whose opening balance (*ingående balans*) is not last year's closing balance.
package struct OpeningDifference: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Last year's closing balance, debit positive.
  package let previousClosing: Amount
  /// This year's opening balance, debit positive.
  package let opening: Amount
  /// Opening less last year's closing.
  package let difference: Amount
  /// Whether it only carries last year's result into equity, or moves it within equity, as programs
  /// do when a year is opened before the old one is closed.
  package let carriesResult: Bool
}

/// This year's opening balances beside last year's closing balances.
package struct OpeningComparison: Hashable, Sendable {
  /// Opening balances of the balance accounts (classes 1 and 2), zeros left out.
  package let openingBalances: [AccountBalance]
  /// Last year's closing balances of the balance accounts, zeros left out.
  package let closingBalances: [AccountBalance]
  /// The balance accounts (classes 1 and 2) that open with something else than they closed with, in
  /// order of number.
  package let differences: [OpeningDifference]
}

extension OpeningComparison {
  /// Two years beside one another. `unbooked` is the part of last year's result that its books do
  /// not hold in equity.
  init(
    current: TrialBalance, previous: TrialBalance, unbooked: Amount
  ) throws(ArithmeticOverflow) {
    var pairs: [String: (account: Account, closing: Amount, opening: Amount)] = [:]
    for row in previous.rows where Self.isBalanceAccount(row.account) {
      pairs[row.account.number] = (row.account, row.closing, .zero)
    }
    for row in current.rows where Self.isBalanceAccount(row.account) {
      let closing = pairs[row.account.number]?.closing ?? .zero
      pairs[row.account.number] = (row.account, closing, row.opening)
    }
    let differing = pairs.values.filter { $0.closing != $0.opening }
      .sorted { $0.account.number < $1.account.number }
    var inEquity = Amount.zero
    for pair in differing where Self.isEquity(pair.account) {
      inEquity = try inEquity + pair.opening - pair.closing
    }
    let isExplained = inEquity == unbooked.negated
    differences = try differing.map { pair throws(ArithmeticOverflow) in
      OpeningDifference(
        account: pair.account, previousClosing: pair.closing, opening: pair.opening,
        difference: try pair.opening - pair.closing,
        carriesResult: isExplained && Self.isEquity(pair.account))
    }
    openingBalances = Self.balances(of: current, \.opening)
    closingBalances = Self.balances(of: previous, \.closing)
  }

  private static func balances(
    of balance: TrialBalance, _ side: (TrialBalance.Row) -> Amount
  ) -> [AccountBalance] {
    balance.rows.filter { isBalanceAccount($0.account) && !side($0).isZero }
      .map { AccountBalance(account: $0.account, amount: side($0)) }
  }

  private static func isBalanceAccount(_ account: Account) -> Bool {
    guard let number = account.layoutNumber else { return !account.isResultAccount }
    return number < 3000
  }

  private static func isEquity(_ account: Account) -> Bool {
    account.layoutNumber.map((2000...2099).contains) == true
  }
}
