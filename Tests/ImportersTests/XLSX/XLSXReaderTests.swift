// What cells mean: texts, numbers, days, shares, formulas, and where the table lies in its sheet.

import Diagnostics
import Testing

@testable import Importers

struct XLSXReaderTests {
  /// Text in the cell itself.
  static func inline(_ cell: String, _ text: String) -> String {
    #"<c r="\#(cell)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
  }

  static func row(_ number: Int, _ cells: String...) -> String {
    #"<row r="\#(number)">\#(cells.joined())</row>"#
  }

  static let headings = row(1, inline("A1", "Deltagare"), inline("B1", "Datum"))

  private func read(_ workbook: TestWorkbook) throws -> (table: FileTable, codes: [String]) {
    let (sheets, problems) = XLSXReader.read(workbook.bytes, file: "utfall.xlsx")
    return (try #require(sheets.first).table, problems.all.map(\.code.rawValue))
  }

  /// The text of B2 for a number under a format code.
  private func shown(
    _ value: String, _ code: String, properties: String = ""
  ) throws -> TableCell {
    var workbook = TestWorkbook(
      "Övergångar", Self.headings + Self.row(2, #"<c r="B2" s="1"><v>\#(value)</v></c>"#))
    workbook.formatCodes = [code]
    workbook.workbookProperties = properties
    return try #require(read(workbook).table.rows.first?.cells.last)
  }

  @Test("places are FILE:SHEET!B7, and cells keep their columns")
  func places() throws {
    let data = Self.headings + Self.row(7, #"<c r="B7"><v>25500</v></c>"#)
    let (table, codes) = try read(TestWorkbook("Övergångar", data))
    #expect(codes.isEmpty)
    #expect(table.headings.map(\.text) == ["Deltagare", "Datum"])
    let row = try #require(table.rows.first)
    #expect(row.location.description == "utfall.xlsx:Övergångar!A7")
    #expect(row.cells.map(\.text) == ["", "25500"])
    #expect(row.cells[1].location.description == "utfall.xlsx:Övergångar!B7")
    #expect(row.cells[1].location.line == 7)
    #expect(row.cells[1].isNumber)
  }

  @Test("shared texts, rich text, phonetic guides, escapes and spaces")
  func texts() throws {
    var workbook = TestWorkbook(
      "Deltagare",
      Self.row(1, Self.inline("A1", "Deltagare"), Self.inline("B1", "Kön"))
        + Self.row(2, #"<c r="A2" t="s"><v>0</v></c>"#, #"<c r="B2" t="s"><v>1</v></c>"#)
        + Self.row(3, #"<c r="A3" t="s"><v>2</v></c>"#, #"<c r="B3" t="str"><v>man</v></c>"#))
    workbook.sharedTexts =
      "<si><t>D001</t></si>"
      + "<si><r><rPr><b/></rPr><t>kvi</t></r><r><t>nna</t></r><rPh><t>x</t></rPh></si>"
      + "<si><t xml:space=\"preserve\">  D_x0030_02&#160;_x000D_</t></si>"
    let (table, codes) = try read(workbook)
    #expect(codes.isEmpty)
    #expect(table.rows.map { $0.cells.map(\.text) } == [["D001", "kvinna"], ["D002", "man"]])
  }

  @Test(
    "numbers have at most 15 significant digits and no power",
    arguments: [
      ("25500", "25500"), ("0.28999999999999998", "0.29"), ("1.2E4", "12000"),
      ("9.9999999999999995E-2", "0.1"), ("-12.50", "-12.5"), ("0", "0"), ("-0", "0"),
      ("123456789012345678", "123456789012346000"), ("5E-324", "0." + zeros(323) + "5"),
      ("1e", "1e"),
    ])
  func numbers(_ stored: String, _ expected: String) throws {
    #expect(try shown(stored, "General").text == expected)
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test(
    "days by the number format, in the system from 1900",
    arguments: [
      // 45658 is 1 January 2025 (Excel shows so); 60 never was, 61 is 1 March.
      ("45658", "yyyy\\-mm\\-dd", "2025-01-01"), ("45658", "YYYY-MM-DD", "2025-01-01"),
      ("45658", "[$-41D]d mmmm yyyy;@", "2025-01-01"), ("45658", "mmm", "2025-01-01"),
      ("1", "d", "1900-01-01"), ("59", "d", "1900-02-28"), ("60", "d", "1900-02-29"),
      ("61", "d", "1900-03-01"), ("2958465", "yyyy", "9999-12-31"),
      ("45658.75", "yyyy-mm-dd hh:mm", "2025-01-01"),
      ("45657.9999999999", "yyyy-mm-dd", "2025-01-01"),
      // No day: shown as the number that it is.
      ("0", "d", "0"), ("-5", "d", "-5"), ("2958466", "d", "2958466"),
    ])
  func days(_ serial: String, _ code: String, _ expected: String) throws {
    #expect(try shown(serial, code).text == expected)
  }

  @Test("days in the system from 1904, which is 1462 days behind")
  func macDays() throws {
    for flag in ["1", "true"] {
      let properties = #"<workbookPr date1904="\#(flag)"/>"#
      #expect(try shown("44196", "yyyy-mm-dd", properties: properties).text == "2025-01-01")
      #expect(try shown("0", "yyyy-mm-dd", properties: properties).text == "1904-01-01")
    }
    let off = #"<workbookPr date1904="0"/>"#
    #expect(try shown("45658", "yyyy-mm-dd", properties: off).text == "2025-01-01")
  }

  @Test(
    "shares, hours and money by the number format",
    arguments: [
      ("0.75", "0%", "75 %"), ("0.28999999999999998", "0.00%", "29 %"),
      ("0.035", "0.0 %", "3.5 %"), ("6.354166666666667", "[h]:mm", "152.5"),
      ("0.5", "h:mm", "12"), ("0.5", "h:mm AM/PM", "12"), ("12000", "#,##0 \"kr\"", "12000"),
      ("12000", "#,##0\\ [$kr-41D];[Red]-#,##0\\ \"kr med d, m och y\"", "12000"),
      ("7", "_-* #,##0.00_-", "7"), ("7", "\"dag\" 0", "7"), ("1234.5", "0.00E+00", "1234.5"),
      ("12", "@", "12"), ("12", "General", "12"),
    ])
  func meanings(_ stored: String, _ code: String, _ expected: String) throws {
    let cell = try shown(stored, code)
    #expect(cell.text == expected)
    #expect(cell.isNumber)
  }

  @Test("formats without a code of their own: 9 is percent, 14 a day, 46 hours")
  func builtInFormats() {
    #expect(NumberFormat.builtIn(9) == .percent)
    #expect(NumberFormat.builtIn(14) == .date)
    #expect(NumberFormat.builtIn(46) == .time)
    #expect(NumberFormat.builtIn(4) == .number)
  }

  @Test("booleans, ISO dates, text dates and formulas with their saved values")
  func otherTypes() throws {
    let data =
      Self.headings
      + Self.row(2, Self.inline("A2", "D1"), #"<c r="B2" t="b"><v>1</v></c>"#)
      + Self.row(3, Self.inline("A3", "D2"), #"<c r="B3" t="b"><v>0</v></c>"#)
      + Self.row(4, Self.inline("A4", "D3"), #"<c r="B4" t="d"><v>2025-01-31T00:00:00</v></c>"#)
      + Self.row(5, Self.inline("A5", "D4"), Self.inline("B5", "31.1.2025"))
      + Self.row(
        6, #"<c r="A6" t="str"><f>CONCATENATE("D",5)</f><v>D5</v></c>"#,
        #"<c r="B6"><f>1+1</f><v>2</v></c>"#)
      + Self.row(7, Self.inline("A7", "D6"), #"<c r="B7" t="str"><f>""</f></c>"#)
    let (table, codes) = try read(TestWorkbook("Övergångar", data))
    #expect(codes.isEmpty)
    #expect(
      table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
        == ["D1|ja", "D2|nej", "D3|2025-01-31", "D4|31.1.2025", "D5|2", "D6"])
  }

  @Test("a formula that failed or was never computed is told of once, in columns that count")
  func formulas() throws {
    let data =
      Self.row(
        1, Self.inline("A1", "Deltagare"), Self.inline("B1", "Datum"), Self.inline("C1", "Eget"))
      + Self.row(
        2, Self.inline("A2", "D1"), #"<c r="B2" t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>"#,
        #"<c r="C2" t="e"><v>#REF!</v></c>"#)
      + Self.row(3, Self.inline("A3", "D2"), #"<c r="B3"><f>TODAY()</f></c>"#)
    let (sheets, problems) = XLSXReader.read(
      TestWorkbook("Övergångar", data).bytes, file: "u.xlsx")
    let places = problems.sorted.map { "\($0.code.rawValue) \($0.location?.cell ?? "")" }
    #expect(places == ["XLS012 Övergångar!B2", "XLS013 Övergångar!B3"])
    #expect(sheets.first?.table.rows.map { $0.cells[1].isReported } == [true, true])
  }

  @Test("rows and cells without references follow the one before; blank rows and cells count")
  func withoutReferences() throws {
    func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let data =
      "<row>\(cell("Deltagare"))\(cell("Datum"))\(cell("Läge"))</row><row/>"
      + "<row>\(cell("D1"))<c/>\(cell("okänt"))</row>"
      + "<row><c r=\"C9\" t=\"inlineStr\"><is><t>sjuk</t></is></c></row>"
    let (table, _) = try read(TestWorkbook("Uppföljningar", data))
    #expect(table.rows.map { $0.cells.map(\.text) } == [["D1", "", "okänt"], ["", "", "sjuk"]])
    #expect(table.rows.first?.cells[2].location.cell == "Uppföljningar!C3")
  }

  @Test("prefixed namespaces and absolute targets, as other programs write them")
  func dialects() throws {
    var workbook = TestWorkbook(
      "Övergångar",
      "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row>"
        + "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>D1</x:t></x:is></x:c></x:row>")
    workbook.prefix = "x:"
    workbook.targetPrefix = "/xl/"
    workbook.sharedTexts = "<x:si><x:t>Deltagare</x:t></x:si>"
    let (table, codes) = try read(workbook)
    #expect(codes.isEmpty)
    #expect(table.headings.map(\.text) == ["Deltagare"])
    #expect(table.rows.map { $0.cells.map(\.text) } == [["D1"]])
  }

  @Test("a title and blank rows above the headings, a blank first column, notes beside the table")
  func surroundings() throws {
    let data =
      Self.row(2, Self.inline("B2", "Deltagare hos Bryggan 2025"))
      + Self.row(4, Self.inline("B4", "deltagare"), Self.inline("C4", " DATUM "))
      + Self.row(5, Self.inline("B5", "D1"), Self.inline("C5", "2025-01-31"))
      + Self.row(6, Self.inline("B6", "   "), #"<c r="C6"><v></v></c>"#)
      + Self.row(7, Self.inline("B7", "D2"), Self.inline("F7", "ring igen"))
      + Self.row(8, Self.inline("G8", "bara en anteckning"))
    let (sheets, problems) = XLSXReader.read(
      TestWorkbook("Övergångar", data).bytes, file: "u.xlsx")
    let table = try #require(sheets.first).table
    #expect(table.headings.map(\.text) == ["", "deltagare", "DATUM"])
    #expect(table.rows.map { $0.cells.map(\.text) } == [["", "D1", "2025-01-31"], ["", "D2"]])
    #expect(problems.sorted.map(\.code.rawValue) == ["XLS010", "XLS011"])
    #expect(problems.sorted.map { $0.location?.cell } == ["Övergångar!B2", "Övergångar!F7"])
    #expect(problems.all.allSatisfy { $0.severity == .note })
  }

  @Test("identity numbers are found in titles and margins too, and as numbers without their zero")
  func identityNumbers() throws {
    // The ninth digits have one check digit that makes them a number of 1 January 2001.
    let number = try #require(
      (0...9).map { "010101123\($0)" }.first { PersonalIdentityNumber.occurs(in: $0) })
    let data =
      Self.row(1, Self.inline("A1", "Lista för \(number)"))
      + Self.row(2, Self.inline("A2", "Deltagare"), Self.inline("B2", "Datum"))
      + Self.row(
        3, #"<c r="A3"><v>\#(number.dropFirst())</v></c>"#,
        #"<c r="D3"><v>\#(number.dropFirst())</v></c>"#)
    let (sheets, problems) = XLSXReader.read(
      TestWorkbook("Övergångar", data).bytes, file: "u.xlsx")
    let found = problems.all.filter { $0.code == "REG022" }.map { $0.location?.cell }
    #expect(found == ["Övergångar!A1", "Övergångar!D3"])
    // Inside the table the register's own reader finds it: the zero is back.
    #expect(sheets.first?.table.rows.first?.cells.first?.text == number)
  }

  @Test("an identity number on a sheet that is no table is found, also on a hidden one")
  func identityNumbersElsewhere() throws {
    let number = try #require(
      (0...9).map { "850101-123\($0)" }.first { PersonalIdentityNumber.occurs(in: $0) })
    var workbook = TestWorkbook([
      ("Övergångar", Self.headings),
      ("Nyckel", Self.row(3, Self.inline("A3", "D001"), Self.inline("B3", "är \(number)"))),
    ])
    workbook.hidden = ["Nyckel"]
    let (_, problems) = XLSXReader.read(workbook.bytes, file: "u.xlsx")
    #expect(problems.all.map(\.code.rawValue) == ["REG022"])
    #expect(problems.all.first?.location?.cell == "Nyckel!B3")
    #expect(!problems.all.map { $0.rendered(in: .swedish) }.joined().contains(number))
  }

  @Test("other sheets are named but not read; a hidden sheet of the register is, with a warning")
  func sheets() throws {
    var workbook = TestWorkbook([
      ("Läs mig", Self.row(1, Self.inline("A1", "text"))), ("Övergångar", Self.headings),
      (
        "follow_ups",
        Self.headings + Self.row(2, Self.inline("A2", "D1"), Self.inline("B2", "2025-01-01"))
      ), ("Listor", Self.row(1, Self.inline("A1", "text"))),
    ])
    workbook.hidden = ["Listor", "follow_ups"]
    let (sheets, problems) = XLSXReader.read(workbook.bytes, file: "u.xlsx")
    #expect(sheets.map(\.name) == ["Läs mig", "Övergångar", "follow_ups", "Listor"])
    #expect(sheets.map(\.isHidden) == [false, false, true, true])
    #expect(sheets.map(\.table.headings.count) == [0, 2, 2, 0])
    #expect(problems.all.map(\.code.rawValue) == ["XLS014"])
  }

  @Test("cell names: A1, Z1, AA1, XFD1048576 and no further")
  func references() {
    #expect(CellReference("B7") == CellReference(row: 7, column: 2))
    #expect(CellReference("$AA$30") == CellReference(row: 30, column: 27))
    #expect(CellReference("XFD1048576") == CellReference(row: 1_048_576, column: 16_384))
    #expect(CellReference("XFE1") == nil)
    #expect(CellReference("A1048577") == nil)
    #expect(CellReference("7") == nil)
    #expect(CellReference("B") == nil)
    for column in [1, 26, 27, 52, 53, 702, 703, 16_384] {
      let reference = CellReference(row: 5, column: column)
      #expect(CellReference(reference.text) == reference)
    }
  }
}
