// The year before beside this year: columns, opening balances and what is not known.

import Bookkeeping
import Figures
import Rulebook
import Testing

@testable import Calculation

@Suite("First bokslut, two years")
struct FirstBokslutYearsTests {
  static let lastYear: [Line] = [
    Line("3041", 0, -90), Line("5010", 0, 60), Line("1930", 10, 40), Line("2083", -10, -10),
  ]

  @Test("The column of the year before comes from its own books")
  func columns() throws {
    let found = try firstBokslut(
      [
        Line("3041", 0, -70), Line("7210", 0, 20), Line("1930", 40, 90), Line("2083", -10, -10),
        Line("2098", -30, -30),
      ], previous: Self.lastYear)
    let sales = try #require(found.bokslut.incomeStatement.row("Nettoomsattning"))
    #expect(sales.previous == kronor(90))
    let premises = try #require(found.bokslut.incomeStatement.row("OvrigaExternaKostnader"))
    #expect(premises.current == .zero)
    #expect(premises.previous == kronor(-60))
    #expect(premises.accounts.map(\.account.number) == ["5010"])
    #expect(found.bokslut.incomeStatement.row("AretsResultat")?.previous == kronor(30))
    let equity = try #require(found.bokslut.balanceSheet.row("EgetKapitalSkulder"))
    #expect(equity.previous == kronor(40))
    #expect(found.bokslut.balanceSheet.row("AretsResultatEgetKapital")?.previous == kronor(30))
    // 2098 opens with last year's result, which was not booked then: explained.
    #expect(
      found.bokslut.openingDifferences == [
        OpeningDifference(
          account: Account(number: "2098"), previousClosing: .zero, opening: kronor(-30),
          difference: kronor(-30), carriesResult: true)
      ])
    #expect(found.diagnostics.codes == [])
    found.bokslut.checkIdentities()
  }

  @Test("An opening balance that is not last year's closing balance is listed and warned about")
  func openingDiffers() throws {
    let found = try firstBokslut(
      [
        Line("3041", 0, -70), Line("7210", 0, 20), Line("1930", 45, 95), Line("2083", -10, -10),
        Line("2098", -35, -35),
      ], previous: Self.lastYear)
    let listed = found.bokslut.openingDifferences
    #expect(listed.map(\.account.number) == ["1930", "2098"])
    #expect(listed.map(\.difference) == [kronor(5), kronor(-35)])
    #expect(listed.map(\.carriesResult) == [false, false])
    #expect(found.diagnostics.codes == ["BOK020"])
  }

  @Test("Year -1 of a file without result accounts leaves the column empty, not zero")
  func previousResultUnknown() throws {
    let found = try firstBokslut(
      [
        Line("3041", 0, -70), Line("7210", 0, 20), Line("1930", 40, 90), Line("2083", -10, -10),
        Line("2099", -30, -30),
      ], previous: [Line("1930", 0, 40), Line("2083", 0, -10), Line("2099", 0, -30)],
      origin: .thisFile)
    #expect(found.bokslut.incomeStatement.row("AretsResultat")?.previous == nil)
    let inEquity = try #require(found.bokslut.balanceSheet.row("AretsResultatEgetKapital"))
    #expect(inEquity.previous == kronor(30))
    #expect(inEquity.accounts.map(\.account.number) == ["2099"])
    #expect(found.bokslut.balanceSheet.row("EgetKapitalSkulder")?.previous == kronor(40))
    #expect(found.diagnostics.codes == ["BOK015", "BOK019"])
  }

  @Test(
    "Without result accounts, what the balance accounts leave is the result, unless some is booked")
  func previousRemainder() throws {
    let current = [Line("1930", 0, 0), Line("3041", 0, -1), Line("1910", 0, 1)]
    var found = try firstBokslut(
      current, previous: [Line("1930", 0, 40), Line("2083", 0, -10)], origin: .thisFile)
    let sheet = found.bokslut.balanceSheet
    #expect(sheet.row("AretsResultatEgetKapital")?.previous == kronor(30))
    #expect(sheet.row("own.differens") == nil)
    #expect(found.diagnostics.codes == ["BOK019"])

    found = try firstBokslut(
      current, previous: [Line("1930", 0, 40), Line("2083", 0, -10), Line("2099", 0, -25)],
      origin: .thisFile)
    let differing = found.bokslut.balanceSheet
    #expect(differing.row("AretsResultatEgetKapital")?.previous == kronor(25))
    #expect(differing.row("own.differens")?.previous == kronor(5))
    #expect(differing.row("EgetKapitalSkulder")?.previous == kronor(40))
    #expect(found.diagnostics.codes == ["BOK019", "BOK094"])
  }

  @Test("An account without a row in the year before only is a warning, and nothing is hidden")
  func previousUnplaced() throws {
    let found = try firstBokslut(
      [
        Line("3041", 0, -70), Line("7210", 0, 20), Line("1930", 40, 90), Line("2083", -10, -10),
        Line("2098", -30, -30),
      ],
      previous: Self.lastYear.filter { $0.number != "2083" } + [Line("2081", -10, -10)])
    #expect(!found.diagnostics.hasErrors)
    #expect(found.diagnostics.codes.contains("BOK004"))
    let sheet = found.bokslut.balanceSheet
    #expect(sheet.row("own.differens")?.previous == kronor(10))
    #expect(sheet.row("Tillgangar")?.previous == sheet.row("EgetKapitalSkulder")?.previous)
  }

  @Test("Without anything known of the year before there is no column")
  func noPrevious() throws {
    let found = try firstBokslut(Self.lastYear)
    #expect(found.bokslut.previousYear == nil)
    #expect(found.bokslut.balanceSheet.rows.allSatisfy { $0.previous == nil })
  }
}
