// The layouts against BAS 2025, the official K2 list and the decisions for its holes.

import Bookkeeping
import Foundation
import Testing

@testable import Rulebook

/// Rows of a tab-separated fixture below Tests/Fixtures/Layout, without comments and heading.
private func fixture(_ name: String) throws -> [[String]] {
  let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Layout/\(name)")
  let text = try String(contentsOf: url, encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
}

private func accountRows(_ layout: StatementLayout) -> Set<String> {
  Set(
    (layout.incomeStatement + layout.balanceSheet)
      .filter { $0.content == .accounts || $0.content == .yearResult }
      .map(\.id))
}

@Suite("Layouts of the first bokslut")
struct FirstBokslutLayoutTests {
  @Test(
    "Every account of BAS 2025 has one row or is named as another form's",
    arguments: LegalForm.allCases)
  func everyAccountHasOnePlace(form: LegalForm) throws {
    let layout = StatementLayout.of(form)
    let rows = accountRows(layout)
    var foreign: [String: String] = [:]
    for line in try fixture("foreign-accounts.tsv") where line[0] == form.dataKey {
      foreign[line[1]] = line[2]
    }
    #expect(BASChart.bas2025.entries.count == 1223)
    var seen: [String: String] = [:]
    for entry in BASChart.bas2025.entries {
      switch layout.placement(ofNumber: entry.number) {
      case .row(let id, _):
        #expect(rows.contains(id), "\(entry.number) goes to \(id), which the form has not")
        let isIncome = layout.incomeStatement.contains { $0.id == id }
        #expect(isIncome == (entry.number >= 3000), "\(entry.number) in the wrong statement")
      case .closingEntry: #expect(entry.number == 8990 || entry.number == 8999)
      case .foreign(let owner): seen[String(entry.number)] = owner
      case .none: Issue.record("\(entry.number) has no place")
      }
    }
    #expect(seen == foreign)
  }

  @Test("Own accounts in the holes of BAS land too", arguments: LegalForm.allCases)
  func holesLand(form: LegalForm) {
    let layout = StatementLayout.of(form)
    for number in 1000...8999 { #expect(layout.placement(ofNumber: number) != .none) }
    for number in Array(0...999) + Array(9000...9999) {
      #expect(layout.placement(ofNumber: number) == .none)
    }
    #expect(layout.placement(ofNumber: 2000) == .foreign(owner: nil))
  }

  @Test("Where the K2 list places an account, it lies there")
  func agreesWithTheOfficialList() throws {
    let layout = StatementLayout.of(.limitedCompany)
    var elements: [Int: Set<String>] = [:]
    for line in try fixture("k2-references.tsv") {
      let ends = line[1].split(separator: "-").compactMap { Int($0) }
      for number in ends[0]...ends[1] { elements[number, default: []].insert(line[0]) }
    }
    var checked = 0
    for entry in BASChart.bas2025.entries {
      guard let allowed = elements[entry.number] else { continue }
      switch layout.placement(ofNumber: entry.number) {
      case .row(let id, _): #expect(allowed.contains(id), "\(entry.number) -> \(id)")
      case .closingEntry: #expect(allowed == ["AretsResultat"])
      case .foreign: #expect([2019, 2029, 2039, 2049].contains(entry.number))
      case .none: Issue.record("\(entry.number) has no place")
      }
      checked += 1
    }
    #expect(checked == 1149)
  }

  @Test(
    "The decided holes and overlaps",
    arguments: [
      (4900, "RavarorFornodenheterKostnader"), (4800, "RavarorFornodenheterKostnader"),
      (1338, "AndelarIntresseforetagGemensamtStyrdaForetag"),
      (1348, "FordringarIntresseforetagGemensamtStyrdaForetagLangfristiga"),
      (1090, "KoncessionerPatentLicenserVarumarkenLiknandeRattigheter"),
      (1370, "AndraLangfristigaFordringar"), (2380, "OvrigaLangfristigaSkulder"),
      (2520, "Skatteskulder"), (2599, "Skatteskulder"), (8840, "OvrigaBokslutsdispositioner"),
      (8600, "own.ovriga-finansiella-poster"), (2088, "own.fond-for-yttre-underhall"),
      (1573, "FordringarOvrigaforetagAgarintresseKortfristiga"), (2240, "OvrigaAvsattningar"),
    ])
  func decisions(number: Int, row: String) {
    for form in [LegalForm.economicAssociation, .limitedCompany] {
      #expect(StatementLayout.of(form).placement(ofNumber: number) == .row(row, isUnsure: false))
    }
  }

  @Test("Equity follows the legal form")
  func equityByForm() {
    func place(_ form: LegalForm, _ number: Int) -> AccountPlacement {
      StatementLayout.of(form).placement(ofNumber: number)
    }
    #expect(place(.economicAssociation, 2083) == .row("own.medlemsinsatser", isUnsure: false))
    #expect(place(.economicAssociation, 2084) == .row("own.forlagsinsatser", isUnsure: false))
    #expect(place(.economicAssociation, 2087) == .row("own.insatsemission", isUnsure: false))
    #expect(place(.economicAssociation, 2081) == .foreign(owner: "aktiebolag"))
    #expect(place(.limitedCompany, 2081) == .row("Aktiekapital", isUnsure: false))
    #expect(place(.limitedCompany, 2083) == .foreign(owner: "ekonomisk förening"))
    #expect(place(.limitedCompany, 2087) == .row("OverkursfondBunden", isUnsure: false))
    #expect(place(.limitedCompany, 2097) == .row("Overkursfond", isUnsure: false))
    #expect(
      place(.nonProfitAssociation, 2071) == .row("own.andamalsbestamda-medel", isUnsure: false))
    #expect(place(.nonProfitAssociation, 2069) == .row("AretsResultatEgetKapital", isUnsure: false))
    #expect(place(.limitedCompany, 2069) != .row("AretsResultatEgetKapital", isUnsure: false))
  }

  @Test(
    "No two ranges of one width cover one account, so the narrowest is never in doubt",
    arguments: LegalForm.allCases)
  func rulesNeverTie(form: LegalForm) {
    let rules = StatementLayout.of(form).rules
    for (index, rule) in rules.enumerated() {
      for other in rules.dropFirst(index + 1) where rule.numbers.count == other.numbers.count {
        #expect(!rule.numbers.overlaps(other.numbers), "\(rule.numbers) and \(other.numbers)")
      }
    }
  }

  @Test("Every row with a value reaches one last sum, once", arguments: LegalForm.allCases)
  func sumsFormTrees(form: LegalForm) {
    let layout = StatementLayout.of(form)
    for (rows, roots) in [
      (layout.incomeStatement, ["AretsResultat"]),
      (layout.balanceSheet, ["Tillgangar", "EgetKapitalSkulder"]),
    ] {
      let ids = rows.map(\.id)
      #expect(Set(ids).count == ids.count)
      var parents: [String: Int] = [:]
      for (position, row) in rows.enumerated() {
        guard case .sum(let terms) = row.content else { continue }
        #expect(!terms.isEmpty)
        for term in terms {
          parents[term, default: 0] += 1
          let place = ids.firstIndex(of: term)
          #expect(place.map { $0 < position } == true, "\(row.id) sums \(term) before it stands")
        }
      }
      for row in rows where row.content != .heading {
        #expect(parents[row.id, default: 0] == (roots.contains(row.id) ? 0 : 1), "\(row.id)")
        #expect(!row.labelSwedish.isEmpty && !row.labelEnglish.isEmpty)
      }
    }
  }

  @Test("In an ideell förening the settings say what an income account is")
  func linksDecideInNonProfit() {
    let layout = StatementLayout.of(.nonProfitAssociation)
    func link(_ range: ClosedRange<Int>?, _ kind: FlowKind?, object: ObjectReference? = nil)
      -> AccountLink
    {
      AccountLink(accounts: range, object: object, kind: kind, location: .init(file: "s.yaml"))
    }
    let links = [
      link(3000...3999, .gift, object: ObjectReference(dimension: 6, code: "P1")),
      link(3010...3010, nil), link(3010...3010, .membership), link(3000...3099, .grant),
      link(3200...3299, .purchase),
    ]
    #expect(
      layout.placement(ofNumber: 3010, links: links) == .row("own.medlemsavgifter", isUnsure: false)
    )
    #expect(layout.placement(ofNumber: 3011, links: links) == .row("own.bidrag", isUnsure: false))
    #expect(
      layout.placement(ofNumber: 3100, links: links) == .row("Nettoomsattning", isUnsure: true))
    #expect(
      layout.placement(ofNumber: 3200, links: links) == .row("Nettoomsattning", isUnsure: true))
    #expect(layout.placement(ofNumber: 3988, links: []) == .row("own.bidrag", isUnsure: false))
    #expect(layout.placement(ofNumber: 3993, links: []) == .row("own.gavor", isUnsure: false))
    let company = StatementLayout.of(.economicAssociation)
    #expect(
      company.placement(ofNumber: 3010, links: links) == .row("Nettoomsattning", isUnsure: false))
  }

  @Test("Account numbers of any length are read by four digits")
  func layoutNumbers() {
    let expected: [(String, Int?)] = [
      ("1930", 1930), ("193", 1930), ("30", 3000), ("193012", 1930), ("19301234", 1930),
      ("DIFF", nil), ("", nil), ("19A0", nil), ("0100", 100),
    ]
    for (number, four) in expected { #expect(Account(number: number).layoutNumber == four) }
  }

  @Test("Untaxed reserves count as equity by the year's tax rate")
  func equityShare() throws {
    func share(_ start: String, _ end: String) throws -> Rate? {
      let first = try #require(CalendarDate(start))
      let last = try #require(CalendarDate(end))
      return UntaxedReserves.equityShare(
        in: FiscalYear(period: try #require(DateRange(first, last))))
    }
    #expect(try share("2025-01-01", "2025-12-31") == Rate(tenThousandths: 7940))
    #expect(try share("2020-07-01", "2021-06-30") == Rate(tenThousandths: 7860))
    #expect(try share("2018-01-01", "2018-12-31") == Rate(tenThousandths: 7800))
    #expect(try share("2012-01-01", "2012-12-31") == nil)
  }

  @Test("The chart knows names and what K2 does not allow")
  func chart() throws {
    #expect(BASChart.bas2025[1930]?.name == "Företagskonto/checkkonto/affärskonto")
    #expect(BASChart.bas2025[2087]?.name == "Insatsemission / Bunden överkursfond")
    #expect(BASChart.bas2025[1012]?.isAllowedInK2 == false)
    #expect(BASChart.bas2025[3041] == nil)
  }
}
