// A liability in debit is a receivable and a receivable in credit a liability, row by row.

import Bookkeeping
import Diagnostics
import Rulebook
import Testing

@testable import Calculation

@Suite struct TurnedAccountTests {
  /// The balance sheet's rows of some balances, with equity for the rest.
  private func sheet(
    _ balances: [(String, Int64)], overrides: [RowOverride] = [], previous: [Line]? = nil
  ) throws -> FirstBokslut {
    let rest = -balances.reduce(0) { $0 + $1.1 }
    let lines = balances.map { Line($0.0, $0.1, $0.1) } + [Line("2083", rest, rest)]
    let year = try fiscalYear(2025)
    let outcome = FirstBokslut.compute(
      FirstBokslutInput(
        form: .economicAssociation, year: year, current: try trial(lines),
        previous: try previous.map {
          PreviousBooks(year: try fiscalYear(2024), trialBalance: try trial($0), origin: .ownFile)
        }, rowOverrides: overrides))
    let bokslut = try #require(outcome.bokslut)
    bokslut.checkIdentities()
    return bokslut
  }

  @Test("the tax account by itself")
  func taxAccount() throws {
    let credit = try sheet([("1930", 100), ("1630", -7), ("1640", 3)])
    #expect(credit.balanceSheet.ore("OvrigaKortfristigaSkulder") == 700)
    #expect(credit.balanceSheet.ore("OvrigaFordringarKortfristiga") == 300)
    #expect(credit.balanceSheet.ore("Tillgangar") == 10_300)
    #expect(credit.turnedAccounts.map(\.account.number) == ["1630"])
    #expect(credit.turnedAccounts.map(\.usualRow.id) == ["OvrigaFordringarKortfristiga"])
    let debit = try sheet([("1930", 100), ("1630", 7)])
    #expect(debit.balanceSheet.ore("Tillgangar") == 10_700)
    #expect(debit.turnedAccounts.isEmpty)
  }

  @Test("VAT as one sum: what is owed and what is to be had in one settlement")
  func valueAddedTax() throws {
    let owed = try sheet([("1930", 100), ("2611", -25), ("2641", 20), ("2650", 1)])
    #expect(owed.balanceSheet.ore("OvrigaKortfristigaSkulder") == 400)
    #expect(owed.turnedAccounts.isEmpty)
    let toBeHad = try sheet([("1930", 100), ("2611", -25), ("2641", 30), ("2650", 1)])
    #expect(toBeHad.balanceSheet.ore("OvrigaFordringarKortfristiga") == 600)
    #expect(toBeHad.balanceSheet.ore("OvrigaKortfristigaSkulder") == nil)
    #expect(toBeHad.turnedAccounts.map(\.account.number) == ["2611", "2641", "2650"])
  }

  @Test("tax paid in advance, and a claim on tax that became a debt")
  func tax() throws {
    let paid = try sheet([("1930", 100), ("2510", -10), ("2518", 12)])
    #expect(paid.balanceSheet.ore("OvrigaFordringarKortfristiga") == 200)
    let owed = try sheet([("1930", 100), ("1640", 5), ("1642", -8)])
    #expect(owed.balanceSheet.ore("Skatteskulder") == 300)
    #expect(owed.balanceSheet.ore("Tillgangar") == 10_000)
  }

  @Test("other rows: suppliers, customers, overdrafts, accruals; fixed assets and equity stay")
  func others() throws {
    for (account, amount, row) in [
      ("2440", Int64(9), "OvrigaFordringarKortfristiga"), ("1510", -9, "OvrigaKortfristigaSkulder"),
      ("1940", -9, "CheckrakningskreditKortfristig"),
      ("2990", 9, "ForutbetaldaKostnaderUpplupnaIntakter"),
      ("1710", -9, "UpplupnaKostnaderForutbetaldaIntakter"),
      ("2710", 9, "OvrigaFordringarKortfristiga"), ("2893", 9, "OvrigaFordringarKortfristiga"),
      ("2350", 9, "AndraLangfristigaFordringar"),
    ] {
      let sheet = try sheet([("1920", 100), (account, amount)])
      #expect(sheet.balanceSheet.ore(row) == 900, "\(account)")
    }
    let still = try sheet([("1920", 100), ("1229", -5), ("1910", -2), ("1519", -1), ("1510", 4)])
    #expect(still.turnedAccounts.isEmpty)
  }

  @Test("what the settings placed stays, and is no move where the turned row is the same")
  func overrides() throws {
    func place(_ row: String) -> RowOverride {
      RowOverride(
        accounts: 1630...1630, row: row, reason: nil,
        location: SourceLocation(file: "dualbokslut.yaml"))
    }
    let kept = try sheet(
      [("1930", 100), ("1630", -7)], overrides: [place("OvrigaFordringarKortfristiga")])
    #expect(kept.balanceSheet.ore("OvrigaFordringarKortfristiga") == -700)
    #expect(kept.movedAccounts.map { $0.usualRow?.id } == ["OvrigaKortfristigaSkulder"])
    let same = try sheet(
      [("1930", 100), ("1630", -7)], overrides: [place("OvrigaKortfristigaSkulder")])
    #expect(same.movedAccounts.isEmpty && same.turnedAccounts.isEmpty)
  }

  @Test("each year by its own balances")
  func years() throws {
    let bokslut = try sheet(
      [("1930", 100), ("1630", -7)],
      previous: [Line("1930", 0, 90), Line("1630", 0, 3), Line("2083", 0, -93)])
    let assets = bokslut.balanceSheet.row("Tillgangar")
    #expect(assets?.current == kronor(100) && assets?.previous == kronor(93))
    #expect(bokslut.turnedAccounts.map { [$0.inCurrent, $0.inPrevious] } == [[true, false]])
  }

  @Test("every rule's row is an account row of every form on the other side than its accounts'")
  func rules() {
    for form in LegalForm.allCases {
      let layout = StatementLayout.of(form)
      for rule in SideRule.all {
        let row = layout.row(rule.row)
        #expect(row?.content == .accounts)
        for number in rule.accounts where SideRule.of(number) == rule {
          guard case .row(let home, _) = layout.placement(ofNumber: number) else { continue }
          #expect(layout.row(home)?.printsNegated != row?.printsNegated, "\(number)")
        }
      }
    }
  }
}
