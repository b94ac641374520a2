// The assumptions that may be varied, each by its id and its place in the settings.

import Bookkeeping
import Figures
import Rulebook

/// A value of an assumption, as tables print it.
package enum AssumedValue: Hashable, Sendable {
  /// A share.
  case rate(Rate)
  /// Kronor.
  case amount(Amount)
  /// Months or years.
  case count(Int)
}

/// One assumption with a range, and how each of its cases takes the base's place.
struct AssumptionLeaf {
  /// Which.
  let id: AssumptionID
  /// The stated values by case; base is always there.
  let values: [SensitivityCase: AssumedValue]
  private let changes: [SensitivityCase: @Sendable (inout Assumptions) -> Void]

  /// The assumptions with this one at another case.
  func choosing(_ name: SensitivityCase, in assumptions: Assumptions) -> Assumptions {
    var changed = assumptions
    changes[name]?(&changed)
    return changed
  }

  private init<Value: Sendable>(
    _ id: AssumptionID, _ cases: [SensitivityCase: Value], value: (Value) -> AssumedValue,
    replace: @escaping @Sendable (inout Assumptions, Value) -> Void
  ) {
    self.id = id
    self.values = cases.mapValues(value)
    self.changes = cases.mapValues { chosen in { replace(&$0, chosen) } }
  }

  /// A rate; nil when it is not stated or has no range.
  private static func rate(
    _ id: AssumptionID, _ assumption: Assumption?,
    replace: @escaping @Sendable (inout Assumptions, Assumption) -> Void
  ) -> AssumptionLeaf? {
    guard let assumption else { return nil }
    var cases: [SensitivityCase: Rate] = [.base: assumption.base]
    cases[.low] = assumption.low
    cases[.high] = assumption.high
    guard cases.count > 1 else { return nil }
    return AssumptionLeaf(id, cases, value: AssumedValue.rate) { assumptions, rate in
      replace(
        &assumptions,
        Assumption(
          base: rate, low: assumption.low, high: assumption.high, source: assumption.source,
          location: assumption.location))
    }
  }

  /// A value of another type; nil when it is not stated or has no range.
  private static func ranged<Value>(
    _ id: AssumptionID, _ range: Ranged<Value>?, value: (Value) -> AssumedValue,
    replace: @escaping @Sendable (inout Assumptions, Ranged<Value>) -> Void
  ) -> AssumptionLeaf? {
    guard let range else { return nil }
    var cases: [SensitivityCase: Value] = [.base: range.value]
    cases[.low] = range.low
    cases[.high] = range.high
    guard cases.count > 1 else { return nil }
    return AssumptionLeaf(id, cases, value: value) { replace(&$0, range.with($1)) }
  }

  /// All that have a range, in the order of the settings.
  static func all(in assumptions: Assumptions) -> [AssumptionLeaf] {
    var leaves: [AssumptionLeaf?] = []
    for kind in OutcomeKind.allCases {
      let stated = assumptions.counterfactual[kind]
      leaves += [
        rate(.deadweight(kind), stated?.deadweight) {
          $0.counterfactual[kind]?.deadweight = $1
        },
        rate(.displacement(kind), stated?.displacement) {
          $0.counterfactual[kind]?.displacement = $1
        },
        rate(.attribution(kind), stated?.attribution) {
          $0.counterfactual[kind]?.attribution = $1
        },
      ]
    }
    let transition = assumptions.transition
    let placement = assumptions.alternativePlacement
    leaves += [
      rate(.dropOff, transition.dropOff) { $0.transition.dropOff = $1 },
      ranged(.horizon, transition.horizonYears, value: AssumedValue.count) {
        $0.transition.horizonYears = $1
      },
      ranged(.confirmation, transition.confirmationMonths, value: AssumedValue.count) {
        $0.transition.confirmationMonths = $1
      },
      ranged(.monthlyWage, transition.monthlyWage, value: AssumedValue.amount) {
        $0.transition.monthlyWage = $1
      },
      rate(.placementShare, placement?.share) {
        $0.alternativePlacement = $0.alternativePlacement?.with(share: $1)
      },
      ranged(
        .placementPrice, placement?.price, value: AssumedValue.amount
      ) { $0.alternativePlacement = $0.alternativePlacement?.with(price: $1) },
      rate(.discountRate, assumptions.discountRate) { $0.discountRate = $1 },
    ]
    return leaves.compactMap(\.self)
  }
}

extension AlternativePlacement {
  /// The same placement with another share or price.
  fileprivate func with(
    share: Assumption? = nil, price: Ranged<Amount>? = nil
  ) -> AlternativePlacement {
    AlternativePlacement(
      share: share ?? self.share, price: price ?? self.price, source: source,
      location: location)
  }
}
