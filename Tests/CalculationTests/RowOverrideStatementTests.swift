// Statements with own choices of row: the amount moves, nothing else changes.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook
import Testing

@Suite("Statements with own choices of row")
struct RowOverrideStatementTests {
  private static let lines = [
    Line("1630", 0, -12_000), Line("1930", 50_000, 82_000), Line("2083", -10_000, -10_000),
    Line("2091", -40_000, -40_000), Line("3010", 0, -100_000), Line("5010", 0, 30_000),
    Line("6990", 0, 5_000), Line("7010", 0, 45_000),
  ]

  private func override(
    _ accounts: ClosedRange<Int>, _ row: String, _ reason: String? = nil
  ) -> RowOverride {
    RowOverride(
      accounts: accounts, row: row, reason: reason, location: .init(file: "s.yaml", line: 9))
  }

  private func compute(
    _ lines: [Line], _ overrides: [RowOverride], form: LegalForm = .economicAssociation,
    previous: [Line]? = nil
  ) throws -> (bokslut: FirstBokslut, diagnostics: DiagnosticList) {
    let before = try previous.map {
      PreviousBooks(year: try fiscalYear(2024), trialBalance: try trial($0), origin: .ownFile)
    }
    let outcome = FirstBokslut.compute(
      FirstBokslutInput(
        form: form, year: try fiscalYear(2025), current: try trial(lines), previous: before,
        rowOverrides: overrides))
    return (try #require(outcome.bokslut), outcome.diagnostics)
  }

  @Test("A cost moves to another row with its sign, and the sums stay")
  func costMoves() throws {
    let (bokslut, diagnostics) = try compute(
      Self.lines, [override(6990...6999, "OvrigaRorelsekostnader", "så gör vi")])
    bokslut.checkIdentities()
    #expect(diagnostics.codes == [])
    let income = bokslut.incomeStatement
    #expect(income.ore("OvrigaRorelsekostnader") == -5_000_00)
    #expect(income.ore("OvrigaExternaKostnader") == -30_000_00)
    #expect(income.accounts("OvrigaRorelsekostnader") == ["6990": 5_000_00])
    #expect(income.ore("Rorelsekostnader") == -80_000_00)
    #expect(bokslut.result.ore == 20_000_00)
    let moved = try #require(bokslut.movedAccounts.first)
    #expect(bokslut.movedAccounts.count == 1)
    #expect(moved.account.number == "6990")
    #expect(moved.usualRow?.id == "OvrigaExternaKostnader")
    #expect(moved.row.id == "OvrigaRorelsekostnader")
    #expect(moved.reason == "så gör vi")
  }

  @Test("An account may go from assets to liabilities: both sides shrink or grow alike")
  func acrossTheBalanceSheet() throws {
    let (plain, _) = try compute(Self.lines, [])
    // A tax account in credit is a liability by itself; the settings may keep it among receivables.
    #expect(plain.balanceSheet.ore("Tillgangar") == 82_000_00)
    let (kept, _) = try compute(
      Self.lines, [override(1630...1630, "OvrigaFordringarKortfristiga")])
    #expect(kept.balanceSheet.ore("Tillgangar") == 70_000_00)
    let (bokslut, diagnostics) = try compute(Self.lines, [override(1630...1630, "Skatteskulder")])
    bokslut.checkIdentities()
    #expect(diagnostics.codes == [])
    #expect(bokslut.balanceSheet.ore("Tillgangar") == 82_000_00)
    #expect(bokslut.balanceSheet.ore("Skatteskulder") == 12_000_00)
    #expect(bokslut.balanceSheet.ore("EgetKapitalSkulder") == 82_000_00)
  }

  @Test("An account that the form has no row for counts as placed")
  func foreignIsPlaced() throws {
    let (_, without) = try compute(Self.lines, [], form: .limitedCompany)
    #expect(without.codes == ["BOK001"])
    let (bokslut, diagnostics) = try compute(
      Self.lines, [override(2083...2083, "OvrigaLangfristigaSkulder")], form: .limitedCompany)
    bokslut.checkIdentities()
    #expect(diagnostics.codes == [])
    #expect(bokslut.balanceSheet.ore("OvrigaLangfristigaSkulder") == 10_000_00)
    #expect(bokslut.movedAccounts.map(\.usualRow) == [nil])
  }

  @Test("An account outside BAS that the settings place is not told as placed by its group")
  func outsideBAS() throws {
    let lines = Self.lines + [Line("1999", 0, 1_000), Line("2999", 0, -1_000)]
    func outside(_ overrides: [RowOverride]) throws -> DiagnosticArgument? {
      try compute(lines, overrides).diagnostics.all.first { $0.code == "BOK005" }?
        .arguments["accounts"]
    }
    let row = "OvrigaRorelseintakter"
    #expect(try outside([]) == .text("1999, 3010"))
    #expect(try outside([override(3010...3010, row)]) == .text("1999"))
  }

  @Test("The year before follows the same choices, and an account with a balance only then is told")
  func previousYear() throws {
    let before = [
      Line("1930", 0, 50_000), Line("2083", 0, -10_000), Line("2091", 0, -35_000),
      Line("3010", 0, -9_000), Line("6991", 0, 4_000),
    ]
    let (bokslut, _) = try compute(
      Self.lines, [override(6990...6999, "Personalkostnader")], previous: before)
    #expect(bokslut.incomeStatement.row("Personalkostnader")?.previous?.ore == -4_000_00)
    #expect(bokslut.incomeStatement.ore("Personalkostnader") == -50_000_00)
    #expect(bokslut.movedAccounts.map(\.account.number) == ["6990", "6991"])
  }

  @Test(
    "A choice that changes no row is no choice to tell of, and one that meets no account a note")
  func idleOverrides() throws {
    let (bokslut, diagnostics) = try compute(
      Self.lines,
      [override(5010...5010, "OvrigaExternaKostnader"), override(6100...6199, "Personalkostnader")])
    #expect(bokslut.movedAccounts.isEmpty)
    #expect(diagnostics.codes == ["BOK009"])
    let note = try #require(diagnostics.all.first { $0.code == "BOK009" })
    #expect(note.arguments["accounts"] == .text("6100-6199"))
    #expect(note.location == Diagnostics.SourceLocation(file: "s.yaml", line: 9))
  }

  @Test("An account moved out of equity is not taken for the holder of the result")
  func holderOfTheResult() throws {
    // 2090 changed by just the result, but it is a loan by the settings.
    let lines = [
      Line("1930", 1_000, 6_000), Line("2090", -500, -3_000), Line("2091", -500, -3_000),
      Line("3010", 0, -2_500), Line("8999", 0, 2_500),
    ]
    let (plain, _) = try compute(lines, [])
    #expect(plain.closingEntry == .parked(account: "2090"))
    let (bokslut, _) = try compute(
      lines, [override(2090...2090, "OvrigaKortfristigaSkulder")])
    bokslut.checkIdentities()
    #expect(bokslut.closingEntry == .parked(account: "2091"))
    #expect(bokslut.balanceSheet.ore("OvrigaKortfristigaSkulder") == 3_000_00)
  }

  @Test("The overview of several years follows the choices")
  func overview() throws {
    let books = PreviousBooks(
      year: try fiscalYear(2025), trialBalance: try trial(Self.lines), origin: .ownFile)
    let overview = try MultiYearOverview.compute(
      form: .economicAssociation, years: [books],
      rowOverrides: [override(3010...3010, "OvrigaRorelseintakter")])
    #expect(overview.years.first?.netSales == .zero)
    #expect(overview.years.first?.income == kronor(100_000))
  }
}
