// Which held transitions can be valued, and at what wage.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// A transition that is held in the year and has what its valuation needs.
struct ValuedTransition {
  /// What a full-time month of it earns.
  enum Wage: Hashable {
    /// Recorded for this person.
    case recorded(Amount)
    /// The settings' `månadslön` for transitions.
    case assumed(Amount)
    /// Studies earn nothing.
    case none
  }

  let held: HeldTransition
  let wage: Wage

  /// The kronor of a full-time month.
  var monthly: Amount {
    switch wage {
    case .recorded(let amount), .assumed(let amount): amount
    case .none: .zero
    }
  }

  /// Nil when the transition is counted but not valued: no income recorded for an own business, no
  /// wage recorded and none assumed for a job (method.md section 7, J and E).
  init?(_ held: HeldTransition, assumed: Amount?) {
    self.held = held
    switch held.transition.destination {
    case .studies: self.wage = .none
    case .ownBusiness:
      guard let recorded = held.transition.monthlyWage else { return nil }
      self.wage = .recorded(recorded)
    case .work, .supportedWork, .newStartJob:
      if let recorded = held.transition.monthlyWage {
        self.wage = .recorded(recorded)
      } else if let assumed {
        self.wage = .assumed(assumed)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// The extent of the work or studies.
  var extent: Rational { (held.transition.extent ?? .zero).rational }

  /// The transition's row with its share of a basis.
  func record(_ basis: Rational) -> RecordShare { RecordShare(held.transition, basis) }

  /// Whether somebody employs the person and pays contributions.
  var isEmployment: Bool {
    wage != .none && held.transition.destination != .ownBusiness
  }
}

extension OutcomeKind {
  /// The assumptions that decide how long what a transition leads to is held; other outcomes are
  /// recorded day by day.
  var holding: [AssumptionID] { self == .transition ? [.horizon, .confirmation] : [] }
}
