// A register spoiled in fifty ways tells of all of them in one run, and nothing is written.

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

  /// `anstallningar.csv:4:5 REG013`, in the order of the run.
  private func faults(_ errors: String) -> [String] {
    errors.matches(of: /(?m)^DIR\/utfall\/(\S+): error\[([A-Z0-9]+)\]/)
      .map { "\($0.1) \($0.2)" }
  }

  @Test("every fault has its place and its code in one run; exit 65, nothing written")
  func report() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let before = try work.files()
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    let expected = try String(
      contentsOf: Tool.fixtures.appending(path: "Spoiled/expected.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    #expect(faults(run.errors) == expected)
    #expect(expected.count >= 30)
    #expect(Set(expected.compactMap { $0.split(separator: " ").last }).count >= 25)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("DIR: ingen rapport, \(expected.count) fel\n"))
    #expect(try work.files() == before)
    #expect(!run.errors.contains("850315"))
  }

  @Test("check finds the same, and sorted by place")
  func check() throws {
    let work = try TemporaryFolder()
    _ = try spoiled(in: work)
    let report = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(check.status == 65)
    #expect(faults(check.errors) == faults(report.errors))
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
    for word in ["kvinna", "aktivitetsstöd", "lönebidrag", "Karlskrona", "kommun", "arbete"] {
      #expect(errors.contains("Menades \"\(word)\""), "\(word)")
    }
  }
}
