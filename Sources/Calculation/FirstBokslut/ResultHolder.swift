// Which equity account holds the year's result, when the closing entry is booked.

import Bookkeeping
import Rulebook

/// The equity account that holds a booked result.
struct ResultHolder: Hashable {
  let account: Account
  /// How much of the result it holds; a profit is positive.
  let amount: Amount
  /// Whether it is the form's own account for it (2099, 2069).
  let isYearResultAccount: Bool
}

/// The search for the account. Programs close their books in many ways: 8999 against 2099; against
/// 2090 or 2091; without 8999 in the file; a preliminary result; or not at all.
struct ResultHolderSearch {
  /// The result from the result accounts; nil when they are unknown.
  let result: Amount?
  /// The sum of all accounts of classes 1 and 2, debit positive: the result while it is not booked
  /// in equity, zero when it is.
  let net: Amount
  /// What the closing accounts have taken out of the result accounts, debit positive.
  let transferred: Amount
  /// Equity accounts with a balance.
  let equity: [SortedBalances.BalanceRow]

  /// Whether a year-result account holds something that came this year.
  var showsNewResult: Bool {
    net.isZero && equity.contains { isYearResult($0) && !$0.change.isZero && isNew($0) }
  }

  private func isNew(_ row: SortedBalances.BalanceRow) -> Bool {
    // A closing balance with the change's sign; taking last year's result away leaves none.
    !row.balance.amount.isZero && (row.balance.amount.ore < 0) == (row.change.ore < 0)
  }

  private func isYearResult(_ row: SortedBalances.BalanceRow) -> Bool {
    row.row == StatementLayout.RowID.resultInEquity
  }

  /// The holder; nil when nothing of the result is booked in equity.
  func holder() throws(ArithmeticOverflow) -> ResultHolder? {
    guard let result else { return nil }
    // The amount that makes the balance sheet tie.
    let needed = try result - net
    if needed.isZero { return nil }
    if needed == transferred, let holder = exact(needed) ?? partial(needed) { return holder }
    if needed == result, let holder = exact(needed) { return holder }
    if let holder = exact(needed, among: equity.filter(isYearResult)) { return holder }
    // The books do not tie: the closing entry itself is the best witness, then 2099.
    if !transferred.isZero { return exact(transferred) ?? partial(transferred) }
    return result.isZero ? nil : exact(result, among: equity.filter(isYearResult))
  }

  /// An account whose closing balance or change is the whole amount, the form's own first.
  private func exact(_ amount: Amount) -> ResultHolder? {
    exact(amount, among: equity.filter(isYearResult))
      ?? exact(amount, among: equity.filter { !isYearResult($0) })
  }

  private func exact(_ amount: Amount, among rows: [SortedBalances.BalanceRow]) -> ResultHolder? {
    let credit = amount.negated
    let row =
      rows.first { $0.balance.amount == credit && !$0.change.isZero }
      ?? rows.first { $0.change == credit }
    return row.map { holder($0, amount) }
  }

  /// An account that holds the amount among other things: the form's own, else the one that changed
  /// most in its direction, else the one that changed most.
  private func partial(_ amount: Amount) -> ResultHolder? {
    if let own = equity.first(where: isYearResult) { return holder(own, amount) }
    let most = equity.max { left, right in
      let leftAlong = (left.change.ore < 0) == (amount.ore > 0)
      let rightAlong = (right.change.ore < 0) == (amount.ore > 0)
      if leftAlong != rightAlong { return rightAlong }
      return left.change.magnitude < right.change.magnitude
    }
    return most.map { holder($0, amount) }
  }

  private func holder(_ row: SortedBalances.BalanceRow, _ amount: Amount) -> ResultHolder {
    ResultHolder(
      account: row.balance.account, amount: amount, isYearResultAccount: isYearResult(row))
  }
}
