// Series O but its tax: what changes in the months that transitions are held.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// J, S and E of held transitions, this year's and earlier years' (method.md section 7).
struct TransitionSeries {
  private(set) var valued = LineDrafts()

  init(
    _ input: SecondBokslutInput, people: [Person], values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    for person in people {
      for transition in person.transitions {
        for days in transition.held.days(in: input.year.period) {
          try SupportPackage.add(
            .init(
              person: person, days: days, extent: transition.extent,
              record: transition.held.transition.location),
            outcome: .transition, values: &values, to: &valued)
          JobPackage(job: transition, days: days).add(to: &valued, values: &values)
          try addStudyGrant(transition, in: days, bank: input.bank, values: &values)
        }
      }
    }
  }

  /// Package E: the grant part of study support, when the settings give one.
  private mutating func addStudyGrant(
    _ transition: ValuedTransition, in days: DateRange, bank: ParameterBank,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    guard transition.held.transition.destination == .studies,
      bank.knows(ParameterBank.studyGrantID)
    else { return }
    let found = try values.monthlyValues(
      ParameterBank.studyGrantID, in: days, neededBy: .studies)
    for segment in found {
      valued.add(
        LineHead(
          .studyGrant, .transition, from: .state, to: .participant,
          parameterID: ParameterBank.studyGrantID, validFrom: segment.value.validFrom,
          validTo: segment.value.validTo),
        LineTerms(
          basis: LineBasis(
            .months, transition.record(segment.days.months * transition.extent),
            assumptions: OutcomeKind.transition.holding),
          unitValue: .parameter(segment.value.amount, segment.value.chain.parameters)))
    }
  }
}
