// bokslut.json: the same bytes twice, read back whole, the same figures as the report.

import Bookkeeping
import Disclosure
import Figures
import Foundation
import ReportSamples
import Reporting
import Testing

@testable import Exporters
@testable import Interchange

@Suite struct PackageExporterTests {
  private func bytes(_ cleared: ClearedReport) throws -> [UInt8] {
    PackageExporter.bytes(
      cleared, inputs: [FileDigest(path: "bokforing/2025.se", sha256: "00")],
      files: try CSVExporter.files(cleared).map { try ContentDigest.of($0.path, $0.bytes) },
      program: ProgramInfo(version: "0.1.0"))
  }

  private func package(_ report: Report) throws -> BokslutPackage {
    try BokslutPackage(bytes: Data(bytes(Disclosure.clear(report, for: .intern))))
  }

  @Test func thePackageReadsBackAsItWasWritten() throws {
    for report in [try SampleReports.full(), try SampleReports.partial()] {
      let cleared = try Disclosure.clear(report, for: .intern)
      let written = try bytes(cleared)
      let package = try BokslutPackage(bytes: Data(written))
      #expect(package.bytes == written)
      #expect(try bytes(cleared) == written)
      #expect(package.figures.count == cleared.figures.count)
      for (read, figure) in zip(package.figures, cleared.figures) {
        #expect(read.id == FigureIDText.text(figure.id))
        #expect(read.label == figure.label && read.unit == figure.unit.rawValue)
        #expect(read.value == figure.value?.exactText)
        #expect((read.formula == nil) == (figure.formula == nil))
        #expect(read.parts == figure.parts.map(FigureIDText.text))
      }
    }
  }

  @Test func itSaysWhoWhatAndWhen() throws {
    let package = try package(try SampleReports.full())
    let beginning = """
      {
        "schema": "dualbokslut/1",
        "program": {"name": "dualbokslut", "version": "0.1.0"},
        "edition": "intern",
        "language": "sv",
        "organisation": {"id": "bryggan",
      """
    #expect(package.bytes.starts(with: beginning.utf8))
    #expect(package.yearLabel == "2025" && package.year.end.description == "2025-12-31")
    #expect(package.files.count == 13)
    #expect(
      package.parameters.contains {
        $0.id == "försörjningsstöd" && $0.value == "9850" && $0.unit == "kr/månad"
          && $0.validFrom == "2025-01-01" && $0.usedBy == "support.försörjningsstöd"
      })
    let amount = try #require(package.figures.first { $0.id == "journal.A.1.amount" })
    #expect(amount.value == "545000.50")
    #expect(
      amount.formula
        == .round(
          .multiply([
            .figure("journal.A.1.basis"), .figure("journal.A.1.unit_value"),
            .figure("journal.A.1.factor"),
          ]), decimals: 2))
    #expect(
      amount.parts == [
        "journal.A.1.basis", "journal.A.1.unit_value", "journal.A.1.factor",
      ])
  }

  /// No participant, row of the register or place of an input stands in it.
  @Test func itHoldsNoRecords() throws {
    let text = String(decoding: try package(try SampleReports.full()).bytes, as: UTF8.self)
    #expect(!text.contains("anstallningar.csv"))
    #expect(!text.contains("\"P1\""))
  }
}
