// What the year decides of a person's tax: who is left out, and whose rules and rates stand in.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct TaxYearTests {
  /// Full-time people who had no support, born in these years, employed all of a year.
  private func enterprise(
    _ year: Int, born: [Int] = [1985], home: String = "Karlskrona", towns: [String?] = [nil]
  ) throws -> RandomEnterprise {
    var enterprise = try RandomEnterprise(seed: 7)
    let start = try #require(CalendarDate(year: year, month: 1, day: 1))
    let end = try #require(CalendarDate(year: year, month: 12, day: 31))
    enterprise.year = FiscalYear(period: try #require(DateRange(start, end)))
    enterprise.removeScaling()
    enterprise.adopted = nil
    let place = try #require(enterprise.register.participants.first).location
    enterprise.settings.organisation.municipality = Located(home, at: place)
    enterprise.settings.taxRates = []
    enterprise.settings.values = []
    var register = OutcomeRegister()
    for (index, birthYear) in born.enumerated() {
      let id = ParticipantID(rawValue: "P\(index)")
      register.participants.append(
        Participant(
          id: id, birthYear: .year(birthYear), gender: .woman, supportBefore: .none,
          municipality: towns[index % towns.count], location: place))
      register.employments.append(
        Employment(
          participant: id, start: start, end: end, extent: .one,
          monthlyWage: Amount(ore: 2_500_000), location: place))
    }
    enterprise.register = register
    enterprise.settings.assumptions = Assumptions(location: place)
    for kind in OutcomeKind.allCases {
      for id in [AssumptionID.deadweight(kind), .displacement(kind), .attribution(kind)] {
        enterprise.settings.assumptions?.values[id] = StatedAssumption(
          .rate(.zero), source: "antaget", location: place)
      }
    }
    return enterprise
  }

  private func taxRemarks(_ bokslut: SecondBokslut) -> [Remark] {
    bokslut.remarks.filter {
      switch $0 {
      case .untaxed, .noJobTaxCredit, .creditsOfOtherYear, .ratesOfOtherYear: true
      default: false
      }
    }
  }

  @Test(
    "whoever had turned 65 when the year began is left out through 2023, then who had turned 66",
    arguments: [
      (2019, 65, [1954, 1953]), (2023, 65, [1958, 1957]), (2024, 66, [1958, 1957]),
      (2026, 66, [1960, 1959]),
    ])
  func age(year: Int, age: Int, born: [Int]) throws {
    let bokslut = try enterprise(year, born: born).computed()
    #expect(bokslut.taxes.map(\.participant.rawValue) == ["P0"])
    #expect(taxRemarks(bokslut) == [.untaxed(people: 1, age: age)])
  }

  @Test("a year after the tables takes the latest, and says so; its rates are the nearest year's")
  func later() throws {
    let bokslut = try enterprise(2027).computed()
    let tax = try #require(bokslut.taxes.first)
    #expect(
      taxRemarks(bokslut) == [
        .creditsOfOtherYear(2026, incomeYear: 2027),
        .ratesOfOtherYear(2026, incomeYear: 2027, municipalities: ["Karlskrona"]),
      ])
    // p = 59 600. 300 000: allowance 45 892 - 0.1 x (300 000 - 185 356) = 34 427.60 -> 34 500;
    // 1.813p + 0.251 x (300 000 - 193 104) = 134 885.696; less 34 500, x 0.3369 = 33 819.94.
    #expect(tax.after.credits[1].used == 33_819)
    let price = try #require(
      bokslut.parametersUsed.first { $0.parameter.id == "prisbasbelopp" })
    #expect(price.parameter.status == "preliminary")
    #expect(taxRemarks(try enterprise(2026).computed()).isEmpty)
  }

  @Test("a cell without rates takes the nearest year's, the earlier of two as near")
  func unverified() throws {
    let bokslut = try enterprise(2022, home: "Munkfors").computed()
    #expect(
      taxRemarks(bokslut) == [
        .ratesOfOtherYear(2021, incomeYear: 2022, municipalities: ["Munkfors"])
      ])
    let mixed = try enterprise(
      2019, born: [1985, 1986, 1987], towns: ["Umeå", nil, "Dorotea"]
    ).computed()
    #expect(
      taxRemarks(mixed) == [
        .ratesOfOtherYear(2020, incomeYear: 2019, municipalities: ["Dorotea", "Umeå"])
      ])
  }

  @Test("the regional credit follows where the person lives, by any spelling")
  func regional() throws {
    let bokslut = try enterprise(
      2025, born: [1985, 1986, 1987], home: "avesta", towns: [nil, "Karlskrona", "KIRUNA"]
    ).computed()
    #expect(bokslut.taxes.map { $0.after.credits[4].used } == [1_675, 0, 1_675])
    let before = try enterprise(2019, home: "Avesta").computed()
    #expect(before.taxes.map { $0.after.credits[4].used } == [0])
  }
}
