// What is valid on a day, with the settings' own values over the bank; figures by hand.

import Bookkeeping
import Diagnostics
import Testing

@testable import Rulebook

extension ParameterBank {
  /// The embedded bank alone.
  static let embedded = ParameterBank(settings: nil)

  /// The value in kr a month on one day.
  fileprivate func monthlyValue(_ id: String, on day: CalendarDate) throws -> MonthlyValue? {
    try monthlyValues(id, in: #require(DateRange(day, day))).first?.value
  }

  /// The rate on one day.
  fileprivate func rate(_ id: String, on day: CalendarDate) throws -> RateValue? {
    rates(id, in: try #require(DateRange(day, day))).first?.value
  }
}

@Suite struct ParameterBankTests {
  static let place = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func period(_ start: String, _ end: String) throws -> DateRange {
    try #require(DateRange(try day(start), try day(end)))
  }

  static func settings(_ values: [OwnValue]) -> Settings {
    var settings = Settings(
      organisation: Organisation(
        id: "prov", name: "Prov", municipality: Located("Karlskrona", at: place)),
      books: .pattern(Located("bokforing/*.se", at: place)), location: place)
    settings.values = values
    return settings
  }

  static func own(
    _ id: String, kronor: Int64, unit: ParameterUnit = .kronorPerMonth, from: String,
    to: String? = nil
  ) throws -> OwnValue {
    OwnValue(
      id: id, content: .value(ParameterValue(tenThousandths: kronor * 10_000), unit),
      from: try day(from), to: try to.map { try day($0) }, source: "prov", location: place)
  }

  static func reference(
    _ id: String, _ target: String, from: String, to: String? = nil
  ) throws -> OwnValue {
    OwnValue(
      id: id, content: .reference(target), from: try day(from), to: try to.map { try day($0) },
      source: "prov", location: place)
  }

  @Test func aYearMayHaveTwoValues() throws {
    let bank = ParameterBank.embedded
    let segments = try bank.monthlyValues(
      "aktivitetsstod.lagsta", in: Self.period("2025-01-01", "2025-12-31"))
    #expect(
      segments.map(\.period.description) == [
        "2025-01-01--2025-09-30", "2025-10-01--2025-12-31",
      ])
    // 223 x 260 / 12 = 4831.67; 365 x 260 / 12 = 7908.33.
    #expect(segments.map(\.value?.amount.ore) == [483_167, 790_833])
    #expect(segments[1].value?.validFrom == (try Self.day("2025-10-01")))
    #expect(segments[1].value?.validTo == nil)
  }

  @Test func priceBaseAmountsFollowTheDay() throws {
    let bank = ParameterBank.embedded
    let segments = try bank.monthlyValues(
      "garantiersattning.hel", in: Self.period("2024-07-01", "2025-06-30"))
    // 2.78 x 57 300 / 12 = 13 274.50; 2.78 x 58 800 / 12 = 13 622.00.
    #expect(segments.map(\.value?.amount.ore) == [1_327_450, 1_362_200])
    #expect(
      segments.map { $0.value?.chain.parameters.map(\.id) } == [
        ["garantiersattning.hel", "prisbasbelopp"], ["garantiersattning.hel", "prisbasbelopp"],
      ])
    // The latest start of the chain is the price base amount's.
    #expect(
      segments.map(\.value?.validFrom) == [
        try Self.day("2024-01-01"), try Self.day("2025-01-01"),
      ])
  }

  @Test func calendarDaysAreAYearsTwelfth() throws {
    let bank = ParameterBank(
      settings: Self.settings([
        try Self.own("sjukpenning", kronor: 500, unit: .kronorPerCalendarDay, from: "2025-01-01")
      ]))
    // 500 x 365 / 12 = 15 208.33.
    #expect(
      try bank.monthlyValue("sjukpenning", on: Self.day("2025-05-05"))?.amount.ore == 1_520_833)
  }

  @Test func halvesAreRoundedAwayFromZero() throws {
    // 0.03 kr x 260 / 12 = 0.65; 0.27 x 260/12 = 5.85; 0.0003 prisbasbelopp: 0.0003 x 58 800 / 12
    // = 1.47. A half: 0.0018 x 47 300 (2020) / 12 = 7.095 -> 7.10.
    let value = OwnValue(
      id: "x", content: .value(ParameterValue(tenThousandths: 18), .priceBaseAmountsPerYear),
      from: try Self.day("2020-01-01"), to: nil, source: "prov", location: Self.place)
    let bank = ParameterBank(settings: Self.settings([value]))
    #expect(try bank.monthlyValue("x", on: Self.day("2020-06-01"))?.amount.ore == 710)
  }

  @Test func missingDaysAreGaps() throws {
    let bank = ParameterBank(
      settings: Self.settings([
        try Self.own("försörjningsstöd", kronor: 9_850, from: "2025-02-01", to: "2025-03-31"),
        try Self.own("försörjningsstöd", kronor: 9_900, from: "2025-05-01"),
      ]))
    let segments = try bank.monthlyValues(
      "forsorjningsstod", in: Self.period("2025-01-01", "2025-12-31"))
    #expect(
      segments.map { "\($0.period) \($0.value?.amount.description ?? "-")" } == [
        "2025-01-01--2025-01-31 -", "2025-02-01--2025-03-31 9850.00", "2025-04-01--2025-04-30 -",
        "2025-05-01--2025-12-31 9900.00",
      ])
  }

  @Test func anUnknownIDIsOneGap() throws {
    let period = try Self.period("2025-01-01", "2025-12-31")
    let segments = ParameterBank.embedded.parameters("utvecklingsersättning", in: period)
    #expect(segments.map(\.period) == [period])
    #expect(segments.first?.value == nil)
    #expect(!ParameterBank.embedded.knows("utvecklingsersättning"))
  }

  @Test func ownValuesWinOnTheirDaysOnly() throws {
    let own = OwnValue(
      id: "arbetsgivaravgift",
      content: .value(ParameterValue(tenThousandths: 200_000), .percent),
      from: try Self.day("2025-04-01"), to: try Self.day("2025-06-30"), source: "prov",
      location: Self.place)
    let bank = ParameterBank(settings: Self.settings([own]))
    let segments = bank.rates("arbetsgivaravgift", in: try Self.period("2025-01-01", "2025-12-31"))
    #expect(
      segments.map { "\($0.period) \($0.value?.rate.description ?? "-")" } == [
        "2025-01-01--2025-03-31 0.3142", "2025-04-01--2025-06-30 0.2",
        "2025-07-01--2025-12-31 0.3142",
      ])
    #expect(segments[1].value?.chain.first.origin == .settings(Self.place))
    #expect(segments[1].value?.chain.first.status == "own")
  }

  @Test func aReferenceIsValidWhereBothAre() throws {
    let bank = ParameterBank(
      settings: Self.settings([
        try Self.reference("aktivitetsstöd", "aktivitetsstod.lagsta", from: "2025-09-01")
      ]))
    let segments = try bank.monthlyValues(
      "aktivitetsstöd", in: Self.period("2025-08-01", "2025-12-31"))
    #expect(
      segments.map { "\($0.period) \($0.value?.amount.description ?? "-")" } == [
        "2025-08-01--2025-08-31 -", "2025-09-01--2025-09-30 4831.67",
        "2025-10-01--2025-12-31 7908.33",
      ])
    let value = try #require(segments[1].value)
    #expect(value.chain.parameters.map(\.id) == ["aktivitetsstöd", "aktivitetsstod.lagsta"])
    // The own value starts later than what it points at; its target ends first.
    #expect(value.validFrom == (try Self.day("2025-09-01")))
    #expect(value.validTo == (try Self.day("2025-09-30")))
  }

  @Test func referencesMayFollowOneAnother() throws {
    let bank = ParameterBank(
      settings: Self.settings([
        try Self.reference("sjukersättning", "hel", from: "2025-01-01"),
        try Self.reference("hel", "garantiersattning.hel", from: "2025-01-01"),
      ]))
    let value = try #require(try bank.monthlyValue("sjukersättning", on: Self.day("2025-03-01")))
    #expect(value.amount.ore == 1_362_200)
    #expect(
      value.chain.parameters.map(\.id) == [
        "sjukersättning", "hel", "garantiersattning.hel", "prisbasbelopp",
      ])
  }

  @Test func aRingGivesNoValueAndEnds() throws {
    let bank = ParameterBank(
      settings: Self.settings([
        try Self.reference("a", "b", from: "2025-01-01"),
        try Self.reference("b", "a", from: "2025-01-01"),
      ]))
    #expect(try bank.monthlyValue("a", on: Self.day("2025-03-01")) == nil)
  }

  @Test func aShareIsNoMonthlyAmountAndKronorNoRate() throws {
    let day = try Self.day("2025-03-01")
    #expect(try ParameterBank.embedded.monthlyValue("arbetsgivaravgift", on: day) == nil)
    #expect(try ParameterBank.embedded.rate("prisbasbelopp", on: day) == nil)
    let slope = try #require(try ParameterBank.embedded.rate("jobbskatteavdrag.lutning2", on: day))
    #expect(slope.rate.description == "0.199")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func segmentsCoverThePeriodWithoutOverlap(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let base = try Self.day("2024-01-01")
    for _ in 0..<50 {
      var values: [OwnValue] = []
      var next = base
      for index in 0..<Int.random(in: 0...4, using: &generator) {
        let start = next.adding(days: Int.random(in: 0...90, using: &generator))
        let end = start.adding(days: Int.random(in: 0...200, using: &generator))
        let target =
          Bool.random(using: &generator) ? "aktivitetsstod.lagsta" : "garantiersattning.hel"
        let content: OwnValue.Content =
          index % 2 == 0
          ? .reference(target)
          : .value(ParameterValue(tenThousandths: 10_000), .priceBaseAmountsPerYear)
        values.append(
          OwnValue(
            id: "v", content: content, from: start, to: end, source: "s", location: Self.place))
        next = end.adding(days: 1)
      }
      let bank = ParameterBank(settings: Self.settings(values))
      let start = base.adding(days: Int.random(in: -100...300, using: &generator))
      let period = try #require(
        DateRange(start, start.adding(days: Int.random(in: 0...900, using: &generator))))
      let segments = try bank.monthlyValues("v", in: period)
      #expect(segments.first?.period.start == period.start)
      #expect(segments.last?.period.end == period.end)
      for (earlier, later) in zip(segments, segments.dropFirst()) {
        #expect(earlier.period.end.adding(days: 1) == later.period.start)
      }
      for segment in segments {
        guard let value = segment.value else { continue }
        #expect(value.validFrom <= segment.period.start)
        #expect(value.validTo.map { segment.period.end <= $0 } ?? true)
        // Any day inside asks for the same value.
        #expect(try bank.monthlyValue("v", on: segment.period.end) == value)
      }
    }
  }
}

/// A seeded generator: the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
