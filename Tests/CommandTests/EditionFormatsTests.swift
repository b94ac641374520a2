// The samples' editions, read back: every format says the same, and other programs agree.

import Foundation
import Testing

@Suite struct EditionFormatsTests {
  private static let samples = [
    ("bryggan", "2025"), ("kafe-kardemumma", "2025"), ("tradgardsvagnen", "2025"),
    ("hjulverkstan", "2025"),
  ]

  private func edition(_ sample: (String, String), in work: TemporaryFolder) throws -> URL {
    let folder = Tool.root.appending(path: "samples/\(sample.0)").path
    let run = try Tool.run(["report", folder, "--output", "ut"], in: work.url)
    try #require(run.status == 0, "\(run.errors)")
    return work.url.appending(path: "ut/\(sample.0)/\(sample.1)/intern")
  }

  @Test("P10: workbook, CSV, bokslut.json, SIE and journal say the same, to the öre")
  func formats() throws {
    for sample in Self.samples {
      let work = try TemporaryFolder()
      let edition = try edition(sample, in: work)
      let judged = try Judge.python(["Tests/Judges/formats.py", edition.path])
      #expect(judged.status == 0, "\(judged.output)")
      #expect(judged.output.contains(" 0 differences"))
    }
  }

  @Test("P10 holds for random enterprises too", arguments: 1...8)
  func randomFormats(seed: Int) throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "foretag")
    let made = try Judge.python([
      "Tests/Judges/random_enterprise.py", "\(seed)", folder.path, "--two-years",
    ])
    try #require(made.status == 0, "\(made.output)")
    let run = try Tool.run(["report", folder.path, "--output", "ut"], in: work.url)
    try #require(run.status == 0, "\(run.errors)")
    let output = work.url.appending(path: "ut")
    let package = FileManager.default.enumerator(at: output, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.first { $0.lastPathComponent == "bokslut.json" }
    let edition = try #require(package).deletingLastPathComponent()
    let judged = try Judge.python(["Tests/Judges/formats.py", edition.path])
    #expect(judged.status == 0, "\(judged.output)")
    let figures = judged.output.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(figures > 500 && judged.output.contains(" 0 differences"), "\(judged.output)")
  }

  @Test(
    "LibreOffice computes every formula of the workbooks to the value that stands in the file",
    .enabled(if: Judge.has("soffice"), "LibreOffice is not installed (scripts/setup test)"))
  func libreOffice() throws {
    for sample in Self.samples {
      let work = try TemporaryFolder()
      let name = "tva-bokslut-\(sample.0)-\(sample.1)-intern.xlsx"
      let workbook = try edition(sample, in: work).appending(path: name)
      let judged = try Judge.python(["Tests/Judges/workbook.py", workbook.path])
      #expect(judged.status == 0, "\(judged.output)")
      #expect(judged.output.contains(" 0 cells differ"))
      #expect(!judged.output.contains(" 0 formulas"))
    }
  }

  @Test(
    "hledger's balance of every actor is our net, and of every cell the actor matrix",
    .enabled(if: Judge.has("hledger"), "hledger is not installed (scripts/setup test)"))
  func hledger() throws {
    for sample in Self.samples {
      let work = try TemporaryFolder()
      let edition = try edition(sample, in: work)
      // A partial report knows of no net, only of what the ledger moved.
      let measure = sample.0 == "hjulverkstan" ? "ledger" : "net"
      let nets = try CSVTable(edition.appending(path: "csv/netto.csv")).rows
        .filter { $0["measure"] == measure && !["public", "society"].contains($0["actor"]) }
      let balances = try hledgerBalances(edition, ["--depth", "1"])
      #expect(balances.count == nets.count)
      for row in nets {
        #expect(try balances[#require(row["actor"])] == row.ore("amount"), "\(row.fields)")
      }
      let cells = try hledgerBalances(edition, [])
      let matrix = try CSVTable(edition.appending(path: "csv/aktorsmatris.csv")).rows
      #expect(cells.count == matrix.count)
      for row in matrix {
        let account = ["actor", "series", "kind", "outcome"].compactMap { row[$0] }
          .filter { !$0.isEmpty }.joined(separator: ":")
        #expect(try cells[account] == row.ore("amount"), "\(account)")
      }
    }
  }

  private func hledgerBalances(
    _ edition: URL, _ options: [String]
  ) throws -> [String: Int] {
    let told = try Judge.run(
      ["hledger", "-f", "andra-bokslutet.journal", "balance", "--flat", "-N", "-O", "csv"]
        + options, in: edition)
    try #require(told.status == 0, "\(told.output)")
    var balances: [String: Int] = [:]
    for line in told.output.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
      let amount = try #require(fields.last?.split(separator: " ").first)
      balances[try #require(fields.first)] = try CSVTable.ore(String(amount))
    }
    return balances
  }

  @Test("the books and both ledgers are named in bokslut.json; no voucher text is anywhere")
  func booksAreNamed() throws {
    let work = try TemporaryFolder()
    let edition = try edition(("bryggan", "2025"), in: work)
    let package = try String(
      contentsOf: edition.appending(path: "bokslut.json"), encoding: .utf8)
    for name in [
      "csv/verifikationslista.csv", "csv/huvudbok.csv", "andra-bokslutet.se",
      "andra-bokslutet.journal", "csv/flerarsoversikt.csv", "csv/eget-kapital.csv",
      "csv/nyckeltal.csv", "csv/intaktsslag.csv", "csv/ingaende-balans.csv",
    ] {
      #expect(package.contains("\"\(name)\""), "\(name)")
    }
    let sie = try Data(
      contentsOf: Tool.root.appending(path: "samples/bryggan/bokforing/2025.se"))
    let listed =
      try String(
        contentsOf: edition.appending(path: "csv/verifikationslista.csv"), encoding: .utf8)
      + String(contentsOf: edition.appending(path: "csv/huvudbok.csv"), encoding: .utf8)
    var texts: Set<String> = []
    for line in String(decoding: sie, as: UTF8.self).split(whereSeparator: \.isNewline)
    where line.hasPrefix("#VER") {
      let quoted = line.split(separator: Character("\""), omittingEmptySubsequences: false)
      // A text as long as this is no account's name by chance.
      if quoted.count > 1, quoted[quoted.count - 2].count > 24 {
        texts.insert(String(quoted[quoted.count - 2]))
      }
    }
    #expect(texts.count > 100)
    for text in texts { #expect(!listed.contains(text), "\(text)") }
  }

  @Test("every account of huvudbok runs from opening to closing balance, posting by posting")
  func generalLedger() throws {
    let work = try TemporaryFolder()
    let edition = try edition(("kafe-kardemumma", "2025"), in: work)
    let ledger = try CSVTable(edition.appending(path: "csv/huvudbok.csv")).rows
    let vouchers = try CSVTable(edition.appending(path: "csv/verifikationslista.csv")).rows
    var running = 0
    var result = 0
    for row in ledger {
      switch row["row"] {
      case "opening": running = try row.ore("balance")
      case "posting", "without-voucher": running += try row.ore("amount")
      default:
        let account = try #require(row["account"])
        if account >= "3", account < "899" { result -= running }
      }
      #expect(try row.ore("balance") == running, "\(row.fields)")
    }
    #expect(ledger.filter { $0["row"] == "posting" }.count == vouchers.count)
    // Series and number by number: every voucher sums to zero.
    let sums = try Dictionary(grouping: vouchers) {
      "\($0["series"] ?? "") \($0["number"] ?? "")"
    }.mapValues { try $0.map { try $0.ore("amount") }.reduce(0, +) }
    #expect(sums.count > 300)
    #expect(sums.values.allSatisfy { $0 == 0 })
    let statement = try CSVTable(edition.appending(path: "csv/resultatrakning.csv")).rows
    let printed = try #require(statement.first { $0["row_id"] == "AretsResultat" })
    #expect(try printed.ore("current") == result)
  }

  @Test("several years, equity and income by kind tie to the statements and the actor matrix")
  func overview() throws {
    for sample in Self.samples {
      let work = try TemporaryFolder()
      let csv = try edition(sample, in: work).appending(path: "csv")
      func table(_ name: String) throws -> [CSVTable.Row] {
        try CSVTable(csv.appending(path: "\(name).csv")).rows
      }
      let years = try table("flerarsoversikt")
      // Two files, of which the older one speaks of the year before it as well; or one that does;
      // or two that do not.
      let speaksOfThree = ["bryggan", "kafe-kardemumma"].contains(sample.0)
      #expect(
        years.map { $0["year"] }
          == (speaksOfThree ? ["2025", "2024", "2023"] : ["2025", "2024"]))
      let income = try table("resultatrakning")
      let sales = try #require(income.first { $0["row_id"] == "Nettoomsattning" })
      #expect(try years[0].ore("net_sales") == sales.ore("current"))
      #expect(try years[1].ore("net_sales") == sales.ore("previous"))
      for row in try table("eget-kapital") {
        let parts = try [
          "opening", "disposition", "contributions", "dividend", "other", "year_result",
        ]
        .map { try row.ore($0) }
        #expect(try parts.reduce(0, +) == row.ore("closing"))
      }
      let total = try table("eget-kapital").last
      #expect(try total?.ore("closing") == years[0].ore("equity"))
      #expect(try total?.ore("opening") == years[1].ore("equity"))
      let matrix = try table("aktorsmatris")
      for row in try table("intaktsslag") where row["kind"] != "reconciling" {
        let cell = matrix.first {
          $0["series"] == "L" && $0["kind"] == row["kind"] && $0["actor"] == "enterprise"
        }
        #expect(try cell?.ore("amount") == row.ore("amount"))
      }
    }
  }

  @Test("an account that opens otherwise than it closed is listed, and the check warns")
  func openingDifference() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(at: Tool.root.appending(path: "samples/bryggan"), to: folder)
    let file = folder.appending(path: "bokforing/2024.se")
    let text = try String(contentsOf: file, encoding: .isoLatin1)
    let line = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("#UB 0 1930 ") })
    let balance = try #require(line.split(separator: " ").last)
    let changed = text.replacing(line, with: "#UB 0 1930 \(balance.dropLast(3)).99")
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .isoLatin1)
    let run = try Tool.run(["report", "bryggan", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let csv = work.url.appending(path: "ut/bryggan/2025/intern/csv")
    let listed = try CSVTable(csv.appending(path: "ingaende-balans.csv")).rows
    #expect(listed.map { $0["account"] } == ["1930"])
    let check = try CSVTable(csv.appending(path: "avstamning.csv")).rows
      .first { $0["check"] == "opening-balance" }
    #expect(check?["outcome"] == "warning")
    let difference = try #require(listed.first).ore("difference")
    // 1930 is in debit both days: what the sums differ by is what it opens with less.
    #expect(try check?.ore("difference") == difference)
  }
}
