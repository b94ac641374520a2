// Package X: the change in income tax and credits when a person works.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Package X (*skatt*), method.md section 7: one person's change in taxable income and net credit,
/// actual less alternative, for the fiscal year.
struct TaxPackage {
  /// What a person earned and worked in the year.
  struct Work {
    let person: Person
    /// Kronor of the fiscal year.
    let earnings: Rational
    /// Full-time months employed here.
    let here: Rational
    /// Full-time months worked or studied elsewhere.
    let away: Rational

    /// Full-time months worked or studied.
    var fullTimeMonths: Rational { here + away }
  }

  /// What work changed, exact.
  struct Change {
    /// The change, step by step.
    let tax: PersonTax
    let rules: TaxRules
    /// The assumed lengths of the supports that would have been taxed.
    let lengths: [AssumptionID]
  }

  private let period: DateRange
  private let months: Rational
  private let rules: TaxRules

  /// Tax over a period: the fiscal year, or twelve months to come.
  init(over period: DateRange, rules: TaxRules) {
    self.period = period
    self.months = period.months
    self.rules = rules
  }

  /// The change of one person's tax; nil when the rates are missing, which is reported elsewhere.
  func change(_ work: Work, values: inout ValueFinder) throws(ArithmeticOverflow) -> Change? {
    let alternative = try alternative(of: work.person, values: &values)
    guard let tax = rules.incomeTax(of: work.person.participant) else { return nil }
    let resting = max(.zero, months - work.fullTimeMonths) / months
    let actual = IncomeTax.Income(
      total: work.earnings + alternative.total * resting,
      earnings: work.earnings + alternative.earnings * resting,
      sickness: alternative.sickness * resting)
    // A fiscal year of other length than twelve months is taxed as if it went on for a year.
    let annual = Rational(12) / months
    return Change(
      tax: PersonTax(
        participant: work.person.participant.id, incomeYear: rules.incomeYear,
        priceBaseAmount: rules.priceBaseAmount, local: tax.local, months: months,
        before: try tax.rules.assess(alternative * annual),
        after: try tax.rules.assess(actual * annual), here: work.here, away: work.away),
      rules: rules, lengths: work.person.support.lengths)
  }

  /// What the person would have had to tax: the support of each day of the period at full time
  /// where it is taxed, or the wage before.
  private func alternative(
    of person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> IncomeTax.Income {
    var alternative = IncomeTax.Income()
    if person.participant.supportBefore == .wage {
      alternative.total = months * Rational(kronor: person.participant.supportAmount ?? .zero)
      alternative.earnings = alternative.total
      return alternative
    }
    for stretch in person.support.stretches(in: period) {
      guard let rule = stretch.rule, rule.isTaxed else { continue }
      for part in try SupportPackage.valued(stretch, of: person, values: &values) {
        let support = part.days.months * Rational(kronor: part.monthly)
        alternative.total += support
        if rule.isSicknessBenefit { alternative.sickness += support }
      }
    }
    return alternative
  }
}

extension IncomeTax.Income {
  /// The same times a number.
  fileprivate static func * (income: IncomeTax.Income, factor: Rational) -> IncomeTax.Income {
    guard factor != .one else { return income }
    return IncomeTax.Income(
      total: income.total * factor, earnings: income.earnings * factor,
      sickness: income.sickness * factor)
  }
}

extension TaxPackage.Change {
  /// Adds a share of the change to a series. The change is a person's, not a row's: the first row
  /// carries it, so that it counts once.
  func add(
    share: Rational, outcome: OutcomeKind, records: [SourceLocation], to drafts: inout LineDrafts
  ) {
    guard !share.isZero else { return }
    func basis(_ kronor: Rational) -> LineBasis {
      LineBasis(
        .kronor, exact: kronor,
        records: records.sorted().enumerated().map { index, location in
          RecordShare(
            participant: tax.participant, location: location, basis: index == 0 ? kronor : .zero)
        },
        parameters: rules.parameters, assumptions: lengths + outcome.holding)
    }
    let local = tax.local
    let taxed = basis(tax.taxableChange * share)
    for (kind, to, rate) in [
      (LineKind.municipalTax, ActorID.municipality, local.municipal),
      (.regionalTax, .region, local.regional),
    ] {
      drafts.add(
        LineHead(
          kind, outcome, from: .participant, to: to,
          parameterID: kind == .municipalTax ? TaxRules.municipalID : TaxRules.regionalID,
          validFrom: local.validFrom, validTo: local.validTo),
        LineTerms(
          basis: taxed, rates: [.parameter(rate.rational, [local.parameter(kind)])]))
    }
    drafts.add(
      LineHead(.netCredit, outcome, from: .state, to: .participant),
      LineTerms(basis: basis(tax.netCreditChange * share)))
  }
}
