// The template's texts fit Excel's bounds and the register's schema; a new folder spoils nothing.

import Bookkeeping
import Diagnostics
import Foundation
import Outcomes
import Testing

@testable import Exporters
@testable import Importers

struct TemplateTests {
  @Test("every column has its help, example and width, within what Excel shows")
  func columns() throws {
    for table in RecordTable.allCases {
      let columns = TemplateColumn.all(of: table)
      #expect(columns.map(\.column) == table.columns)
      #expect(columns.first?.example == ParticipantID.example.rawValue)
      for shown in columns {
        #expect(shown.column.heading.utf16.count <= 32)
        #expect(shown.hint.utf16.count <= 255)
        #expect(!shown.help.isEmpty && shown.width > 8)
        #expect(shown.column.requirement != .required || !shown.example.isEmpty)
        // A drop-down list must offer what the example shows.
        let words = shown.column.words
        #expect(words.isEmpty || shown.example.isEmpty || words.contains(shown.example))
      }
    }
    for key in ["choice", "commissioner", "municipality", "newParticipant", "knownParticipant"] {
      #expect(TemplateTexts.word(key).utf16.count <= 255)
    }
    for key in ["wrongTitle", "doubtfulTitle"] {
      #expect(TemplateTexts.word(key).utf16.count <= 32)
    }
  }

  @Test("the English texts stand beside the Swedish ones, row by row, within what Excel shows")
  func english() {
    func rows(_ text: StaticString) -> [EmbeddedTable.Row] {
      EmbeddedTable(text, separator: "\t").rows
    }
    let columns = [EmbeddedData.templateColumns, EmbeddedData.templateColumnsEn].map { text in
      rows(text).map { [$0["table"], $0["column"]] }
    }
    #expect(columns[0] == columns[1])
    let guide = [EmbeddedData.templateGuide, EmbeddedData.templateGuideEn].map { text in
      rows(text).map { [$0["style"], $0["key"]] }
    }
    #expect(guide[0] == guide[1])
    let words = [EmbeddedData.templateWords, EmbeddedData.templateWordsEn].map { text in
      rows(text).map { $0["key"] }
    }
    #expect(words[0] == words[1])
    for table in RecordTable.allCases {
      #expect(table.sheetName(in: .english).utf16.count <= 31)
      for shown in TemplateColumn.all(of: table, in: .english) {
        #expect(shown.heading.utf16.count <= 32 && shown.hint.utf16.count <= 255)
      }
    }
    for row in rows(EmbeddedData.templateWordsEn) {
      #expect(row["text"].utf16.count <= (row["key"].hasSuffix("Title") ? 32 : 255))
    }
    let choices = Set(RecordTable.allCases.flatMap(\.columns).flatMap(\.words))
    #expect(choices == Set(TemplateTexts.meanings.keys))
    #expect(TemplateLists(in: .english).range(of: .gender) == "Lists!$A$2:$A$5")
  }

  @Test("lists: each once, with all municipalities, and a range that holds exactly its words")
  func lists() {
    let lists = TemplateLists()
    #expect(Set(lists.columns.map(\.words)).count == lists.columns.count)
    #expect(lists.range(of: .gender) == "Listor!$A$2:$A$5")
    #expect(lists.range(of: .evidence) == lists.range(of: .followUpEvidence))
    #expect(lists.range(of: .date) == nil)
    #expect(lists.columns.contains { $0.heading == "Kommun" && $0.words.count >= 290 })
  }

  @Test("the same files with the same bytes each time")
  func sameBytes() throws {
    for register in [EnterpriseTemplate.Register.workbook, .tables] {
      let first = try EnterpriseTemplate.files(register: register)
      let second = try EnterpriseTemplate.files(register: register)
      #expect(first == second)
    }
    let paths = try EnterpriseTemplate.files(register: .workbook).map(\.path).sorted()
    #expect(paths == ["berattelse.md", "bokforing/LÄSMIG.txt", "dualbokslut.yaml", "utfall.xlsx"])
  }

  @Test("each table's sheet has lists, messages and refusals that are switched on")
  func rules() throws {
    let files = try EnterpriseTemplate.files(register: .workbook)
    let workbook = try #require(files.first { $0.path == "utfall.xlsx" })
    let archive = try ZipArchive(workbook.bytes)
    // The guide is sheet 1; the tables follow in the schema's order.
    for (index, table) in RecordTable.allCases.enumerated() {
      let part = try archive.open("xl/worksheets/sheet\(index + 2).xml")
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      let count = try part.read(into: &buffer)
      let rules = String(decoding: buffer.prefix(count), as: UTF8.self)
        .split(separator: "<dataValidation ").dropFirst()
      #expect(rules.count == table.columns.count * 2)
      for rule in rules {
        #expect(rule.contains("showInputMessage=\"1\"") && rule.contains("showErrorMessage=\"1\""))
        // In this format the word means that the arrow is hidden.
        #expect(!rule.contains("showDropDown"))
      }
      let lists = table.columns.filter { !$0.words.isEmpty || $0.content == .municipality }.count
      let people = table == .participants ? 0 : 1
      #expect(rules.filter { $0.contains("type=\"list\"") }.count == lists + people)
      #expect(
        rules.filter { $0.contains("type=\"date\"") }.count
          == table.columns.filter { $0.content == .date }.count)
    }
  }

  @Test("a day's number in spreadsheets: 45658 is 1 January 2025")
  func serialNumbers() throws {
    let day = try #require(CalendarDate("2025-01-01"))
    #expect(day.serialNumber == 45_658)
  }

  @Test("a new folder, an empty one and one below a new one are written; nothing else is touched")
  func folders() throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "dualbokslut-\(UUID())")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    func path(_ name: String) -> String { work.appending(path: name).path }

    try TemplateFolder.write(to: path("a/b"), register: .tables)
    #expect(FileManager.default.fileExists(atPath: path("a/b/utfall/loner.csv")))
    try FileManager.default.createDirectory(atPath: path("tom"), withIntermediateDirectories: true)
    try TemplateFolder.write(to: path("tom"), register: .workbook)
    #expect(FileManager.default.fileExists(atPath: path("tom/utfall.xlsx")))

    try FileManager.default.createDirectory(atPath: path("c"), withIntermediateDirectories: true)
    try Data("mitt".utf8).write(to: work.appending(path: "c/.dolt"))
    #expect(throws: TemplateFolderError.occupied(path: path("c"))) {
      try TemplateFolder.write(to: path("c"), register: .workbook)
    }
    #expect(throws: TemplateFolderError.occupied(path: path("c/.dolt"))) {
      try TemplateFolder.write(to: path("c/.dolt"), register: .workbook)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("c")) == [".dolt"])
    #expect(throws: TemplateFolderError.self) {
      try TemplateFolder.write(to: path("c/.dolt/ny"), register: .workbook)
    }
  }
}
