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

  /// Municipal and regional rates of 2019 to 2026 as Skatteverket and SCB publish them.
  static let published: [(name: String, municipal: [String], regional: [String])] = [
    (
      "Stockholm", ["17.74", "17.74", "17.74", "17.74", "17.74", "17.98", "18.22", "18.22"],
      ["12.08", "12.08", "12.08", "12.08", "12.08", "12.38", "12.38", "12.33"]
    ),
    (
      "Vimmerby", ["22.36", "22.36", "22.36", "22.36", "22.36", "22.36", "22.36", "22.36"],
      ["11.37", "11.86", "11.86", "11.86", "11.86", "11.86", "11.86", "11.86"]
    ),
    (
      "Gotland", Array(repeating: "33.6", count: 8), Array(repeating: "0", count: 8)
    ),
  ]

  @Test(arguments: published.indices)
  func threeMunicipalitiesOverEightYears(index: Int) throws {
    let (name, municipal, regional) = Self.published[index]
    for (offset, year) in (2019...2026).enumerated() {
      let rates = try Self.bank(home: name).taxRates(on: Self.day("\(year)-12-31"))
      #expect(rates.municipal.percent == municipal[offset], "\(name) \(year)")
      #expect(rates.regional.percent == regional[offset], "\(name) \(year)")
      #expect(rates.year == year && !rates.isFromNearestYear)
      #expect(rates.source.contains(String(year)))
      #expect(rates.status == (year == 2026 ? "primary" : "seen-secondary"))
    }
  }

  @Test func aYearWithoutRatesTakesTheNearest() throws {
    for (year, nearest) in [("2018-12-31", 2019), ("2027-12-31", 2026), ("2030-12-31", 2026)] {
      let rates = try Self.bank(home: "Karlskrona").taxRates(on: Self.day(year))
      #expect(rates.isFromNearestYear && rates.year == nearest)
    }
  }

  /// Fifteen of 2019 in Västerbotten, and Munkfors 2022.
  @Test func unverifiedCellsAreNoValues() throws {
    let missing = ParameterBank.municipalities.flatMap { name in
      Set(2019...2026).subtracting(
        ParameterBank.embeddedTaxRates(municipality: name).map {
          $0.validFrom.year
        }
      ).map { "\(name) \($0)" }
    }
    #expect(missing.count == 16)
    #expect(missing.filter { $0.hasSuffix(" 2019") }.count == 15)
    #expect(missing.contains("Umeå 2019") && missing.contains("Munkfors 2022"))
    let munkfors = try Self.bank(home: "Munkfors").taxRates(on: Self.day("2022-12-31"))
    #expect(munkfors.isFromNearestYear && munkfors.year == 2021)
    #expect(munkfors.total.percent == "33.7")
    let umea = try Self.bank(home: "Umeå").taxRates(on: Self.day("2019-12-31"))
    #expect(umea.isFromNearestYear && umea.year == 2020)
  }

  @Test func aRateOfTheYearGoesBeforeANearestYearAndTheSettingsBeforeTheTable() throws {
    // Own rates only from 2023: before them the table has the year.
    let bank = try Self.bank(home: "Karlskrona", own: [("2023-01-01", 2_100)])
    let early = try bank.taxRates(on: Self.day("2022-12-31"))
    #expect(early.municipal.tenThousandths == 2_165 && !early.isFromNearestYear)
    // The table has no year before 2019: the nearest is the settings' own.
    let older = try bank.taxRates(on: Self.day("2018-12-31"))
    #expect(older.municipal.tenThousandths == 2_100 && older.status == "own")
    #expect(older.isFromNearestYear && older.year == 2023)
    // Nor has it Munkfors 2022, whose nearest year of its own is 2021.
    let munkfors = try Self.bank(
      home: "Munkfors", own: [("2024-01-01", 2_200), ("2023-01-01", 2_100)])
    let cell = try munkfors.taxRates(on: Self.day("2022-12-31"))
    #expect(cell.municipal.tenThousandths == 2_100 && cell.year == 2023)
    // Another's rates do not stand in for a neighbour.
    let other = try munkfors.taxRates(municipality: "Umeå", on: Self.day("2019-12-31"))
    #expect(other.year == 2020 && other.status != "own")
  }

  @Test func aMunicipalityOfOnesOwnTakesItsOwnNearestRates() throws {
    let bank = try Self.bank(home: "Storbryggan", own: [("2025-01-01", 2_100)])
    let rates = try bank.taxRates(on: Self.day("2024-12-31"))
    #expect(rates.isFromNearestYear && rates.year == 2025 && rates.municipality == "Storbryggan")
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
