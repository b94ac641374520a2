// Package X: the change in income tax and credits when a person works.

import Bookkeeping
import Diagnostics
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
    /// The rows that the change rests on.
    let records: [SourceLocation]
  }

  private struct Alternative {
    /// Taxed support or the wage before, kronor of the fiscal year.
    var income = Rational.zero
    /// The part of it that the job tax credit counts.
    var credited = Rational.zero
  }

  private let input: SecondBokslutInput
  private let rules: TaxRules

  init(_ input: SecondBokslutInput, rules: TaxRules) {
    self.input = input
    self.rules = rules
  }

  /// Adds the change of one person's tax, times the share of it that this series takes.
  func add(
    _ work: Work, share: Rational, outcome: OutcomeKind, values: inout ValueFinder,
    to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    guard let local = rules.localRates(of: work.person.participant) else { return }
    let months = input.year.months
    let alternative = try alternative(of: work.person, values: &values)
    let resting = max(.zero, months - work.fullTimeMonths) / months
    // A fiscal year of other length than twelve months is taxed as if it went on for a year.
    let annual = Rational(12) / months
    let tax = rules.incomeTax(localRate: local.total)
    let before = alternative.income * annual
    let after = (work.earnings + alternative.income * resting) * annual
    let creditedBefore = alternative.credited * annual
    let creditedAfter = (work.earnings + alternative.credited * resting) * annual
    let taxable = (tax.taxable(after) - tax.taxable(before)) / annual * share
    let credit =
      (tax.netCredit(income: after, earnings: creditedAfter)
        - tax.netCredit(income: before, earnings: creditedBefore)) / annual * share

    add(
      .municipalTax, from: .participant, to: .municipality, basis: taxable,
      rate: local.municipal, local: local, outcome: outcome, work: work, to: &drafts)
    add(
      .regionalTax, from: .participant, to: .region, basis: taxable, rate: local.regional,
      local: local, outcome: outcome, work: work, to: &drafts)
    drafts.add(
      LineKey(
        kind: .netCredit, outcome: outcome, from: .state, to: .participant, basisUnit: .kronor,
        unitValue: Amount(ore: 100), rate: .one, parameterID: nil, validFrom: nil, validTo: nil),
      basis: credit,
      origin: LineOrigin(
        records: records(work, basis: credit), parameters: rules.parameters))
  }

  private func add(
    _ kind: LineKind, from: ActorID, to: ActorID, basis: Rational, rate: Rate,
    local: TaxRates, outcome: OutcomeKind, work: Work, to drafts: inout LineDrafts
  ) {
    drafts.add(
      LineKey(
        kind: kind, outcome: outcome, from: from, to: to, basisUnit: .kronor,
        unitValue: Amount(ore: 100), rate: rate.rational,
        parameterID: kind == .municipalTax ? TaxRules.municipalID : TaxRules.regionalID,
        validFrom: local.validFrom, validTo: local.validTo),
      basis: basis,
      origin: LineOrigin(
        records: records(work, basis: basis),
        parameters: [local.parameter(kind)] + rules.parameters))
  }

  /// The change is a person's, not a row's: the first row carries it, so that it counts once.
  private func records(_ work: Work, basis: Rational) -> [LineOrigin.RecordShare] {
    work.records.sorted().enumerated().map { index, location in
      .init(
        participant: work.person.participant.id, location: location,
        basis: index == 0 ? basis : .zero)
    }
  }

  /// What the person would have had to tax: the support of each day of the year at full time where
  /// it is taxed, or the wage before.
  private func alternative(
    of person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> Alternative {
    var alternative = Alternative()
    if person.participant.supportBefore == .wage {
      alternative.income =
        input.year.months * Rational(kronor: person.participant.supportAmount ?? .zero)
      alternative.credited = alternative.income
      return alternative
    }
    for stretch in person.support.stretches(in: input.year.period) where stretch.kind.isTaxed {
      for part in try SupportPackage.valued(stretch, of: person, values: &values) {
        let support = part.days.months * Rational(kronor: part.monthly)
        alternative.income += support
        if stretch.kind.countsInTaxCredit { alternative.credited += support }
      }
    }
    return alternative
  }
}
