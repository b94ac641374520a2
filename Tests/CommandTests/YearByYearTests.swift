// Other years beside the report's: the same figures as that year's own report, to the öre.

import Foundation
import Testing

struct YearByYearTests {
  static let samples = ["bryggan", "kafe-kardemumma"]

  private func edition(_ work: TemporaryFolder, _ root: String, _ year: String) throws -> URL {
    let folder = work.url.appending(path: root)
    let id = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    return folder.appending(path: "\(id)/\(year)/intern")
  }

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
      let own = try PackageFigures(try edition(work, alone, year).appending(path: "bokslut.json"))
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
    "so it is for random enterprises of two years", arguments: ["3", "8", "14", "21", "34", "55"])
  func randomEnterprisesAgree(seed: String) throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "foretag")
    let made = try Judge.python([
      "Tests/Judges/random_enterprise.py", seed, folder.path, "--kinds", "LCAODUT", "--two-years",
    ])
    try #require(made.status == 0, "\(made.output)")
    #expect(try compareYears(of: folder, in: work) > 10)
  }

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
      return try PackageFigures(try edition(work, output, year).appending(path: "bokslut.json"))
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
    // Without the package: restated alone.
    #expect(alone["jamforelse.netto.net.society.previous_filed"] == nil)
    #expect(
      alone["jamforelse.netto.net.society.previous_restated"]
        == current["jamforelse.netto.net.society.previous_restated"])
  }

  @Test("what last year assumed values last year's transitions; the change is the step assumptions")
  func assumptionsStep() throws {
    let work = try TemporaryFolder()
    let (filed, current, alone) = try reportWithPackage(
      work, changing: "bas: 40 %\n      låg: 25 %", to: "bas: 50 %\n      låg: 25 %")
    func step(_ name: String, _ figures: PackageFigures) throws -> Int {
      try CSVTable.ore(#require(figures["socialbalans.\(name).society"]))
    }
    let adopted = try step("closing", filed)
    #expect(try step("opening", current) == adopted)
    // V0 with last year's assumptions is what was adopted: nothing was wrong then.
    #expect(try step("correction", current) == 0)
    let assumptions = try step("assumptions", current)
    #expect(assumptions < 0)
    // Without the package last year's assumptions are taken to be this year's.
    #expect(try step("assumptions", alone) == 0)
    #expect(try step("opening", alone) < adopted)
    #expect(try step("closing", current) == step("closing", alone))
    let names = [
      "opening", "correction", "interest", "expired", "lost", "held", "records", "values",
      "assumptions", "regained", "new",
    ]
    #expect(
      try names.map { try step($0, current) }.reduce(0, +) == step("closing", current))
    // What is kept of a flow falls from 60 to 50 per cent, so the kept jobs lose a sixth, but for
    // the rounding of factors.
    let kept = try names.prefix(8).map { try step($0, current) }.reduce(0, +)
    #expect(abs(assumptions + kept / 6) < 10_000)
  }

  @Test("an older package without some figures leaves them blank, and says which")
  func olderPackage() throws {
    let work = try TemporaryFolder()
    let sample = Tool.root.appending(path: "samples/bryggan").path
    _ = try Tool.run(["report", sample, "--year", "2024", "--output", "antaget"], in: work.url)
    let file = try edition(work, "antaget", "2024").appending(path: "bokslut.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var package = try #require(json as? [String: Any])
    let figures = try #require(package["figures"] as? [[String: Any]])
    package["figures"] = figures.filter { figure in
      let id = figure["id"] as? String
      return id != "netto.net.municipality" && id?.hasPrefix("indikator.") == false
    }
    package["parameters"] = [[String: Any]]()
    try JSONSerialization.data(withJSONObject: package).write(to: file)
    let run = try Tool.run(
      [
        "report", sample, "--output", "ut", "--previous",
        "antaget/bryggan/2024/intern/bokslut.json",
      ], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let output = try edition(work, "ut", "2025")
    let rows = try CSVTable(output.appending(path: "csv/arsjamforelse.csv")).rows
    let municipality = try #require(rows.first { $0["figure"] == "netto.net.municipality" })
    #expect(municipality["previous_filed"] == "" && municipality["difference"] == "")
    #expect(municipality["previous_restated"]?.isEmpty == false)
    let result = try #require(rows.first { $0["figure"] == "rr.AretsResultat.current" })
    #expect(result["previous_filed"] == result["previous_restated"])
    #expect(try rows.allSatisfy { try #require($0["previous_filed"]) != "0" })
    let texts = try texts(ofWorkbookIn: output)
    #expect(texts.contains("saknar dessa siffror"))
    #expect(texts.contains("Netto: Kommun; Deltagare under året"))
    #expect(texts.contains("Paketet säger inte vilka antaganden som gällde då"))
  }

  private func texts(ofWorkbookIn edition: URL) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: edition.path)
    let workbook = try #require(names.first { $0.hasSuffix(".xlsx") })
    return try Judge.python([
      "-c",
      "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('xl/sharedStrings.xml').decode())",
      edition.appending(path: workbook).path,
    ]).output
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
    let output = try edition(work, "ut", "2025")
    let funders = try CSVTable(output.appending(path: "csv/finansiarer.csv"))
    #expect(Set(funders.rows.compactMap { $0["year"] }) == ["2025"])
    #expect(try CSVTable(output.appending(path: "csv/arsjamforelse.csv")).rows.isEmpty)
    #expect(
      try texts(ofWorkbookIn: output).contains("2024 kan inte räknas om och är inte med här"))
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
    let output = try edition(work, "ut", "2025")
    let funders = try CSVTable(output.appending(path: "csv/finansiarer.csv"))
    #expect(Set(funders.rows.compactMap { $0["year"] }) == ["2025", "2024"])
    #expect(
      try texts(ofWorkbookIn: output).contains("2023 har ingen egen SIE-fil bland filerna"))
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
    let output = try edition(work, "ut", "2025")
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
    let own = try Tool.run(["explain", "samples/bryggan", "finansiar.2025.municipality.came_back"])
    #expect(own.output.contains("netto.net.municipality = "))
    #expect(own.output.contains("Poster i registret:"))
    let earlier = try Tool.run(["explain", "samples/bryggan", "finansiar.2024.municipality.net"])
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
      "explain", "samples/bryggan", "jamforelse.indikator.participants.all.previous_restated",
      "--language", "en",
    ])
    #expect(
      restated.output.contains("dualbokslut explain DIR indikator.participants.all --year 2024"))
  }
}
