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

  /// A difference.
  package init(
    account: Account, previousClosing: Amount, opening: Amount, difference: Amount,
    carriesResult: Bool
  ) {
    self.account = account
    self.previousClosing = previousClosing
    self.opening = opening
    self.difference = difference
    self.carriesResult = carriesResult
  }
}

extension OpeningDifference {
  /// All differences of the balance accounts (classes 1 and 2), in order of number. `unbooked` is
  /// the part of last year's result that its books do not hold in equity.
  static func all(
    current: TrialBalance, previous: TrialBalance, unbooked: Amount
  ) throws(ArithmeticOverflow) -> [OpeningDifference] {
    var pairs: [String: (account: Account, closing: Amount, opening: Amount)] = [:]
    for row in previous.rows where isBalanceAccount(row.account) {
      pairs[row.account.number] = (row.account, row.closing, .zero)
    }
    for row in current.rows where isBalanceAccount(row.account) {
      let closing = pairs[row.account.number]?.closing ?? .zero
      pairs[row.account.number] = (row.account, closing, row.opening)
    }
    let differing = pairs.values.filter { $0.closing != $0.opening }
      .sorted { $0.account.number < $1.account.number }
    var inEquity = Amount.zero
    for pair in differing where isEquity(pair.account) {
      inEquity = try inEquity + pair.opening - pair.closing
    }
    let isExplained = inEquity == unbooked.negated
    var differences: [OpeningDifference] = []
    for pair in differing {
      differences.append(
        OpeningDifference(
          account: pair.account, previousClosing: pair.closing, opening: pair.opening,
          difference: try pair.opening - pair.closing,
          carriesResult: isExplained && isEquity(pair.account)))
    }
    return differences
  }

  private static func isBalanceAccount(_ account: Account) -> Bool {
    guard let number = account.layoutNumber else { return !account.isResultAccount }
    return number < 3000
  }

  private static func isEquity(_ account: Account) -> Bool {
    account.layoutNumber.map((2000...2099).contains) == true
  }
}
