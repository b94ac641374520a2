// A report of a year that has not ended says so on every page and in the package, or is refused.

import Foundation
import Testing

struct PreliminaryReportTests {
  private let work: TemporaryFolder
  private let file: URL
  private static let edition = "ut/provbryggan/2025/intern"

  init() throws {
    work = try TemporaryFolder()
    let copy = work.url.appending(path: "bra")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: copy)
    file = copy.appending(path: "bokforing/2025.se")
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  private func report(_ options: String...) throws -> Tool.Outcome {
    try Tool.run(["report", "bra", "--output", "ut"] + options, in: work.url)
  }

  private func package() throws -> String {
    String(decoding: try #require(try work.files()["\(Self.edition)/bokslut.json"]), as: UTF8.self)
  }

  /// How many sheets the workbook has, how many pages' headers hold a mark, and all texts.
  private func workbook() throws -> (sheets: Int, marked: Int, texts: String) {
    let place = work.url.appending(path: Self.edition)
    let name = "tva-bokslut-provbryggan-2025-intern.xlsx"
    let output = try Judge.python([
      "-c",
      """
      import sys, zipfile
      book = zipfile.ZipFile(sys.argv[1])
      names = [n for n in book.namelist() if n.startswith('xl/worksheets/sheet')]
      sheets = [book.read(n).decode() for n in names]
      headers = [s.split('<oddHeader>')[1].split('</oddHeader>')[0] for s in sheets]
      print(len(sheets), sum('PRELIMIN' in h for h in headers))
      print(book.read('xl/sharedStrings.xml').decode())
      """,
      place.appending(path: name).path,
    ]).output
    let parts = output.split(separator: "\n", maxSplits: 1)
    let counts = try #require(parts.first).split(separator: " ").compactMap { Int($0) }
    try #require(counts.count == 2)
    return (counts[0], counts[1], String(try #require(parts.last)))
  }

  @Test("a whole year says nothing of it")
  func whole() throws {
    #expect(try report("--slutlig").status == 0)
    #expect(try !package().contains("preliminary"))
    let book = try workbook()
    #expect(book.sheets > 5 && book.marked == 0 && !book.texts.contains("PRELIMIN"))
    #expect(book.texts.contains("Underlag daterat 2026-02-10"))
  }

  @Test("a year that has not ended is marked on every sheet and page, with the reason on the first")
  func marked() throws {
    try edit("#GEN 20260210", "#GEN 20251130")
    let refused = try report()
    #expect(refused.status == 65 && refused.errors.contains("CMD018"))
    #expect(refused.errors.contains("2025-11-30"))
    #expect(try report("--year", "2025").status == 0)
    let text = try package()
    #expect(
      text.contains(#""preliminary": {"reason": "made-before-year-end", "day": "2025-11-30"}"#))
    let book = try workbook()
    #expect(book.sheets > 5 && book.marked == book.sheets)
    #expect(book.texts.contains("PRELIMINÄR – "))
    #expect(book.texts.contains("Bokföringen är hämtad 2025-11-30"))
  }

  @Test("--slutlig refuses it, and nothing is written")
  func final() throws {
    try edit("#GEN 20260210\n", "")
    #expect(try report("--strict").status == 1)
    #expect(try package().contains(#""preliminary": {"reason": "day-missing"}"#))
    // No day is known, so none is printed.
    #expect(try !workbook().texts.contains("Underlag daterat"))
    try FileManager.default.removeItem(at: work.url.appending(path: "ut"))
    let run = try report("--slutlig")
    #expect(run.status == 65 && run.errors.contains("CMD038"))
    #expect(run.errors.hasPrefix("bra: ingen rapport, 1 fel\n"))
    #expect(try !work.files().keys.contains { $0.hasPrefix("ut/") })
  }

  @Test("a pattern that matches nothing, or a file of another name, names the files there are")
  func otherNames() throws {
    let folder = file.deletingLastPathComponent()
    try FileManager.default.moveItem(at: file, to: folder.appending(path: "bok-2025.txt"))
    var run = try Tool.run(["check", "bra"], in: work.url)
    #expect(run.status == 66 && run.errors.contains("CMD039"))
    #expect(run.errors.contains("bokforing/bok-2025.txt"))
    // In another folder than the settings say.
    try FileManager.default.removeItem(at: folder)
    let elsewhere = work.url.appending(path: "bra/bokföring")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    try Data("#FLAGGA 0\n".utf8).write(to: elsewhere.appending(path: "2025.SE"))
    run = try Tool.run(["check", "bra"], in: work.url)
    #expect(run.status == 66 && run.errors.contains("/2025.SE"))
    let settings = work.url.appending(path: "bra/dualbokslut.yaml")
    let yaml = try String(contentsOf: settings, encoding: .utf8)
    try Data(
      yaml.replacing("bokföring: bokforing/*.se", with: "bokföring:\n  2025: bokforing/2025.se")
        .utf8
    ).write(to: settings)
    run = try Tool.run(["check", "bra"], in: work.url)
    #expect(run.status == 66 && run.errors.contains("CMD039") && !run.errors.contains("CMD004"))
    try FileManager.default.removeItem(at: elsewhere)
    run = try Tool.run(["check", "bra"], in: work.url)
    #expect(run.status == 66 && run.errors.contains("CMD004"))
  }

  @Test("a comparison column that is left out says why")
  func comparison() throws {
    #expect(try report().status == 0)
    #expect(try workbook().texts.contains("finns bara som balanser"))
    try edit("#RAR -1 20240101 20241231\n", "")
    #expect(try report().status == 0)
    #expect(try workbook().texts.contains("ingen egen fil gäller det året"))
  }
}
