// The checks that every second bokslut has to pass, with both figures.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Compares what must agree (method.md section 10).
struct Reconciliation {
  private(set) var checks: [ReconciliationCheck] = []
  private let tolerance: Rational

  /// The balance sheet and the identities first, then what the records say beside the ledger, then
  /// the books beside last year's.
  init(
    _ input: SecondBokslutInput, flows: [ResultFlow], ties: StatementTies? = nil,
    matrix: ActorMatrix, bridge: [BridgeStep], ledger: Ledger, target: TargetGroup?,
    socialBalance: SocialBalance? = nil
  ) throws(ArithmeticOverflow) {
    tolerance = input.settings.tolerance.rational
    for tie in input.balanceSheets {
      let difference = try tie.assets - tie.equityAndLiabilities
      add(
        tie.check, tie.assets, tie.equityAndLiabilities, difference: difference,
        outcome: difference.isZero ? .ok : .warning)
    }
    try addIdentities(input, matrix: matrix, bridge: bridge, ledger: ledger)
    if let income = ties?.income {
      let sum = try income.byKind + income.reconciling
      try addIdentity(.incomeKinds, sum, income.total)
      let byChannel = try ChannelShare.all(in: flows).map(\.amount).sum()
      try addIdentity(.incomeChannels, try byChannel + income.reconciling, income.total)
    }
    try addRollForward(socialBalance, matrix: matrix)
    if let target {
      let wages = target.wages
      try addClaim(.targetWages, wages.recorded, held: wages.ledgerWages)
      try addClaim(.targetFees, wages.fees, held: wages.ledgerFees)
    }
    try addContributionRate(input, flows: flows)
    try addRecords(input, flows: flows)
    try addOpening(input)
  }

  private mutating func addIdentities(
    _ input: SecondBokslutInput, matrix: ActorMatrix, bridge: [BridgeStep], ledger: Ledger
  ) throws(ArithmeticOverflow) {
    try addIdentity(
      .resultColumn, matrix.balance(of: [.enterprise], in: Set(Series.allCases)), input.result)
    let unbalanced = try ledger.vouchers.map { voucher throws(ArithmeticOverflow) in
      try voucher.postings.map { ledger.postings[$0].amount }.sum().magnitude
    }
    try addIdentity(.vouchers, unbalanced.sum(), .zero)
    let steps = try bridge.filter { $0.id != .society }.map(\.amount).sum()
    let society = bridge.first { $0.id == .society }?.amount ?? .zero
    try addIdentity(.bridge, steps, society)
  }

  /// Opening and steps beside the closing, for society; without an opening there is no
  /// roll-forward.
  private mutating func addRollForward(
    _ balance: SocialBalance?, matrix: ActorMatrix
  ) throws(ArithmeticOverflow) {
    guard let balance, balance.hasOpening else { return }
    let society = Set(matrix.actors.members(of: .society))
    let steps = try SocialBalanceStep.allCases.filter { $0 != .closing }
      .map { step throws(ArithmeticOverflow) in try balance.total(step, of: society) }
    let closing = try balance.total(.closing, of: society)
    try addIdentity(.rollForward, steps.sum(), closing)
  }

  /// Opening balances beside last year's closing balances, each as a sum of amounts without their
  /// signs; it agrees when last year's result explains every account that differs, whatever the
  /// sums say. Without last year's own file it cannot be tested.
  private mutating func addOpening(_ input: SecondBokslutInput) throws(ArithmeticOverflow) {
    guard let opening = input.opening else {
      checks.append(.untestable(.openingBalance))
      return
    }
    let left = try opening.openingBalances.map(\.amount.magnitude).sum()
    let right = try opening.closingBalances.map(\.amount.magnitude).sum()
    add(
      .openingBalance, left, right, difference: try left - right,
      outcome: opening.differences.allSatisfy(\.carriesResult) ? .ok : .warning)
  }

  private mutating func addIdentity(
    _ check: CheckName, _ left: Amount, _ right: Amount
  ) throws(ArithmeticOverflow) {
    let difference = try left - right
    add(check, left, right, difference: difference, outcome: difference.isZero ? .ok : .error)
  }

  private mutating func add(
    _ check: CheckName, _ left: Amount, _ right: Amount, difference: Amount,
    outcome: ReconciliationCheck.Outcome
  ) {
    checks.append(
      ReconciliationCheck(
        check: check, left: .amount(left), right: .amount(right), difference: .amount(difference),
        tolerance: .amount(.zero), outcome: outcome, records: []))
  }

  /// The records may claim what the ledger holds; within the tolerance they were scaled down and
  /// the report says so, and beyond it the calculation has stopped before.
  private mutating func addClaim(
    _ check: CheckName, _ claimed: Rational, held: Amount
  ) throws(ArithmeticOverflow) {
    guard !claimed.isZero || !held.isZero else { return }
    let left = try claimed.roundedToOre()
    checks.append(
      ReconciliationCheck(
        check: check, left: .amount(left), right: .amount(held),
        difference: .amount(try left - held),
        tolerance: .amount(try (Rational(kronor: held.magnitude) * tolerance).roundedToOre()),
        outcome: claimed <= Rational(kronor: held) ? .ok : .warning, records: []))
  }

  /// Two exact figures, kronor: a difference beyond the tolerance of the right one is a warning. A
  /// check with nothing on either side is left out.
  mutating func compare(
    _ check: CheckName, _ left: Rational, _ right: Rational, records: [RecordShare] = []
  ) throws(ArithmeticOverflow) {
    guard !left.isZero || !right.isZero else { return }
    let printed = (left: try left.roundedToOre(), right: try right.roundedToOre())
    checks.append(
      ReconciliationCheck(
        check: check, left: .amount(printed.left), right: .amount(printed.right),
        difference: .amount(try printed.left - printed.right),
        tolerance: .amount(try (right.magnitude * tolerance).roundedToOre()),
        outcome: outcome(left, right),
        // The same whatever order the register is in.
        records: records.inOrder))
  }

  /// The same for shares.
  mutating func compareShares(
    _ check: CheckName, _ left: Rational, _ right: Rational
  ) throws(ArithmeticOverflow) {
    guard !left.isZero || !right.isZero else { return }
    let printed = (left: try Factor(rounding: left), right: try Factor(rounding: right))
    checks.append(
      ReconciliationCheck(
        check: check, left: .share(printed.left), right: .share(printed.right),
        difference: .share(
          Factor(millionths: printed.left.millionths - printed.right.millionths)),
        tolerance: .share(try Factor(rounding: right.magnitude * tolerance)),
        outcome: outcome(left, right), records: []))
  }

  private func outcome(_ left: Rational, _ right: Rational) -> ReconciliationCheck.Outcome {
    (left - right).magnitude <= right.magnitude * tolerance ? .ok : .warning
  }
}

extension Rational {
  fileprivate var magnitude: Rational { self < .zero ? -self : self }
}
