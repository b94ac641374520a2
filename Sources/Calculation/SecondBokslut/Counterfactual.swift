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

  init(_ outcome: OutcomeKind, deadweight: Rate, displacement: Rate, attribution: Rate) {
    self.outcome = outcome
    self.deadweight = deadweight
    self.displacement = displacement
    self.attribution = attribution
  }

  /// Nil unless all three are stated.
  init?(_ outcome: OutcomeKind, in assumptions: Assumptions?) {
    guard let stated = assumptions?.counterfactual[outcome],
      let deadweight = stated.deadweight?.base, let displacement = stated.displacement?.base,
      let attribution = stated.attribution?.base
    else { return nil }
    self.init(
      outcome, deadweight: deadweight, displacement: displacement, attribution: attribution)
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
