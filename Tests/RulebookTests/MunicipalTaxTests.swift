// Which tax rates hold for whom and when.

import Bookkeeping
import Diagnostics
import Testing

@testable import Rulebook

@Suite struct MunicipalTaxTests {
  static let place = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func bank(home: String?, own: [(from: String, municipal: Int64)] = []) throws
    -> ParameterBank
  {
    var settings = Settings(
      organisation: Organisation(
        id: "prov", name: "Prov", municipality: home.map { Located($0, at: place) }),
      books: .pattern(Located("bokforing/*.se", at: place)), location: place)
    settings.taxRates = try own.map {
      OwnTaxRate(
        from: try day($0.from), municipal: Rate(tenThousandths: $0.municipal),
        regional: Rate(tenThousandths: 1_200), source: "beslut", location: place)
    }
    return ParameterBank(settings: settings)
  }

  @Test func theMunicipalityGivesItsRates() throws {
    let rates = try Self.bank(home: "karlskrona").taxRates(on: Self.day("2025-12-31"))
    #expect(rates.municipality == "Karlskrona")
    #expect(rates.municipal.percent == "21.65" && rates.regional.percent == "12.04")
    #expect(rates.total.tenThousandths == 3_369)
    #expect(!rates.isFromNearestYear && rates.year == 2025)
    #expect(rates.validFrom == (try Self.day("2025-01-01")))
  }

  @Test func aYearWithoutRatesTakesTheNearest() throws {
    for year in ["2023-12-31", "2026-12-31"] {
      let rates = try Self.bank(home: "Karlskrona").taxRates(on: Self.day(year))
      #expect(rates.isFromNearestYear && rates.year == 2025)
    }
  }

  @Test func ownRatesWinFromTheirDay() throws {
    let bank = try Self.bank(
      home: "Karlskrona", own: [("2025-07-01", 2_200), ("2024-01-01", 2_100)])
    #expect(try bank.taxRates(on: Self.day("2025-06-30")).municipal.tenThousandths == 2_100)
    let later = try bank.taxRates(on: Self.day("2025-12-31"))
    #expect(later.municipal.tenThousandths == 2_200)
    #expect(later.year == nil && later.status == "own" && later.source == "beslut")
    #expect(later.validFrom == (try Self.day("2025-07-01")))
    // Before the first own rates the table holds.
    #expect(try bank.taxRates(on: Self.day("2023-12-31")).municipal.tenThousandths == 2_165)
  }

  @Test func ownRatesAreNotAnotherMunicipalitys() throws {
    let bank = try Self.bank(home: "Karlskrona", own: [("2024-01-01", 2_100)])
    let rates = try bank.taxRates(municipality: "Ronneby", on: Self.day("2025-12-31"))
    #expect(rates.municipality == "Ronneby" && rates.status != "own")
    let home = try bank.taxRates(municipality: "KARLSKRONA", on: Self.day("2025-12-31"))
    #expect(home.status == "own")
  }

  @Test func anUnknownNameGivesTheNearest() throws {
    let day = try Self.day("2025-12-31")
    let bank = try Self.bank(home: "Karlskrone")
    #expect(throws: TaxRateProblem.unknownMunicipality("Karlskrone", nearest: "Karlskrona")) {
      try bank.taxRates(on: day)
    }
    #expect(throws: TaxRateProblem.noMunicipality) {
      try Self.bank(home: nil).taxRates(on: day)
    }
  }

  @Test func aMunicipalityOfOnesOwnNeedsOnlyOwnRates() throws {
    let bank = try Self.bank(home: "Storbryggan", own: [("2024-01-01", 2_100)])
    #expect(try bank.taxRates(on: Self.day("2025-12-31")).municipality == "Storbryggan")
  }

  @Test func accentsThatTellTwoMunicipalitiesApartCount() throws {
    let day = try Self.day("2025-12-31")
    let bank = try Self.bank(home: "Håbo", own: [("2024-01-01", 2_100)])
    #expect(try bank.taxRates(municipality: "håbo", on: day).status == "own")
    #expect(try bank.taxRates(municipality: "Habo", on: day).municipality == "Habo")
    #expect(ParameterBank.isSameMunicipality("Malmo", "MALMÖ"))
    #expect(!ParameterBank.isSameMunicipality("Habo", "Håbo"))
  }
}
