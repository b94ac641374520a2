// The first bokslut of every sample: all three legal forms, no warning, and both years tie.

import Foundation
import Testing

@Suite struct SampleStatementsTests {
  /// Every folder of samples/ that holds settings.
  static let samples: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Tool.root.appending(path: "samples").path)) ?? [])
    .filter {
      FileManager.default.fileExists(
        atPath: Tool.root.appending(path: "samples/\($0)/dualbokslut.yaml").path)
    }.sorted()

  private func edition(_ sample: String, in work: TemporaryFolder) throws -> URL {
    let folder = Tool.root.appending(path: "samples/\(sample)").path
    let run = try Tool.run(["report", folder, "--output", "ut", "--strict"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    return work.url.appending(path: "ut/\(sample)/2025/intern/csv")
  }

  @Test func everyLegalFormHasASample() throws {
    let forms = try Self.samples.map { sample in
      let settings = try String(
        contentsOf: Tool.root.appending(path: "samples/\(sample)/dualbokslut.yaml"),
        encoding: .utf8)
      return ["ekonomisk förening", "ideell förening", "aktiebolag"]
        .first { settings.contains("\n  form: \($0)\n") } ?? ""
    }
    #expect(Set(forms) == ["ekonomisk förening", "ideell förening", "aktiebolag"])
  }

  @Test("a sample's statements tie in both years, without a warning", arguments: samples)
  func ties(sample: String) throws {
    let work = try TemporaryFolder()
    let folder = try edition(sample, in: work)
    func rows(_ name: String) throws -> [String: (current: Int, previous: Int)] {
      var rows: [String: (current: Int, previous: Int)] = [:]
      for row in try CSVTable(folder.appending(path: "\(name).csv")).rows {
        let id = try #require(row["row_id"])
        rows[id] = (try row.ore("current"), try row.ore("previous"))
      }
      return rows
    }
    let income = try rows("resultatrakning")
    let balance = try rows("balansrakning")
    for year in [\(current: Int, previous: Int).current, \.previous] {
      let result = try #require(income["AretsResultat"])[keyPath: year]
      #expect(result != 0)
      #expect(balance["AretsResultatEgetKapital"]?[keyPath: year] == result)
      let assets = try #require(balance["Tillgangar"])[keyPath: year]
      #expect(assets > 0)
      #expect(balance["EgetKapitalSkulder"]?[keyPath: year] == assets)
    }
    #expect(balance["own.differens"] == nil)
  }

  @Test func anAssociationHasItsOwnRowsAndItsOwnChoice() throws {
    let work = try TemporaryFolder()
    let folder = try edition("tradgardsvagnen", in: work)
    let income = try CSVTable(folder.appending(path: "resultatrakning.csv")).rows
    func ore(_ id: String) throws -> Int? {
      try income.first { $0["row_id"] == id }.map { try $0.ore("current") }
    }
    #expect(try ore("own.medlemsavgifter") == 1_040_000)
    #expect(try ore("own.gavor") == 510_000)
    #expect(try ore("own.bidrag") == 53_800_000)
    // 6993, which the layout puts among Övriga externa kostnader.
    #expect(try ore("OvrigaRorelsekostnader") == -700_000)
    let choices = try CSVTable(folder.appending(path: "antaganden.csv")).rows
      .filter { $0["id"] == "uppställning.6993" }
    #expect(choices.map { $0["value"] } == ["OvrigaRorelsekostnader"])
    #expect(choices.map { $0["used_by"] } == ["resultatrakning"])
  }

  @Test func aCompanyWithoutRegisterHasNothingToReconcileWithIt() throws {
    let work = try TemporaryFolder()
    let folder = try edition("hjulverkstan", in: work)
    let checks = try CSVTable(folder.appending(path: "avstamning.csv")).rows.map { $0["check"] }
    #expect(
      checks == [
        "balance-sheet", "balance-sheet-previous", "result-column", "income-kinds",
        "income-channels", "contribution-rate", "opening-balance", "vouchers",
      ])
  }
}
