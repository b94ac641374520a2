// One check of the reconciliation: both figures, their difference, what may differ and the outcome.

import Bookkeeping
import Figures

/// A figure of a check: kronor, or a share with six decimals.
package enum CheckValue: Hashable, Sendable {
  /// Kronor.
  case amount(Amount)
  /// A fraction of one.
  case share(Factor)
}

/// One check of the reconciliation (*avstämning*, method.md section 10).
package struct ReconciliationCheck: Hashable, Sendable {
  /// What came out.
  package enum Outcome: String, Hashable, Sendable {
    /// Within tolerance.
    case ok
    /// Beyond it; stays in the report.
    case warning
    /// A broken identity: the report stops.
    case error
  }

  /// Which.
  package let check: CheckName
  /// The left figure.
  package let left: CheckValue
  /// The right figure.
  package let right: CheckValue
  /// Left less right; in `opening-balance` the sum of the accounts' own differences.
  package let difference: CheckValue
  /// What may differ.
  package let tolerance: CheckValue
  /// What came out.
  package let outcome: Outcome
  /// How many people the left figure describes; 0 when it is the ledger's.
  package let leftPeople: Int
  /// How many people the right figure describes.
  package let rightPeople: Int
  /// The records of the side that the register gives, when the way back was asked for: kronor.
  package let records: [RecordShare]

  /// A check.
  package init(
    check: CheckName, left: CheckValue, right: CheckValue, difference: CheckValue,
    tolerance: CheckValue, outcome: Outcome, leftPeople: Int = 0, rightPeople: Int = 0,
    records: [RecordShare] = []
  ) {
    self.check = check
    self.left = left
    self.right = right
    self.difference = difference
    self.tolerance = tolerance
    self.outcome = outcome
    self.leftPeople = leftPeople
    self.rightPeople = rightPeople
    self.records = records
  }

  /// A check of kronor.
  package init(
    check: CheckName, left: Amount, right: Amount, difference: Amount, tolerance: Amount,
    outcome: Outcome, leftPeople: Int = 0, rightPeople: Int = 0
  ) {
    self.init(
      check: check, left: .amount(left), right: .amount(right), difference: .amount(difference),
      tolerance: .amount(tolerance), outcome: outcome, leftPeople: leftPeople,
      rightPeople: rightPeople)
  }
}
