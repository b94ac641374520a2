// Indicators at the edges: broken and leap years, returns, what comes after the year, any order.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct IndicatorEdgeTests {
  @Test("a fiscal year that is not the calendar's, with a leap day in it")
  func brokenLeapYear() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1999, .man, .none)
    rows.person("D2", 1999, .man, .none)
    try rows.employment("D1", "2024-02-15", "2024-02-29")
    try rows.transition("D2", "2023-08-31", .work, percent: 100)
    let (start, end) = ("2023-09-01", "2024-08-31")
    // 15 of the leap February's 29 days.
    let short = try rows.observed(start, end)
    #expect(
      short.indicator(.fullTimeEquivalents)?.number == Rational(15, 29 * 12))
    // The year ends in 2024: 25 years old, though born late in 1999 for all we know.
    #expect(short.indicator(.participants, .age(.from25))?.number == 1)
    // Six months after 31 August is 29 February, clipped; confirmed through the 28th only.
    #expect(short.indicator(.held(months: 6))?.number == .zero)
    #expect(short.indicator(.followedUp(months: 6))?.number == .zero)
    try rows.followUp("D2", "2024-01-10", .atWork)
    let long = try rows.observed(start, end)
    #expect(long.indicator(.held(months: 6))?.number == .one)
    #expect(long.indicator(.followedUp(months: 6))?.number == .one)
  }

  @Test("a return here ends the holding for good and is shown as a return")
  func comesBack() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.training("D1", "2024-09-01", "2025-01-31")
    try rows.transition("D1", "2025-02-01", .work, percent: 100)
    try rows.employment("D1", "2025-06-10", nil)
    try rows.followUp("D1", "2025-08-15", .atWork)
    let observed = try rows.observed()
    #expect(observed.indicator(.held(months: 6))?.number == .zero)
    // Held 1 February to 9 June: 4 months and 9 of 30 days.
    #expect(
      observed.indicator(.evidenceMonths(.contract))?.number == Rational(43, 10))
    #expect(observed.setbacks.first { $0.kind == .cameBack }?.count == 1)
    #expect(observed.states.first { $0.kind == .replaced }?.count == 1)
    // She did not leave, so nobody did.
    #expect(observed.indicator(.strictPlacementRate) == nil)
  }

  @Test("a known ending is ended, not unknown, and answers the follow-up")
  func endedJob() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.transition("D1", "2025-02-01", .work, percent: 100)
    try rows.followUp("D1", "2025-05-01", .unemployed)
    let observed = try rows.observed()
    #expect(observed.states.filter { $0.count > 0 }.map(\.kind) == [.ended])
    #expect(observed.indicator(.held(months: 6))?.number == .zero)
    #expect(observed.indicator(.followedUp(months: 6))?.number == .one)
    #expect(observed.setbacks.first { $0.kind == .unemployed }?.count == 1)
  }

  @Test("past the horizon nothing is unknown, it is no longer counted")
  func pastHorizon() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.transition("D1", "2020-12-31", .work, percent: 100)
    #expect(
      try rows.observed().states.filter { $0.count > 0 }.map(\.kind) == [.pastHorizon])
  }

  @Test("several places of one person at once count one person and all months")
  func severalPlaces() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.training("D1", "2025-01-01", "2025-06-30", percent: 50)
    try rows.training("D1", "2025-01-01", "2025-12-31", percent: 25)
    try rows.employment("D1", "2025-07-01", nil, percent: 50)
    let observed = try rows.observed()
    #expect(observed.indicator(.trained)?.number == 1)
    // 6 x 0.5 + 12 x 0.25 = 6 months; 6 x 0.5 = 3 months.
    #expect(observed.indicator(.placeYears)?.number == Rational(1, 2))
    #expect(observed.indicator(.fullTimeEquivalents)?.number == Rational(1, 4))
    #expect(observed.indicator(.participants)?.number == 1)
  }

  @Test("without bekräftelsetid and horisont nothing is said to be held")
  func unknownHolding() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.transition("D1", "2025-02-01", .work, percent: 100)
    let observed = try rows.observed(knowsHolding: false)
    #expect(!observed.knowsHolding)
    #expect(observed.indicator(.held(months: 6)) == nil)
    #expect(observed.funnel.last?.inYear == nil)
    #expect(observed.indicator(.transitions(to: .work))?.number == 1)
    #expect(observed.setbacks.first { $0.kind == .unknownState }?.count == 1)
  }

  @Test("a register without negative or unknown outcomes has the rows, all of them zero")
  func noSetbacks() throws {
    var rows = IndicatorRegister()
    rows.person("D1", 1980, .woman, .socialAssistance)
    try rows.employment("D1", "2025-01-01", nil)
    let observed = try rows.observed()
    #expect(observed.setbacks.map(\.count) == Setback.allCases.map { _ in 0 })
  }

  @Test("the order of rows never matters, and nothing after the year's end does", arguments: 1...25)
  func orderAndFuture(seed: UInt64) throws {
    var enterprise = try RandomEnterprise(seed: seed)
    let input = try enterprise.input()
    func observed(_ register: OutcomeRegister) throws -> Observed {
      let prepared = PreparedYear(register, year: input.year, settings: input.settings)
      return try Observed(
        register, year: input.year, settings: input.settings, held: prepared.held,
        flows: ResultFlows(input).flows, lines: [])
    }
    let expected = try observed(enterprise.register)
    enterprise.register.participants.reverse()
    enterprise.register.employments.reverse()
    enterprise.register.trainingPlaces.reverse()
    #expect(try observed(enterprise.register) == expected)
    let person = try #require(enterprise.register.participants.first)
    let after = input.year.end.adding(days: 1)
    let place = SourceLocation(file: "utfall", line: 9_999, column: 1)
    enterprise.register.employments.append(
      Employment(
        participant: person.id, start: after, end: nil, extent: .one,
        monthlyWage: Amount(ore: 1), location: place))
    enterprise.register.transitions.append(
      Transition(
        participant: person.id, date: after, destination: .droppedOut, extent: nil,
        evidence: .nothing, location: place))
    enterprise.register.followUps.append(
      FollowUp(participant: person.id, date: after, status: .sick, location: place))
    #expect(try observed(enterprise.register) == expected)
    // Everyone has one gender, one age or none that is known, one support before.
    let all = expected.indicator(.participants)?.people
    for groups in [
      Gender.allCases.map(ParticipantGroup.gender), AgeBand.allCases.map(ParticipantGroup.age),
      SupportKind.allCases.map(ParticipantGroup.support),
    ] {
      let sum = groups.map { expected.indicator(.participants, $0)?.people ?? 0 }.reduce(0, +)
      #expect(sum == all)
    }
  }
}
