// The assumptions about transitions that a social balance rests on.

import Bookkeeping
import Figures
import Rulebook

/// What is assumed of transitions (method.md section 9): base values of one year.
package struct ProjectionAssumptions: Hashable, Sendable {
  let counterfactual: Counterfactual
  let dropOff: Rate
  let discountRate: Rate
  let horizonYears: Int
  let confirmationMonths: Int
  let monthlyWage: Amount?

  /// By base values, of the settings or of another year's package; nil unless all of them are
  /// there. An assumed wage is no must: without one, jobs without a recorded wage are not valued.
  package init?(_ base: (AssumptionID) -> AssumedValue?) {
    guard let counterfactual = Counterfactual(.transition, by: base),
      let dropOff = base(.dropOff)?.rate, let discountRate = base(.discountRate)?.rate,
      let horizon = base(.horizon)?.count, let confirmation = base(.confirmation)?.count
    else { return nil }
    self.counterfactual = counterfactual
    self.dropOff = dropOff
    self.discountRate = discountRate
    self.horizonYears = horizon
    self.confirmationMonths = confirmation
    self.monthlyWage = base(.monthlyWage)?.amount
  }

  /// The rates of a line beside its own: what is kept of it, what drop-off leaves after so many
  /// years, and the discount factor.
  func rates(of kind: LineKind, dropOffYears: Int, discountYears: Int) -> [RateTerm] {
    counterfactual.kept(of: kind) + [
      .complement(.dropOff, dropOff, power: dropOffYears),
      .discount(.discountRate, discountRate, years: discountYears),
    ]
  }
}
