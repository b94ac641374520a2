// `dualbokslut report` as a user and as cron runs it.

import Foundation
import Testing

struct ReportCommandTests {
  private static let sample = Tool.root.appending(path: "samples/bryggan").path
  private static let edition = "ut/bryggan/2025/intern"

  private func base(in folder: TemporaryFolder, as name: String) throws -> URL {
    let copy = folder.url.appending(path: name)
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: copy)
    return copy
  }

  private func edit(_ file: URL, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  @Test("off a terminal a good run is silent and writes workbook, tables and package")
  func silent() throws {
    let work = try TemporaryFolder()
    let run = try Tool.run(["report", Self.sample, "--output", "ut"], in: work.url)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    let names = Set(try work.files().keys)
    for name in [
      "tva-bokslut-bryggan-2025-intern.xlsx", "bokslut.json", "csv/resultatrakning.csv",
      "csv/balansrakning.csv", "csv/aktorsmatris.csv", "csv/netto.csv", "csv/bro.csv",
      "csv/social-journal.csv", "csv/indikatorer.csv", "csv/avstamning.csv",
      "csv/antaganden.csv", "csv/kanaler.csv",
    ] {
      #expect(names.contains("\(Self.edition)/\(name)"), "\(name) is missing")
    }
    #expect(!names.contains { $0.contains(".dualbokslut-") })
  }

  @Test("the version of the command line is the one that packages name")
  func version() throws {
    let run = try Tool.run(["--version"])
    #expect(run.status == 0 && run.errors.isEmpty)
    let package = Tool.root.appending(path: "reports/bryggan/2025/intern/bokslut.json")
    let text = try String(contentsOf: package, encoding: .utf8)
    let words = run.output.split(whereSeparator: \.isWhitespace)
    try #require(words.count == 2)
    #expect(text.contains(#""program": {"name": "\#(words[0])", "version": "\#(words[1])"}"#))
  }

  @Test("an edition in a schema that this version does not know is not replaced unless forced")
  func newerSchema() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: Self.edition)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let package = folder.appending(path: "bokslut.json")
    try Data("{\"schema\": \"dualbokslut/9\"}".utf8).write(to: package)
    let refused = try Tool.run(["report", Self.sample, "--output", "ut"], in: work.url)
    #expect(refused.status == 73 && refused.errors.contains("CMD019"), "\(refused.errors)")
    #expect(try Data(contentsOf: package).count == 27)
    let forced = try Tool.run(["report", Self.sample, "--output", "ut", "--force"], in: work.url)
    #expect(forced.status == 0, "\(forced.errors)")
  }

  @Test("the enterprise's column is årets resultat of the SIE file; every line sums to zero")
  func identities() throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["report", Self.sample, "--output", "ut"], in: work.url)
    let folder = work.url.appending(path: "\(Self.edition)/csv")
    let matrix = try CSVTable(folder.appending(path: "aktorsmatris.csv"))
    let enterprise = try matrix.rows.filter { $0["actor"] == "enterprise" }
      .map { try $0.ore("amount") }.reduce(0, +)
    // Årets resultat by the file's own #RES lines.
    let sie = try String(
      decoding: Data(contentsOf: Tool.root.appending(path: "samples/bryggan/bokforing/2025.se")),
      as: UTF8.self)
    let result = try sie.split(whereSeparator: \.isNewline).compactMap { line -> Int? in
      let fields = line.split(separator: " ")
      guard fields.count > 3, fields[0] == "#RES", fields[1] == "0", !fields[2].hasPrefix("899")
      else { return nil }
      return try CSVTable.ore(String(fields[3]))
    }.reduce(0, -)
    #expect(enterprise == result)
    let rows = Dictionary(grouping: matrix.rows) {
      [$0["series"], $0["kind"], $0["outcome"]].map { $0 ?? "" }
    }
    for cells in rows.values {
      #expect(try cells.map { try $0.ore("amount") }.reduce(0, +) == 0)
    }
  }

  @Test("every amount of the journal is round(basis x unit value x factor, 2), with a calculator")
  func journal() throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["report", Self.sample, "--output", "ut"], in: work.url)
    let table = try CSVTable(
      work.url.appending(path: "\(Self.edition)/csv/social-journal.csv"))
    #expect(table.rows.count > 50)
    for row in table.rows {
      let basis = try row.ore("basis")
      let unit = try row.ore("unit_value")
      let factor = try CSVTable.scaled(#require(row["factor"]), decimals: 6)
      let product = Int128(basis) * Int128(unit) * Int128(factor)
      let half: Int128 = 50_000_000
      let rounded = (product + (product < 0 ? -half : half)) / 100_000_000
      #expect(try Int128(row.ore("amount")) == rounded)
    }
  }

  @Test("the register as a workbook gives the same bytes in every output as the CSV files")
  func workbookRegister() throws {
    let work = try TemporaryFolder()
    let copy = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Self.sample), to: copy)
    _ = try Tool.run(["report", "bryggan", "--output", "csv"], in: work.url)
    try edit(
      copy.appending(path: "dualbokslut.yaml"), "\nutfall: utfall\n", "\nutfall: utfall.xlsx\n")
    let run = try Tool.run(["report", "bryggan", "--output", "xlsx"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let files = try work.files()
    let fromCSV = files.filter { $0.key.hasPrefix("csv/") }
    #expect(fromCSV.count > 15)
    for (name, bytes) in fromCSV where !name.hasSuffix("bokslut.json") {
      #expect(files["xlsx/" + name.dropFirst(4)] == bytes, "\(name) differs")
    }
    // The package differs in the digests of what was read, and in nothing else.
    let packages = try ["csv", "xlsx"].map { root in
      String(
        decoding: try #require(files["\(root)/bryggan/2025/intern/bokslut.json"]), as: UTF8.self
      )
      .split(separator: "\n").filter { !$0.contains("sha256") }
    }
    #expect(packages[0] == packages[1])
  }

  @Test("P12: the same inputs give the same bytes, whatever clock, locale and order of folders")
  func sameBytes() throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    let café = Tool.root.appending(path: "samples/kafe-kardemumma").path
    _ = try Tool.run(["report", Self.sample, café, "--output", "ut"], in: first.url)
    _ = try Tool.run(
      ["report", café, Self.sample, "--output", "ut"], in: second.url,
      environment: ["LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"])
    let (one, other) = (try first.files(), try second.files())
    #expect(one.keys == other.keys)
    #expect(one.count > 20)
    for (name, bytes) in one { #expect(other[name] == bytes, "\(name) differs") }
  }

  @Test("a failing folder writes nothing, does not stop the others and decides the exit code")
  func oneFails() throws {
    let work = try TemporaryFolder()
    let bad = try base(in: work, as: "fel")
    try edit(bad.appending(path: "dualbokslut.yaml"), "id: provbryggan", "id: felaktig")
    try edit(bad.appending(path: "dualbokslut.yaml"), "dödvikt: 40 %", "dödvikt: 140 %")
    _ = try base(in: work, as: "bra")
    let run = try Tool.run(["report", "fel", "bra", "--output", "ut"], in: work.url)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("fel: ingen rapport, 1 fel\n"))
    #expect(run.errors.contains("fel/dualbokslut.yaml:"))
    let written = try work.files().keys.filter { $0.hasPrefix("ut/") && $0.hasSuffix(".json") }
    #expect(written == ["ut/provbryggan/2025/intern/bokslut.json"])
  }

  @Test("a report that fails leaves the edition that was there as it was")
  func oldEditionStays() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work, as: "bra")
    _ = try Tool.run(["report", "bra", "--output", "ut"], in: work.url)
    let before = try work.files().filter { $0.key.hasPrefix("ut/") }
    try edit(folder.appending(path: "utfall/deltagare.csv"), "kvinna", "kvinnna")
    #expect(try Tool.run(["report", "bra", "--output", "ut"], in: work.url).status == 65)
    #expect(try work.files().filter { $0.key.hasPrefix("ut/") } == before)
  }

  @Test("the user's own files in an edition stay through the next run")
  func ownFiles() throws {
    let work = try TemporaryFolder()
    _ = try base(in: work, as: "bra")
    _ = try Tool.run(["report", "bra", "--output", "ut"], in: work.url)
    let own = work.url.appending(path: "ut/provbryggan/2025/intern/protokoll.txt")
    try Data("Antaget den 12 mars.".utf8).write(to: own)
    #expect(try Tool.run(["report", "bra", "--output", "ut"], in: work.url).status == 0)
    #expect(try String(contentsOf: own, encoding: .utf8) == "Antaget den 12 mars.")
  }

  @Test("--strict turns a warning into exit code 1 with the report written")
  func strict() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work, as: "bra")
    try edit(folder.appending(path: "utfall/deltagare.csv"), "D04;2001", "Anna Ek;2001")
    try edit(folder.appending(path: "utfall/traningsplatser.csv"), "D04;", "Anna Ek;")
    try edit(folder.appending(path: "utfall/overgangar.csv"), "D04;", "Anna Ek;")
    #expect(try Tool.run(["report", "bra", "--output", "ut"], in: work.url).status == 0)
    let strict = try Tool.run(["report", "bra", "--output", "ut", "--strict"], in: work.url)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("warning["))
    #expect(try work.files()["ut/provbryggan/2025/intern/bokslut.json"] != nil)
  }

  @Test("without register or assumptions the report is partial and says so first")
  func partial() throws {
    for (key, phrase) in [
      ("utfall: utfall\n", "Utfallsregistret saknas."), ("antaganden:\n", "Antaganden saknas."),
    ] {
      let work = try TemporaryFolder()
      let folder = try base(in: work, as: "bra")
      let settings = folder.appending(path: "dualbokslut.yaml")
      if key == "antaganden:\n" {
        let text = try String(contentsOf: settings, encoding: .utf8)
        let start = try #require(text.range(of: "antaganden:\n"))
        let end = try #require(text.range(of: "värden:\n"))
        try Data(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "").utf8)
          .write(to: settings)
      } else {
        try edit(settings, key, "")
        try edit(settings, "träningsplatser: betalda", "träningsplatser: obetalda")
      }
      let run = try Tool.run(["report", "bra", "--output", "ut"], in: work.url)
      #expect(run.status == 0, "\(run.errors)")
      let edition = work.url.appending(path: "ut/provbryggan/2025/intern")
      let series = try CSVTable(edition.appending(path: "csv/aktorsmatris.csv")).rows
        .compactMap { $0["series"] }
      #expect(Set(series) == ["L"])
      // The first sheet says what is missing, above the first figure.
      let workbook = edition.appending(path: "tva-bokslut-provbryggan-2025-intern.xlsx")
      let texts = try Judge.python([
        "-c",
        "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('xl/sharedStrings.xml').decode())",
        workbook.path,
      ]).output
      let missing = try #require(texts.range(of: phrase))
      let headline = try #require(texts.range(of: "Nettoomsättning"))
      #expect(missing.lowerBound < headline.lowerBound)
    }
  }

  @Test("the public edition is refused with exit code 64 and a clear word, and nothing is written")
  func publicEdition() throws {
    let work = try TemporaryFolder()
    for edition in ["publik", "båda"] {
      let run = try Tool.run(
        ["report", Self.sample, "--edition", edition, "--output", "ut"], in: work.url)
      #expect(run.status == 64)
      #expect(run.errors.contains("CMD010"))
    }
    #expect(try work.files().isEmpty)
  }

  @Test(
    "usage errors end with 64, a missing folder with 66, a place that cannot be written with 73")
  func exitCodes() throws {
    let work = try TemporaryFolder()
    _ = try base(in: work, as: "bra")
    #expect(try Tool.run(["report"], in: work.url).status == 64)
    #expect(try Tool.run(["report", "bra", "--edition", "halv"], in: work.url).status == 64)
    #expect(try Tool.run(["report", "bra", "bra"], in: work.url).status == 64)
    #expect(try Tool.run(["report", "saknas"], in: work.url).status == 66)
    try Data().write(to: work.url.appending(path: "fil"))
    #expect(try Tool.run(["report", "bra", "--output", "fil/ut"], in: work.url).status == 73)
  }

  @Test("an identity number planted anywhere comes out nowhere")
  func identityNumbers() throws {
    // A made-up number with a valid check digit.
    let number = "850315-1238"
    try #require(Self.hasValidCheckDigit(number))
    for file in [
      "utfall/deltagare.csv", "utfall/anstallningar.csv", "dualbokslut.yaml", "berattelse.md",
      "bokforing/2025.se",
    ] {
      let work = try TemporaryFolder()
      let folder = try base(in: work, as: "bra")
      let path = folder.appending(path: file)
      var text = (try? String(contentsOf: path, encoding: .utf8)) ?? "# Vi\n"
      switch file {
      case "dualbokslut.yaml": text += "# ring \(number)\n"
      case "bokforing/2025.se": text = text.replacing("Hyra", with: "Hyra \(number)")
      default: text += "\(number);\(number.replacing("-", with: ""));x\n"
      }
      try Data(text.utf8).write(to: path)
      let run = try Tool.run(
        ["report", "bra", "--output", "ut", "--verbose", "--log", "logg"], in: work.url)
      #expect(run.status == (file.hasSuffix(".se") ? 0 : 65), "\(file)")
      let written = try work.files().filter { !$0.key.hasPrefix("bra/") }
      for needle in [number, number.replacing("-", with: ""), String(number.suffix(4))] {
        #expect(!run.errors.contains(needle) && !run.output.contains(needle), "\(file)")
      }
      for (name, bytes) in written {
        let content = String(decoding: bytes, as: UTF8.self)
        #expect(!content.contains(number), "\(file) -> \(name)")
        #expect(!content.contains(number.replacing("-", with: "")), "\(file) -> \(name)")
      }
    }
  }

  private static func hasValidCheckDigit(_ number: String) -> Bool {
    let digits = number.compactMap(\.wholeNumberValue)
    let sum = digits.enumerated().map { index, digit in
      let product = digit * (index % 2 == 0 ? 2 : 1)
      return product > 9 ? product - 9 : product
    }.reduce(0, +)
    return digits.count == 10 && sum % 10 == 0
  }
}
