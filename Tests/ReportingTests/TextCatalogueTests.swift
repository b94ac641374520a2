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
