// Renamed headings, rows of sums and notes, days as numbers: one message each, and no record.

import Diagnostics
import Outcomes
import Testing

@testable import Importers

struct OddRowsTests {
  private static let people = "Deltagare;Födelseår;Kön;Försörjning före\nD01;1985;man;lön\n"

  /// What is told of a table of employments beside D01, without what D01 lacks.
  private func told(_ rows: String, headings: String = "Deltagare;Start;Slut;Omfattning;Månadslön")
    -> [String]
  {
    let (_, problems) = OutcomeReader.readCSV(
      [
        .participants: ("deltagare.csv", Array(Self.people.utf8)),
        .employments: ("anstallningar.csv", Array("\(headings)\n\(rows)\n".utf8)),
      ], settings: nil)
    return problems.sorted.filter { $0.location?.file == "anstallningar.csv" }.map {
      "\($0.code.rawValue) \($0.location?.line ?? 0):\($0.location?.column ?? 0)"
    }
  }

  @Test(
    "a row of sums has one message",
    arguments: [
      "Summa;;;;49000", ";;;100;49000", "Totalt:;;;175;49000", "TOTAL;2 personer;;;49000",
      "Antal;1", ";Summa;;75;24000",
    ])
  func sums(row: String) {
    #expect(told(row).map { $0.prefix(6) } == ["REG061"], "\(told(row))")
  }

  @Test("a whole row is a record whatever its id", arguments: ["Total", "SUM", "Summa 1"])
  func wholeRows(id: String) {
    #expect(told("\(id);2025-01-01;;50;24000").map { $0.prefix(6) } == ["REG030"])
  }

  @Test("what looks like a name is not printed where it is not in Deltagare")
  func names() {
    let (_, problems) = OutcomeReader.readCSV(
      [
        .participants: ("deltagare.csv", Array(Self.people.utf8)),
        .transitions: (
          "overgangar.csv",
          Array("Deltagare;Datum;Till;Underlag\nAnna Berg;2025-01-01;flytt;inget\n".utf8)
        ),
      ], settings: nil)
    let unknown = problems.sorted.first { $0.code == "REG030" }
    #expect(unknown?.location?.line == 2)
    for language in [Language.swedish, .english] {
      let told = unknown?.sentences(in: language)
      #expect(told?.found.isEmpty == false)
      #expect(told?.found.contains("Anna") == false)
    }
  }

  @Test("a row with one cell has one message and never its text", arguments: ["D01", "Obs! ring"])
  func notes(text: String) {
    #expect(told("\(text);;;;") == ["REG062 2:1"])
    #expect(told(";;;;\(text)") == ["REG062 2:5"])
  }

  @Test("an identity number in such a row has its own message")
  func identityNumbers() {
    #expect(told("ring 850315-1238;;;;") == ["REG022 2:1"])
    #expect(told("Summa;;;;;850315-1238").map { $0.prefix(6) }.contains("REG022"))
  }

  @Test("days as numbers have one message a row")
  func serials() {
    #expect(told("D01;45658;45930;50;24000") == ["REG060 2:5"])
    #expect(told("D01;2025-01-01;45930;50;24000") == ["REG060 2:16"])
    // An amount is no day, and neither is a number that no spreadsheet gives a day of our time.
    #expect(told("D01;2025-01-01;;50;45658") == [])
    #expect(told("D01;12345;;50;24000") == ["REG013 2:5"])
  }

  @Test(
    "a renamed heading is told with the column that is missing",
    arguments: ["Startdatum", "Anställd från", "start_date", "Strat", "Sart", "Började"])
  func renamed(heading: String) {
    let headings = "Deltagare;\(heading);Slut;Omfattning;Månadslön"
    #expect(told("D01;2025-01-01;;50;24000", headings: headings) == ["REG059 1:11"])
  }

  @Test("a heading that means something else is not asked about")
  func others() {
    let headings = "Deltagare;Anteckning;Slut;Omfattning;Månadslön"
    #expect(
      told("D01;2025-01-01;;50;24000", headings: headings).map { $0.prefix(6) }.sorted()
        == ["REG007", "REG009"])
  }

  @Test("an optional column under another name is a warning; two names for one are asked of once")
  func optional() {
    #expect(
      told("D01;2025-01-01;;50;24000", headings: "Deltagare;Start;Slutdatum;Omfattning;Månadslön")
        == ["REG052 1:17"])
    #expect(
      told(
        "D01;2025-01-01;;;50;24000",
        headings: "Deltagare;Start;Slutdatum;Sista dag;Omfattning;Månadslön")
        == ["REG052 1:17", "REG007 1:27"])
  }
}
