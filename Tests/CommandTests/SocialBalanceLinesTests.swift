// The lines of the social balance: checked with a calculator, and reached by explain.

import Figures
import Foundation
import Testing

struct SocialBalanceLinesTests {
  static let samples = ["bryggan", "kafe-kardemumma"]

  @Test(
    "every line is basis x unit value x factor, and an actor's lines are its closing value",
    arguments: samples)
  func closing(sample: String) throws {
    let work = try TemporaryFolder()
    let folder = Tool.root.appending(path: "samples/\(sample)").path
    _ = try Tool.run(["report", folder, "--output", "ut"], in: work.url)
    let csv = work.url.appending(path: "ut/\(sample)/2025/intern/csv")
    let lines = try CSVTable(csv.appending(path: "social-balans-rader.csv")).rows
    #expect(lines.count > 10)
    #expect(lines.compactMap { $0["number"] } == (1...lines.count).map(String.init))
    var balances: [String: Int] = [:]
    for line in lines {
      let factor = try CSVTable.scaled(#require(line["factor"]), decimals: 6)
      let product =
        try Int128(line.ore("basis")) * Int128(line.ore("unit_value")) * Int128(factor)
      let half: Int128 = 50_000_000
      let amount = try line.ore("amount")
      #expect(Int128(amount) == (product + (product < 0 ? -half : half)) / 100_000_000)
      balances[try #require(line["from"]), default: 0] -= amount
      balances[try #require(line["to"]), default: 0] += amount
    }
    let steps = try CSVTable(csv.appending(path: "social-balans.csv")).rows
    let closing = try steps.filter { $0["step"] == "closing" }
      .map { ($0["actor"] ?? "", try $0.ore("amount")) }
    #expect(closing.count > 3)
    #expect(
      Dictionary(uniqueKeysWithValues: closing) == balances.filter { $0.value != 0 })
    // The person's own rows stay in the register.
    let file = try String(
      contentsOf: csv.appending(path: "social-balans-rader.csv"), encoding: .utf8)
    #expect(!file.contains("D0") && !file.contains("overgangar"))
  }

  @Test("every step that moves something leads to lines, records and values", arguments: samples)
  func explained(sample: String) throws {
    let folder = try ExplainedFolder(sample: sample)
    let ids = folder.report.figures.figures.map { (id: $0.id, text: FigureIDText.text($0.id)) }
      .filter { $0.text.hasPrefix("socialbalans.") && $0.text.hasSuffix(".municipality") }
    #expect(ids.count > 4)
    for (id, text) in ids {
      let told = folder.explain(id).lines
      func isTold(_ part: String) -> Bool { told.contains { $0.contains(part) } }
      #expect(isTold("overgangar.csv:"), "\(text)")
      #expect(isTold(" × "), "\(text)")
      #expect(isTold("parameter."), "\(text)")
      if !text.contains(".closing.") {
        #expect(isTold("Värderingen efter steget: "), "\(text)")
      }
    }
    let line = try Tool.run([
      "explain", "samples/\(sample)", "--depth", "alla", "socialbalansrad.1.amount", "--language",
      "en",
    ])
    #expect(line.output.contains("antagande.övergång.avtagande.base"))
    #expect(line.output.contains("antagande.diskonteringsränta.base"))
    #expect(line.output.contains("participant "))
  }
}
