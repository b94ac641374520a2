// Funders and the comparison of years, worked out by hand on the fictional enterprise Bryggan.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import ReportSamples
import Testing

@testable import Reporting

@Suite struct YearByYearTests {
  private func id(_ text: String) -> FigureID { figureID(text) }

  private func report(_ others: OtherYears, _ language: Language? = nil) throws -> Report {
    try ReportBuilder.build(
      first: SampleStatements.first(), second: SampleReports.second(),
      settings: SampleReports.settings(), yearLabel: "2025", date: SampleReports.date,
      language: language, others: others)
  }

  private func text(_ report: Report, _ id: String) -> String? {
    report.figures[self.id(id)]?.value.exactText
  }

  /// 2024 with the same lines as 2025.
  private func lastYear() throws -> EarlierYear {
    EarlierYear(
      label: "2024", year: SampleStatements.previousYear,
      content: .computed(
        first: SampleStatements.first(withPrevious: false), second: try SampleReports.second()))
  }

  /// The municipality paid 450 000 kr and has a net of -55 511.31 kr (ReportBuilderTests), so
  /// 394 488.69 kr came back.
  @Test func whatCameBackIsTheNetAndWhatWasPaidIn() throws {
    let report = try report(OtherYears(earlier: [try lastYear()]))
    for year in ["2025", "2024"] {
      #expect(text(report, "finansiar.\(year).municipality.paid_in") == "450000.00")
      #expect(text(report, "finansiar.\(year).municipality.net") == "-55511.31")
      #expect(text(report, "finansiar.\(year).municipality.came_back") == "394488.69")
      #expect(text(report, "finansiar.\(year).public.paid_in") == "1500000.00")
      // A region without any figure is no funder.
      #expect(text(report, "finansiar.\(year).region.paid_in") == nil)
    }
    // One definition: the numerator of the public return.
    #expect(
      text(report, "finansiar.2025.public.came_back") == text(report, "kvot.public.numerator"))
    #expect(report.figures.people(of: id("finansiar.2024.municipality.net")).count == 12)
    let rows = try #require(report.dataTable("finansiarer")).rows
    #expect(
      rows.first?.cells.prefix(3) == [.text("2025"), .text("municipality"), .text("paid_in")])
  }

  /// Restated -55 511.31 less filed -50 000.00 is -5 511.31.
  @Test func filedStandsBesideRestated() throws {
    let filed = FiledYear(
      label: "2024",
      values: [
        id("netto.net.municipality"): "-50000.00", id("indikator.participants.all"): "15",
        id("netto.net.society"): "mycket",
      ])
    let report = try report(OtherYears(earlier: [try lastYear()], filed: filed))
    #expect(text(report, "jamforelse.netto.net.municipality.previous_filed") == "-50000.00")
    #expect(text(report, "jamforelse.netto.net.municipality.previous_restated") == "-55511.31")
    #expect(text(report, "jamforelse.netto.net.municipality.difference") == "-5511.31")
    #expect(text(report, "jamforelse.indikator.participants.all.difference") == "2")
    // What the package lacks, or states as no number, is no zero.
    #expect(text(report, "jamforelse.netto.net.society.previous_filed") == nil)
    #expect(text(report, "jamforelse.netto.net.society.difference") == nil)
    let table = try #require(report.section(.years)?.tables.first).page
    #expect(
      table.columns.map(\.id)
        == ["label", "this_year", "previous_filed", "previous_restated", "difference"])
    let note = try #require(table.notes.last?.pieces.first)
    guard case .text(let words) = note else {
      Issue.record("the note names no figures")
      return
    }
    #expect(words.contains("Netto: Samhället") && words.contains("inte noll"))
    #expect(!words.contains("Netto: Kommun"))
  }

  @Test func withoutAPackageOnlyRestatedIsShownAndSaid() throws {
    let report = try report(OtherYears(earlier: [try lastYear()]), .english)
    let table = try #require(report.section(.years)?.tables.first).page
    #expect(table.columns.map(\.id) == ["label", "this_year", "previous_restated"])
    #expect(
      table.notes == [
        Paragraph(
          "Only restated figures are shown: that year's books with today's records, values and "
            + "assumptions. Last year's adopted package is not given, so what the meeting saw may "
            + "differ.")
      ])
  }

  @Test func aYearWithoutAFileIsNamedAndNotCompared() throws {
    let earlier = EarlierYear(
      label: "2024", year: SampleStatements.previousYear, content: .withoutFile)
    let report = try report(OtherYears(earlier: [earlier]))
    #expect(report.section(.years) == nil)
    #expect(report.dataTable("arsjamforelse")?.rows.isEmpty == true)
    let blocks = try #require(report.section(.funders)).blocks
    guard case .paragraph(let paragraph) = blocks.last, case .text(let words) = paragraph.pieces[0]
    else {
      Issue.record("the year without a file is not named")
      return
    }
    #expect(words.hasPrefix("2024 har ingen egen SIE-fil"))
  }

  @Test func aYearThatCannotBeComputedIsNamedWithItsReasonInTheReportsLanguage() throws {
    let place = SourceLocation(file: "dualbokslut.yaml")
    let left = EarlierYear(
      label: "2024", year: SampleStatements.previousYear,
      content: .leftOut([
        Diagnostic(
          "KAL001", at: place,
          [
            "id": "aktivitetsstöd", "date": "2024-03-01", "needed": "D013",
            "variant": DiagnosticArgument.aside(nil),
            "unit": DiagnosticArgument.word("unit.month"),
          ])
      ]))
    let report = try report(OtherYears(earlier: [left]), .english)
    let first = try #require(report.section(.funders)?.blocks.first)
    guard case .notice(let notice) = first, case .text(let words) = notice.pieces[0] else {
      Issue.record("no notice stands first")
      return
    }
    #expect(
      words == """
        2024 cannot be computed anew and is not included here: The value "aktivitetsstöd" is \
        missing from 2024-03-01 on.
        """)
    #expect(text(report, "finansiar.2024.municipality.paid_in") == nil)
    #expect(text(report, "finansiar.2025.municipality.paid_in") == "450000.00")
  }
}
