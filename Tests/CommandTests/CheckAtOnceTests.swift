// `check` shows every stage's problems in one run, tells no consequence of a fault as a fault of
// its own, and ends with a verdict.

import Foundation
import Testing

struct CheckAtOnceTests {
  /// The base enterprise with changes to its files.
  private func enterprise(
    _ work: TemporaryFolder, _ changes: [(file: String, from: String, to: String)]
  ) throws {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    for (name, from, to) in changes {
      let file = folder.appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(text.contains(from), "\(name): \(from)")
      try text.replacing(from, with: to).write(to: file, atomically: true, encoding: .utf8)
    }
  }

  private func errors(_ run: Tool.Outcome) -> Set<String> {
    Set(run.errors.matches(of: /error\[([A-Z0-9]+)\]/).map { String($0.1) })
  }

  private static let register = ("utfall/deltagare.csv", "D03;1978", "D03;19x8")
  private static let places = ("dualbokslut.yaml", "3040-3049", "3041-3049")
  private static let value = ("dualbokslut.yaml", "- id: aktivitetsstöd", "- id: studiebidrag")
  private static let rule = (
    "dualbokslut.yaml", "  aktivitetsstöd:\n    längst", "  sjukpenning:\n    längst"
  )

  @Test("register, settings and calculation are told of together, by check and by report")
  func together() throws {
    let work = try TemporaryFolder()
    try enterprise(work, [Self.register, Self.places, Self.value, Self.rule])
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(check.status == 65)
    #expect(errors(check).isSuperset(of: ["KAL001", "KAL005", "SET062"]), "\(check.errors)")
    #expect(errors(check).contains { $0.hasPrefix("REG") })
    let count = check.errors.matches(of: /error\[/).count
    #expect(
      check.output
        == "\(count) saker måste rättas först, se ovan; kör sedan dualbokslut check DIR igen\n")
    let report = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(report.status == 65 && errors(report) == errors(check))
    #expect(report.errors.hasPrefix("DIR: ingen rapport, \(count) fel\n"))
  }

  /// In the books a line cannot be read: nothing that rests on their sums is told.
  @Test("a fault of the books hides neither register nor settings, and claims nothing of sums")
  func books() throws {
    let work = try TemporaryFolder()
    try enterprise(
      work,
      [
        Self.register, Self.places, Self.value,
        ("bokforing/2025.se", "#RES 0 7010 500000.00", "#RES 0 7010 femhundra"),
      ])
    let run = try Tool.run(["check", "DIR"], in: work.url)
    #expect(
      errors(run).contains { $0.hasPrefix("SIE") } && errors(run).contains { $0.hasPrefix("REG") })
    #expect(errors(run).contains("KAL001"), "\(run.errors)")
    #expect(errors(run).isDisjoint(with: ["KAL002", "KAL003", "KAL005"]), "\(run.errors)")
  }

  /// Each fault, and what would only follow from it.
  private static let consequences: [(file: String, from: String, to: String, not: String)] = [
    ("dualbokslut.yaml", "    värde: 9850", "    värde: mycket", "KAL001"),
    ("dualbokslut.yaml", "  - id: försörjningsstöd", "  - id:", "KAL001"),
    ("dualbokslut.yaml", "    slag: träningsplatser", "    slag: träningsplatserna här", "KAL005"),
    ("dualbokslut.yaml", "träningsplatser: betalda", "träningsplatser: kanske", "KAL005"),
    ("dualbokslut.yaml", "kommun: Karlskrona", "kommun: Karlshamma", "KAL010"),
    ("dualbokslut.yaml", "    undanträngning: 5 %", "    undanträngning:", "KAL006"),
    ("dualbokslut.yaml", "  form: ekonomisk förening", "  form: stiftelse", "BOK001"),
  ]

  @Test("a consequence of a fault is no fault of its own", arguments: consequences)
  func consequence(file: String, from: String, to: String, not: String) throws {
    let work = try TemporaryFolder()
    try enterprise(work, [(file, from, to)])
    let run = try Tool.run(["check", "DIR"], in: work.url)
    #expect(run.status == 65 && !errors(run).contains(not), "\(run.errors)")
    #expect(run.output.hasPrefix("1 sak måste rättas först"), "\(run.errors)")
  }

  @Test("settings that cannot be read hide no fault of the files")
  func unreadable() throws {
    let work = try TemporaryFolder()
    try enterprise(work, [Self.register, ("dualbokslut.yaml", "  id: provbryggan", "\tid: prov")])
    let run = try Tool.run(["check", "DIR"], in: work.url)
    #expect(errors(run).contains("SET002") && errors(run).contains { $0.hasPrefix("REG") })
  }

  @Test("whose value is missing is told by id, with what to write")
  func words() throws {
    let work = try TemporaryFolder()
    try enterprise(work, [Self.value])
    let run = try Tool.run(["check", "DIR"], in: work.url)
    #expect(
      run.errors.contains(/D\d\d: skriv kr\/månad på heltid för aktivitetsstöd under/),
      "\(run.errors)")
    #expect(!run.errors.contains("support."))
    let english = try Tool.run(["check", "DIR", "--language", "en"], in: work.url)
    #expect(english.errors.contains("write SEK a month at full time for aktivitetsstöd"))
    #expect(english.output.hasPrefix("1 thing must be put right first"))
  }

  @Test("the verdict says which report can be made")
  func verdicts() throws {
    let whole = try TemporaryFolder()
    try enterprise(whole, [])
    #expect(
      try Tool.run(["check", "DIR"], in: whole.url).output
        == "Det går att göra en rapport: dualbokslut report DIR\n")
    let books = try TemporaryFolder()
    try enterprise(
      books,
      [
        ("dualbokslut.yaml", "utfall: utfall\n", ""),
        ("dualbokslut.yaml", ": betalda", ": obetalda"),
      ])
    let partial = try Tool.run(["check", "DIR"], in: books.url)
    #expect(partial.output.contains("saknas registret"))
    #expect(
      partial.output.hasSuffix(
        "En rapport utan det andra bokslutet går att göra: dualbokslut report DIR\n"))
    let early = try TemporaryFolder()
    try enterprise(early, [("bokforing/2025.se", "#GEN 20260210", "#GEN 20251110")])
    let run = try Tool.run(["check", "DIR", "--year", "2025"], in: early.url)
    // The register goes on after the day when the books were exported.
    #expect(run.output.contains("2 varningar står ovan") && run.errors.contains("[REG075]"))
    #expect(run.output.contains("preliminär rapport"), "\(run.output)\(run.errors)")
  }

  @Test(
    "the assumptions to decide are printed before anything is filled in", arguments: ["sv", "en"])
  func assumptions(language: String) throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["init", "ny"], in: work.url)
    let run = try Tool.run(["check", "--antaganden", "ny", "--language", language], in: work.url)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains(language == "sv" ? "att besluta" : "to be decided"))
    #expect(run.output.contains("§"))
    for line in run.output.split(separator: "\n") { #expect(line.count <= 100) }
  }

  @Test("the page has what the register calls for, with values and sources as they stand")
  func called() throws {
    let work = try TemporaryFolder()
    try enterprise(
      work,
      [
        ("dualbokslut.yaml", "    horisont: 5 år", "    horisont:"),
        ("dualbokslut.yaml", "    längst: 24 månader", "    längst:"),
      ])
    let run = try Tool.run(["check", "--antaganden", "DIR"], in: work.url)
    #expect(run.status == 0)
    #expect(run.output.contains("Låg: 15 %   Bas: 30 %   Hög: 50 %"))
    #expect(run.output.contains("Övergång: horisont"))
    #expect(run.output.contains("Låg: att besluta   Bas: att besluta   Hög: att besluta"))
    #expect(run.output.contains("Källa: styrelsens bedömning"))
    // Nobody had it before.
    #expect(!run.output.contains("Studiestöd"))
    #expect(try Tool.run(["check", "--antaganden", "finns-inte"], in: work.url).status == 66)
  }

  @Test("books alone: init, a SIE file, check and report, with nothing to fill in")
  func booksAlone() throws {
    let work = try TemporaryFolder()
    let made = try Tool.run(["init", "ny", "--bara-bokforing"], in: work.url)
    #expect(made.status == 0 && made.output.contains("dualbokslut report ny"), "\(made.errors)")
    #expect(try Set(work.files().keys) == ["ny/bokforing/LÄSMIG.txt", "ny/dualbokslut.yaml"])
    let settings = try String(
      contentsOf: work.url.appending(path: "ny/dualbokslut.yaml"), encoding: .utf8)
    #expect(!settings.contains(": # FYLL I") && settings.contains("Så lägger ni till"))
    for key in ["utfall", "försörjning", "antaganden", "värden", "träningsplatser"] {
      #expect(!settings.contains("\n\(key):"), "\(key)")
    }
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base/bokforing/2025.se"),
      to: work.url.appending(path: "ny/bokforing/2025.se"))
    let check = try Tool.run(["check", "ny"], in: work.url)
    #expect(check.status == 0 && !check.errors.contains("warning["), "\(check.errors)")
    #expect(check.output.contains("En rapport utan det andra bokslutet går att göra"))
    let report = try Tool.run(["report", "ny", "--output", "ut"], in: work.url)
    #expect(report.status == 0, "\(report.errors)")
    let edition = work.url.appending(path: "ut/ny/2025/intern")
    #expect(try WrittenEdition.texts(ofWorkbookIn: edition).contains("Provbryggan"))
    #expect(try Tool.run(["init", "x", "--bara-bokforing", "--csv"], in: work.url).status == 64)
  }
}
