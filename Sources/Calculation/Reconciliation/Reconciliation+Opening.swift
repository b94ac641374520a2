// The opening balance beside last year's closing balance.

import Bookkeeping

extension Reconciliation {
  /// Opening assets beside last year's closing assets; the difference is the sum of what each
  /// balance account differs by, so that two faults never hide one another. A result that last
  /// year's books had not booked may open on one account of equity. Left out without last year's
  /// own file.
  mutating func addOpening(_ input: SecondBokslutInput) throws(ArithmeticOverflow) {
    guard let previous = input.previousTrialBalance else { return }
    var sides: [String: (opening: Amount, closing: Amount)] = [:]
    for row in previous.rows where Self.isBalanceAccount(row.account) {
      sides[row.account.number, default: (.zero, .zero)].closing = row.closing
    }
    for row in input.trialBalance.rows where Self.isBalanceAccount(row.account) {
      sides[row.account.number, default: (.zero, .zero)].opening = row.opening
    }
    let accounts = sides.sorted { $0.key < $1.key }
    let unbooked = try accounts.map(\.value.closing).sum().negated
    let differences = try accounts.map { account, side throws(ArithmeticOverflow) in
      (account: account, amount: try side.opening - side.closing)
    }
    let receiver = differences.first {
      !unbooked.isZero && $0.account.hasPrefix("20") && $0.amount == unbooked
    }
    let difference = try differences.filter { $0.account != receiver?.account }
      .map(\.amount.magnitude).sum()
    let assets = accounts.filter { $0.key.hasPrefix("1") }.map(\.value)
    add(
      ReconciliationCheck(
        check: .openingBalance, left: try assets.map(\.opening).sum(),
        right: try assets.map(\.closing).sum(), difference: difference, tolerance: .zero,
        outcome: difference.isZero ? .ok : .warning))
  }

  private static func isBalanceAccount(_ account: Account) -> Bool {
    account.number.hasPrefix("1") || account.number.hasPrefix("2")
  }
}
