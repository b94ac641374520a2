// What the reader must know beside the figures: what is missing, scaled, contractual or unvalued.

import Bookkeeping
import Outcomes
import Rulebook

extension Remark {
  /// The remarks of a second bokslut, the most important first.
  static func all(
    _ input: SecondBokslutInput, target: TargetGroup?, series: EmploymentSeries?,
    lines: [SocialLine]
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
    if let register = input.register {
      remarks += notValued(register, input: input)
    }
    if let series {
      if series.untaxedPeople > 0 {
        remarks.append(
          Remark("remark.66-or-older", ["count": String(series.untaxedPeople)]))
      }
      if series.lacksJobTaxCredit {
        remarks.append(
          Remark("remark.no-job-tax-credit", ["year": String(input.year.incomeYear)]))
      }
      for year in series.nearestRateYears {
        remarks.append(
          Remark(
            "remark.rates-of-other-year",
            ["year": String(year), "income_year": String(input.year.incomeYear)]))
      }
    }
    return remarks
  }

  /// Records that are read, checked and counted but not valued, and what they were.
  private static func notValued(_ register: OutcomeRegister, input: SecondBokslutInput) -> [Remark]
  {
    guard input.settings.assumptions != nil else { return [] }
    var remarks: [Remark] = []
    let transitions = register.transitions.filter {
      $0.destination.needsExtent && $0.countingDate(in: register) <= input.year.end
    }
    if !transitions.isEmpty {
      remarks.append(
        Remark("remark.transitions-not-valued", ["count": String(transitions.count)]))
    }
    let places = register.trainingPlaces.filter { $0.days(in: input.year.period) != nil }
    if !places.isEmpty {
      remarks.append(Remark("remark.places-not-valued", ["count": String(places.count)]))
    }
    remarks.append(Remark("remark.no-social-balance"))
    return remarks
  }
}
