// Series A but its tax, and the job that its alternative is.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// S of employments here (series A), and J of the same job at another employer, which only
/// deadweight, displacement and attribution use: series L already holds the wage itself.
struct EmploymentSeries {
  /// S.
  private(set) var valued = LineDrafts()
  /// J: earnings and contribution.
  private(set) var job = LineDrafts()

  init(
    _ input: SecondBokslutInput, people: [Person], target: TargetGroup,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    for person in people {
      for employment in person.employments {
        guard let days = employment.days(in: input.year.period) else { continue }
        try SupportPackage.add(
          .init(
            person: person, days: days, extent: employment.extent.rational,
            record: employment.location),
          outcome: .employment, values: &values, to: &valued)
      }
    }
    for share in target.shares {
      job.add(
        LineHead(.earnings, .employment, from: .widerEconomy, to: .participant),
        LineTerms(basis: LineBasis(.kronor, share.record(share.wage))))
    }
    target.addContributions(
      .employerContribution, from: .widerEconomy, to: .state, outcome: .employment, to: &job)
  }
}
