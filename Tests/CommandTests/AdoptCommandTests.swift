// `dualbokslut adopt` as a treasurer runs it after the meeting, and the next year's report.

import Foundation
import Testing

struct AdoptCommandTests {
  private static let sample = Tool.root.appending(path: "samples/kafe-kardemumma")

  /// The small sound enterprise with its report of 2025.
  private func reported(_ work: TemporaryFolder) throws -> URL {
    let folder = work.url.appending(path: "mapp")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let run = try Tool.run(["report", "mapp"], in: work.url)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  private func adopt(_ work: TemporaryFolder, _ more: [String] = []) throws -> Tool.Outcome {
    try Tool.run(["adopt", "mapp"] + more, in: work.url)
  }

  private func edit(_ file: URL, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old), "\(file.path)")
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  private func rights(_ file: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private static let written = "reports/provbryggan/2025/intern"
  private static let kept = "mapp/antagna/2025/intern"

  @Test("the edition is kept read-only, byte for byte, and the settings get one line and no other")
  func keeps() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    let settings = folder.appending(path: "dualbokslut.yaml")
    let before = try String(contentsOf: settings, encoding: .utf8)
    let run = try adopt(work)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output == "mapp 2025 -> \(Self.kept)\ndualbokslut.yaml: föregående: antagna\n")
    let files = try work.files()
    func edition(_ place: String) -> [String: Data] {
      Dictionary(
        uniqueKeysWithValues: files.filter { $0.key.hasPrefix("\(place)/") }
          .map { (String($0.key.dropFirst(place.count)), $0.value) })
    }
    #expect(edition(Self.kept) == edition(Self.written) && edition(Self.kept).count > 10)
    #expect(!files.keys.contains { $0.contains(".dualbokslut-") })
    let kept = work.url.appending(path: Self.kept)
    #expect(try rights(kept) == 0o700)
    #expect(try rights(kept.appending(path: "bokslut.json")) == 0o400)
    #expect(try rights(kept.appending(path: "csv/netto.csv")) == 0o400)
    let after = try String(contentsOf: settings, encoding: .utf8)
    #expect(
      after
        == before.replacing("\nutfall: utfall\n", with: "\nutfall: utfall\nföregående: antagna\n"))
    // Once more: nothing changes.
    let again = try adopt(work)
    #expect(again.status == 0 && again.output.contains("ingenting ändrades"), "\(again.errors)")
    #expect(try work.files() == files)
    #expect(try Tool.run(["check", "mapp"], in: work.url).status == 0)
  }

  @Test("next year opens with what was adopted, and an earlier year is reported as before")
  func opens() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "mapp")
    try FileManager.default.copyItem(at: Self.sample, to: folder)
    func report(_ output: String, _ more: [String] = []) throws -> [String: Data] {
      let run = try Tool.run(["report", "mapp", "--output", output] + more, in: work.url)
      #expect(run.status == 0, "\(run.errors)")
      return try work.files().filter { $0.key.hasPrefix("\(output)/") }
    }
    let first = try report("reports", ["--year", "2024"])
    let id = try #require(first.keys.first?.split(separator: "/").dropFirst().first)
    let package = "reports/\(id)/2024/intern/bokslut.json"
    let named = try report("named", ["--previous", package])
    let run = try adopt(work, ["--year", "2024"])
    #expect(run.status == 0, "\(run.errors)")
    let opened = try report("opened")
    #expect(opened.count == named.count)
    for (name, bytes) in named where name.hasSuffix(".csv") {
      #expect(opened["opened" + name.dropFirst(5)] == bytes, "\(name)")
    }
    let json = try #require(opened.first { $0.key.hasSuffix("bokslut.json") }?.value)
    #expect(String(decoding: json, as: UTF8.self).contains("föregående/bokslut.json"))
    // 2024 has no adopted year before it, and is what it was.
    let second = try report("second", ["--year", "2024"])
    for (name, bytes) in first where name.hasSuffix(".csv") {
      #expect(second["second" + name.dropFirst(7)] == bytes, "\(name)")
    }
    // What is adopted later does not change an earlier year.
    _ = try report("reports")
    #expect(try adopt(work).status == 0)
    #expect(try report("third", ["--year", "2024"]).map(\.value).count == second.count)
    #expect(try report("fourth").contains { $0.value == json })
  }

  @Test("an adopted edition is replaced by --force alone, and own files in it stay")
  func force() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    #expect(try adopt(work).status == 0)
    let own = work.url.appending(path: "\(Self.kept)/protokoll.txt")
    try Data("stämman".utf8).write(to: own)
    try edit(folder.appending(path: "dualbokslut.yaml"), "bas: 30 %", "bas: 40 %")
    #expect(try Tool.run(["report", "mapp"], in: work.url).status == 0)
    let files = try work.files()
    let refused = try adopt(work)
    #expect(refused.status == 73 && refused.errors.contains("CMD053"), "\(refused.errors)")
    #expect(try work.files() == files)
    #expect(try adopt(work, ["--force"]).status == 0)
    let after = try work.files()
    #expect(after["\(Self.kept)/bokslut.json"] == files["\(Self.written)/bokslut.json"])
    #expect(after["\(Self.kept)/protokoll.txt"] == Data("stämman".utf8))
  }

  @Test("no report: 66 and the command that makes one, nothing written")
  func missing() throws {
    let work = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"),
      to: work.url.appending(path: "mapp"))
    let files = try work.files()
    let run = try adopt(work, ["--output", "ut"])
    #expect(run.status == 66)
    #expect(run.errors.contains("dualbokslut report mapp --year 2025 --output ut"), "\(run.errors)")
    #expect(try work.files() == files)
    #expect(try Tool.run(["adopt", "saknas"], in: work.url).status == 66)
    #expect(try adopt(work, ["--year", "1999"]).errors.contains("1999"))
  }

  @Test(
    "a report that was changed, or does not add up, is not kept",
    arguments: [
      ("csv/netto.csv", "society", "samhället", "CMD054"),
      ("bokslut.json", "\"label\": \"2025\"", "\"label\": \"2024\"", "CMD0"),
      ("bokslut.json", "\"id\": \"netto.net.society\"", "\"id\": \"netto.net.sociaty\"", "CMD045"),
      ("bokslut.json", "769600-0000", "769600-0018", "CMD041"),
      ("bokslut.json", "\"edition\": \"intern\"", "\"edition\": \"publik\"", "CMD104"),
      ("bokslut.json", "{\n", "{{\n", "CMD020"),
    ])
  func changed(file: String, old: String, new: String, code: String) throws {
    let work = try TemporaryFolder()
    _ = try reported(work)
    try edit(work.url.appending(path: "\(Self.written)/\(file)"), old, new)
    let files = try work.files()
    let run = try adopt(work, ["--force"])
    #expect(run.status == 65 && run.errors.contains(code), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try work.files() == files)
  }

  @Test("a file that a package names outside its folder is not fetched")
  func outside() throws {
    let work = try TemporaryFolder()
    _ = try reported(work)
    try edit(
      work.url.appending(path: "\(Self.written)/bokslut.json"), "\"path\": \"csv/netto.csv\"",
      "\"path\": \"../../../../mapp/dualbokslut.yaml\"")
    let run = try adopt(work)
    #expect(run.status == 65 && run.errors.contains("CMD054"), "\(run.errors)")
  }

  @Test("a preliminary report is kept by --force alone")
  func preliminary() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    let books = folder.appending(path: "bokforing/2025.se")
    let text = String(decoding: try Data(contentsOf: books), as: UTF8.self)
    let day = try #require(text.firstMatch(of: /#GEN \d{8}/)?.output)
    try edit(books, String(day), "#GEN 20251115")
    #expect(try Tool.run(["report", "mapp", "--year", "2025"], in: work.url).status == 0)
    let run = try adopt(work, ["--year", "2025"])
    #expect(run.status == 65 && run.errors.contains("CMD101"), "\(run.errors)")
    #expect(try adopt(work, ["--year", "2025", "--force"]).status == 0)
  }

  @Test("a key with another value stays, unless --force replaces it")
  func occupied() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    let settings = folder.appending(path: "dualbokslut.yaml")
    try edit(settings, "\nutfall: utfall\n", "\nutfall: utfall\nföregående: förra.json # 2024\n")
    let run = try adopt(work)
    #expect(run.status == 65 && run.errors.contains("CMD102"), "\(run.errors)")
    #expect(run.errors.contains("dualbokslut.yaml:11:"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "antagna").path))
    #expect(try adopt(work, ["--force"]).status == 0)
    let text = try String(contentsOf: settings, encoding: .utf8)
    #expect(text.contains("\nföregående: antagna # 2024\n"))
  }

  @Test("a public edition is kept beside the internal one and named as published")
  func published() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    let publik = work.url.appending(path: "reports/provbryggan/2025/publik")
    try FileManager.default.copyItem(at: work.url.appending(path: Self.written), to: publik)
    try edit(
      publik.appending(path: "bokslut.json"), "\"edition\": \"intern\"", "\"edition\": \"publik\"")
    let run = try adopt(work)
    #expect(run.status == 0, "\(run.errors)")
    let kept = folder.appending(path: "antagna/2025/publik")
    #expect(
      try rights(kept) & 0o700 == 0o700 && rights(kept.appending(path: "bokslut.json")) == 0o444)
    let text = try String(contentsOf: folder.appending(path: "dualbokslut.yaml"), encoding: .utf8)
    #expect(
      text.contains(
        "röjande:\n  publicerat:\n    - antagna/2025/publik/bokslut.json\n  minsta cell: 5\n"))
    #expect(try Tool.run(["check", "mapp"], in: work.url).status == 0)
    #expect(try adopt(work).output.contains("ingenting ändrades"))
  }

  @Test("a place that cannot be written leaves the settings as they were, and leftovers go")
  func unwritable() throws {
    let work = try TemporaryFolder()
    let folder = try reported(work)
    let antagna = folder.appending(path: "antagna")
    try Data().write(to: antagna)
    let settings = try Data(contentsOf: folder.appending(path: "dualbokslut.yaml"))
    let run = try adopt(work)
    #expect(run.status == 73 && run.errors.contains("CMD013"), "\(run.errors)")
    #expect(try Data(contentsOf: folder.appending(path: "dualbokslut.yaml")) == settings)
    try FileManager.default.removeItem(at: antagna)
    let leftover = folder.appending(path: ".dualbokslut-antagna-2025-intern-1")
    try FileManager.default.createDirectory(at: leftover, withIntermediateDirectories: true)
    #expect(try adopt(work).status == 0)
    #expect(!FileManager.default.fileExists(atPath: leftover.path))
  }

  // MARK: What lies among the adopted years

  /// The small enterprise with the key set and packages by folder name, each of a year.
  private func folder(
    _ work: TemporaryFolder, adopted: [(name: String, year: Int)], id: String = "provbryggan",
    number: String? = "769600-0000"
  ) throws -> URL {
    let folder = work.url.appending(path: "mapp")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/CMD059"), to: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "antagna"))
    for part in ["bokforing", "utfall"] {
      try FileManager.default.copyItem(
        at: Tool.fixtures.appending(path: "Diagnostics/base/\(part)"),
        to: folder.appending(path: part))
    }
    let model = try String(
      contentsOf: Tool.fixtures.appending(
        path: "Diagnostics/CMD059/antagna/2023/intern/bokslut.json"),
      encoding: .utf8)
    for (name, year) in adopted {
      let place = folder.appending(path: "antagna/\(name)/intern")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let text = model.replacing("2023", with: "\(year)")
        .replacing("\"id\": \"provbryggan\"", with: "\"id\": \"\(id)\"")
        .replacing("\"769600-0000\"", with: number.map { "\"\($0)\"" } ?? "null")
      try Data(text.utf8).write(to: place.appending(path: "bokslut.json"))
    }
    return folder
  }

  @Test("the year before is taken; none at all is no error; a gap is told")
  func years() throws {
    for (years, code) in [
      ([], nil), ([2023, 2024], nil), ([2021, 2023], "CMD059"), ([2025], nil),
    ]
      as [([Int], String?)]
    {
      let work = try TemporaryFolder()
      _ = try folder(work, adopted: years.map { ("\($0)", $0) })
      let run = try Tool.run(["check", "mapp"], in: work.url)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("CMD0") == (code != nil), "\(years): \(run.errors)")
      if let code { #expect(run.errors.contains(code) && run.errors.contains("2023")) }
    }
  }

  @Test("damaged, foreign and misplaced: an error in the year that opens, a warning in another")
  func damaged() throws {
    for (name, status) in [("2024", 65), ("2022", 0)] as [(String, Int32)] {
      let work = try TemporaryFolder()
      let folder = try folder(work, adopted: [(name, Int(name) ?? 0)])
      let file = folder.appending(path: "antagna/\(name)/intern/bokslut.json")
      let whole = try Data(contentsOf: file)
      for (old, new) in [
        ("\"schema\"", "schema"), ("769600-0000", "769600-0018"), ("\"100.00\"", "\"hundra\""),
        ("\"\(name)\"", "\"1999\""),
      ] {
        try whole.write(to: file)
        try edit(file, old, new)
        let run = try Tool.run(["check", "mapp"], in: work.url)
        #expect(run.status == status, "\(name), \(new): \(run.errors)")
        #expect(run.errors.contains("warning[CMD057]") == (status == 0), "\(new): \(run.errors)")
      }
    }
    // A year in another year's folder is in nobody's place.
    let work = try TemporaryFolder()
    _ = try folder(work, adopted: [("2024", 2023)])
    let run = try Tool.run(["check", "mapp"], in: work.url)
    #expect(run.status == 65 && run.errors.contains("CMD058"), "\(run.errors)")
  }

  @Test("the organisation number says whose it is, the id only where there is none")
  func identity() throws {
    for (id, number, status) in [
      ("nytt-namn", "769600-0000", 0), ("provbryggan", "769600-0018", 65),
      ("nytt-namn", nil, 65), ("provbryggan", nil, 0), ("nytt-namn", "SE769600000001", 0),
    ] as [(String, String?, Int32)] {
      let work = try TemporaryFolder()
      _ = try folder(work, adopted: [("2024", 2024)], id: id, number: number)
      let run = try Tool.run(["check", "mapp"], in: work.url)
      #expect(run.status == status, "\(id) \(number ?? "-"): \(run.errors)")
    }
  }

  @Test("--previous goes before the key, and says so")
  func previous() throws {
    let work = try TemporaryFolder()
    let folder = try folder(work, adopted: [("2024", 2024)])
    let other = folder.appending(path: "antagna/2024/intern/bokslut.json")
    try FileManager.default.copyItem(at: other, to: work.url.appending(path: "annan.json"))
    let run = try Tool.run(
      ["report", "mapp", "--previous", "annan.json", "--verbose"], in: work.url)
    #expect(run.status == 0 && run.errors.contains("CMD100"), "\(run.errors)")
    #expect(run.errors.contains("dualbokslut.yaml:11:"))
  }

  @Test("an average number of employees with decimals is kept and opens the next year")
  func employeesWithDecimals() throws {
    for stated in ["14,5", "14,25", "14"] {
      let work = try TemporaryFolder()
      let folder = try reported(work)
      try edit(
        folder.appending(path: "dualbokslut.yaml"), "  medlemmar: 12\n",
        "  medlemmar: 12\n  medelantal anställda: \(stated)\n")
      let again = try Tool.run(["report", "mapp"], in: work.url)
      #expect(again.status == 0, "\(again.errors)")
      let run = try adopt(work)
      #expect(run.status == 0 && run.errors.isEmpty, "\(stated): \(run.errors)")
    }
  }

  @Test("the help names what it does")
  func help() throws {
    let run = try Tool.run(["adopt", "--help"])
    #expect(
      run.status == 0 && run.output.contains("antagna/<år>") && run.output.contains("--force"))
  }
}
