// rubriker and ord: what is accepted, what is refused, and that both forms of a register use them.

import Diagnostics
import Outcomes
import Rulebook
import Testing

@testable import Importers

struct OwnNamesTests {
  private func settings(_ text: String) -> (settings: Settings?, told: [String]) {
    let all = """
      organisation:
        namn: Prov
        form: ekonomisk förening
        kommun: Karlskrona
      bokföring: bokforing/*.se
      aktörer:
        - id: kriminalvården
          namn: Kriminalvården
          offentlig: ja
      \(text)
      """
    let (settings, problems) = SettingsReader.read(
      Array(all.utf8), file: "d.yaml", folderName: "prov")
    return (settings, problems.sorted.map { "\($0.code.rawValue) \($0.location?.line ?? 0)" })
  }

  @Test(
    "our headings, aliases, words and own actors are targets, in all tables or one",
    arguments: [
      "rubriker:\n  Personnr-kod: Deltagare", "rubriker:\n  kod: participant",
      "rubriker:\n  Övergångar:\n    Slutdatum: Datum", "rubriker:\n  transitions:\n    x: date",
      "rubriker:\n  Anställningar:\n    A: Start\n  Löner:\n    A: Från",
      "ord:\n  soc: försörjningsstöd", "ord:\n  KV: kriminalvarden", "ord:\n  x: ja",
      "ord:\n  Kön:\n    K: kvinna\n    M: man", "ord:\n  okänt: okänd", "ord:\n  kvinna: Kvinna",
      "rubriker:\n  Start: start", "rubriker:\n  Slut: Datum",
    ])
  func accepted(text: String) {
    #expect(settings(text).told == [], "\(text)")
  }

  @Test(
    "what is unknown, doubled or ours already is refused with its place",
    arguments: [
      ("rubriker:\n  Kod: Deltagaren", "SET113 11"),
      ("rubriker:\n  Löner:\n    Kod: Start", "SET113 12"),
      ("rubriker:\n  Löne:\n    Kod: Start", "SET119 11"),
      ("rubriker:\n  Id: Deltagare\n  Kod: Deltagare", "SET117 12"),
      ("rubriker:\n  Start: Slut", "SET118 11"), ("rubriker:\n  Kön: Kommun", "SET118 11"),
      ("ord:\n  soc: försörjning x", "SET114 11"), ("ord:\n  Kön:\n    soc: lön", "SET114 12"),
      ("ord:\n  kvinna: man", "SET118 11"), ("ord:\n  Anteckning:\n    x: man", "SET119 11"),
      ("ord:\n  soc:", "SET012 11"), ("rubriker: Deltagare", "SET013 10"),
      ("ord:\n  soc:\n    - man", "SET015 12"),
    ])
  func refused(text: String, code: String) {
    #expect(settings(text).told == [code], "\(text)")
  }

  @Test("the nearest is named only when it is near")
  func nearest() {
    func remedy(_ text: String) -> String {
      SettingsReader.read(
        Array("organisation:\n  namn: x\n\(text)".utf8), file: "d.yaml", folderName: "p"
      ).diagnostics.all.first { ["SET113", "SET114"].contains($0.code) }?
      .sentences(in: .swedish).remedy ?? ""
    }
    #expect(remedy("ord:\n  soc: försörjningsstod\n") == "")
    #expect(remedy("ord:\n  soc: försörjningstöd\n") == "Närmast är försörjningsstöd.")
    #expect(remedy("ord:\n  f: tjej\n").hasPrefix("De som finns är"))
    #expect(remedy("ord:\n  tant: dam\n").hasPrefix("De som finns är"))
    #expect(remedy("rubriker:\n  x: Startt\n") == "Närmast är Start.")
  }

  private static let own = """
    rubriker:
      Kod: Deltagare
      Anställningar:
        Från: Start
      Saknas: Kommun
    ord:
      soc: försörjningsstöd
      Kön:
        K: kvinna
        X: annat
    """

  private func check(_ register: OutcomeRegister, _ problems: DiagnosticList) {
    #expect(
      problems.sorted.map { "\($0.code.rawValue) \($0.location?.line ?? 0)" }
        == ["SET115 14", "SET116 19"])
    #expect(register.participants.map(\.gender) == [.woman])
    #expect(register.participants.map(\.supportBefore) == [.socialAssistance])
    #expect(register.employments.map(\.start.description) == ["2025-01-01"])
    #expect(
      register.ownNames
        == ["Kod = Deltagare", "Från = Start", "soc = försörjningsstöd", "K = kvinna"])
  }

  @Test("CSV files are read by them, and what never occurs is warned about")
  func tables() {
    let (settings, told) = settings(Self.own)
    #expect(told == [])
    let (register, problems) = OutcomeReader.readCSV(
      [
        .participants: (
          "d.csv", Array("Kod;Födelseår;Kön;Försörjning före\nD01;1985;k;SOC\n".utf8)
        ),
        .employments: (
          "a.csv", Array("Kod;Från;Omfattning;Månadslön\nD01;2025-01-01;50;24000\n".utf8)
        ),
      ], settings: settings)
    check(register, problems)
  }

  @Test("so is a workbook, in which the row of headings is found by them too")
  func workbook() {
    func row(_ number: Int, _ cells: String...) -> String {
      let made = cells.enumerated().map { column, text in
        XLSXReaderTests.inline("\(["A", "B", "C", "D"][column])\(number)", text)
      }
      return "<row r=\"\(number)\">\(made.joined())</row>"
    }
    let workbook = TestWorkbook([
      (
        "Deltagare",
        row(1, "Kod", "Födelseår", "Kön", "Försörjning före") + row(2, "D01", "1985", "K", "soc")
      ),
      (
        "Anställningar",
        row(1, "Kod", "Från", "Omfattning", "Månadslön")
          + row(2, "D01", "2025-01-01", "50", "24000")
      ),
    ])
    let (register, problems) = OutcomeReader.readWorkbook(
      workbook.bytes, path: "u.xlsx", settings: settings(Self.own).settings)
    check(register, problems)
  }

  @Test("an own heading beside ours for one column is a column that stands twice")
  func doubled() {
    let (_, problems) = OutcomeReader.readCSV(
      [
        .participants: (
          "d.csv", Array("Kod;Deltagare;Födelseår;Kön;Försörjning före\n1;D01;1985;man;lön\n".utf8)
        )
      ], settings: settings("rubriker:\n  Kod: Deltagare").settings)
    #expect(problems.all.contains { $0.code == "REG008" })
  }
}
