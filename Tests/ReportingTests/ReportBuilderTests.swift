// What the report says of a fictional enterprise, worked out by hand.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import ReportSamples
import Reporting
import Rulebook
import Testing

@testable import Calculation

@Suite struct ReportBuilderTests {
  private func text(_ report: Report, _ id: String) -> String? {
    report.figures[figureID(id)]?.value.exactText
  }

  /// S: 55.33 months x 9 850 kr = 545 000.50 kr. X: 912 345.67 kr x 0.215400 = 196 519.26 kr.
  /// D, U and T of S: -163 500.15, -19 075.02, -72 485.07; of X with the factors -0.064620,
  /// -0.007539, -0.028648: -58 955.78, -6 878.17, -26 136.88.
  @Test func theMunicipalitysNetIsTheSumOfItsLines() throws {
    let report = try SampleReports.full()
    #expect(text(report, "journal.A.1.amount") == "545000.50")
    #expect(text(report, "journal.A.2.amount") == "196519.26")
    #expect(text(report, "journal.D.2.amount") == "-58955.78")
    #expect(text(report, "matris.A.sum.municipality") == "741519.76")
    #expect(text(report, "matris.L.placementFee.municipality") == "-450000.00")
    // 741 519.76 - 450 000.00
    #expect(text(report, "netto.gross.municipality") == "291519.76")
    // - 222 455.93 - 25 953.19 - 98 621.95
    #expect(text(report, "netto.net.municipality") == "-55511.31")
    #expect(text(report, "matris.A.support.försörjningsstöd.anställning.total") == "0.00")
  }

  /// 450 000 + 150 000 + 400 000 + 500 000.
  @Test func publicInputIsWhatPublicActorsPaidForTheSocialWork() throws {
    let report = try SampleReports.full()
    #expect(text(report, "netto.public_input.public") == "1500000.00")
    #expect(text(report, "netto.public_input.kriminalvården") == "150000.00")
  }

  @Test func theBridgeLeadsFromTheResultToSocietysNet() throws {
    let report = try SampleReports.full()
    #expect(text(report, "bro.result") == "167654.33")
    #expect(text(report, "bro.society") == text(report, "netto.net.society"))
    // Wages 1 200 000.50, fees 377 040.16, tax 20 000 back; places, grants, subsidies paid.
    #expect(text(report, "bro.ledger.wageTarget") == "1200000.50")
    #expect(text(report, "bro.ledger.placementFee") == "-600000.00")
    // 167 654.33 + 1 200 000.50 + 377 040.16 + 20 000 - 1 500 000
    #expect(text(report, "netto.net.society") == "264694.99")
  }

  @Test func figuresAboutParticipantsKnowWhomTheyDescribe() throws {
    let report = try SampleReports.full()
    func people(_ id: String) -> Int { report.figures.people(of: figureID(id)).count }
    #expect(people("matris.A.support.försörjningsstöd.anställning.municipality") == 9)
    #expect(people("matris.A.sum.municipality") == 12)
    // Deadweight rests on those of the line that it reduces.
    #expect(people("journal.D.1.amount") == 9)
    #expect(people("netto.net.public") == 12)
    #expect(people("rr.AretsResultat.current") == 0)
    #expect(people("matris.L.sale.enterprise") == 0)
    #expect(people("indikator.fte.all") == 12)
  }

  @Test func whatIsMissingStandsFirst() throws {
    let report = try SampleReports.partial()
    let summary = try #require(report.section(.summary))
    guard case .notice(let first) = summary.blocks.first,
      case .text(let words) = first.pieces.first
    else {
      Issue.record("the first block is no notice")
      return
    }
    #expect(words.hasPrefix("Utfallsregistret saknas."))
    // No valuation, so no claim of value; the ledger by actor is there.
    #expect(report.figures[figureID("netto.net.society")] == nil)
    #expect(text(report, "netto.ledger.municipality") == "-450000.00")
    #expect(report.figures[figureID("bro.result")] == nil)
    #expect(report.section(.bridge) == nil)
    #expect(report.dataTable("bro")?.rows.isEmpty == true)
    #expect(text(report, "rr.AretsResultat.current") == "167654.33")
    #expect(report.figures[figureID("rr.AretsResultat.previous")] == nil)
    #expect(report.dataTable("indikatorer")?.rows.isEmpty == true)
  }

  @Test func contractualWagesAreSaidOnceBesideTheHeadline() throws {
    let summary = try #require(try SampleReports.full().section(.summary))
    let notices = summary.blocks.compactMap { block in
      if case .notice(let text) = block { text.pieces } else { nil }
    }
    #expect(notices.count == 1)
    #expect(
      notices.first == [
        .text(
          "Lönerna är avtalade löner och rymmer frånvaro: tabellen över utbetalda löner saknas.")
      ])
    guard case .table(let headline) = summary.blocks.first else {
      Issue.record("the headline does not come first")
      return
    }
    #expect(headline.rows.last?.cells.last == .figure(.net(.net, .society)))
  }

  @Test func remarksSpeakTheReportsLanguage() throws {
    func remark(_ language: Language) throws -> String? {
      let blocks = try SampleReports.full(language).section(.summary)?.blocks ?? []
      for case .paragraph(let paragraph) in blocks {
        if case .text(let words) = paragraph.pieces.first { return words }
      }
      return nil
    }
    #expect(try remark(.swedish)?.contains("97,1234 procent") == true)
    #expect(try remark(.english)?.contains("97.1234 per cent") == true)
  }

  @Test func aRowThatDoesNotSumToZeroStopsTheReport() throws {
    let second = try SampleReports.second()
    let broken = SecondBokslut(
      coverage: second.coverage, actors: second.actors, lines: second.lines,
      ledger: second.ledger, matrix: Array(second.matrix.dropFirst()), nets: second.nets,
      bridge: second.bridge, targetWages: second.targetWages, observed: second.observed,
      reconciliation: second.reconciliation, channels: second.channels,
      parametersUsed: second.parametersUsed, remarks: second.remarks,
      socialBalance: second.socialBalance, sensitivity: second.sensitivity, flows: second.flows)
    #expect(throws: ReportFault.self) {
      try ReportBuilder.build(
        first: SampleStatements.first(), second: broken, settings: SampleReports.settings(),
        yearLabel: "2025", date: SampleReports.date)
    }
  }

  /// BAS alone cannot say what an association's income accounts are, and the reader is told.
  @Test func unsureAccountsAreNamedUnderTheIncomeStatement() throws {
    let first = SampleStatements.first()
    let unsure = FirstBokslut(
      form: .nonProfitAssociation, year: first.year, previousYear: first.previousYear,
      previousFile: nil, incomeStatement: first.incomeStatement, balanceSheet: first.balanceSheet,
      result: first.result, closing: first.closing, previousClosing: nil, opening: nil,
      unsureAccounts: [Account(number: "3010"), Account(number: "3990")], movedAccounts: [])
    for (first, isMarked) in [(unsure, true), (first, false)] {
      let report = try ReportBuilder.build(
        first: first, second: SampleReports.second(), settings: SampleReports.settings(),
        yearLabel: "2025", date: SampleReports.date)
      let notes = report.section(.incomeStatement)?.tables.first?.notes.flatMap(\.pieces) ?? []
      let names = notes.contains { piece in
        if case .text(let words) = piece { words.contains("3010, 3990") } else { false }
      }
      #expect(names == isMarked)
    }
  }

  /// An own choice of row is disclosed under its statement, among the assumptions and as data.
  @Test func movedAccountsAreDisclosed() throws {
    let first = SampleStatements.first()
    let layout = StatementLayout.of(first.form)
    func moved(_ number: String, from usual: String?, to row: String, why: String?) throws
      -> MovedAccount
    {
      MovedAccount(
        account: Account(number: number), usualRow: usual.flatMap(layout.row),
        row: try #require(layout.row(row)), reason: why)
    }
    let own = FirstBokslut(
      form: first.form, year: first.year, previousYear: first.previousYear,
      previousFile: nil, incomeStatement: first.incomeStatement, balanceSheet: first.balanceSheet,
      result: first.result, closing: first.closing, previousClosing: nil, opening: nil,
      unsureAccounts: [],
      movedAccounts: [
        try moved("2010", from: nil, to: "OvrigaKortfristigaSkulder", why: nil),
        try moved(
          "6990", from: "OvrigaExternaKostnader", to: "OvrigaRorelsekostnader", why: "vana"),
        try moved(
          "6991", from: "OvrigaExternaKostnader", to: "OvrigaRorelsekostnader", why: "vana"),
      ])
    func report(_ first: FirstBokslut) throws -> Report {
      try ReportBuilder.build(
        first: first, second: SampleReports.second(), settings: SampleReports.settings(),
        yearLabel: "2025", date: SampleReports.date)
    }
    func words(_ table: Table?) -> [String] {
      (table?.notes ?? []).flatMap(\.pieces).map { piece in
        if case .text(let words) = piece { words } else { "" }
      }
    }
    let disclosed = try report(own)
    let income = words(disclosed.section(.incomeStatement)?.tables.first)
    #expect(
      income.contains {
        $0.contains("konto 6990, 6991 står i Övriga rörelsekostnader")
          && $0.contains("Övriga externa kostnader") && $0.hasSuffix("Skäl: vana")
      })
    #expect(!income.contains { $0.contains("2010") })
    let balance = words(disclosed.section(.balanceSheet)?.tables.first)
    #expect(balance.contains { $0.contains("konto 2010 står i Övriga skulder") })
    let table = disclosed.section(.assumptions)?.tables.first { $0.id == "uppstallning" }
    #expect(table?.rows.count == 2)
    let data = try #require(disclosed.dataTable("antaganden")).data
    #expect(
      data.rows.suffix(2).map { $0.cells.prefix(2) } == [
        [.text("uppställning.2010"), .text("OvrigaKortfristigaSkulder")],
        [.text("uppställning.6990 6991"), .text("OvrigaRorelsekostnader")],
      ])
    let plain = try report(first)
    #expect(plain.section(.assumptions)?.tables.contains { $0.id == "uppstallning" } == false)
  }

  /// A difference beyond the tolerance names its likely cause.
  @Test func aCheckThatWarnsSaysWhy() throws {
    let second = try SampleReports.second()
    let warning = ReconciliationCheck(
      check: .contributionRate, left: .share(Factor(millionths: 250_000)),
      right: .share(Factor(millionths: 314_200)), difference: .share(Factor(millionths: -64_200)),
      tolerance: .share(Factor(millionths: 15_710)), outcome: .warning, records: [])
    let warned = SecondBokslut(
      coverage: second.coverage, actors: second.actors, lines: second.lines,
      ledger: second.ledger, matrix: second.matrix, nets: second.nets, bridge: second.bridge,
      targetWages: second.targetWages, observed: second.observed, reconciliation: [warning],
      channels: second.channels, parametersUsed: second.parametersUsed, remarks: second.remarks,
      socialBalance: second.socialBalance, sensitivity: second.sensitivity, flows: second.flows)
    let report = try ReportBuilder.build(
      first: SampleStatements.first(), second: warned, settings: SampleReports.settings(),
      yearLabel: "2025", date: SampleReports.date)
    #expect(text(report, "avstamning.contribution-rate.difference") == "-0.064200")
    let table = try #require(report.section(.reconciliation)?.tables.first)
    let note = try #require(table.notes.first?.pieces.first)
    #expect(note == .text(cause(.contributionRate)))
  }

  private func cause(_ check: CheckName) -> String {
    let texts = Texts(.swedish)
    return "\(texts(.check, check)): \(texts(.checkCause, check))"
  }

  @Test func everyDestinationHasItsRowOfData() throws {
    let table = try #require(try SampleReports.full().dataTable("indikatorer"))
    let ids = table.rows.compactMap { row in
      if case .text(let id) = row.cells[0] { id } else { nil }
    }
    for destination in Destination.allCases {
      #expect(ids.contains("transitions.\(destination.rawValue)"))
    }
  }

  @Test func aShareComesWithItsTwoNumbers() throws {
    let report = try SampleReports.full()
    // 5 / 17 = 0.29411...
    #expect(text(report, "indikator.placement-rate-iris.all") == "0.2941")
    #expect(text(report, "indikator.placement-rate-iris.all.part") == "5")
    #expect(text(report, "indikator.placement-rate-iris.all.whole") == "17")
    let share = report.figures[figureID("indikator.placement-rate-iris.all")]
    #expect(
      report.figures.people(of: figureID("indikator.placement-rate-iris.all")).count == 17)
    #expect(share?.parts.count == 2)
    let data = try #require(report.dataTable("indikatorer")).data
    #expect(data.columns.map(\.id) == ["indicator", "group", "value", "unit", "iris_id"])
    #expect(data.rows.contains { $0.cells[1] == .text("gender=kvinna") })
    #expect(data.rows.contains { $0.cells[4] == .text("PI3527") })
  }

  /// 4 of 5 people say more than 80 %.
  @Test func aShareOfPeopleStandsBesideWhatItIsAShareOf() throws {
    let report = try SampleReports.full()
    let groups = try #require(
      report.section(.indicators)?.tables.first { $0.id == "grupper" })
    let place = try #require(groups.columns.firstIndex { $0.id == "placement-rate-iris" })
    #expect(groups.columns[place + 1].heading == "Av")
    let everyone = try #require(groups.rows.first)
    #expect(everyone.cells[place] == .figure(.indicator(.placementRate)))
    #expect(everyone.cells[place + 1] == .figure(.indicator(.placementRate, .all, .whole)))
    let brief = try #require(report.section(.summary)?.tables.first { $0.id == "observerat" })
    #expect(brief.columns.map(\.heading).suffix(2) == ["Del", "Av"])
  }

  @Test func negativeOutcomesHaveEveryRowAndSayWhenThereAreNone() throws {
    let section = try #require(try SampleReports.full().section(.indicators))
    let table = try #require(section.tables.first { $0.id == "negativa-utfall" })
    #expect(table.rows.count == Setback.allCases.count)
    let said = section.blocks.contains { block in
      guard case .notice(let paragraph) = block, case .text(let words) = paragraph.pieces.first
      else { return false }
      return words.hasPrefix("Registret har inga negativa eller okända utfall")
    }
    #expect(said)
  }

  @Test func theSameInputsGiveTheSameReport() throws {
    let (one, two) = (try SampleReports.full(), try SampleReports.full())
    #expect(one.sections == two.sections)
    #expect(one.dataTables == two.dataTables)
    #expect(one.figures.figures.map(\.id) == two.figures.figures.map(\.id))
    #expect(one.figures.figures.map(\.value) == two.figures.figures.map(\.value))
  }
}
