// Last year's package: its figures beside the restated ones, its assumptions in the roll-forward.

import Foundation
import Testing

struct FiledYearTests {
  /// A copy of a sample with last year's package made before `edit` changes its settings.
  private func reportWithPackage(
    _ work: TemporaryFolder, changing old: String, to new: String
  ) throws -> (filed: PackageFigures, current: PackageFigures, alone: PackageFigures) {
    let copy = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "samples/bryggan"), to: copy)
    func report(_ output: String, _ arguments: String...) throws -> PackageFigures {
      let run = try Tool.run(
        ["report", "bryggan", "--output", output] + arguments, in: work.url)
      try #require(run.status == 0, "\(run.errors)")
      let year = arguments.contains("2024") ? "2024" : "2025"
      return try PackageFigures(
        try WrittenEdition.folder(work, output, year).appending(path: "bokslut.json"))
    }
    let filed = try report("antaget", "--year", "2024")
    let settings = copy.appending(path: "dualbokslut.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: settings)
    return (
      filed,
      try report("ut", "--previous", "antaget/bryggan/2024/intern/bokslut.json"),
      try report("utan")
    )
  }

  @Test("a changed assumption is seen as restated beside as filed, and not as progress")
  func filedAndRestated() throws {
    let work = try TemporaryFolder()
    // Deadweight of transitions from 40 to 50 per cent.
    let (filed, current, alone) = try reportWithPackage(
      work, changing: "bas: 40 %\n      låg: 25 %", to: "bas: 50 %\n      låg: 25 %")
    var changed = 0
    for (id, value) in current.values
    where id.hasPrefix("jamforelse.") && id.hasSuffix(".previous_filed") {
      let name = String(id.dropFirst("jamforelse.".count).dropLast(".previous_filed".count))
      #expect(filed[name] == value, "\(name)")
      let restated = current["jamforelse.\(name).previous_restated"]
      let difference = current["jamforelse.\(name).difference"]
      guard name.hasPrefix("netto.") || name.hasPrefix("rr.") else { continue }
      #expect(
        try CSVTable.ore(#require(difference))
          == CSVTable.ore(#require(restated)) - CSVTable.ore(value), "\(name)")
      if restated != value { changed += 1 }
    }
    #expect(changed > 3)
    #expect(current["jamforelse.netto.net.society.difference"] != "0.00")
    #expect(current["jamforelse.netto.gross.society.difference"] == "0.00")
    #expect(current["jamforelse.rr.AretsResultat.current.difference"] == "0.00")
    // 50 per cent is kept of what was 60, so a sixth of what was expected of the kept jobs goes,
    // but for the six decimals of factors.
    #expect(try step("correction", current) == 0)
    let kept = try Self.steps.prefix(8).map { try step($0, current) }.reduce(0, +)
    let assumptions = try step("assumptions", current)
    #expect(assumptions < 0 && abs(assumptions + kept / 6) < 10_000)
    // Without the package: restated alone.
    #expect(alone["jamforelse.netto.net.society.previous_filed"] == nil)
    #expect(
      alone["jamforelse.netto.net.society.previous_restated"]
        == current["jamforelse.netto.net.society.previous_restated"])
  }

  private static let steps = [
    "opening", "correction", "interest", "expired", "lost", "held", "records", "values",
    "assumptions", "regained", "new",
  ]

  private func step(_ name: String, _ figures: PackageFigures) throws -> Int {
    try CSVTable.ore(#require(figures["socialbalans.\(name).society"]))
  }

  /// What is assumed of transitions, before and after somebody changes his mind.
  static let changes = [
    ("avtagande:\n      bas: 15 %", "avtagande:\n      bas: 20 %"),
    ("bekräftelsetid: 6 månader", "bekräftelsetid: 3 månader"),
    ("horisont: 5 år", "horisont: 3 år"),
    ("diskonteringsränta:\n    bas: 3,5 %", "diskonteringsränta:\n    bas: 2,5 %"),
  ]

  @Test(
    "what last year assumed values last year's transitions: nothing is corrected, and it closes",
    arguments: changes)
  func assumptionsOfThePackage(old: String, new: String) throws {
    let work = try TemporaryFolder()
    let (filed, current, alone) = try reportWithPackage(work, changing: old, to: new)
    #expect(try step("opening", current) == step("closing", filed))
    #expect(try step("correction", current) == 0)
    #expect(try step("assumptions", current) != 0)
    // Without the package last year's assumptions are taken to be this year's.
    #expect(try step("assumptions", alone) == 0)
    #expect(try step("opening", alone) != step("opening", current))
    #expect(try step("closing", current) == step("closing", alone))
    for figures in [current, alone] {
      #expect(
        try Self.steps.map { try step($0, figures) }.reduce(0, +) == step("closing", figures))
    }
  }

  @Test("an older package without some figures leaves them blank, and says which")
  func olderPackage() throws {
    let work = try TemporaryFolder()
    let sample = Tool.root.appending(path: "samples/bryggan").path
    _ = try Tool.run(["report", sample, "--year", "2024", "--output", "antaget"], in: work.url)
    let file = try WrittenEdition.folder(work, "antaget", "2024").appending(path: "bokslut.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var package = try #require(json as? [String: Any])
    let figures = try #require(package["figures"] as? [[String: Any]])
    package["figures"] = figures.filter { figure in
      let id = figure["id"] as? String ?? ""
      return !["indikator.", "nyckeltal.", "antagande."].contains { id.hasPrefix($0) }
    }
    package["parameters"] = [[String: Any]]()
    try JSONSerialization.data(withJSONObject: package).write(to: file)
    let run = try Tool.run(
      [
        "report", sample, "--output", "ut", "--previous",
        "antaget/bryggan/2024/intern/bokslut.json",
      ], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let output = try WrittenEdition.folder(work, "ut", "2025")
    let rows = try CSVTable(output.appending(path: "csv/arsjamforelse.csv")).rows
    let people = try #require(rows.first { $0["figure"] == "indikator.participants.all" })
    #expect(people["previous_filed"] == "" && people["difference"] == "")
    #expect(people["previous_restated"]?.isEmpty == false)
    let result = try #require(rows.first { $0["figure"] == "rr.AretsResultat.current" })
    #expect(result["previous_filed"] == result["previous_restated"])
    #expect(try rows.allSatisfy { try #require($0["previous_filed"]) != "0" })
    let texts = try WrittenEdition.texts(ofWorkbookIn: output)
    #expect(texts.contains("saknar dessa siffror"))
    #expect(texts.contains("Deltagare under året"))
    #expect(texts.contains("Paketet säger inte vilka antaganden som gällde då"))
  }
}
