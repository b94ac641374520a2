// A run over many folders, as cron does it: what stops one does not stop the others, and one line
// tells how it went.

import Foundation
import Testing

struct ManyFoldersTests {
  private let work: TemporaryFolder

  init() throws {
    work = try TemporaryFolder()
  }

  /// A sound enterprise under an id of its own.
  private func make(_ name: String, id: String? = nil) throws {
    let folder = work.url.appending(path: name)
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    try edit("\(name)/dualbokslut.yaml", "id: provbryggan", "id: \(id ?? name)")
  }

  /// The same with a warning: an id that looks like a name.
  private func makeWarned(_ name: String) throws {
    try make(name)
    for table in ["deltagare", "traningsplatser", "overgangar"] {
      try edit("\(name)/utfall/\(table).csv", "D04;", "Anna Ek;")
    }
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = work.url.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: file)
  }

  private func report(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["report"] + arguments + ["--output", "ut"], in: work.url)
  }

  /// The enterprises that a report was written for.
  private func written() -> Set<String> {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: work.url.appending(path: "ut").path)
    return Set((names ?? []).filter { !$0.hasPrefix(".") })
  }

  @Test("two folders of one id stop those two, and the others are reported")
  func twoOfOneID() throws {
    try make("a")
    try make("b", id: "a")
    try make("c")
    let run = try report("a", "b", "c")
    #expect(run.status == 64)
    #expect(run.errors.contains("a har samma id (”a”) som b."))
    #expect(run.errors.contains("b har samma id (”a”) som a."))
    #expect(
      run.errors.hasSuffix(
        "1 klar, 2 utan rapport (2 med id eller mapp som är angiven två gånger)\n"))
    #expect(written() == ["c"])
    // `check` tells it too, and checks them all the same.
    let check = try Tool.run(["check", "a", "b", "c"], in: work.url)
    #expect(check.status == 64 && check.errors.contains("[CMD011]"))
    #expect(check.errors.contains("c/bokforing/2025.se"))
  }

  @Test("three of one id, and ids that differ by case alone, as disks may hold them to be one")
  func siblings() throws {
    try make("a", id: "bro")
    try make("b", id: "Bro")
    try make("c", id: "BRO")
    try make("d")
    let run = try report("a", "b", "c", "d")
    #expect(run.status == 64 && written() == ["d"])
    #expect(run.errors.contains("b har samma id (”Bro”) som a, c."))
    #expect(run.errors.split(separator: "error[CMD011]").count == 4)
  }

  @Test(
    "a folder given twice, by whatever path, is told once and not made",
    arguments: [
      "a", "a/", "./a", "länk", "b/../a",
    ])
  func twice(second: String) throws {
    try make("a")
    try make("b")
    try FileManager.default.createSymbolicLink(
      atPath: work.url.appending(path: "länk").path, withDestinationPath: "a")
    let run = try report("a", second, "b")
    #expect(run.status == 64 && written() == ["b"], "\(run.errors)")
    #expect(run.errors.split(separator: "error[CMD070]").count == 2)
    #expect(!run.errors.contains("CMD011"))
  }

  @Test("an id that cannot be read clashes with none, and the folder fails by itself")
  func unreadableID() throws {
    try make("a")
    try make("b")
    try edit("b/dualbokslut.yaml", "id: b", "id: [a")
    let run = try report("a", "b")
    #expect(run.status == 65 && written() == ["a"], "\(run.errors)")
    #expect(run.errors.hasSuffix("1 klar, 1 utan rapport (1 med fel i underlagen)\n"))
  }

  @Test("when all is well nothing is said; warnings give one line, and themselves when asked for")
  func warnings() throws {
    try make("a")
    try makeWarned("w")
    let good = try report("a")
    #expect(good.status == 0 && good.errors.isEmpty && good.output.isEmpty)
    let both = try report("a", "w")
    #expect(both.status == 0 && both.output.isEmpty)
    #expect(both.errors == "1 klar, 1 med varningar; --verbose visar varningarna\n")
    #expect(try report("w").errors == "1 med varningar; --verbose visar varningarna\n")
    let english = try report("a", "w", "--language", "en")
    #expect(english.errors == "1 done, 1 with warnings; --verbose shows the warnings\n")
    for option in ["--verbose", "--strict"] {
      let told = try report("a", "w", option)
      #expect(told.errors.contains("warning[REG023]"))
      #expect(told.errors.hasSuffix("\n1 klar, 1 med varningar\n"))
      #expect(told.status == (option == "--strict" ? 1 : 0))
    }
  }

  @Test("the line tells each kind of failure, and the gravest is the exit code")
  func kinds() throws {
    try make("a")
    try make("fel")
    try edit("fel/dualbokslut.yaml", "dödvikt: 40 %", "dödvikt: 140 %")
    try makeWarned("w")
    let run = try report("a", "fel", "saknas", "w")
    #expect(run.status == 66)
    #expect(run.errors.contains("fel: ingen rapport, 1 fel\n"))
    #expect(run.errors.contains("saknas: ingen rapport, 1 fel\n"))
    let line = try #require(run.errors.split(separator: "\n").last)
    #expect(
      line == """
        1 klar, 1 med varningar, 2 utan rapport (1 med fel i underlagen, 1 där underlag saknas); \
        --verbose visar varningarna
        """)
    #expect(try report("saknas").errors.split(separator: "\n").count == 4)
    // A place that cannot be written outweighs a clash, which outweighs what is missing.
    try make("b", id: "a")
    #expect(try report("a", "b", "saknas").status == 64)
    try Data().write(to: work.url.appending(path: "fil"))
    let nowhere = try Tool.run(
      ["report", "a", "b", "fel", "w", "--output", "fil/ut"], in: work.url)
    #expect(nowhere.status == 73)
  }

  @Test("the log has every folder, stopped ones too")
  func log() throws {
    try make("a")
    try make("b", id: "a")
    try make("c")
    _ = try report("a", "b", "c", "--log", "logg")
    let log = try String(contentsOf: work.url.appending(path: "logg"), encoding: .utf8)
    #expect(log.contains(#""folder": "a", "status": 64, "report": null"#))
    #expect(log.contains(#""folder": "b", "status": 64, "report": null"#))
    #expect(log.contains(#""folder": "c", "status": 0, "report": "ut/c/2025/intern""#))
  }
}
