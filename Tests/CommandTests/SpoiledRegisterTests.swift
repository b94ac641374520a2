// A register spoiled in seventy ways tells of all of them in one run, and nothing is written.

import Foundation
import Testing

struct SpoiledRegisterTests {
  private func spoiled(in work: TemporaryFolder) throws -> URL {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let tables = Tool.fixtures.appending(path: "Spoiled/utfall")
    for name in try FileManager.default.contentsOfDirectory(atPath: tables.path) {
      let target = folder.appending(path: "utfall/\(name)")
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: tables.appending(path: name), to: target)
    }
    return folder
  }

  /// `anstallningar.csv:4:5 REG013`, in the order of the run; a warning ends with *varning*.
  private func faults(_ errors: String) -> [String] {
    errors.matches(of: /(?m)^DIR\/utfall\/(\S+): (error|warning)\[([A-Z0-9]+)\]/)
      .map { "\($0.1) \($0.3)\($0.2 == "error" ? "" : " varning")" }
  }

  /// The faults, worked out by hand.
  private func expected() throws -> [String] {
    try String(
      contentsOf: Tool.fixtures.appending(path: "Spoiled/expected.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
  }

  @Test("every fault has its place and its code in one run; exit 65, nothing written")
  func report() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let before = try work.files()
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    let expected = try expected()
    // Off a terminal a report that fails tells its errors; `check` tells the warnings too.
    let errors = expected.filter { !$0.hasSuffix(" varning") }
    #expect(faults(run.errors) == errors)
    #expect(errors.count >= 60 && expected.count > errors.count)
    let codes = expected.map { String($0.split(separator: " ")[1]) }
    #expect(Set(codes).count >= 35)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("DIR: ingen rapport, \(errors.count) fel\n"))
    #expect(try work.files() == before)
    #expect(!run.errors.contains("850315"))
  }

  @Test("check finds the same and the warnings, sorted by place")
  func check() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(check.status == 65)
    #expect(try faults(check.errors) == expected())
    let places = faults(check.errors).map { fault in
      let parts = fault.split(whereSeparator: { ": ".contains($0) })
      // A file as a whole has no line.
      let numbers = parts.dropFirst().compactMap { Int($0) } + [0, 0]
      return (String(parts[0]), numbers[0], numbers[1])
    }
    for (one, next) in zip(places, places.dropFirst()) { #expect(one <= next) }
  }

  @Test("a workbook spoiled in ways of its own tells of each once")
  func workbook() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    try FileManager.default.removeItem(at: folder.appending(path: "utfall"))
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Spoiled/workbook"),
      to: folder.appending(path: "utfall"))
    let run = try Tool.run(["check", "DIR"], in: work.url)
    let found = run.errors.matches(
      of: /(?m)^DIR\/utfall\/(.+?): (error|warning)\[([A-Z0-9]+)\]/
    ).map { "\($0.2) \($0.3) \($0.1)" }
    let expected = try String(
      contentsOf: Tool.fixtures.appending(path: "Spoiled/expected-workbook.txt"),
      encoding: .utf8
    ).split(separator: "\n").map(String.init)
    #expect(found == expected)
    #expect(run.status == 65)
    // Sheets are called sheets, and what a note says is nobody's business.
    #expect(run.errors.contains("bladet Övergångar (2)"))
    let ofSheets = run.errors.split(separator: "\n").filter { $0.hasPrefix("DIR/utfall/") }
    #expect(!ofSheets.joined().contains("filen") && !run.errors.contains("ring Anna"))
  }

  @Test("an unknown word is answered with the nearest known one")
  func nearest() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let errors = try Tool.run(["check", "DIR"], in: work.url).errors
    for word in [
      "kvinna", "aktivitetsstöd", "lönebidrag", "Karlskrona", "kommun", "arbete", "75 %", "okänt",
      "arbetsförmedlingen", "försäkringskassan", "försörjningsstöd", "arbetslöshetsersättning",
    ] {
      #expect(errors.contains("Menades \"\(word)\""), "\(word)")
    }
  }

  /// What a word is answered with, by line and column of Deltagare.
  @Test("a word that is known by another name gets its own, and no word gets a far one")
  func synonyms() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let errors = try Tool.run(["check", "DIR"], in: work.url).errors
    func advice(_ place: String) throws -> String {
      let start = try #require(errors.range(of: "DIR/utfall/\(place): "), "\(place)")
      let lines = errors[start.lowerBound...].split(separator: "\n", maxSplits: 3)
      return String(try #require(lines.dropFirst(2).first))
    }
    #expect(try advice("deltagare.csv:32:10").contains("Menades \"kvinna\"?"))
    #expect(try advice("deltagare.csv:33:10").contains("Menades \"kvinna\"?"))
    #expect(try advice("deltagare.csv:32:15").contains("Menades \"försörjningsstöd\"?"))
    #expect(try advice("deltagare.csv:35:10").contains("Menades \"man\"?"))
    #expect(try advice("deltagare.csv:35:23").contains("Skriv \"annan\""))
    #expect(try !advice("uppfoljningar.csv:5:25").contains("Menades"))
    #expect(!errors.contains("Menades \"lön\""))
  }
}
