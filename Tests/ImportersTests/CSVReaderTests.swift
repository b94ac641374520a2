// CSV in every form that spreadsheets save, each cell at its place.

import Diagnostics
import Testing

@testable import Importers

@Suite struct CSVReaderTests {
  static func read(_ text: String) -> (table: FileTable, codes: [String]) {
    read(bytes: Array(text.utf8))
  }

  static func read(bytes: [UInt8]) -> (table: FileTable, codes: [String]) {
    let (table, diagnostics) = CSVReader.read(bytes, file: "t.csv")
    return (table, diagnostics.all.map { "\($0.code.rawValue)@\($0.location?.description ?? "-")" })
  }

  static func texts(_ table: FileTable) -> [[String]] {
    [table.headings.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
  }

  @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
  func separatorsAndLineEnds(separator: String, lineEnd: String) {
    let text =
      ["a", "b", "c"].joined(separator: separator) + lineEnd
      + ["1", "", "3"].joined(separator: separator) + lineEnd + lineEnd
      + ["4", "5", "6"].joined(separator: separator)
    let (table, codes) = Self.read(text)
    #expect(codes.isEmpty)
    #expect(Self.texts(table) == [["a", "b", "c"], ["1", "", "3"], ["4", "5", "6"]])
    #expect(table.rows.map(\.location.description) == ["t.csv:2:1", "t.csv:4:1"])
    #expect(table.rows[0].cells[2].location.description == "t.csv:2:4")
  }

  @Test func quotesHoldSeparatorsLinesAndQuotes() {
    let (table, codes) = Self.read("a;b;c\n\"1;\n2\";\"säger \"\"hej\"\"\";3\nx;y;z\n")
    #expect(codes.isEmpty)
    #expect(
      Self.texts(table) == [
        ["a", "b", "c"], ["1;\n2", "säger \"hej\"", "3"], ["x", "y", "z"],
      ])
    #expect(table.rows[0].cells[1].location.description == "t.csv:3:4")
    #expect(table.rows[1].location.description == "t.csv:4:1")
  }

  @Test func theSeparatorIsToldFromTheHeadingsOutsideQuotes() {
    let (table, _) = Self.read("\"a,b,c,d\";e\n1,5;2\n")
    #expect(Self.texts(table) == [["a,b,c,d", "e"], ["1,5", "2"]])
  }

  @Test func excelsSeparatorLineIsNoRow() {
    let (table, _) = Self.read("sep=;\r\na,x;b\r\n1;2\r\n")
    #expect(Self.texts(table) == [["a,x", "b"], ["1", "2"]])
    #expect(table.headings.first?.location.description == "t.csv:2:1")
  }

  @Test func encodingsAreToldFromTheBytes() {
    let expected = [["Kön", "Försörjning före"], ["kvinna", "€"]]
    let text = "Kön;Försörjning före\nkvinna;€\n"
    #expect(Self.texts(Self.read(text).table) == expected)
    #expect(Self.texts(Self.read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).table) == expected)
    let latin: [UInt8] = text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
    #expect(Self.texts(Self.read(bytes: latin).table) == expected)
    let undefined = [UInt8](latin.prefix(4)) + [0x81, 0x0A]
    #expect(Self.read(bytes: undefined).table.headings.last?.text == "\u{FFFD}")
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(Self.texts(Self.read(bytes: wide).table) == expected)
  }

  @Test func theFirstCellOfABOMFileStandsInColumnOne() {
    let (table, _) = Self.read(bytes: [0xEF, 0xBB, 0xBF] + Array("a;b\n".utf8))
    #expect(table.headings.map(\.location.column) == [1, 3])
  }

  @Test func blankLinesAndBlankCellsAtTheEndAreNothing() {
    let (table, codes) = Self.read("\n;;\na;b;;\n\n1;2;;\n ; \n3\n\n")
    #expect(codes.isEmpty)
    #expect(Self.texts(table) == [["a", "b"], ["1", "2"], ["3"]])
  }

  @Test func blanksAroundCellsAreTakenOff() {
    let (table, _) = Self.read("a ; b\n 1\u{A0};\" 2 \"\n")
    #expect(Self.texts(table) == [["a", "b"], ["1", "2"]])
  }

  @Test func anOpenQuoteIsNamedWhereItOpens() {
    let (table, codes) = Self.read("a;b\n1;2\n3;\"4\n5;6\n")
    #expect(codes == ["REG005@t.csv:3:3"])
    #expect(table.rows.count == 1)
  }

  @Test func emptyAndBinaryFiles() {
    #expect(Self.read("").codes == ["REG006@t.csv"])
    #expect(Self.read("\n \n;;\n").codes == ["REG006@t.csv"])
    #expect(Self.read(bytes: [0x50, 0x4B, 3, 4, 0, 0]).codes == ["REG004@t.csv"])
  }

  @Test func noBytesBreakTheReader() {
    var generator = SeededGenerator(state: 11)
    let noise = Array("a1;,\t\"\n\r å".utf8) + [0xE5, 0x80, 0xFF]
    for _ in 0..<500 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in noise[Int.random(in: 0..<noise.count, using: &generator)] }
      let (table, _) = Self.read(bytes: bytes)
      for row in table.rows { #expect(row.cells.contains { !$0.isBlank }) }
    }
  }
}
