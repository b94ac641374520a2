// The assumptions about transitions that a social balance rests on.

import Bookkeeping
import Figures
import Rulebook

/// What is assumed of transitions (method.md section 9): base values of one year.
package struct ProjectionAssumptions: Hashable, Sendable {
  let rates: CounterfactualRates
  let dropOff: Rational
  let discountRate: Rational
  let horizonYears: Int
  let confirmationMonths: Int
  let monthlyWage: Amount?

  /// What another year's package states.
  package init(
    deadweight: Rate, displacement: Rate, attribution: Rate, dropOff: Rate, discountRate: Rate,
    horizonYears: Int, confirmationMonths: Int, monthlyWage: Amount?
  ) {
    self.rates = CounterfactualRates(
      deadweight: deadweight.rational, displacement: displacement.rational,
      attribution: attribution.rational)
    self.dropOff = dropOff.rational
    self.discountRate = discountRate.rational
    self.horizonYears = horizonYears
    self.confirmationMonths = confirmationMonths
    self.monthlyWage = monthlyWage
  }

  /// Nil unless all of them are stated.
  init?(_ assumptions: Assumptions?) {
    guard let assumptions,
      let rates = CounterfactualRates(assumptions.counterfactual[.transition]),
      let dropOff = assumptions.transition.dropOff, let discount = assumptions.discountRate,
      let horizon = assumptions.transition.horizonYears,
      let confirmation = assumptions.transition.confirmationMonths
    else { return nil }
    self.rates = rates
    self.dropOff = dropOff.base.rational
    self.discountRate = discount.base.rational
    self.horizonYears = horizon.value
    self.confirmationMonths = confirmation.value
    self.monthlyWage = assumptions.transition.monthlyWage?.value
  }

  /// What is left of a flow in the k-th year: drop-off, deadweight, displacement, attribution.
  func kept(of kind: LineKind, dropOffExponent: Int) -> Rational {
    let displacement = kind == .jobSubsidy ? Rational.zero : rates.displacement
    return (.one - dropOff).power(dropOffExponent) * (.one - rates.deadweight)
      * (.one - displacement) * (.one - rates.attribution)
  }

  /// The discount factor 1/(1+r)^k, rounded to six decimals.
  func discountFactor(exponent: Int) throws(ArithmeticOverflow) -> Rational {
    let exact = Rational.one / (.one + discountRate).power(exponent)
    return Rational(try exact.rounded(decimals: 6), 1_000_000)
  }
}

extension Rational {
  /// The whole power, exponent 0 or more.
  func power(_ exponent: Int) -> Rational {
    (0..<Swift.max(0, exponent)).reduce(.one) { power, _ in power * self }
  }
}
