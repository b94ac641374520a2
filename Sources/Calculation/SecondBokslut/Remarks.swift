// What the reader must know beside the figures: what is missing, scaled, contractual or unvalued.

import Bookkeeping
import Outcomes
import Rulebook

extension Remark {
  /// The remarks of a second bokslut, the most important first.
  static func all(
    _ input: SecondBokslutInput, target: TargetGroup?, valued: ValuedSeries?,
    hasSocialBalance: Bool
  ) -> [Remark] {
    var remarks: [Remark] = []
    if input.register == nil { remarks.append(Remark("remark.no-register")) }
    if input.settings.assumptions == nil { remarks.append(Remark("remark.no-assumptions")) }
    if let target, !target.shares.isEmpty {
      if target.wages.areContractual { remarks.append(Remark("remark.contractual-wages")) }
      if target.wages.wageRatio != .one {
        remarks.append(
          Remark(
            "remark.scaled-wages",
            ["ratio": (target.wages.wageRatio * Rational(100)).text(decimals: 4)]))
      }
      if target.wages.feeRatio != .one {
        remarks.append(
          Remark(
            "remark.scaled-fees",
            ["ratio": (target.wages.feeRatio * Rational(100)).text(decimals: 4)]))
      }
    }
    if let register = input.register, let valued {
      remarks += notValued(register, input: input, valued: valued)
      if !hasSocialBalance { remarks.append(Remark("remark.no-social-balance")) }
    }
    if let tax = valued?.tax {
      if tax.untaxedPeople > 0 {
        remarks.append(
          Remark("remark.66-or-older", ["count": String(tax.untaxedPeople)]))
      }
      if tax.lacksJobTaxCredit {
        remarks.append(
          Remark("remark.no-job-tax-credit", ["year": String(input.year.incomeYear)]))
      }
      for year in tax.nearestRateYears {
        remarks.append(
          Remark(
            "remark.rates-of-other-year",
            ["year": String(year), "income_year": String(input.year.incomeYear)]))
      }
    }
    return remarks
  }

  /// Records that are counted but not valued, and why.
  private static func notValued(
    _ register: OutcomeRegister, input: SecondBokslutInput, valued: ValuedSeries
  ) -> [Remark] {
    var remarks: [Remark] = []
    if !valued.unvalued.isEmpty {
      remarks.append(
        Remark("remark.transitions-not-valued", ["count": String(valued.unvalued.count)]))
    }
    let places = register.trainingPlaces.filter { $0.days(in: input.year.period) != nil }
    if !places.isEmpty, input.settings[.placementPrice] == nil {
      remarks.append(Remark("remark.places-not-valued", ["count": String(places.count)]))
    }
    return remarks
  }
}
