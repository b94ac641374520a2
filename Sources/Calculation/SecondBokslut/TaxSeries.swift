// The tax of every person with work here or after, divided between series A and O.

import Bookkeeping
import Outcomes
import Rulebook

/// Package X of every person with A or O in the year, divided between employment and transition by
/// full-time months (method.md section 7).
struct TaxSeries {
  /// X of series A.
  private(set) var employment = LineDrafts()
  /// X of series O.
  private(set) var transition = LineDrafts()
  /// The tax of each person that has one, in the order of people.
  private(set) var people: [PersonTax] = []
  /// People left out because of their age when the income year began.
  private(set) var untaxedPeople = 0
  /// People taxed as of working age because their year of birth is unknown.
  private(set) var peopleOfUnknownAge = 0
  /// The rules; nil when nobody is taxed, or a value is missing.
  let rules: TaxRules?

  init(
    _ input: SecondBokslutInput, people: [Person], target: TargetGroup, rules: TaxRules?,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    self.rules = rules
    guard let rules else { return }
    let period = input.year.period
    let package = TaxPackage(over: period, rules: rules)
    for person in people {
      guard !rules.leavesOut(person.participant, in: rules.incomeYear) else {
        untaxedPeople += 1
        continue
      }
      let here = person.employments.map { $0.fullTimeMonths(in: period) }.sum()
      let after = person.transitions.map { $0.held.fullTimeMonths(in: period) }.sum()
      let worked = here + after
      guard !worked.isZero else { continue }
      let earnedAfter = person.transitions.map {
        $0.held.fullTimeMonths(in: period) * Rational(kronor: $0.monthly)
      }.sum()
      let change = try package.change(
        .init(
          person: person,
          // Where employments are not valued, what they earn counts here no more than they do.
          earnings: earnedAfter
            + (person.employments.isEmpty ? .zero : target.earnings(of: person.participant.id)),
          here: here, away: after),
        values: &values)
      guard let change else { continue }
      if person.participant.birthYear == .unknown { peopleOfUnknownAge += 1 }
      self.people.append(change.tax)
      change.add(
        share: here / worked, outcome: .employment, records: person.employments.map(\.location),
        to: &employment)
      change.add(
        share: after / worked, outcome: .transition,
        records: person.transitions.map(\.held.transition.location), to: &transition)
    }
  }
}
