// The template's texts fit Excel's bounds and the register's schema; a new folder spoils nothing.

import Bookkeeping
import Foundation
import Outcomes
import Testing

@testable import Exporters

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
