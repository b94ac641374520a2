// The first bokslut of small hand-written books.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook
import Testing

@Suite("First bokslut")
struct FirstBokslutTests {
  /// An ekonomisk förening with a profit of 40: 500 sales, 100 grant, 60 goods, 150 premises,
  /// 340 wages, 10 interest.
  static let result: [Line] = [
    Line("3041", 0, -500), Line("3985", 0, -100), Line("4000", 0, 60), Line("5010", 0, 150),
    Line("7210", 0, 340), Line("8410", 0, 10),
  ]
  static let balances: [Line] = [
    Line("1220", 80, 80), Line("1229", -20, -20), Line("1510", 0, 70), Line("1930", 40, 45),
    Line("2083", -50, -55), Line("2086", -10, -10), Line("2091", -30, -30),
    Line("2440", -10, -40),
  ]

  @Test("A year whose closing entry is not booked")
  func notBooked() throws {
    let (bokslut, diagnostics) = try firstBokslut(Self.result + Self.balances)
    let income = bokslut.incomeStatement
    #expect(income.ore("Nettoomsattning") == 50_000)
    #expect(income.ore("OvrigaRorelseintakter") == 10_000)
    #expect(income.ore("RavarorFornodenheterKostnader") == -6_000)
    #expect(income.ore("OvrigaExternaKostnader") == -15_000)
    #expect(income.ore("Personalkostnader") == -34_000)
    #expect(income.ore("Rorelseresultat") == 5_000)
    #expect(income.ore("ResultatEfterFinansiellaPoster") == 4_000)
    #expect(income.ore("AretsResultat") == 4_000)
    #expect(income.row("HandelsvarorKostnader") == nil)
    #expect(income.row("BokslutsdispositionerAbstract") == nil)
    let balance = bokslut.balanceSheet
    #expect(balance.ore("InventarierVerktygInstallationer") == 6_000)
    #expect(balance.ore("Tillgangar") == 17_500)
    #expect(balance.ore("own.medlemsinsatser") == 5_500)
    #expect(balance.ore("BundetEgetKapital") == 6_500)
    #expect(balance.ore("AretsResultatEgetKapital") == 4_000)
    #expect(balance.accounts("AretsResultatEgetKapital").isEmpty)
    #expect(balance.ore("EgetKapital") == 13_500)
    #expect(balance.ore("Leverantorsskulder") == 4_000)
    #expect(balance.row("own.differens") == nil)
    #expect(bokslut.closingEntry == .notBooked)
    #expect(diagnostics.codes == [])
    bokslut.checkIdentities()
  }

  @Test("The same year with the closing entry booked: counted once")
  func booked() throws {
    let closed = [Line("8999", 0, 40), Line("2099", 0, -40)]
    let (bokslut, diagnostics) = try firstBokslut(Self.result + Self.balances + closed)
    #expect(bokslut.result == kronor(40))
    #expect(bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["2099": -4_000])
    #expect(bokslut.balanceSheet.ore("EgetKapital") == 13_500)
    #expect(bokslut.closingEntry == .booked(account: "2099"))
    #expect(bokslut.closing.closingAccounts.map(\.amount) == [kronor(40)])
    #expect(diagnostics.codes == [])
    bokslut.checkIdentities()
  }

  @Test("Booked on 2099 while last year's result still lies there")
  func bookedOnTopOfLastYears() throws {
    let closed = [Line("8999", 0, 40), Line("2099", -7, -47), Line("1940", 7, 7)]
    let (bokslut, diagnostics) = try firstBokslut(Self.result + Self.balances + closed)
    #expect(bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["2099": -4_000])
    #expect(bokslut.balanceSheet.accounts("BalanseratResultat") == ["2091": -3_000, "2099": -700])
    #expect(bokslut.closing.earlierResult == kronor(7))
    #expect(diagnostics.codes == ["BOK015"])
    bokslut.checkIdentities()
  }

  @Test("Not booked, last year's result still on 2099")
  func lastYearsResultRemains() throws {
    let remaining = [Line("2099", -7, -7), Line("1940", 7, 7)]
    let (bokslut, diagnostics) = try firstBokslut(Self.result + Self.balances + remaining)
    #expect(bokslut.balanceSheet.ore("AretsResultatEgetKapital") == 4_000)
    #expect(bokslut.balanceSheet.ore("BalanseratResultat") == 3_700)
    #expect(bokslut.closingEntry == .notBooked)
    #expect(diagnostics.codes == ["BOK015"])
    bokslut.checkIdentities()
  }

  @Test("Last year's result moved to 2091 and this year's booked on 2099")
  func movedAndBooked() throws {
    // 2091 is not in `balances` here: last year's 7 came from 2099.
    let lines =
      Self.result + Self.balances.filter { $0.number != "2091" } + [
        Line("2091", -23, -30), Line("2099", -7, -40), Line("8999", 0, 40),
      ]
    let (bokslut, diagnostics) = try firstBokslut(lines)
    #expect(bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["2099": -4_000])
    #expect(bokslut.balanceSheet.ore("BalanseratResultat") == 3_000)
    #expect(bokslut.closing.earlierResult == .zero)
    #expect(diagnostics.codes == [])
    bokslut.checkIdentities()
  }

  @Test("A loss that meets last year's profit on 2099 leaves it empty, and is still found")
  func lossOnProfit() throws {
    let lines = [
      Line("5010", 0, 100), Line("8999", 0, -100), Line("1930", 100, 0), Line("2099", -100, 0),
    ]
    let (bokslut, diagnostics) = try firstBokslut(lines)
    #expect(bokslut.result == kronor(-100))
    #expect(bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["2099": 10_000])
    #expect(bokslut.balanceSheet.ore("BalanseratResultat") == 10_000)
    #expect(bokslut.balanceSheet.ore("EgetKapital") == 0)
    #expect(bokslut.closingEntry == .booked(account: "2099"))
    #expect(diagnostics.codes == ["BOK015"])
    bokslut.checkIdentities()
  }

  @Test("Parked on 2090, on 9999, or on 2099 against 9030: found, counted once, said")
  func parked() throws {
    let on2090 = [Line("8999", 0, 40), Line("2090", 0, -40)]
    var found = try firstBokslut(Self.result + Self.balances + on2090)
    #expect(found.bokslut.closingEntry == .parked(account: "2090"))
    #expect(found.bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["2090": -4_000])
    #expect(found.bokslut.balanceSheet.ore("BalanseratResultat") == 3_000)
    #expect(found.diagnostics.codes == ["BOK014"])
    found.bokslut.checkIdentities()

    let on9999 = [Line("8999", 0, 40), Line("9999", 0, -40)]
    found = try firstBokslut(Self.result + Self.balances + on9999)
    #expect(found.bokslut.closingEntry == .parked(account: "9999"))
    #expect(found.bokslut.balanceSheet.accounts("AretsResultatEgetKapital") == ["9999": -4_000])
    #expect(found.bokslut.balanceSheet.ore("EgetKapital") == 13_500)
    #expect(found.diagnostics.codes == ["BOK014"])
    found.bokslut.checkIdentities()

    let against9030 = [Line("9030", 0, 40), Line("2099", 0, -40)]
    found = try firstBokslut(Self.result + Self.balances + against9030)
    #expect(found.bokslut.closingEntry == .booked(account: "2099"))
    #expect(found.bokslut.balanceSheet.ore("EgetKapital") == 13_500)
    #expect(found.diagnostics.codes == ["BOK017"])
    found.bokslut.checkIdentities()

    let pair = [Line("9030", 0, 40), Line("9031", 0, -40)]
    found = try firstBokslut(Self.result + Self.balances + pair)
    #expect(found.bokslut.closingEntry == .notBooked)
    #expect(found.bokslut.closing.internalAccounts.map(\.account.number) == ["9030", "9031"])
    #expect(found.diagnostics.codes == ["BOK017"])
    found.bokslut.checkIdentities()
  }

  @Test("A file without 8999 whose 2099 holds the result does tie")
  func bookedWithoutClosingAccount() throws {
    let (bokslut, diagnostics) = try firstBokslut(
      Self.result + Self.balances + [Line("2099", 0, -40)])
    #expect(bokslut.closingEntry == .booked(account: "2099"))
    #expect(bokslut.balanceSheet.row("own.differens") == nil)
    #expect(diagnostics.codes == [])
    bokslut.checkIdentities()
  }

  @Test("A preliminary result booked: the row shows the result, the rest is said")
  func preliminaryResult() throws {
    let (bokslut, diagnostics) = try firstBokslut(
      Self.result + Self.balances + [Line("8999", 0, 33), Line("2099", 0, -33)])
    let row = try #require(bokslut.balanceSheet.row("AretsResultatEgetKapital"))
    #expect(row.current == kronor(40))
    #expect(row.currentBesideAccounts == kronor(7))
    #expect(bokslut.closing.booked == kronor(33))
    #expect(bokslut.balanceSheet.row("own.differens") == nil)
    #expect(diagnostics.codes == ["BOK012"])
    bokslut.checkIdentities()
  }

  @Test("Booked result and result accounts apart, and the sheet by as much: one message")
  func lostResultAccount() throws {
    // As booked, but 6 of income fell out of the file.
    let lines =
      Self.result.filter { $0.number != "3041" } + Self.balances + [
        Line("3041", 0, -494), Line("8999", 0, 40), Line("2099", 0, -40),
      ]
    let (bokslut, diagnostics) = try firstBokslut(lines)
    #expect(bokslut.balanceSheet.ore("AretsResultatEgetKapital") == 3_400)
    #expect(bokslut.balanceSheet.ore("own.differens") == 600)
    #expect(diagnostics.codes == ["BOK013"])
    bokslut.checkIdentities()
  }

  @Test("Books that do not balance show the difference in a row of its own")
  func difference() throws {
    var found = try firstBokslut(Self.result + Self.balances + [Line("1941", 0, 9)])
    #expect(found.bokslut.balanceSheet.ore("own.differens") == 900)
    #expect(found.diagnostics.codes == ["BOK011"])
    // A difference that arose in the year stops the report.
    #expect(found.diagnostics.hasErrors)
    found.bokslut.checkIdentities()

    // Off from the start: opening balances sum to 9 as well.
    found = try firstBokslut(Self.result + Self.balances + [Line("1941", 9, 9)])
    #expect(found.diagnostics.codes == ["BOK010"])
    #expect(!found.diagnostics.hasErrors)
    found.bokslut.checkIdentities()

    // One fault from before and one of the year: the report stops.
    found = try firstBokslut(
      Self.result + Self.balances + [Line("1941", 9, 9), Line("1942", 0, 5)])
    #expect(found.diagnostics.codes == ["BOK011"])
  }

  @Test("Accounts of another form, of no row and of class 9 stop the report, each by name")
  func unplaced() throws {
    let found = try firstBokslut(
      Self.result + Self.balances + [
        Line("2010", 0, -5), Line("DIFF", 0, -2), Line("9999", 0, 3), Line("2081", 0, 0),
      ])
    #expect(found.diagnostics.codes == ["BOK001", "BOK002", "BOK003"])
    #expect(found.diagnostics.hasErrors)
    let first = try #require(found.diagnostics.all.first)
    #expect(first.arguments["account"] == .text("2010"))
    #expect(first.arguments["owner"] == .text("enskild firma eller handelsbolag"))
    #expect(first.arguments["name"] == .text("Eget kapital"))
    #expect(first.arguments["amount"] == .kronor(ore: -500))
    found.bokslut.checkIdentities()
  }

  @Test("Result accounts emptied at year end make an empty income statement: an error")
  func emptiedResultAccounts() throws {
    let found = try firstBokslut([
      Line("1930", 10, 50), Line("2083", -10, -10), Line("2099", 0, -40),
    ])
    #expect(found.diagnostics.codes == ["BOK016"])
    // A dormant year that only moves last year's result is no such thing.
    let dormant = try firstBokslut([
      Line("1930", 50, 50), Line("2083", -10, -10), Line("2099", -40, 0), Line("2091", 0, -40),
    ])
    #expect(dormant.diagnostics.codes == [])
  }

  @Test("An ideell förening shows fees, gifts and grants by the settings, and asks for the rest")
  func nonProfit() throws {
    let location = SourceLocation(file: "dualbokslut.yaml", line: 9)
    let links = [
      AccountLink(accounts: 3110...3119, kind: .membership, location: location),
      AccountLink(
        accounts: nil, object: ObjectReference(dimension: 6, code: "P1"), kind: .gift,
        location: location),
    ]
    let found = try firstBokslut(
      [
        Line("3110", 0, -20), Line("3210", 0, -30), Line("3993", 0, -5), Line("3985", 0, -45),
        Line("5010", 0, 90), Line("1930", 30, 40), Line("2061", -10, -10),
        Line("2067", -20, -20),
      ], form: .nonProfitAssociation, links: links)
    let income = found.bokslut.incomeStatement
    #expect(income.ore("own.medlemsavgifter") == 2_000)
    #expect(income.ore("Nettoomsattning") == 3_000)
    #expect(income.ore("own.gavor") == 500)
    #expect(income.ore("own.bidrag") == 4_500)
    #expect(found.bokslut.balanceSheet.ore("own.foreningskapital") == 1_000)
    #expect(found.bokslut.balanceSheet.ore("BalanseratResultat") == 2_000)
    #expect(found.diagnostics.codes == ["BOK007", "BOK008"])
    #expect(
      found.diagnostics.all.first { $0.code == "BOK007" }?.arguments["accounts"] == .text("3210"))
    found.bokslut.checkIdentities()
  }

  @Test("An ideell förening's own closing account is 2069")
  func nonProfitClosing() throws {
    let found = try firstBokslut(
      [
        Line("3985", 0, -45), Line("5010", 0, 35), Line("8999", 0, 10), Line("1930", 30, 40),
        Line("2067", -30, -30), Line("2069", 0, -10),
      ], form: .nonProfitAssociation)
    #expect(found.bokslut.closingEntry == .booked(account: "2069"))
    #expect(found.diagnostics.codes == [])
    found.bokslut.checkIdentities()
  }

  @Test("A sum that does not fit is a diagnostic, no crash")
  func overflow() throws {
    let year = try fiscalYear(2025)
    let most = Amount(ore: Int64.max)
    let rows = try ["1910", "1920"].map {
      try TrialBalance.Row(account: Account(number: $0), opening: .zero, closing: most)
    }
    let outcome = FirstBokslut.compute(
      FirstBokslutInput(
        form: .limitedCompany, year: year,
        current: TrialBalance(yearOffset: 0, fiscalYear: year, rows: rows)))
    #expect(outcome.bokslut == nil)
    #expect(outcome.diagnostics.codes == ["BOK090"])
  }
}
