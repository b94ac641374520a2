// A whole register in one workbook: which sheets count, examples left in, and faults with places.

import Bookkeeping
import Diagnostics
import Outcomes
import Testing

@testable import Importers

struct OutcomeWorkbookTests {
  private static func sheet(_ rows: [String]...) -> String {
    rows.enumerated().map { number, cells in
      let columns = ["A", "B", "C", "D", "E", "F"]
      let made = zip(columns, cells).map { column, text in
        XLSXReaderTests.inline("\(column)\(number + 1)", text)
      }
      return "<row r=\"\(number + 1)\">\(made.joined())</row>"
    }.joined()
  }

  private static let participants = sheet(
    ["Deltagare", "Födelseår", "Kön", "Försörjning före"],
    ["EXEMPEL", "1985", "kvinna", "försörjningsstöd"],
    ["D001", "1990", "man", "aktivitetsstöd"])

  private func read(
    _ sheets: [(name: String, data: String)], hidden: Set<String> = []
  ) -> (register: OutcomeRegister, places: [String]) {
    var workbook = TestWorkbook(sheets)
    workbook.hidden = hidden
    let (register, problems) = OutcomeReader.readWorkbook(
      workbook.bytes, path: "utfall.xlsx", settings: nil)
    return (
      register,
      problems.sorted.map { "\($0.code.rawValue) \($0.location?.description ?? "")" }
    )
  }

  @Test("records with places; instructions, hidden lists and a blank Löner are passed over")
  func register() throws {
    let (register, places) = read(
      [
        ("Läs mig", Self.sheet(["Så fyller du i"])),
        (
          "Deltagare",
          Self.sheet(
            ["Deltagare", "Födelseår", "Kön", "Försörjning före"],
            ["D001", "1990", "man", "aktivitetsstöd"])
        ),
        (
          "anstallningar",
          Self.sheet(
            ["Deltagare", "Start", "Omfattning", "Månadslön"],
            ["D001", "2025-01-01", "75 %", "25500"])
        ),
        ("Löner", Self.sheet(["Deltagare", "Från", "Till", "Belopp"])),
        ("Listor", Self.sheet(["kvinna"])),
      ], hidden: ["Listor"])
    #expect(places.isEmpty)
    let employment = try #require(register.employments.first)
    #expect(employment.location.description == "utfall.xlsx:anstallningar!A2")
    #expect(employment.extent == Rate(tenThousandths: 7500))
    #expect(employment.monthlyWage == Amount(ore: 2_550_000))
    // Contractual wages: the sheet is there but nobody filled it in.
    #expect(register.paidWages == nil)
  }

  @Test("example rows left in are named in every table, and only they")
  func examples() {
    let (register, places) = read([
      ("Deltagare", Self.participants),
      (
        "Uppföljningar",
        Self.sheet(
          ["Deltagare", "Datum", "Läge"], ["exempel", "fel", "fel"])
      ),
    ])
    #expect(places == ["INI001 utfall.xlsx:Deltagare!A2", "INI001 utfall.xlsx:Uppföljningar!A2"])
    #expect(register.participants.map(\.id.rawValue) == ["D001"])
  }

  @Test("a table Deltagare without rows, without headings, and not there")
  func blankParticipants() {
    let headings = Self.sheet(["Deltagare", "Födelseår", "Kön", "Försörjning före"])
    #expect(read([("Deltagare", headings)]).places == ["INI002 utfall.xlsx:Deltagare!A1"])
    #expect(read([("Deltagare", "")]).places == ["REG006 utfall.xlsx:Deltagare!A1"])
    #expect(read([("Blad1", headings)]).places == ["REG001 utfall.xlsx", "REG003 utfall.xlsx"])
  }

  @Test("a cell whose formula failed has one message, and its row gives no record")
  func failedFormula() {
    let data = """
      <row r="1">\(["Deltagare", "Födelseår", "Kön", "Försörjning före"].enumerated().map {
        XLSXReaderTests.inline("\(["A", "B", "C", "D"][$0.offset])1", $0.element)
      }.joined())</row>
      <row r="2">\(XLSXReaderTests.inline("A2", "D1"))<c r="B2" t="e"><v>#REF!</v></c>
      \(XLSXReaderTests.inline("C2", "man"))\(XLSXReaderTests.inline("D2", "lön"))</row>
      """
    let (register, places) = read([("Deltagare", data)])
    #expect(places == ["XLS012 utfall.xlsx:Deltagare!B2"])
    #expect(register.participants.isEmpty)
  }

  @Test("a broken workbook is one error and not a register without people")
  func broken() {
    let (register, problems) = OutcomeReader.readWorkbook(
      Array("nej".utf8), path: "u.xlsx", settings: nil)
    #expect(problems.all.map(\.code.rawValue) == ["XLS001"])
    #expect(register == OutcomeRegister())
  }
}
