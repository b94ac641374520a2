// Series O but its tax: what changes in the months that transitions are held.

import Bookkeeping
import Diagnostics
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
          let held = HeldDays(person: person, transition: transition, days: days)
          try addSupport(held, values: &values)
          addJob(held, values: &values)
          try addStudyGrant(held, bank: input.bank, values: &values)
        }
      }
    }
  }

  /// One run of held days.
  private struct HeldDays {
    let person: Person
    let transition: ValuedTransition
    let days: DateRange

    var row: Transition { transition.held.transition }
    var extent: Rational { (row.extent ?? .zero).rational }

    func record(_ basis: Rational) -> LineOrigin.RecordShare {
      .init(participant: row.participant, location: row.location, basis: basis)
    }
  }

  private mutating func addSupport(
    _ held: HeldDays, values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    try SupportPackage.add(
      .init(
        person: held.person, days: held.days, extent: held.extent, record: held.row.location),
      outcome: .transition, values: &values, to: &valued)
  }

  /// Package J, a job at another employer; an own business without the contribution.
  private mutating func addJob(_ held: HeldDays, values: inout ValueFinder) {
    guard held.transition.wage != .none else { return }
    addEarnings(.earnings, to: .participant, held, days: held.days, contribution: nil)
    if held.transition.isEmployment {
      let rates = values.rates(
        "arbetsgivaravgift", in: held.days, neededBy: LineKind.employerContribution.rawValue)
      for segment in rates {
        addEarnings(
          .employerContribution, to: .state, held, days: segment.days,
          contribution: segment.value)
      }
    }
    if let subsidy = held.row.subsidyAmount, !subsidy.isZero {
      let basis = held.days.months * Rational(kronor: subsidy)
      valued.add(
        LineKey(
          kind: .jobSubsidy, outcome: .transition, from: .employmentService, to: .widerEconomy,
          basisUnit: .kronor, unitValue: Amount(ore: 100), rate: .one, parameterID: nil,
          validFrom: nil, validTo: nil),
        basis: basis, origin: LineOrigin(records: [held.record(basis)]))
    }
  }

  private mutating func addEarnings(
    _ kind: LineKind, to: ActorID, _ held: HeldDays, days: DateRange, contribution: RateValue?
  ) {
    let months = days.months * held.extent
    let isAssumed: Bool
    if case .assumed = held.transition.wage { isAssumed = true } else { isAssumed = false }
    let basis = isAssumed ? months : months * Rational(kronor: held.transition.monthly)
    valued.add(
      LineKey(
        kind: kind, outcome: .transition, from: .widerEconomy, to: to,
        basisUnit: isAssumed ? .months : .kronor,
        unitValue: isAssumed ? held.transition.monthly : Amount(ore: 100),
        rate: contribution?.rate.rational ?? .one,
        parameterID: contribution?.chain.first.id ?? (isAssumed ? "månadslön" : nil),
        validFrom: contribution?.validFrom, validTo: contribution?.validTo),
      basis: basis,
      origin: LineOrigin(
        records: [held.record(basis)], parameters: contribution?.chain.parameters ?? []))
  }

  /// Package E: the grant part of study support, when the settings give one.
  private mutating func addStudyGrant(
    _ held: HeldDays, bank: ParameterBank, values: inout ValueFinder
  ) throws(ArithmeticOverflow) {
    guard held.row.destination == .studies, bank.knows(ParameterBank.studyGrantID) else { return }
    let found = try values.monthlyValues(
      ParameterBank.studyGrantID, in: held.days, neededBy: LineKind.studyGrant.rawValue)
    for segment in found {
      let basis = segment.days.months * held.extent
      valued.add(
        LineKey(
          kind: .studyGrant, outcome: .transition, from: .state, to: .participant,
          basisUnit: .months, unitValue: segment.value.amount, rate: .one,
          parameterID: ParameterBank.studyGrantID, validFrom: segment.value.validFrom,
          validTo: segment.value.validTo),
        basis: basis,
        origin: LineOrigin(
          records: [held.record(basis)], parameters: segment.value.chain.parameters))
    }
  }
}
