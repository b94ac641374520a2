// Income by kind and by channel, and the costs behind the indicators, are the income statement's.

import Foundation
import Testing

struct IncomeTiesTests {
  private func csv(
    of folder: String, in work: TemporaryFolder
  ) throws -> (String) throws -> [CSVTable.Row] {
    let run = try Tool.run(["report", folder, "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    return { try CSVTable(edition.appending(path: "csv/\($0).csv")).rows }
  }

  private func checkTies(_ table: (String) throws -> [CSVTable.Row]) throws {
    let income = try #require(
      try table("resultatrakning").first {
        $0["row_id"] == "RorelseintakterLagerforandringarMm"
      }
    ).ore("current")
    for name in ["kanaler", "intaktsslag"] {
      #expect(try table(name).map { try $0.ore("amount") }.reduce(0, +) == income, "\(name)")
    }
    for check in ["income-kinds", "income-channels"] {
      let row = try #require(try table("avstamning").first { $0["check"] == check })
      #expect(try row.ore("right") == income)
      #expect(row["difference"] == "0.00" && row["outcome"] == "ok")
    }
  }

  @Test(
    "in every sample",
    arguments: ["bryggan", "hjulverkstan", "kafe-kardemumma", "tradgardsvagnen"])
  func samples(name: String) throws {
    let work = try TemporaryFolder()
    try checkTies(try csv(of: Tool.root.appending(path: "samples/\(name)").path, in: work))
  }

  /// Lines of the base SIE file put another way, and the kopplingar that go with them.
  private func changed(
    account: String, name: String, amount: Int, kind: String, in work: TemporaryFolder
  ) throws -> (String) throws -> [CSVTable.Row] {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let file = folder.appending(path: "bokforing/2025.se")
    var text = try String(contentsOf: file, encoding: .isoLatin1)
    // The account takes its amount from sales, so that the result stands.
    text = text.replacing(
      "#RES 0 3010 -570000.00", with: "#RES 0 3010 \(-570_000 - amount).00")
    text = text.replacing(
      "#RES 0 7010 500000.00", with: "#RES 0 7010 500000.00\n#RES 0 \(account) \(amount).00")
    text = text.replacing(
      "#KONTO 7010", with: "#KONTO \(account) \"\(name)\"\n#KONTO 7010")
    text +=
      "#VER A 8 20251130 \"Omforing\"\n{\n  #TRANS \(account) {} \(amount).00\n"
      + "  #TRANS 3010 {} \(-amount).00\n}\n"
    try text.write(to: file, atomically: true, encoding: .isoLatin1)
    let settings = folder.appending(path: "dualbokslut.yaml")
    let yaml = try String(contentsOf: settings, encoding: .utf8)
    try yaml.replacing(
      "kopplingar:\n", with: "kopplingar:\n  - konton: \(account)\n    slag: \(kind)\n"
    ).write(to: settings, atomically: true, encoding: .utf8)
    return try csv(of: "DIR", in: work)
  }

  /// New start jobs credited among personnel costs are wage subsidies by kind, and a lower cost in
  /// the statement: the reconciling row takes them off income, and adds them to no cost.
  @Test("new start jobs on class 7 are reconciled")
  func newStartJobs() throws {
    let work = try TemporaryFolder()
    let table = try changed(
      account: "7519", name: "Nystartsjobb", amount: -30_000, kind: "lönestöd", in: work)
    try checkTies(table)
    for (name, id) in [
      ("kanaler", ("channel", "avstämning")), ("intaktsslag", ("kind", "reconciling")),
    ] {
      let row = try #require(try table(name).first { $0[id.0] == id.1 }, "\(name)")
      #expect(try row.ore("amount") == -3_000_000)
    }
  }

  /// A cost kind booked in class 3, income booked in class 8, and income of another kind of row.
  @Test(
    "so is whatever stands in other rows than its kind's",
    arguments: [
      ("3740", 5_000, "inköp"), ("8310", -7_000, "försäljning"), ("5990", -900, "bidrag"),
    ])
  func siblings(account: String, amount: Int, kind: String) throws {
    let work = try TemporaryFolder()
    try checkTies(
      try changed(account: account, name: "Konto", amount: amount, kind: kind, in: work))
  }

  @Test("bought places are a channel of their own unless a rule names another")
  func boughtPlaces() throws {
    let work = try TemporaryFolder()
    let table = try csv(of: Tool.root.appending(path: "samples/bryggan").path, in: work)
    let places = try #require(
      try table("kanaler").first { $0["channel"] == "köpta träningsplatser" })
    let kind = try #require(try table("intaktsslag").first { $0["kind"] == "placementFee" })
    #expect(try places.ore("amount") == kind.ore("amount"))
  }
}
