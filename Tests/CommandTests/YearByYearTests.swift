// Other years beside the report's: the same figures as that year's own report, to the öre.

import Foundation
import Testing

struct YearByYearTests {
  static let samples = ["bryggan", "kafe-kardemumma"]

  /// The report of a folder beside the reports of its years one by one; gives how many figures of
  /// earlier years were compared.
  @discardableResult
  private func compareYears(of folder: URL, in work: TemporaryFolder) throws -> Int {
    let run = try Tool.run(["report", folder.path, "--output", "alla"], in: work.url)
    try #require(run.status == 0, "\(run.errors)")
    let id = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: work.url.appending(path: "alla").path
      ).first)
    let latest = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: work.url.appending(path: "alla/\(id)").path
      ).first)
    let all = work.url.appending(path: "alla/\(id)/\(latest)/intern")
    let funders = try CSVTable(all.appending(path: "csv/finansiarer.csv"))
    let figures = try PackageFigures(all.appending(path: "bokslut.json"))
    var compared = 0
    for year in Set(funders.rows.compactMap { $0["year"] }) {
      let alone = "ett-\(year)"
      let run = try Tool.run(
        ["report", folder.path, "--year", year, "--output", alone], in: work.url)
      try #require(run.status == 0, "\(run.errors)")
      let own = try PackageFigures(
        try WrittenEdition.folder(work, alone, year).appending(path: "bokslut.json"))
      let rows = funders.rows.filter { $0["year"] == year }
      for row in rows {
        let (actor, measure) = (try #require(row["actor"]), try #require(row["measure"]))
        let amount = try row.ore("amount")
        let net = try CSVTable.ore(own["netto.net.\(actor)"] ?? "0.00")
        let input = own["netto.public_input.\(actor)"]
        switch measure {
        case "net": #expect(amount == net, "\(year) \(actor)")
        case "paid_in" where input != nil:
          #expect(try amount == CSVTable.ore(input ?? ""), "\(year) \(actor)")
        case "came_back" where input != nil:
          #expect(try amount == net + CSVTable.ore(input ?? ""), "\(year) \(actor)")
        default: break
        }
      }
      // Nobody public with a figure is left out.
      for (id, value) in own.values where id.hasPrefix("netto.public_input.") && value != "0.00" {
        let actor = id.dropFirst("netto.public_input.".count)
        #expect(
          rows.contains { $0["actor"] == String(actor) && $0["measure"] == "paid_in" }, "\(id)")
      }
      guard year != latest else { continue }
      for (id, value) in figures.values
      where id.hasPrefix("jamforelse.") && id.hasSuffix(".previous_restated") {
        let name = String(id.dropFirst("jamforelse.".count).dropLast(".previous_restated".count))
        #expect(own[name] == value, "\(name)")
        compared += 1
      }
    }
    return compared
  }

  @Test(
    "each year of the tables is that year's own report, to the öre", arguments: samples)
  func samplesAgree(sample: String) throws {
    let work = try TemporaryFolder()
    let folder = Tool.root.appending(path: "samples/\(sample)")
    #expect(try compareYears(of: folder, in: work) > 20)
  }

  @Test(
    "so it is for random enterprises of two years", arguments: ["3", "8", "21", "55"])
  func randomEnterprisesAgree(seed: String) throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "foretag")
    let made = try Judge.python([
      "Tests/Judges/random_enterprise.py", seed, folder.path, "--kinds", "LCAODUT", "--two-years",
    ])
    try #require(made.status == 0, "\(made.output)")
    #expect(try compareYears(of: folder, in: work) > 10)
  }

  @Test("a fault of an earlier year is a warning that names it, and the year's report is written")
  func faultOfAnEarlierYear() throws {
    let work = try TemporaryFolder()
    let copy = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "samples/bryggan"), to: copy)
    let settings = copy.appending(path: "dualbokslut.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    let value = "värde: 9650\n    enhet: kr/månad\n    från: 2024-01-01"
    try #require(text.contains(value))
    // The value of 2024 is from July on only.
    try Data(
      text.replacing(value, with: value.replacing("2024-01-01", with: "2024-07-01")).utf8
    ).write(to: settings)
    let run = try Tool.run(
      ["report", "bryggan", "--output", "ut", "--verbose"], in: work.url)
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "warning[KAL031]: Året 2024 kan inte räknas om: Värdet ”försörjningsstöd” saknas"))
    #expect(!run.errors.contains("error["))
    let output = try WrittenEdition.folder(work, "ut", "2025")
    let funders = try CSVTable(output.appending(path: "csv/finansiarer.csv"))
    #expect(Set(funders.rows.compactMap { $0["year"] }) == ["2025"])
    #expect(try CSVTable(output.appending(path: "csv/arsjamforelse.csv")).rows.isEmpty)
    #expect(
      try WrittenEdition.texts(ofWorkbookIn: output).contains(
        "2024 kan inte räknas om och är inte med här"))
    // Only what the year's own figures need stops a report.
    #expect(
      try Tool.run(["report", "bryggan", "--year", "2024", "--output", "24"], in: work.url)
        .status == 65)
  }

  @Test("a year that only another file's balances speak of is named and left out")
  func yearWithoutFile() throws {
    let work = try TemporaryFolder()
    let sample = Tool.root.appending(path: "samples/bryggan").path
    _ = try Tool.run(["report", sample, "--output", "ut"], in: work.url)
    let output = try WrittenEdition.folder(work, "ut", "2025")
    let funders = try CSVTable(output.appending(path: "csv/finansiarer.csv"))
    #expect(Set(funders.rows.compactMap { $0["year"] }) == ["2025", "2024"])
    #expect(
      try WrittenEdition.texts(ofWorkbookIn: output).contains(
        "2023 har ingen egen SIE-fil bland filerna"))
  }

  @Test("without assumptions only what was paid in is shown, every year")
  func partial() throws {
    let work = try TemporaryFolder()
    let copy = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "samples/bryggan"), to: copy)
    let settings = copy.appending(path: "dualbokslut.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    let start = try #require(text.range(of: "\nantaganden:\n"))
    let end = try #require(text.range(of: "\nvärden:\n"))
    try Data(text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "").utf8)
      .write(to: settings)
    let run = try Tool.run(["report", "bryggan", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let output = try WrittenEdition.folder(work, "ut", "2025")
    let rows = try CSVTable(output.appending(path: "csv/finansiarer.csv")).rows
    #expect(Set(rows.compactMap { $0["measure"] }) == ["paid_in"])
    #expect(Set(rows.compactMap { $0["year"] }) == ["2025", "2024"])
    let compared = try CSVTable(output.appending(path: "csv/arsjamforelse.csv")).rows
      .compactMap { $0["figure"] }
    #expect(compared.contains("netto.public_input.public"))
    #expect(!compared.contains { $0.hasPrefix("netto.net.") || $0.hasPrefix("netto.gross.") })
  }

  @Test("figures of every year lead on: this year's to its tree, an earlier year's to its lines")
  func explained() throws {
    let own = try Tool.run([
      "explain", "samples/bryggan", "--depth", "alla", "finansiar.2025.municipality.came_back",
    ])
    #expect(own.output.contains("netto.net.municipality = "))
    #expect(own.output.contains("Poster i registret:"))
    let earlier = try Tool.run([
      "explain", "samples/bryggan", "--depth", "alla", "finansiar.2024.municipality.net",
    ])
    #expect(earlier.output.contains("A 1 Upphört försörjningsstöd, anställning, från Individ till"))
    #expect(
      earlier.output.contains("dualbokslut explain MAPP netto.net.municipality --year 2024"))
    // The lines are the figure: what the actor received less what it gave.
    let amounts = try earlier.output.split(separator: "\n").dropFirst().compactMap {
      line -> Int? in
      let pattern = /från (.+) till (.+): (\u{2212}?)([\d ]+),(\d\d) kr$/
      guard let found = line.firstMatch(of: pattern) else { return nil }
      let digits = found.4.filter(\.isNumber) + found.5
      let amount = try #require(Int(digits)) * (found.3.isEmpty ? 1 : -1)
      return found.2 == "Kommun" ? amount : -amount
    }
    #expect(amounts.count > 10)
    let shown = try #require(earlier.output.firstMatch(of: /= (\u{2212}?)([\d ]+),(\d\d) kr/))
    let net =
      try #require(Int(shown.2.filter(\.isNumber) + shown.3)) * (shown.1.isEmpty ? 1 : -1)
    #expect(amounts.reduce(0, +) == net)
    let restated = try Tool.run([
      "explain", "samples/bryggan", "--depth", "alla",
      "jamforelse.indikator.participants.all.previous_restated",
      "--language", "en",
    ])
    #expect(
      restated.output.contains("dualbokslut explain DIR indikator.participants.all --year 2024"))
  }
}
