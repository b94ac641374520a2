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
    #expect(observed.indicator(.participants)?.value == .people(4))
    #expect(observed.indicator(.trained)?.value == .people(2))
    // 3 x 0.5 + 2 + 1 = 4.5 months.
    #expect(observed.indicator(.placeYears)?.value == .fullTimeYears(Rational(45, 120)))
    #expect(observed.indicator(.employedDuringYear)?.value == .people(2))
    #expect(observed.indicator(.employedAtYearEnd)?.value == .people(1))
    // 6 + 12 x 0.75 = 15 months.
    #expect(observed.indicator(.fullTimeEquivalents)?.value == .fullTimeYears(Rational(5, 4)))
    #expect(observed.indicator(.fullTimeEquivalents)?.people == 2)
    #expect(observed.indicator(.members)?.value == .people(1))
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
      #expect(indicator?.value == .transitions(expected))
      #expect(indicator?.people == expected)
    }
  }

  @Test("placement by IRIS counts all work of all clients, the strict rate unsubsidised of leavers")
  func placement() throws {
    let observed = try register().observed()
    // D1 and D2 of D1 ... D4.
    #expect(observed.indicator(.placementRate)?.value == .share(Rational(1, 2)))
    // D1 of D1, D2 and D4, whose last leaving counts once.
    let strict = observed.indicator(.strictPlacementRate)
    #expect(strict?.value == .share(Rational(1, 3)))
    #expect(strict?.quotient?.part == .init(.people(1), people: 1))
    #expect(strict?.quotient?.whole == .init(.people(3), people: 3))
  }

  @Test("held and followed up, of the transitions for which the day falls in the year")
  func lasting() throws {
    let observed = try register().observed()
    // Due after 6 months in the year: D1 on 1 October. After 12: D5 on 15 June.
    #expect(observed.indicator(.held(months: 6))?.value == .share(.one))
    #expect(observed.indicator(.followedUp(months: 6))?.value == .share(.one))
    #expect(observed.indicator(.held(months: 12))?.value == .share(.zero))
    #expect(observed.indicator(.followedUp(months: 12))?.value == .share(.zero))
    #expect(observed.indicator(.held(months: 12))?.people == 1)
    // April to December; without evidence nothing is held.
    #expect(observed.indicator(.evidenceMonths(.contract))?.value == .months(Rational(9)))
    #expect(observed.indicator(.evidenceMonths(.nothing)) == nil)
  }

  @Test("the median of months from the first day here to the day before leaving")
  func waits() throws {
    // 6, 18, 2 and 5 months: (5 + 6) / 2.
    #expect(
      try register().observed().indicator(.monthsToTransition)?.value == .months(Rational(11, 2)))
  }

  @Test("cost per full-time month and per transition, without financial items and tax")
  func costs() throws {
    let observed = try register().observed(costs: Self.costs)
    // 450 000 kr over 4.5 + 15 months, and over 2 transitions to work or studies.
    #expect(
      observed.indicator(.costPerMonth)?.value == .kronor(Rational(450_000 * 10, 195)))
    #expect(observed.indicator(.costPerMonth)?.people == 4)
    #expect(observed.indicator(.costPerTransition)?.value == .kronor(Rational(225_000)))
    #expect(observed.indicator(.costPerTransition)?.people == 2)
  }

  @Test("groups: zero numbers are left out, a share of zero is a finding")
  func groups() throws {
    let observed = try register().observed()
    #expect(observed.indicator(.participants, .gender(.woman))?.value == .people(2))
    #expect(observed.indicator(.participants, .age(.from35))?.value == .people(1 + 1))
    #expect(observed.indicator(.participants, .age(.upTo24))?.value == .people(1))
    #expect(observed.indicator(.participants, .age(.from65)) == nil)
    #expect(
      observed.indicator(.strictPlacementRate, .support(.socialAssistance))?.value
        == .share(Rational(1, 2)))
    #expect(observed.indicator(.held(months: 12), .gender(.woman))?.value == .share(.zero))
    #expect(observed.indicator(.held(months: 12), .gender(.man)) == nil)
  }

  @Test("the funnel in the year and up to its end")
  func funnel() throws {
    let steps = try register().observed().funnel
    #expect(steps.map(\.inYear) == [2, 2, 2, 2, 1, 0])
    #expect(steps.map(\.ever) == [5, 3, 2, 3, 1, 0])
  }

  @Test("subsidised and unsubsidised work apart; transitions by what came last here")
  func work() throws {
    let observed = try register().observed()
    #expect(observed.work.map(\.count) == [1, 1, 1, 1])
    // D3, D2; D1 from April, D2 never held.
    #expect(observed.work.map(\.months) == [Rational(9), Rational(6), Rational(9), .zero])
    #expect(observed.leaving.all.count == 2)
    #expect(observed.leaving.fromEmployment.count == 1)
    #expect(observed.leaving.fromTraining.count == 1)
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
      rows.register, year: year, assumed: input.settings.assumptions?.transition
    ).goals
    func line(
      _ number: Int, _ from: ActorID, _ to: ActorID, of transition: Transition, _ basis: Int64,
      kronor: Int64
    ) throws -> SocialLine {
      try SocialLine(
        reference: LineReference(series: .transitions, number: number), kind: "earnings",
        outcome: .transition, from: from, to: to, basis: Quantity(hundredths: basis * 100),
        basisUnit: .months, unitValue: Amount(ore: kronor * 100),
        factor: Factor(millionths: 1_000_000),
        origin: LineOrigin(records: [
          .init(
            participant: transition.participant, location: transition.location,
            basis: Rational(basis))
        ]))
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
    #expect(found[.contract] == Rational(225_000))
    #expect(found[.nothing] == Rational(-1_000))
    #expect(found[.payslip] == .zero)
  }
}
