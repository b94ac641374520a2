// Identity numbers planted in every table and column, the settings, the board's words, names of
// files and the SIE file: none comes out anywhere.

import Foundation
import Testing

struct IdentityNumberTests {
  /// Made-up numbers with valid check digits, each in another dress; the last is a coordination
  /// number.
  static let numbers = [
    "850315-1238", "8503151238", "198503151238", "19850315-1238", "19850315+1238",
    "850315 1238", "1985-03-15-1238", "850375-1235",
  ]
  /// What must not be seen of them, whatever the separators.
  static let traces = ["8503151238", "8503751235"]

  static let tables = [
    "deltagare", "anstallningar", "traningsplatser", "overgangar", "uppfoljningar", "loner",
  ]
  private static let wages = "Deltagare;Från;Till;Belopp\nD01;2025-01-01;2025-01-31;18000\n"

  private func base(in work: TemporaryFolder) throws -> URL {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    return folder
  }

  private func run(_ work: TemporaryFolder, _ folder: String = "DIR") throws -> Tool.Outcome {
    try Tool.run(
      ["report", folder, "--output", "ut", "--verbose", "--log", "logg"], in: work.url)
  }

  /// No digits of a number in what was printed or written, separators taken away.
  private func expectClean(
    _ run: Tool.Outcome, _ work: TemporaryFolder, _ folder: String, _ what: String
  ) throws {
    var texts = [("stdout", run.output), ("stderr", run.errors)]
    for (name, bytes) in try work.files() where !name.hasPrefix("\(folder)/") {
      texts.append((name, name + String(decoding: bytes, as: UTF8.self)))
    }
    for (name, text) in texts {
      for number in Self.numbers { #expect(!text.contains(number), "\(what) -> \(name)") }
      let joined = text.filter { !"-+ \u{A0}".contains($0) }
      for trace in Self.traces { #expect(!joined.contains(trace), "\(what) -> \(name)") }
    }
  }

  @Test("in every column of every table, and in a heading", arguments: tables)
  func everyColumn(table: String) throws {
    let work = try TemporaryFolder()
    let file = try base(in: work).appending(path: "utfall/\(table).csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? Self.wages
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    var rows = [lines[0]]
    for column in lines[0].indices {
      // In free text, and alone as a spreadsheet would hold it.
      for cell in ["se \(Self.numbers[column % Self.numbers.count]), ring", Self.numbers[1]] {
        var row = lines[1]
        row[column] = cell
        rows.append(row)
      }
    }
    rows[0].append("Anteckning \(Self.numbers[0])")
    let planted = rows.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
    try Data(planted.utf8).write(to: file)
    let run = try run(work)
    #expect(run.status == 65)
    let found = run.errors.matches(of: /utfall\/\S+?\.csv:(\d+):\d+: error\[REG022\]/)
    #expect(found.compactMap { Int($0.1) } == Array(1..<(2 + lines[0].count * 2)))
    try expectClean(run, work, "DIR", table)
  }

  @Test("in every text of the settings and in their comments")
  func settings() throws {
    let work = try TemporaryFolder()
    let file = try base(in: work).appending(path: "dualbokslut.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    var planted: [String] = []
    var count = 0
    for (index, line) in lines.enumerated() {
      let number = Self.numbers[index % Self.numbers.count]
      count += 1
      if line.contains("källa: ") || line.contains("namn: ") {
        planted.append("\(line) \(number)")
      } else {
        planted.append("\(line) # \(number)")
      }
    }
    try Data((planted.joined(separator: "\n") + "\n").utf8).write(to: file)
    let run = try run(work)
    #expect(run.status == 65)
    #expect(run.errors.matches(of: /error\[SET026\]/).count == count)
    try expectClean(run, work, "DIR", "settings")
  }

  @Test("in the board's own words", arguments: numbers)
  func words(number: String) throws {
    let work = try TemporaryFolder()
    let file = try base(in: work).appending(path: "berattelse.md")
    try Data("# Året\n\nVi tackar \(number) för i år.\n\n- \(number)\n".utf8).write(to: file)
    let run = try run(work)
    #expect(run.status == 65)
    #expect(run.errors.matches(of: /berattelse\.md:[35]:\d+: error/).count == 2)
    try expectClean(run, work, "DIR", "berattelse.md")
  }

  @Test("in names of folders and files, and as a participant's id")
  func names() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    let table = folder.appending(path: "utfall/deltagare.csv")
    try FileManager.default.copyItem(
      at: table, to: folder.appending(path: "utfall/\(Self.numbers[0]).csv"))
    let named = "enhet \(Self.numbers[0])"
    try FileManager.default.moveItem(at: folder, to: work.url.appending(path: named))
    let good = try run(work, named)
    #expect(good.status == 0)
    try expectClean(good, work, named, "the folder's name")
    let bad = try Tool.run(["report", named, "--year", "1999", "--log", "logg2"], in: work.url)
    #expect(bad.status == 65 || bad.status == 66)
    try expectClean(bad, work, named, "the folder's name in a failing run")
  }

  @Test("in every text of the SIE file: a note, and never copied")
  func sie() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    let file = folder.appending(path: "bokforing/2025.se")
    var text = try String(contentsOf: file, encoding: .utf8)
    text = text.replacing(/(?m)^#(KONTO \d+|FNAMN) "?([^"\r\n]*)"?/) { match in
      "#\(match.1) \"\(match.2) \(Self.numbers[0])\""
    }
    text = text.replacing(/(?m)^#ORGNR .*$/, with: "#ORGNR \(Self.numbers[0])")
    try Data(text.utf8).write(to: file)
    let other = try run(work)
    #expect(other.status == 65 && other.errors.contains("CMD035"))
    try expectClean(other, work, "DIR", "another number than the settings'")
    let settings = folder.appending(path: "dualbokslut.yaml")
    let stated = try String(contentsOf: settings, encoding: .utf8)
    try Data(stated.replacing("  organisationsnummer: 769600-0000\n", with: "").utf8)
      .write(to: settings)
    let report = try run(work)
    #expect(report.status == 0, "\(report.errors)")
    try expectClean(report, work, "DIR", "SIE texts")
    for format in ["text", "csv", "json"] {
      let balance = try Tool.run(
        ["balance", "DIR/bokforing/2025.se", "--format", format], in: work.url)
      #expect(balance.status == 0)
      try expectClean(balance, work, "DIR", "balance as \(format)")
    }
  }
}
