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

  /// What another year's package states.
  package init(
    deadweight: Rate, displacement: Rate, attribution: Rate, dropOff: Rate, discountRate: Rate,
    horizonYears: Int, confirmationMonths: Int, monthlyWage: Amount?
  ) {
    self.counterfactual = Counterfactual(
      .transition, deadweight: deadweight, displacement: displacement, attribution: attribution)
    self.dropOff = dropOff
    self.discountRate = discountRate
    self.horizonYears = horizonYears
    self.confirmationMonths = confirmationMonths
    self.monthlyWage = monthlyWage
  }

  /// Nil unless all of them are stated.
  init?(_ assumptions: Assumptions?) {
    guard let assumptions, let counterfactual = Counterfactual(.transition, in: assumptions),
      let dropOff = assumptions.transition.dropOff, let discount = assumptions.discountRate,
      let horizon = assumptions.transition.horizonYears,
      let confirmation = assumptions.transition.confirmationMonths
    else { return nil }
    self.counterfactual = counterfactual
    self.dropOff = dropOff.base
    self.discountRate = discount.base
    self.horizonYears = horizon.value
    self.confirmationMonths = confirmation.value
    self.monthlyWage = assumptions.transition.monthlyWage?.value
  }

  /// The rates of a line beside its own: what is kept of it, what drop-off leaves after so many years,
  /// and the discount factor.
  func rates(of kind: LineKind, dropOffYears: Int, discountYears: Int) -> [RateTerm] {
    counterfactual.kept(of: kind) + [
      .complement(.dropOff, dropOff, power: dropOffYears),
      .discount(.discountRate, discountRate, years: discountYears),
    ]
  }
}
