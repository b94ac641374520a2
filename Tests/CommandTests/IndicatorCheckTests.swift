// `dualbokslut check --indikatorer DIR`: a register before there are books.

import Foundation
import Testing

struct IndicatorCheckTests {
  private func withoutBooks() throws -> SmallFolder {
    let folder = try SmallFolder()
    try FileManager.default.removeItem(at: folder.url.appending(path: "bokforing/2025.se"))
    return folder
  }

  @Test("report refuses without books and points on; the indicators are those of the report")
  func sameAsReport() throws {
    let folder = try SmallFolder()
    let report = try folder.run("report", "prov", "--output", "ut")
    #expect(report.status == 0)
    let whole = try String(
      contentsOf: folder.work.url.appending(
        path: "ut/provbryggan/2025/intern/csv/indikatorer.csv"), encoding: .utf8)
    let expected = whole.components(separatedBy: "\r\n").filter { !$0.hasPrefix("cost-") }
    let withBooks = try folder.run("check", "--indikatorer", "prov", "--format", "csv")
    #expect(withBooks.status == 0 && withBooks.errors.isEmpty)
    #expect(withBooks.output.components(separatedBy: "\r\n") == expected)

    try FileManager.default.removeItem(at: folder.url.appending(path: "bokforing/2025.se"))
    let alone = try folder.run("check", "--indikatorer", "prov", "--format", "csv")
    #expect(alone.status == 0 && alone.output == withBooks.output)
    let refused = try folder.run("report", "prov", "--output", "ut")
    #expect(refused.status == 66 && refused.errors.contains("check --indikatorer"))
  }

  @Test("the text says which year and why, in either language")
  func text() throws {
    let folder = try withoutBooks()
    let swedish = try folder.run("check", "--indikatorer", "prov")
    #expect(swedish.status == 0 && swedish.errors.isEmpty)
    #expect(swedish.output.contains("indikatorer 2025, 2025-01-01 – 2025-12-31"))
    #expect(swedish.output.contains("det senaste som registret har uppgifter om"))
    #expect(swedish.output.contains("från 2025-12-15"))
    #expect(swedish.output.firstMatch(of: /Till arbete, andel.*25.%  \(1 av 4\)/) != nil)
    // Nobody of an unknown gender: no line and no ratio of such a group.
    #expect(!swedish.output.contains("okänt kön") && !swedish.output.contains("NaN"))
    let english = try folder.run("check", "--indikatorer", "prov", "--language", "en")
    #expect(english.output.contains("indicators 2025") && english.output.contains("(1 of 4)"))
    #expect(english.output.contains("Participants during the year"))
  }

  @Test("the year: asked for, of the books, broken, or the one before")
  func years() throws {
    let folder = try withoutBooks()
    func head(_ arguments: String...) throws -> String {
      let outcome = try Tool.run(
        ["check", "--indikatorer", "prov"] + arguments, in: folder.work.url)
      return outcome.output.components(separatedBy: "\n")[0].components(separatedBy: ": ").last
        ?? ""
    }
    #expect(try head("--year", "2024") == "indikatorer 2024, 2024-01-01 – 2024-12-31")
    #expect(try head("--year", "-1") == "indikatorer 2024, 2024-01-01 – 2024-12-31")
    #expect(try head("--year", "2025-04") == "indikatorer 2025-04, 2024-05-01 – 2025-04-30")
    #expect(try head("--year", "tolv") == "")
    let broken = try SmallFolder()
    try broken.replaceBooks([
      ("20240501", "20250430", "20250910", "20240615"),
      ("20250501", "20251231", "20260210", "20250615"),
    ])
    let latest = try broken.run("check", "--indikatorer", "prov")
    #expect(latest.output.contains("indikatorer 2025-12, 2025-05-01 – 2025-12-31"))
    let before = try broken.run("check", "--indikatorer", "prov", "--year", "-1")
    #expect(before.output.contains("indikatorer 2025-04, 2024-05-01 – 2025-04-30"))
    let earlier = try broken.run("check", "--indikatorer", "prov", "--year", "-2")
    #expect(earlier.output.contains("indikatorer 2024, 2023-05-01 – 2024-04-30"))
  }

  @Test("missing keys and assumptions do not stop it, errors in the register do")
  func holes() throws {
    let folder = try withoutBooks()
    let settings = "organisation:\n  namn: # FYLL I\nutfall: utfall\nantaganden:\n  övergång:\n"
    try folder.write(settings, to: "dualbokslut.yaml")
    try folder.write(
      folder.text("utfall/traningsplatser.csv").replacing("kriminalvården", with: "kommun"),
      to: "utfall/traningsplatser.csv")
    let outcome = try folder.run("check", "--indikatorer", "prov")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("bekräftelsetid och horisont saknas"))
    #expect(!outcome.output.contains("Består efter"))
    try folder.write(
      folder.text("utfall/deltagare.csv").replacing("1985;kvinna", with: "1985;kvinnna"),
      to: "utfall/deltagare.csv")
    let wrong = try folder.run("check", "--indikatorer", "prov")
    #expect(wrong.status == 65 && wrong.output.isEmpty)
    let unread = try withoutBooks()
    try unread.write(
      unread.text("dualbokslut.yaml").replacing(
        "bekräftelsetid: 6 månader", with: "bekräftelsetid: sex"), to: "dualbokslut.yaml")
    #expect(try unread.run("check", "--indikatorer", "prov").status == 65)
  }

  @Test("an empty register gives no ratio; none at all is missing input")
  func empty() throws {
    let folder = try withoutBooks()
    for (path, data) in try folder.work.files() where path.hasSuffix(".csv") {
      let heading = String(decoding: data, as: UTF8.self).prefix { $0 != "\n" }
      try Data("\(heading)\n".utf8).write(to: folder.work.url.appending(path: path))
    }
    #expect(try folder.run("check", "--indikatorer", "prov").status == 65)
    let zeros = try folder.run("check", "--indikatorer", "prov", "--year", "2025")
    #expect(zeros.status == 0 && zeros.errors.contains("[CMD064]"))
    #expect(zeros.output.contains("Deltagare under året") && !zeros.output.contains("%"))
    #expect(try folder.run("check", "--indikatorer", "saknas").status == 66)
    #expect(try folder.run("check", "--indikatorer", "prov", "saknas").status == 66)
    #expect(try folder.run("check", "prov", "--format", "csv").status == 64)
    #expect(
      try folder.run("check", "--indikatorer", "prov", "prov", "--format", "csv").status == 64)
  }
}
