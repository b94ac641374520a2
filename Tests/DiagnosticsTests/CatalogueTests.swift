// The catalogue is whole: every code in both languages, with the same facts.

import Testing

@testable import Diagnostics

@Suite struct CatalogueTests {
  static let entries = DiagnosticCatalogue.shared.entries

  @Test(arguments: entries.map(\.code.rawValue))
  func everyCodeIsWholeInBothLanguages(code: String) throws {
    let entry = DiagnosticCatalogue.shared.entry(for: DiagnosticCode(rawValue: code))
    for language in Language.allCases {
      let texts = try #require(entry.texts[language])
      for text in [texts.found, texts.meaning, texts.remedy] {
        #expect(!text.isEmpty, "\(code) lacks a text in \(language.rawValue)")
        #expect(text.hasSuffix("."), "\(code): \(text)")
      }
    }
  }

  @Test(arguments: entries.map(\.code.rawValue))
  func bothLanguagesNameTheSameFacts(code: String) throws {
    let entry = DiagnosticCatalogue.shared.entry(for: DiagnosticCode(rawValue: code))
    let swedish = try #require(entry.texts[.swedish])
    let english = try #require(entry.texts[.english])
    #expect(Self.placeholders(swedish) == Self.placeholders(english), "\(code)")
  }

  @Test func codesAreLettersAndDigits() {
    for entry in Self.entries {
      let code = entry.code.rawValue
      #expect(code.count == 6)
      #expect(code.prefix(3).allSatisfy { ("A"..."Z").contains($0) }, "\(code)")
      #expect(code.suffix(3).allSatisfy { ("0"..."9").contains($0) }, "\(code)")
    }
  }

  /// The names between braces in the three texts.
  static func placeholders(_ texts: DiagnosticEntry.Texts) -> Set<String> {
    var names: Set<String> = []
    for text in [texts.found, texts.meaning, texts.remedy] {
      for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
        if let end = part.firstIndex(of: "}") { names.insert(String(part[..<end])) }
      }
    }
    return names
  }
}

@Suite struct DiagnosticListTests {
  @Test func sortedByPlaceThenCodeAndTheSameOnce() {
    var list = DiagnosticList()
    let second = SourceLocation(file: "b.csv", line: 2, column: 1)
    let late = SourceLocation(file: "a.csv", line: 10, column: 1)
    let early = SourceLocation(file: "a.csv", line: 9, column: 30)
    list.report("REG012", at: second)
    list.report("REG013", at: late)
    list.report("REG011", at: late)
    list.report("REG013", at: early)
    list.report("REG013", at: early)
    list.report("REG001", at: nil)
    #expect(list.sorted.map(\.code.rawValue) == ["REG001", "REG013", "REG011", "REG013", "REG012"])
    #expect(list.sorted[1].location == early)
  }

  @Test func theWorstFindingCounts() {
    var list = DiagnosticList()
    #expect(list.worst == nil)
    list.report("SET009", at: nil)
    #expect(list.worst == .note)
    list.report("SET033", at: nil)
    #expect(list.worst == .warning && !list.hasErrors)
    list.report("SET001", at: nil)
    #expect(list.worst == .error && list.hasErrors)
  }

  @Test func anIdentityNumberIsNeverRendered() {
    let diagnostic = Diagnostic(
      "REG012", at: SourceLocation(file: "18900101-2385.csv", line: 3),
      [
        "value": "18900101-2385", "column": "Kön", "row": 3, "nearest": "man", "known": "man",
      ])
    for language in Language.allCases {
      let text = diagnostic.rendered(in: language)
      #expect(!text.contains("2385"))
      #expect(text.contains("[identitetsnummer]"))
    }
  }

  @Test func moneyFollowsTheReadersLanguage() {
    let diagnostic = Diagnostic(
      "REG012", at: nil, ["value": DiagnosticArgument.kronor(ore: -123_456_750)])
    #expect(diagnostic.rendered(in: .swedish).contains("\"-1 234 567,50 kr\""))
    #expect(diagnostic.rendered(in: .english).contains("\"SEK -1,234,567.50\""))
  }
}

/// What findings say on paper: nobody's name, no row, no cell.
@Suite struct PaperTextTests {
  @Test func theCodesOnPaperAreWarnings() {
    for code in Diagnostic.table.keys {
      #expect(DiagnosticCatalogue.shared.entry(for: code).severity == .warning, "\(code.rawValue)")
    }
  }

  /// Whatever a warning is told in words, none of it but the books' own numbers reaches the paper.
  @Test func noFactInWordsReachesThePaper() throws {
    for entry in CatalogueTests.entries where entry.severity == .warning {
      let texts = try #require(entry.texts[.swedish])
      let names = CatalogueTests.placeholders(texts)
        .subtracting([
          "account", "accounts", "earlier", "end", "form", "id", "later", "start", "year", "check",
        ])
      let finding = Diagnostic(
        entry.code, at: SourceLocation(file: "deltagare.csv", line: 7),
        Dictionary(uniqueKeysWithValues: names.map { ($0, "Kim Namn" as any DiagnosticFact) }))
      for language in Language.allCases {
        let text = finding.paperText(in: language)
        #expect(!text.contains("Kim") && !text.contains("deltagare.csv"), "\(text)")
        #expect(!text.isEmpty)
      }
    }
  }

  @Test func aFindingOfTheBooksSaysItsNumbers() {
    let finding = Diagnostic(
      "SIE054", at: nil, ["year": "2025", "difference": DiagnosticArgument.kronor(ore: 10_000)])
    #expect(finding.paperText(in: .swedish).contains("100,00 kr"))
  }
}
