// Indicators of a small register, worked out with pen and paper.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct IndicatorTests {
  /// D1: trained half time October to March, then work; confirmed 15 September.
  /// D2: subsidised employment here for 18 months, then supported work without evidence.
  /// D3: employed all year at 75 %. D4: dropped out, came back, went back to support.
  /// D5: left for studies the year before; nobody has reached her since.
  private func register() throws -> IndicatorRegister {
    var rows = IndicatorRegister()
    rows.person("D1", 1990, .woman, .socialAssistance, member: true)
    rows.person("D2", 1970, .man, .activitySupport)
    rows.person("D3", 2001, .woman, .none)
    rows.person("D4", 1985, .man, .socialAssistance)
    rows.person("D5", 1958, .woman, .unknown)
    try rows.training("D1", "2024-10-01", "2025-03-31", percent: 50)
    try rows.transition("D1", "2025-03-31", .work, percent: 100)
    try rows.followUp("D1", "2025-09-15", .atWork)
    try rows.employment("D2", "2024-01-01", "2025-06-30", .wageSubsidy)
    try rows.transition(
      "D2", "2025-07-01", .supportedWork, percent: 50, .nothing, subsidy: 5_000)
    try rows.employment("D3", "2025-01-01", nil, percent: 75)
    try rows.training("D4", "2025-01-01", "2025-02-28")
    try rows.transition("D4", "2025-02-28", .droppedOut)
    try rows.training("D4", "2025-05-01", "2025-05-31")
    try rows.transition("D4", "2025-06-01", .benefits)
    try rows.training("D5", "2023-01-01", "2024-06-14")
    try rows.transition("D5", "2024-06-15", .studies, percent: 100, .ownStatement)
    try rows.followUp("D5", "2025-06-20", .notReached)
    return rows
  }

  private static let costs: [(account: String, kronor: Int64)] = [
    ("3001", -900_000), ("5010", 100_000), ("7010", 300_000), ("7510", 50_000), ("8410", 1_000),
    ("8910", 2_000),
  ]

  @Test("people, months / 12 and members")
  func people() throws {
    let observed = try register().observed()
    #expect(observed.indicator(.participants)?.number == 4)
    #expect(observed.indicator(.trained)?.number == 2)
    // 3 x 0.5 + 2 + 1 = 4.5 months.
    #expect(observed.indicator(.placeYears)?.number == Rational(45, 120))
    #expect(observed.indicator(.employedDuringYear)?.number == 2)
    #expect(observed.indicator(.employedAtYearEnd)?.number == 1)
    // 6 + 12 x 0.75 = 15 months.
    #expect(observed.indicator(.fullTimeEquivalents)?.number == Rational(5, 4))
    #expect(observed.indicator(.fullTimeEquivalents)?.people == 2)
    #expect(observed.indicator(.members)?.number == 1)
  }

  @Test("transitions by destination, each with a row of its own")
  func transitions() throws {
    let observed = try register().observed()
    for destination in Destination.allCases {
      let expected: Int =
        switch destination {
        case .work, .supportedWork, .droppedOut, .benefits: 1
        default: 0
        }
      let indicator = observed.indicator(.transitions(to: destination))
      #expect(indicator?.number == Rational(expected))
      #expect(indicator?.people == expected)
    }
  }

  @Test("placement by IRIS counts all work of all clients, the strict rate unsubsidised of leavers")
  func placement() throws {
    let observed = try register().observed()
    // D1 and D2 of D1 ... D4.
    #expect(observed.indicator(.placementRate)?.number == Rational(1, 2))
    // D1 of D1, D2 and D4, whose last leaving counts once.
    guard case .share(let part, let whole) = observed.indicator(.strictPlacementRate)?.basis else {
      Issue.record("the strict rate is no share")
      return
    }
    #expect(part.number == 1)
    #expect(whole.number == 3)
  }

  @Test("held and followed up, of the transitions for which the day falls in the year")
  func lasting() throws {
    let observed = try register().observed()
    // Due after 6 months in the year: D1 on 1 October. After 12: D5 on 15 June.
    #expect(observed.indicator(.held(months: 6))?.number == .one)
    #expect(observed.indicator(.followedUp(months: 6))?.number == .one)
    #expect(observed.indicator(.held(months: 12))?.number == .zero)
    #expect(observed.indicator(.followedUp(months: 12))?.number == .zero)
    #expect(observed.indicator(.held(months: 12))?.people == 1)
    // April to December; without evidence nothing is held.
    #expect(observed.indicator(.evidenceMonths(.contract))?.number == 9)
    #expect(observed.indicator(.evidenceMonths(.nothing)) == nil)
  }

  @Test("the median of months from the first day here to the day before leaving")
  func waits() throws {
    // 6, 18, 2 and 5 months: (5 + 6) / 2.
    #expect(
      try register().observed().indicator(.monthsToTransition)?.number == Rational(11, 2))
  }

  @Test("cost per full-time month and per transition, without financial items and tax")
  func costs() throws {
    let observed = try register().observed(costs: Self.costs)
    // 450 000 kr over 4.5 + 15 months, and over 2 transitions to work or studies.
    #expect(
      observed.indicator(.costPerMonth)?.number == Rational(450_000 * 10, 195))
    #expect(observed.indicator(.costPerMonth)?.people == 4)
    #expect(observed.indicator(.costPerTransition)?.number == Rational(225_000))
    #expect(observed.indicator(.costPerTransition)?.people == 2)
  }

  @Test("groups: zero numbers are left out, a share of zero is a finding")
  func groups() throws {
    let observed = try register().observed()
    #expect(observed.indicator(.participants, .gender(.woman))?.number == 2)
    #expect(observed.indicator(.participants, .age(.from35))?.number == 2)
    #expect(observed.indicator(.participants, .age(.upTo24))?.number == 1)
    #expect(observed.indicator(.participants, .age(.from65)) == nil)
    #expect(
      observed.indicator(.strictPlacementRate, .support(.socialAssistance))?.number
        == Rational(1, 2))
    #expect(observed.indicator(.held(months: 12), .gender(.woman))?.number == .zero)
    #expect(observed.indicator(.held(months: 12), .gender(.man)) == nil)
  }

  @Test("the funnel in the year and up to its end")
  func funnel() throws {
    let steps = try register().observed().funnel
    #expect(steps.map(\.inYear?.number) == [2, 2, 2, 2, 1, 0])
    #expect(steps.map(\.ever?.number) == [5, 3, 2, 3, 1, 0])
  }

  @Test("subsidised and unsubsidised work apart; transitions by what came last here")
  func work() throws {
    let observed = try register().observed()
    #expect(observed.work.map(\.records.number) == [1, 1, 1, 1])
    // D3, D2; D1 from April, D2 never held.
    #expect(observed.work.map(\.months.number) == [Rational(9), Rational(6), Rational(9), .zero])
    #expect(observed.leaving.map(\.kind) == [.all, .employment, .training])
    #expect(observed.leaving.map(\.count) == [2, 1, 1])
  }

  @Test("negative and unknown outcomes have every row")
  func setbacks() throws {
    let observed = try register().observed()
    let counts = Dictionary(
      uniqueKeysWithValues: observed.setbacks.map { ($0.kind, $0.count) })
    #expect(observed.setbacks.map(\.kind) == Setback.allCases)
    #expect(counts[.backToSupport] == 1)
    #expect(counts[.droppedOut] == 1)
    #expect(counts[.notReached] == 1)
    // D2 without evidence, D5 whose confirmation has lapsed.
    #expect(counts[.unknownState] == 2)
    #expect(counts[.cameBack] == 0)
    let states = observed.states.map { ($0.kind, $0.count) }
    #expect(states.filter { $0.1 > 0 }.map(\.0) == [.held, .unknown])
  }

  @Test("kronor by evidence: what enters from the wider economy less what leaves to it")
  func kronor() throws {
    let rows = try register()
    let input = try RandomEnterprise(seed: 7).input()
    let year = FiscalYear(
      period: try #require(
        DateRange(IndicatorRegister.day("2025-01-01"), IndicatorRegister.day("2025-12-31"))))
    let goals = YearRecords(
      rows.register, year: year, settings: input.settings,
      held: PreparedYear(rows.register, year: year, settings: input.settings).held
    ).goals.map(\.record)
    func line(
      _ number: Int, _ from: ActorID, _ to: ActorID, of transition: Transition, _ basis: Int64,
      kronor: Int64
    ) throws -> SocialLine {
      try SocialLine(
        .transitions, number: number, LineHead("earnings", .transition, from: from, to: to),
        LineTerms(
          basis: LineBasis(
            .months,
            RecordShare(
              participant: transition.participant, location: transition.location,
              basis: Rational(basis))),
          unitValue: .assumption(.monthlyWage, Amount(ore: kronor * 100))))
    }
    let (first, second) = (rows.register.transitions[0], rows.register.transitions[1])
    let found = KronorByEvidence(
      goals,
      lines: [
        try line(1, .widerEconomy, .participant, of: first, 9, kronor: 25_000),
        try line(2, .employmentService, .widerEconomy, of: second, 1, kronor: 1_000),
        // A transfer inside society moves nothing.
        try line(3, .participant, .municipality, of: first, 9, kronor: 9_000),
      ])
    func kronor(_ evidence: Evidence) -> Rational { found[evidence].map(\.kronor).sum() }
    #expect(kronor(.contract) == Rational(225_000))
    #expect(kronor(.nothing) == Rational(-1_000))
    #expect(kronor(.payslip) == .zero)
  }
}
