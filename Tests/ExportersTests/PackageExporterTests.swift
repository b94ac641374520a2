// bokslut.json: the same bytes twice, read back whole, the same figures as the report.

import Bookkeeping
import Disclosure
import Figures
import ReportSamples
import Reporting
import Testing

@testable import Exporters
@testable import Interchange

@Suite struct PackageExporterTests {
  private func package(_ report: Report) throws -> BokslutPackage {
    let cleared = try Disclosure.clear(report, for: .intern)
    return PackageExporter.package(
      cleared, inputs: [FileDigest(path: "bokforing/2025.se", sha256: "00")],
      files: try CSVExporter.files(cleared).map { try ContentDigest.of($0.path, $0.bytes) },
      program: ProgramInfo(version: "0.1.0"))
  }

  @Test func thePackageReadsBackAsItWasWritten() throws {
    for report in [try SampleReports.full(), try SampleReports.partial()] {
      let package = try package(report)
      #expect(try BokslutPackage(bytes: package.bytes) == package)
      #expect(package.bytes == (try self.package(report)).bytes)
    }
  }

  @Test func itSaysWhoWhatAndWhen() throws {
    let package = try package(try SampleReports.full())
    let json = try JSONValue(bytes: package.bytes)
    #expect(json["schema"] == .string("dualbokslut/1"))
    #expect(json["edition"] == .string("intern"))
    #expect(json["organisation"]?["id"] == .string("bryggan"))
    #expect(json["fiscalYear"]?["label"] == .string("2025"))
    #expect(json["fiscalYear"]?["to"] == .string("2025-12-31"))
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

  /// FIPS 180-4's own example.
  @Test func digestsAreSHA256() throws {
    #expect(
      try ContentDigest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      try ContentDigest.sha256([])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func otherSchemasAndBrokenFilesAreNamed() throws {
    #expect(throws: PackageError.unknownSchema("dualbokslut/9")) {
      try BokslutPackage(bytes: Array("{\"schema\": \"dualbokslut/9\"}".utf8))
    }
    #expect(throws: PackageError.unknownSchema(nil)) {
      try BokslutPackage(bytes: Array("[]".utf8))
    }
    #expect(throws: PackageError.invalid(path: "program")) {
      try BokslutPackage(bytes: Array("{\"schema\": \"dualbokslut/1\"}".utf8))
    }
    #expect(
      throws: PackageError.notJSON(JSONFault(kind: .unexpectedEnd, line: 2, column: 1))
    ) { try BokslutPackage(bytes: Array("{\n".utf8)) }
  }
}

@Suite struct JSONTests {
  @Test(arguments: [
    "{}", "[]", "[1, -2.5e3, \"å\\n\\\"\", true, null]", "{\"a\": {\"b\": [{}]}}",
  ])
  func whatIsReadIsWrittenAndReadAgain(text: String) throws {
    let value = try JSONValue(bytes: Array(text.utf8))
    #expect(try JSONValue(bytes: value.bytes) == value)
  }

  @Test func escapesAreRead() throws {
    #expect(
      try JSONValue(bytes: Array(#""\u00e5\ud83d\ude00\/""#.utf8)) == .string("å😀/"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "01", "+1", "1.", "nul", "\"\u{01}\"", "[1] 2", "'a'",
    "\"\\x\"", "\"\\ud800\"", "{\"a\":1,\"a\":2}", "\"abc", "-",
  ])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(throws: JSONFault.self) { try JSONValue(bytes: Array(text.utf8)) }
  }

  @Test func depthIsBounded() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONFault.self) { try JSONValue(bytes: deep) }
  }

  /// Random bytes never do worse than throw.
  @Test func randomBytesOnlyThrow() {
    var generator = SplitMix(state: 42)
    let alphabet = Array("{}[]\",:\\u0019.-eE+tfn \n".utf8)
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      _ = try? JSONValue(bytes: bytes)
    }
  }
}
