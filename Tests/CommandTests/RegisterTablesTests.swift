// Which files and sheets of the register are read, what is said of the others, and own names.

import Foundation
import Testing

struct RegisterTablesTests {
  private let files = FileManager.default

  private func base(in work: TemporaryFolder) throws -> URL {
    let folder = work.url.appending(path: "DIR")
    try files.copyItem(at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    return folder
  }

  private func edit(_ file: URL, _ change: (String) -> String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The codes of errors and warnings.
  private func codes(_ run: Tool.Outcome) -> [String] {
    run.errors.matches(of: /(?:error|warning)\[([A-Z0-9]+)\]/).map { String($0.1) }
  }

  @Test(
    "a file whose name is nearly a table's is an error while the table is absent, else a warning",
    arguments: [
      "overgangar (1).csv", "övergångar.CSV.txt", "overgangar.txt", "Övergång.csv",
      "Kopia av övergångar.csv", "transition.csv", "overgangar_2025.csv",
    ])
  func nearNames(name: String) throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work).appending(path: "utfall")
    let (right, near) = (folder.appending(path: "overgangar.csv"), folder.appending(path: name))
    try files.copyItem(at: right, to: near)
    let beside = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(beside) == ["REG054"] && beside.status == 0, "\(beside.errors)")
    try files.removeItem(at: right)
    let alone = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(alone) == ["REG053"] && alone.status == 65, "\(alone.errors)")
    #expect(alone.errors.contains("filen \(name)"))
    #expect(alone.errors.contains("byt namn till overgangar.csv"))
  }

  @Test(
    "an absent table stands on the first page in plain words, and check tells it",
    arguments: [
      ("uppfoljningar.csv", "Uppföljningar saknas i registret, så hur länge jobben höll är inte"),
      ("overgangar.csv", "Övergångar saknas i registret, så vart deltagarna gick vidare är inte"),
      ("traningsplatser.csv", "Träningsplatser saknas i registret, så träning, praktik"),
      ("anstallningar.csv", "Anställningar saknas i registret, så anställningarna hos"),
    ])
  func absent(name: String, words: String) throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    try files.removeItem(at: folder.appending(path: "utfall/\(name)"))
    // Wages and places are booked; without their rows nobody is asked to explain them here.
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(check.errors.contains("warning[REG055]: \(words)"), "\(check.errors)")
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    #expect(try WrittenEdition.texts(ofWorkbookIn: edition).contains(words))
    // With its headings alone the table is there: there was nothing to enter.
    let heading = try String(
      contentsOf: Tool.fixtures.appending(path: "Diagnostics/base/utfall/\(name)"),
      encoding: .utf8
    ).split(separator: "\n").first.map(String.init)
    try #require(heading).write(
      to: folder.appending(path: "utfall/\(name)"), atomically: true, encoding: .utf8)
    let blank = try Tool.run(["check", "DIR"], in: work.url)
    #expect(!blank.errors.contains("REG055"), "\(blank.errors)")
  }

  @Test("an empty Deltagare gives a partial report without ratios that says so")
  func empty() throws {
    let work = try TemporaryFolder()
    try Reproducer(code: "INI002").lay(over: work.url.appending(path: "DIR"))
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(texts.contains("Registret har inga deltagare."))
    #expect(!texts.contains("Utfallsregistret saknas"))
    #expect(!texts.lowercased().contains("samhällets netto"))
    let nets = try CSVTable(edition.appending(path: "csv/netto.csv")).rows
    #expect(Set(nets.compactMap { $0["measure"] }) == ["ledger", "public_input"])
    #expect(try CSVTable(edition.appending(path: "csv/indikatorer.csv")).rows.isEmpty)
    let package = try String(contentsOf: edition.appending(path: "bokslut.json"), encoding: .utf8)
    #expect(!package.contains("\"kvot."))
  }

  private func workbook(_ code: String) -> URL {
    Tool.fixtures.appending(path: "Diagnostics/\(code)/utfall.xlsx")
  }

  @Test("a workbook beside CSV files is named, and an error when both hold tables")
  func beside() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work).appending(path: "utfall")
    try files.copyItem(at: workbook("REG064"), to: folder.appending(path: "Gammalt.xlsx"))
    let both = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(both) == ["REG057"] && both.status == 65)
    #expect(both.errors.contains("Gammalt.xlsx"))
    try files.removeItem(at: folder.appending(path: "Gammalt.xlsx"))
    try files.copyItem(at: workbook("XLS003"), to: folder.appending(path: "Låst.xlsx"))
    // Nobody knows what it holds.
    let locked = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(locked) == ["XLS003"] && locked.status == 65)
    try files.removeItem(at: folder.appending(path: "Låst.xlsx"))
    for name in ["~$utfall.xlsx", ".~lock.utfall.xlsx#"] {
      try Data("x".utf8).write(to: folder.appending(path: name))
    }
    #expect(try codes(Tool.run(["check", "DIR"], in: work.url)) == [])
  }

  @Test("of several workbooks utfall.xlsx is the register beside its copies, else none of two")
  func several() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work).appending(path: "utfall")
    for name in try files.contentsOfDirectory(atPath: folder.path) {
      try files.removeItem(at: folder.appending(path: name))
    }
    let sound = workbook("REG064")
    try files.copyItem(at: sound, to: folder.appending(path: "utfall.xlsx"))
    try files.copyItem(at: sound, to: folder.appending(path: "utfall (1).xlsx"))
    let copy = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(copy) == ["REG064"] && copy.status == 0, "\(copy.errors)")
    try files.moveItem(
      at: folder.appending(path: "utfall (1).xlsx"), to: folder.appending(path: "2024.xlsx"))
    let two = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(two) == ["REG057"] && two.status == 65, "\(two.errors)")
    try files.removeItem(at: folder.appending(path: "2024.xlsx"))
    try files.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/REG058/utfall/budget.xlsx"),
      to: folder.appending(path: "budget.xlsx"))
    let other = try Tool.run(["check", "DIR"], in: work.url)
    #expect(codes(other) == ["REG058"] && other.status == 0, "\(other.errors)")
    #expect(other.errors.contains("budget.xlsx"))
  }

  /// Own headings and words in every table, and in the settings.
  private func translate(_ folder: URL) throws {
    for name in try files.contentsOfDirectory(atPath: folder.appending(path: "utfall").path) {
      let file = folder.appending(path: "utfall/\(name)")
      try edit(file) {
        $0.replacing("Deltagare;", with: "Personnr-kod;").replacing("Slut;", with: "Sista dag;")
          .replacing("försörjningsstöd", with: "soc").replacing("kvinna", with: "K")
      }
    }
    try edit(folder.appending(path: "dualbokslut.yaml")) {
      $0.replacing(
        "\nutfall: utfall\n",
        with: """

          utfall: utfall
          rubriker:
            Personnr-kod: Deltagare
            Anställningar:
              sista dag: Slut
            Träningsplatser:
              sista dag: Slut
          ord:
            soc: försörjningsstöd
            Kön:
              K: kvinna

          """)
    }
  }

  @Test("a register in its own words gives the same figures, and check lists the words")
  func ownNames() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    func tables(_ output: String) throws -> [String: Data] {
      let run = try Tool.run(["report", "DIR", "--output", output], in: work.url)
      #expect(run.status == 0 && codes(run) == [], "\(run.errors)")
      let prefix = "\(output)/provbryggan/2025/intern/csv/"
      return try work.files().reduce(into: [:]) { found, file in
        if file.key.hasPrefix(prefix) {
          found[String(file.key.dropFirst(prefix.count))] = file.value
        }
      }
    }
    let ours = try tables("ut")
    #expect(try !Tool.run(["check", "DIR"], in: work.url).output.contains("Egna rubriker"))
    try translate(folder)
    #expect(try tables("eget") == ours)
    #expect(ours.count > 10)
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(
      check.output.contains(
        ": Personnr-kod = Deltagare, sista dag = Slut, sista dag = Slut, "
          + "soc = försörjningsstöd, K = kvinna\n"), "\(check.output)")
    let english = try Tool.run(["check", "DIR", "--language", "en"], in: work.url)
    #expect(english.output.contains("Headings and words of the settings"))
  }
}
