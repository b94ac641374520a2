// What would have happened anyway, what others lose, what others contributed: series D, U and T.

import Bookkeeping
import Figures
import Rulebook

/// The counterfactual of one kind of outcome (method.md section 7), the one place that says what
/// reduces a line. Writer, sensitivity and social balance evaluate the terms that it gives.
struct Counterfactual: Hashable, Sendable {
  /// The series that reduce, in order: each takes its share of what the ones before it leave.
  static let series: [Series] = [.deadweight, .displacement, .attribution]

  let outcome: OutcomeKind
  var deadweight: Rate
  let displacement: Rate
  let attribution: Rate

  /// By base values; nil unless all three are stated.
  init?(_ outcome: OutcomeKind, by base: (AssumptionID) -> AssumedValue?) {
    guard let deadweight = base(.deadweight(outcome))?.rate,
      let displacement = base(.displacement(outcome))?.rate,
      let attribution = base(.attribution(outcome))?.rate
    else { return nil }
    self.outcome = outcome
    self.deadweight = deadweight
    self.displacement = displacement
    self.attribution = attribution
  }

  /// As the settings state it.
  init?(_ outcome: OutcomeKind, in settings: Settings) {
    self.init(outcome) { settings[$0]?.base }
  }

  /// What each series takes of a line of a kind, in their order.
  private func taken(of kind: LineKind) -> [RateTerm] {
    [
      .assumption(.deadweight(outcome), deadweight),
      // The displaced job has no subsidy.
      kind == .jobSubsidy
        ? .excepted(.displacement(outcome)) : .assumption(.displacement(outcome), displacement),
      .assumption(.attribution(outcome), attribution),
    ]
  }

  /// The rates by which a line of D, U or T multiplies the line that it reduces.
  func reduction(_ series: Series, of kind: LineKind) -> [RateTerm] {
    let taken = taken(of: kind)
    guard let index = Self.series.firstIndex(of: series) else { return [] }
    return [.reduction] + taken[..<index].compactMap(\.complement) + [taken[index]]
  }

  /// The rates that leave what is kept of a line when all three have taken theirs: D, U and T
  /// together are what is kept less the whole.
  func kept(of kind: LineKind) -> [RateTerm] { taken(of: kind).compactMap(\.complement) }
}
