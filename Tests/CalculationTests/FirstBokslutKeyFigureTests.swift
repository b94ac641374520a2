// Overview of years, change in equity and key figures of hand-written books.

import Bookkeeping
import Figures
import Rulebook
import Testing

@testable import Calculation

@Suite("First bokslut, overview and key figures")
struct FirstBokslutKeyFigureTests {
  @Test("Soliditet counts untaxed reserves by the year's rate")
  func overview() throws {
    let lines = [
      Line("3041", 0, -100), Line("7210", 0, 70), Line("8811", 0, 20), Line("1930", 0, 200),
      Line("2083", 0, -50), Line("2125", 0, -20), Line("2440", 0, -120),
    ]
    let years = [
      PreviousBooks(
        year: try fiscalYear(2020), trialBalance: try trial(lines), origin: .thisFile),
      PreviousBooks(year: try fiscalYear(2025), trialBalance: try trial(lines), origin: .ownFile),
      PreviousBooks(
        year: try fiscalYear(2024), trialBalance: try trial([Line("3041", 0, -9)]),
        origin: .thisFile),
      PreviousBooks(
        year: try fiscalYear(2025), trialBalance: try trial([]), origin: .thisFile),
    ]
    let overview = try MultiYearOverview.compute(form: .economicAssociation, years: years)
    #expect(overview.years.map { $0.year.label() } == ["2025", "2024", "2020"])
    let newest = try #require(overview.years.first)
    #expect(newest.netSales == kronor(100))
    #expect(newest.resultAfterFinancialItems == kronor(30))
    #expect(newest.equity == kronor(60))
    #expect(newest.untaxedReserves == kronor(20))
    // (60 + 0.794 x 20) / 200 = 75.88 / 200
    #expect(newest.solidity == Rational(7588, 20_000))
    #expect((try #require(newest.solidity) * Rational(100)).text(decimals: 1) == "37.9")
    // (60 + 0.786 x 20) / 200
    #expect(overview.years.last?.solidity == Rational(7572, 20_000))
    let resultOnly = overview.years[1]
    #expect(resultOnly.netSales == kronor(9))
    #expect(resultOnly.assets == nil)
    #expect(resultOnly.solidity == nil)
  }

  @Test("Change in equity closes row by row")
  func equityChange() throws {
    // Last year: contributions 50, retained 20, result 30 not booked.
    let previous = [
      Line("3041", 0, -90), Line("5010", 0, 60), Line("1930", 70, 100), Line("2083", -50, -50),
      Line("2091", -20, -20),
    ]
    // This year: 5 more paid in, the 30 went 10 to reservfond, 15 to retained, 5 paid out.
    let current = [
      Line("3041", 0, -80), Line("5010", 0, 68), Line("1930", 100, 112), Line("2083", -50, -55),
      Line("2086", 0, -10), Line("2091", -20, -35), Line("2098", -30, 0),
    ]
    let found = try firstBokslut(current, previous: previous)
    let change = try #require(try found.bokslut.equityChange(dividend: kronor(5)))
    let byID = Dictionary(change.rows.map { ($0.layout.id, $0) }) { first, _ in first }
    for row in change.rows {
      let sum =
        try row.opening + row.disposition + row.contributions + row.dividend + row.other
        + row.yearResult
      #expect(sum == row.closing, "\(row.layout.id)")
    }
    #expect(byID["own.medlemsinsatser"]?.contributions == kronor(5))
    #expect(byID["Reservfond"]?.disposition == kronor(10))
    #expect(byID["BalanseratResultat"]?.disposition == kronor(20))
    #expect(byID["BalanseratResultat"]?.dividend == kronor(-5))
    #expect(byID["AretsResultatEgetKapital"]?.disposition == kronor(-30))
    #expect(change.rows.allSatisfy { $0.other == .zero })
    #expect(byID["AretsResultatEgetKapital"]?.yearResult == kronor(12))
    // In all: 5 in, 5 out; the rest only moved.
    let total = try #require(byID["EgetKapital"])
    #expect(total.opening == kronor(100))
    #expect(total.disposition == .zero)
    #expect(total.contributions == kronor(5) && total.dividend == kronor(-5))
    #expect(total.closing == kronor(112))
    #expect(byID.keys.contains("FrittEgetKapital") == false)
  }

  @Test("What an issue takes out of other equity is a disposition, and nobody's contribution")
  func bonusIssue() throws {
    let previous = [
      Line("3041", 0, -30), Line("1930", 0, 150), Line("2083", 0, -50), Line("2091", 0, -70),
    ]
    // 40 went from retained earnings to contributions, and 5 were paid in.
    let current = [
      Line("3041", 0, -1), Line("1930", 150, 156), Line("2083", -50, -95), Line("2091", -100, -60),
    ]
    let bokslut = try firstBokslut(current, previous: previous).bokslut
    let change = try #require(try bokslut.equityChange(transfers: ["2083": -40_00, "2091": 40_00]))
    let byID = Dictionary(change.rows.map { ($0.layout.id, $0) }) { first, _ in first }
    #expect(byID["own.medlemsinsatser"]?.contributions == kronor(5))
    #expect(byID["own.medlemsinsatser"]?.disposition == kronor(40))
    #expect(byID["BalanseratResultat"]?.disposition == kronor(-10))
    #expect(change.rows.allSatisfy { $0.other == .zero })
    #expect(byID["EgetKapital"]?.disposition == .zero)
    #expect(byID["EgetKapital"]?.contributions == kronor(5))
  }

  @Test("The reinvested share uses the dividend decided from the year, last year's too")
  func dividendsByYear() throws {
    let previous = [Line("3041", 0, -40), Line("1930", 0, 90), Line("2083", 0, -50)]
    let current = [
      Line("3041", 0, -20), Line("1930", 90, 100), Line("2083", -50, -50), Line("2091", -40, -30),
    ]
    let bokslut = try firstBokslut(current, previous: previous).bokslut
    let figures = try bokslut.keyFigures(
      dividend: kronor(8), booked: BookedDividends(thisYear: kronor(10), nextYear: kronor(5)))
    #expect(figures.dividend == kronor(5) && figures.isDividendBooked)
    #expect(figures.reinvestedShare == Rational(3, 4))
    #expect(figures.dividendPrevious == kronor(10))
    #expect(figures.reinvestedSharePrevious == Rational(3, 4))
    // A later file in which no meeting has decided yet says nothing; the settings do.
    let stated = try bokslut.keyFigures(
      dividend: kronor(8), booked: BookedDividends(nextYear: .zero))
    #expect(stated.dividend == kronor(8) && stated.reinvestedSharePrevious == nil)
  }

  @Test("Key figures are exact and absent where their parts are")
  func keyFigures() throws {
    let found = try firstBokslut([
      Line("3041", 0, -90), Line("7210", 0, 50), Line("1930", 0, 70), Line("2083", 0, -30),
    ])
    let figures = try found.bokslut.keyFigures(
      dividend: kronor(10), employees: Rational(3, 2),
      incomeByKind: [
        .sale: kronor(60), .placementFee: kronor(20), .wageSubsidy: kronor(10),
        .purchase: kronor(-500), .grant: .zero,
      ])
    #expect(figures.memberContributions == kronor(30))
    #expect(figures.memberContributionsChange == nil)
    #expect(figures.reinvestedShare == Rational(3, 4))
    #expect(figures.personnelCostPerEmployee == Rational(100, 3))
    #expect(figures.incomeShares.map(\.kind) == [.sale, .placementFee, .wageSubsidy])
    #expect(
      figures.incomeShares.map(\.share) == [Rational(2, 3), Rational(2, 9), Rational(1, 9)])

    let none = try found.bokslut.keyFigures(employees: .zero)
    #expect(none.reinvestedShare == nil)
    #expect(none.personnelCostPerEmployee == nil)
    #expect(none.incomeShares.isEmpty)
  }
}
