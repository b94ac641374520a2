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
  /// The checks with their ids; the same check again has its time.
  package var numberedChecks: [(id: CheckID, check: ReconciliationCheck)] {
    var times: [CheckName: Int] = [:]
    return reconciliation.map { check in
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
  }

  /// Which.
  package let check: CheckName
  /// The left figure.
  package let left: CheckValue
  /// The right figure.
  package let right: CheckValue
  /// Left less right; in `opening-balance` what the accounts differ by beyond last year's result.
  package let difference: CheckValue
  /// What may differ.
  package let tolerance: CheckValue
  /// What came out.
  package let outcome: Outcome
  /// The records of the side that the register gives: kronor.
  package let records: [RecordShare]
}
