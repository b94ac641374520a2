// One check of the reconciliation: both figures, their difference, what may differ and the outcome.

import Bookkeeping
import Diagnostics
import Figures

/// A figure of a check: kronor, or a share with six decimals.
package enum CheckValue: Hashable, Sendable {
  /// Kronor.
  case amount(Amount)
  /// A fraction of one.
  case share(Factor)
}

extension CheckValue: DiagnosticFact {
  package var argument: DiagnosticArgument {
    switch self {
    case .amount(let amount): amount.argument
    case .share(let share): .text(share.description)
    }
  }
}

extension SecondBokslut {
  /// The checks with their ids; the same check again has its time. A bridge that is not shown is
  /// not checked in sight.
  package var numberedChecks: [(id: CheckID, check: ReconciliationCheck)] {
    var times: [CheckName: Int] = [:]
    return reconciliation.filter { $0.check != .bridge || coverage.isValued }.map { check in
      times[check.check, default: 0] += 1
      return (CheckID(check.check, time: times[check.check, default: 1]), check)
    }
  }
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
    /// What it would be held against is not there (*kan inte prövas*).
    case untestable
  }

  /// Which.
  package let check: CheckName
  /// The left figure; nil where the check cannot be made, as the three below.
  package let left: CheckValue?
  /// The right figure.
  package let right: CheckValue?
  /// Left less right.
  package let difference: CheckValue?
  /// What may differ.
  package let tolerance: CheckValue?
  /// What came out.
  package let outcome: Outcome
  /// The records of the side that the register gives: kronor.
  package let records: [RecordShare]
}

extension ReconciliationCheck {
  /// A check that cannot be made.
  static func untestable(_ check: CheckName) -> ReconciliationCheck {
    ReconciliationCheck(
      check: check, left: nil, right: nil, difference: nil, tolerance: nil, outcome: .untestable,
      records: [])
  }

  /// What findings tell of it.
  var facts: [String: any DiagnosticFact] {
    let values = ["left": left, "right": right, "difference": difference, "tolerance": tolerance]
    var facts: [String: any DiagnosticFact] = ["check": check]
    for (name, value) in values { facts[name] = value.map { $0.argument } ?? .text("–") }
    return facts
  }

  /// Whether there is something on one side and nothing on the other.
  var isOneSided: Bool { (left?.isNothing ?? true) != (right?.isNothing ?? true) }
}

extension CheckValue {
  fileprivate var isNothing: Bool {
    switch self {
    case .amount(let amount): amount.isZero
    case .share(let share): share.millionths == 0
    }
  }
}
