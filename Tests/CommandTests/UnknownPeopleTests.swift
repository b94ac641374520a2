// Someone whose birth year is unknown or whose support is none of the listed ones is counted, and
// nothing about them is guessed.

import Foundation
import Testing

struct UnknownPeopleTests {
  /// The internal edition of the small sound enterprise with another first participant.
  private func edition(_ work: TemporaryFolder, first participant: String) throws -> URL {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let file = folder.appending(path: "utfall/deltagare.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let row = "D01;1985;kvinna;arbetsförmedlingen;aktivitetsstöd;;2022-05-01;ja;"
    try #require(text.contains(row))
    try text.replacing(row, with: participant).write(to: file, atomically: true, encoding: .utf8)
    let run = try Tool.run(
      ["report", "DIR", "--output", "ut", "--edition", "intern"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    return try WrittenEdition.folder(work, "ut", "2025")
  }

  private func lines(_ edition: URL) throws -> [CSVTable.Row] {
    try CSVTable(edition.appending(path: "csv/social-journal.csv")).rows
  }

  @Test("an unknown birth year is a group of its own and taxed as of working age")
  func birthYear() throws {
    let (work, other) = (try TemporaryFolder(), try TemporaryFolder())
    let known = try edition(
      work, first: "D01;1985;kvinna;arbetsförmedlingen;aktivitetsstöd;;2022-05-01;ja;")
    let unknown = try edition(
      other, first: "D01;okänt;kvinna;arbetsförmedlingen;aktivitetsstöd;;2022-05-01;ja;")
    let indicators = try CSVTable(unknown.appending(path: "csv/indikatorer.csv")).rows
    let group = indicators.filter { $0["group"] == "age=okänt" }
    #expect(group.first { $0["indicator"] == "participants" }?["value"] == "1")
    #expect(
      try !CSVTable(known.appending(path: "csv/indikatorer.csv")).rows
        .contains { $0["group"] == "age=okänt" })
    // No line is another: of working age is what the other is too.
    #expect(try lines(unknown).map(\.fields) == lines(known).map(\.fields))
    let texts = try WrittenEdition.texts(ofWorkbookIn: unknown)
    #expect(texts.contains("Deltagare med okänt födelseår: 1."))
    #expect(texts.contains("okänd ålder"))
    #expect(try !WrittenEdition.texts(ofWorkbookIn: known).contains("okänt födelseår"))
  }

  @Test("another support is counted and never valued, and the report says how many")
  func otherSupport() throws {
    let work = try TemporaryFolder()
    let edition = try edition(
      work, first: "D01;1985;kvinna;arbetsförmedlingen;annan;;2022-05-01;ja;")
    let indicators = try CSVTable(edition.appending(path: "csv/indikatorer.csv")).rows
    #expect(
      indicators.first { $0["group"] == "support=annan" && $0["indicator"] == "participants" }?[
        "value"] == "1")
    let lines = try lines(edition)
    #expect(!lines.contains { $0["kind"] == "support.aktivitetsstöd" })
    #expect(!lines.contains { $0["kind"]?.contains("annan") == true })
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(
      texts.contains(
        "Deltagare som hade en annan försörjning före än de som rapporten kan värdera: 1."))
  }
}
