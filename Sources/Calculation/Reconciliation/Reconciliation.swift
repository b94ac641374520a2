// The checks that every second bokslut has to pass, with both figures.

import Bookkeeping
import Outcomes
import Rulebook

/// Compares what must agree (method.md section 10).
struct Reconciliation {
  private(set) var checks: [ReconciliationCheck] = []

  /// The identities: the enterprise's column, every voucher and the bridge.
  init(
    result: Amount, lines: [SocialLine], matrix: ActorMatrix, bridge: [BridgeStep],
    ledger: Ledger, target: TargetWages?
  ) throws(ArithmeticOverflow) {
    try addIdentity(
      "result-column", matrix.balance(of: [.enterprise], in: Set(Series.allCases)), result)
    let unbalanced = try ledger.vouchers.map { voucher throws(ArithmeticOverflow) in
      try voucher.postings.map { ledger.postings[$0].amount }.sum().magnitude
    }
    try addIdentity("vouchers", unbalanced.sum(), .zero)
    let steps = try bridge.filter { $0.id != "society" }.map(\.amount).sum()
    let society = bridge.first { $0.id == "society" }?.amount ?? .zero
    try addIdentity("bridge", steps, society)
    if let target {
      try add("target-wages", claimed: target.recorded, held: target.ledgerWages)
      try add("target-fees", claimed: target.fees, held: target.ledgerFees)
    }
  }

  private mutating func addIdentity(_ check: String, _ left: Amount, _ right: Amount)
    throws(ArithmeticOverflow)
  {
    let difference = try left - right
    checks.append(
      ReconciliationCheck(
        check: check, left: left, right: right, difference: difference, tolerance: .zero,
        outcome: difference.isZero ? .ok : .error))
  }

  /// The records may claim what the ledger holds; within the tolerance they were scaled down and
  /// the report says so, and beyond it the calculation has stopped before.
  private mutating func add(_ check: String, claimed: Rational, held: Amount)
    throws(ArithmeticOverflow)
  {
    let left = try claimed.roundedToOre()
    checks.append(
      ReconciliationCheck(
        check: check, left: left, right: held, difference: try left - held, tolerance: .zero,
        outcome: left <= held ? .ok : .warning))
  }
}
