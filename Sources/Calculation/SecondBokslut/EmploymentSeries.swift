// Series A and its job: what changes when people work here instead of living on support.

import Bookkeeping
import Outcomes
import Rulebook

/// S and X of employments here (series A), and J of the same job at another employer, which only
/// deadweight, displacement and attribution use: series L already holds the wage itself.
struct EmploymentSeries {
  /// S and X.
  private(set) var valued = LineDrafts()
  /// J: earnings and contribution.
  private(set) var job = LineDrafts()
  /// People left out of X because they were 66 or older at the income year's start.
  private(set) var untaxedPeople = 0
  /// Whether the income year has no job tax credit in the bank.
  let lacksJobTaxCredit: Bool
  /// The years whose tax rates stand in for the income year's.
  let nearestRateYears: [Int]

  init(
    _ input: SecondBokslutInput, people: [Person], target: TargetGroup, rules: TaxRules?,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    self.lacksJobTaxCredit = rules?.lacksJobTaxCredit ?? false
    self.nearestRateYears = rules?.nearestYears ?? []
    for person in people where !person.employments.isEmpty {
      for employment in person.employments {
        guard let days = employment.days(in: input.year.period) else { continue }
        try SupportPackage.add(
          .init(
            person: person, days: days, extent: employment.extent.rational,
            record: employment.location),
          outcome: .employment, values: &values, to: &valued)
      }
      guard input.year.incomeYear - person.participant.birthYear <= 66 else {
        untaxedPeople += 1
        continue
      }
      guard let rules else { continue }
      try TaxPackage(input, rules: rules).add(
        .init(
          person: person, earnings: target.earnings(of: person.participant.id),
          fullTimeMonths: person.employments
            .map { $0.fullTimeMonths(in: input.year.period) }.sum(),
          records: person.employments.map(\.location)),
        share: .one, outcome: .employment, values: &values, to: &valued)
    }
    for share in target.shares {
      job.add(
        LineKey(
          kind: .earnings, outcome: .employment, from: .widerEconomy, to: .participant,
          basisUnit: .kronor, unitValue: Amount(ore: 100), rate: .one, parameterID: nil,
          validFrom: nil, validTo: nil),
        basis: share.wage,
        origin: LineOrigin(
          records: [
            .init(
              participant: share.employment.participant, location: share.employment.location,
              basis: share.wage)
          ]))
    }
    target.addContributions(
      .employerContribution, from: .widerEconomy, to: .state, outcome: .employment, to: &job)
  }
}
