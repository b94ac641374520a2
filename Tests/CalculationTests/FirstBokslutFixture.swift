// Trial balances written by hand for the tests of the first bokslut.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook
import Testing

/// One account of a hand-written trial balance in whole kronor, debit positive.
struct Line {
  let number: String
  let opening: Int64
  let closing: Int64

  init(_ number: String, _ opening: Int64, _ closing: Int64) {
    self.number = number
    self.opening = opening
    self.closing = closing
  }
}

func kronor(_ kronor: Int64) -> Amount { Amount(ore: kronor * 100) }

func trial(_ lines: [Line]) throws -> TrialBalance {
  TrialBalance(
    yearOffset: 0, fiscalYear: nil,
    rows: try lines.sorted { $0.number < $1.number }.map {
      try TrialBalance.Row(
        account: Account(number: $0.number), opening: kronor($0.opening),
        closing: kronor($0.closing))
    })
}

func fiscalYear(_ year: Int) throws -> FiscalYear {
  let start = try #require(CalendarDate(year: year, month: 1, day: 1))
  let end = try #require(CalendarDate(year: year, month: 12, day: 31))
  return FiscalYear(period: try #require(DateRange(start, end)))
}

/// Computes 2025 of hand-written lines.
func firstBokslut(
  _ lines: [Line], form: LegalForm = .economicAssociation, previous: [Line]? = nil,
  origin: PreviousBooks.Origin = .ownFile, links: [AccountLink] = []
) throws -> (bokslut: FirstBokslut, diagnostics: DiagnosticList) {
  let year = try fiscalYear(2025)
  let before = try previous.map {
    PreviousBooks(year: try fiscalYear(2024), trialBalance: try trial($0), origin: origin)
  }
  let outcome = FirstBokslut.compute(
    FirstBokslutInput(
      form: form, year: year, current: try trial(lines), previous: before, links: links))
  return (try #require(outcome.bokslut), outcome.diagnostics)
}

extension DiagnosticList {
  /// The codes found, in order, without the notes on accounts that BAS does not list.
  var codes: [String] { all.map(\.code.rawValue).filter { $0 != "BOK005" } }
}

extension Statement {
  /// The printed value of a row in öre; nil when it is not shown.
  func ore(_ id: String) -> Int64? { row(id)?.current.ore }

  /// A row's accounts as number -> öre.
  func accounts(_ id: String) -> [String: Int64] {
    var accounts: [String: Int64] = [:]
    for share in row(id)?.accounts ?? [] { accounts[share.account.number] = share.current.ore }
    return accounts
  }
}

extension FirstBokslut {
  /// What must hold whatever the books said.
  func checkIdentities(_ comment: Comment? = nil) {
    #expect(
      balanceSheet.ore("Tillgangar") == balanceSheet.ore("EgetKapitalSkulder"), comment)
    #expect(incomeStatement.ore("AretsResultat") == result.ore, comment)
    #expect(balanceSheet.ore("AretsResultatEgetKapital") == result.ore, comment)
    for statement in [incomeStatement, balanceSheet] {
      for row in statement.rows {
        let own = row.accounts.reduce(Int64(0)) { $0 + $1.current.ore }
        let printed = (row.layout.printsNegated ? -own : own) + row.currentBesideAccounts.ore
        switch row.layout.content {
        case .heading: #expect(row.current.isZero, comment)
        case .sum(let terms):
          let sum = terms.reduce(Int64(0)) { $0 + (statement.ore($1) ?? 0) }
          #expect(row.current.ore == sum, comment)
        case .accounts, .yearResult, .difference: #expect(row.current.ore == printed, comment)
        }
      }
    }
  }
}
