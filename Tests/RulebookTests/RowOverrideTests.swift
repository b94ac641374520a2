// Own choices of statement row over the layout's rules.

import Diagnostics
import Testing

@testable import Rulebook

@Suite("Own choices of statement row")
struct RowOverrideTests {
  private func override(
    _ accounts: ClosedRange<Int>, _ row: String, line: Int = 1
  ) -> RowOverride {
    RowOverride(accounts: accounts, row: row, location: .init(file: "s.yaml", line: line))
  }

  @Test("An override goes before every rule, and the narrowest override wins")
  func narrowestWins() {
    let layout = StatementLayout.of(.economicAssociation).overridden(by: [
      override(5011...5011, "Personalkostnader"), override(5000...5999, "OvrigaRorelsekostnader"),
      override(5010...5019, "RavarorFornodenheterKostnader"),
    ])
    let expected = [
      (4999, "RavarorFornodenheterKostnader"), (5000, "OvrigaRorelsekostnader"),
      (5009, "OvrigaRorelsekostnader"), (5010, "RavarorFornodenheterKostnader"),
      (5011, "Personalkostnader"), (5012, "RavarorFornodenheterKostnader"),
      (5020, "OvrigaRorelsekostnader"), (5999, "OvrigaRorelsekostnader"),
      (6000, "OvrigaExternaKostnader"),
    ]
    for (number, row) in expected {
      #expect(layout.placement(ofNumber: number) == .row(row, isUnsure: false), "\(number)")
    }
    #expect(layout.override(ofNumber: 5011)?.accounts == 5011...5011)
    #expect(layout.override(ofNumber: 6000) == nil)
    // The form's own layout is as it was.
    #expect(
      StatementLayout.of(.economicAssociation).placement(ofNumber: 5011)
        == .row("OvrigaExternaKostnader", isUnsure: false))
    #expect(
      layout.withoutOverrides.placement(ofNumber: 5011)
        == .row("OvrigaExternaKostnader", isUnsure: false))
  }

  @Test("An account of another form is placed by an override")
  func foreignIsPlaced() {
    let layout = StatementLayout.of(.limitedCompany).overridden(by: [
      override(2083...2083, "OvrigaLangfristigaSkulder")
    ])
    #expect(
      layout.placement(ofNumber: 2083) == .row("OvrigaLangfristigaSkulder", isUnsure: false))
    #expect(layout.placement(ofNumber: 2084) == .foreign(owner: "ekonomisk förening"))
  }

  @Test("In an ideell förening an override goes before the kind of the kopplingar")
  func goesBeforeLinks() {
    let link = AccountLink(
      accounts: 3000...3099, kind: .membership, location: .init(file: "s.yaml"))
    let layout = StatementLayout.of(.nonProfitAssociation).overridden(by: [
      override(3010...3010, "own.gavor"), override(3100...3100, "Nettoomsattning"),
    ])
    #expect(
      layout.placement(ofNumber: 3010, links: [link]) == .row("own.gavor", isUnsure: false))
    #expect(
      layout.placement(ofNumber: 3011, links: [link])
        == .row("own.medlemsavgifter", isUnsure: false))
    // What the settings have said is no longer unsure.
    #expect(
      layout.placement(ofNumber: 3100, links: [link]) == .row("Nettoomsattning", isUnsure: false))
    #expect(
      layout.placement(ofNumber: 3101, links: [link]) == .row("Nettoomsattning", isUnsure: true))
  }

  @Test("A row without accounts of its own, or of another form, takes none")
  func onlyRowsOfAccounts() {
    let layout = StatementLayout.of(.economicAssociation).overridden(by: [
      override(5010...5010, "Rorelsekostnader"), override(2091...2091, "AretsResultatEgetKapital"),
      override(3010...3010, "own.gavor"), override(1930...1930, "finns inte"),
    ])
    for (number, row) in [
      (5010, "OvrigaExternaKostnader"), (2091, "BalanseratResultat"), (3010, "Nettoomsattning"),
      (1930, "KassaBankExklRedovisningsmedel"),
    ] {
      #expect(layout.placement(ofNumber: number) == .row(row, isUnsure: false))
    }
  }

  @Test(
    "Only equally narrow overrides of different rows clash, and not where a narrower settles it")
  func clashes() {
    func numbers(_ overrides: [RowOverride]) -> [Int] {
      RowOverride.clashes(among: overrides).map(\.number)
    }
    let wide = override(5000...5009, "A", line: 1)
    let shifted = override(5005...5014, "B", line: 2)
    #expect(numbers([wide, shifted]) == [5005])
    #expect(numbers([wide, override(5005...5014, "A")]) == [])
    #expect(numbers([wide, override(5005...5015, "B")]) == [])
    #expect(numbers([wide, override(5010...5019, "B")]) == [])
    #expect(numbers([wide, shifted, override(5005...5009, "C")]) == [])
    #expect(numbers([wide, shifted, override(5005...5007, "C")]) == [5008])
    let clash = RowOverride.clashes(among: [wide, shifted]).first
    #expect(clash?.first.location.line == 1 && clash?.second.location.line == 2)
    #expect(numbers([override(1930...1930, "A"), override(1930...1930, "B")]) == [1930])
  }

  @Test("The leaves of a sum are the rows with accounts below it")
  func leaves() {
    let layout = StatementLayout.of(.nonProfitAssociation)
    #expect(
      layout.leaves(of: "EgetKapital") == [
        "own.foreningskapital", "own.ovriga-fonder", "own.andamalsbestamda-medel",
        "BalanseratResultat", "AretsResultatEgetKapital",
      ])
    #expect(layout.leaves(of: "Nettoomsattning") == ["Nettoomsattning"])
  }
}
