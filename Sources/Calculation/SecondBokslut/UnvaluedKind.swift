// The kinds of outcome that a year has and the settings do not assume enough about to value.

import Bookkeeping
import Outcomes
import Rulebook

/// A kind of outcome that is counted and left unvalued whole: its part of C, A or O and all that D,
/// U and T would take of it. The report is partial then.
package struct UnvaluedKind: Hashable, Sendable {
  /// Which.
  package let kind: OutcomeKind
  /// The keys that are left out under `antaganden`.
  package let missing: [AssumptionID]

  /// Those of a year. A kind of which the year has no record lacks nothing.
  static func all(
    _ register: OutcomeRegister, prepared: PreparedYear, _ assumptions: Assumptions,
    in year: FiscalYear
  ) -> [UnvaluedKind] {
    OutcomeKind.allCases.compactMap { kind in
      let missing = assumptions.missing(for: kind)
      guard !missing.isEmpty else { return nil }
      let isThere =
        switch kind {
        case .employment: register.employments.contains { $0.days(in: year.period) != nil }
        case .trainingPlace:
          // A place that no actor ordered is worth the same whatever is assumed.
          register.trainingPlaces.contains { place in
            if case .actor = place.commissioner {
              place.days(in: year.period) != nil
            } else {
              false
            }
          }
        case .transition: mayBeHeld(prepared, missing, in: year)
        }
      return isThere ? UnvaluedKind(kind: kind, missing: missing) : nil
    }
  }

  /// Whether a transition to work or studies is held in the year; while nothing says how long one
  /// is held, any that counts up to the year's end may be.
  private static func mayBeHeld(
    _ prepared: PreparedYear, _ missing: [AssumptionID], in year: FiscalYear
  ) -> Bool {
    let goals = prepared.held.filter(\.transition.destination.needsExtent)
    let limits: [AssumptionID] = [.horizon, .confirmation]
    return limits.contains(where: missing.contains)
      ? !goals.isEmpty : goals.contains { !$0.days(in: year.period).isEmpty }
  }
}
