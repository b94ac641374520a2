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
    /// Full-time months worked or studied.
    let fullTimeMonths: Rational
  }

  /// What work changed, kronor of the fiscal year, exact.
  struct Change {
    let participant: ParticipantID
    /// T of the actual income less T of the alternative.
    let taxable: Rational
    /// N of the actual income less N of the alternative.
    let netCredit: Rational
    let local: TaxRates
    let rules: TaxRules
  }

  /// What would have been taxed without the work, kronor of the period.
  private struct Alternative {
    /// Taxed support or the wage before.
    var income = Rational.zero
    /// The part of it that the job tax credit counts.
    var credited = Rational.zero
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
    guard let local = rules.localRates(of: work.person.participant) else { return nil }
    let resting = max(.zero, months - work.fullTimeMonths) / months
    // A fiscal year of other length than twelve months is taxed as if it went on for a year.
    let annual = Rational(12) / months
    let tax = rules.incomeTax(localRate: local.total)
    let before = alternative.income * annual
    let after = (work.earnings + alternative.income * resting) * annual
    let creditedBefore = alternative.credited * annual
    let creditedAfter = (work.earnings + alternative.credited * resting) * annual
    return Change(
      participant: work.person.participant.id,
      taxable: (tax.taxable(after) - tax.taxable(before)) / annual,
      netCredit: (tax.netCredit(income: after, earnings: creditedAfter)
        - tax.netCredit(income: before, earnings: creditedBefore)) / annual,
      local: local, rules: rules)
  }

  /// What the person would have had to tax: the support of each day of the period at full time
  /// where it is taxed, or the wage before.
  private func alternative(
    of person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> Alternative {
    var alternative = Alternative()
    if person.participant.supportBefore == .wage {
      alternative.income =
        months * Rational(kronor: person.participant.supportAmount ?? .zero)
      alternative.credited = alternative.income
      return alternative
    }
    for stretch in person.support.stretches(in: period) {
      guard let rule = stretch.rule, rule.isTaxed else { continue }
      for part in try SupportPackage.valued(stretch, of: person, values: &values) {
        let support = part.days.months * Rational(kronor: part.monthly)
        alternative.income += support
        if rule.countsInTaxCredit { alternative.credited += support }
      }
    }
    return alternative
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
            participant: participant, location: location, basis: index == 0 ? kronor : .zero)
        },
        parameters: rules.parameters)
    }
    let taxed = basis(taxable * share)
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
      LineTerms(basis: basis(netCredit * share)))
  }
}
