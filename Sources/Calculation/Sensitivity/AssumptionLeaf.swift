// The assumptions that may be varied, each by its id and its place in the settings.

import Bookkeeping
import Rulebook

/// One assumed rate, and how another takes its place.
struct AssumptionLeaf {
  /// As the list of assumptions names it.
  let id: String
  let assumption: Assumption
  private let replace: @Sendable (inout Assumptions, Assumption) -> Void

  /// The assumptions with this one at another rate.
  func setting(_ rate: Rate, in assumptions: Assumptions) -> Assumptions {
    var changed = assumptions
    replace(
      &changed,
      Assumption(
        base: rate, low: assumption.low, high: assumption.high, source: assumption.source,
        location: assumption.location))
    return changed
  }

  /// All that are stated, in the order of the settings.
  static func all(in assumptions: Assumptions) -> [AssumptionLeaf] {
    var leaves: [AssumptionLeaf] = []
    func add(
      _ id: String, _ assumption: Assumption?,
      _ replace: @escaping @Sendable (inout Assumptions, Assumption) -> Void
    ) {
      guard let assumption else { return }
      leaves.append(AssumptionLeaf(id: id, assumption: assumption, replace: replace))
    }
    for kind in OutcomeKind.allCases {
      let stated = assumptions.counterfactual[kind]
      add("\(kind.rawValue).dödvikt", stated?.deadweight) {
        $0.counterfactual[kind]?.deadweight = $1
      }
      add("\(kind.rawValue).undanträngning", stated?.displacement) {
        $0.counterfactual[kind]?.displacement = $1
      }
      add("\(kind.rawValue).andras bidrag", stated?.attribution) {
        $0.counterfactual[kind]?.attribution = $1
      }
    }
    add("övergång.avtagande", assumptions.transition.dropOff) { $0.transition.dropOff = $1 }
    add("träningsplats.alternativ placering.andel", assumptions.alternativePlacement?.share) {
      $0.alternativePlacement = $0.alternativePlacement?.with(share: $1)
    }
    add("diskonteringsränta", assumptions.discountRate) { $0.discountRate = $1 }
    return leaves
  }
}

extension AlternativePlacement {
  /// The same placement with another share.
  fileprivate func with(share: Assumption) -> AlternativePlacement {
    AlternativePlacement(share: share, price: price, source: source, location: location)
  }
}
