// Every text is there, in both languages, with the same facts.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Foundation
import Outcomes
import Rulebook
import Testing

@testable import Reporting

@Suite struct TextCatalogueTests {
  private let catalogue = TextCatalogue.shared

  private func facts(_ text: String) -> [String] {
    TextCatalogue.pieces(of: text).compactMap { piece in
      if case .fact(let name) = piece { name } else { nil }
    }.sorted()
  }

  @Test func everyTextIsThereInBothLanguagesWithTheSameFacts() throws {
    #expect(Set(catalogue.keys).count == catalogue.keys.count)
    #expect(catalogue.keys.count > 200)
    let table = EmbeddedTable(EmbeddedData.texts, separator: "\t")
    for row in table.rows {
      #expect(!row["sv"].isEmpty && !row["en"].isEmpty, "\(row["key"])")
      #expect(facts(row["sv"]) == facts(row["en"]), "\(row["key"])")
    }
  }

  @Test func aMissingKeyOrFactIsAFault() throws {
    #expect(throws: ReportFault.missingText("no.such")) {
      try catalogue.text("no.such", .swedish)
    }
    #expect(throws: ReportFault.missingArgument(key: "report.name", name: "year")) {
      try catalogue.text("report.name", .swedish)
    }
    #expect(try catalogue.text("report.name", .english, ["year": "2025"]) == "Two accounts 2025")
  }

  /// Keys that stand as literals in our own source: `texts("key"` and key names.
  @Test func everyKeyThatTheSourceNamesIsThere() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let pattern = /(?:texts|paragraph|text|Key:|Key = )\(?\s*"([a-z][^"\\]+)"/
    var found = 0
    var missing: [String] = []
    for folder in ["Sources/Reporting", "Sources/Calculation", "Sources/Exporters"] {
      let files = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      for case let path as String in files ?? .init() where path.hasSuffix(".swift") {
        let source = try String(
          contentsOf: root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
        for match in source.matches(of: pattern) where match.1.contains(".") {
          found += 1
          if !catalogue.contains(String(match.1)) { missing.append("\(path): \(match.1)") }
        }
      }
    }
    #expect(missing == [])
    #expect(found > 0)
  }
}

@Suite struct NumberTextTests {
  private let swedish = NumberText(.swedish)
  private let english = NumberText(.english)

  @Test func kronorAreWholeAndGrouped() {
    #expect(swedish.kronor(Amount(ore: 123_456_750)) == "1\u{A0}234\u{A0}568\u{A0}kr")
    #expect(swedish.kronor(Amount(ore: -123_456_750)) == "\u{2212}1\u{A0}234\u{A0}568\u{A0}kr")
    #expect(english.kronor(Amount(ore: -99_950)) == "SEK\u{A0}\u{2212}1,000")
  }

  @Test func decimalsFollowTheLanguage() {
    #expect(swedish.decimal("12345.50") == "12\u{A0}345,50")
    #expect(english.decimal("12345.50") == "12,345.50")
    #expect(swedish.text(.rate(Rate(tenThousandths: 350)), unit: .share) == "3,5\u{A0}%")
    // A break-even has six decimals and is a share all the same.
    #expect(swedish.text(.factor(Factor(millionths: 396_251)), unit: .share) == "39,6\u{A0}%")
    #expect(swedish.text(.factor(Factor(millionths: 396_251)), unit: .factor) == "0,396251")
  }
}
