// Rules of `kopplingar` that do nothing are told of, and silence no other check.

import Foundation
import Testing

struct LinkUseTests {
  private func check(
    _ work: TemporaryFolder, settings: @escaping (String) -> String,
    books: @escaping (String) -> String = { $0 }
  ) throws -> Tool.Outcome {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    for (name, change) in [("dualbokslut.yaml", settings), ("bokforing/2025.se", books)] {
      let file = folder.appending(path: name)
      try change(String(contentsOf: file, encoding: .utf8))
        .write(to: file, atomically: true, encoding: .utf8)
    }
    return try Tool.run(["check", "DIR"], in: work.url)
  }

  /// What is told of the rules, in order.
  private func told(_ run: Tool.Outcome) -> [String] {
    run.errors.matches(of: /(?m)\[(KAL0(?:05|5[2-7])|SET03\d)\]/).map { String($0.1) }
  }

  /// The books have 3040; a rule for its neighbour does not stand for it.
  @Test("a rule that meets no account with an amount does not silence the places' check")
  func places() throws {
    for accounts in ["3041", "3041-3049", "3050-3060", "3041, 3045-3047"] {
      let work = try TemporaryFolder()
      let run = try check(work) { $0.replacing("3040-3049", with: accounts) }
      #expect(run.status == 65 && told(run) == ["KAL005", "KAL052"], "\(run.errors)")
      #expect(run.errors.contains("Menades 3040?"))
    }
    // Nobody pays: then nothing is amiss but the rule itself.
    let work = try TemporaryFolder()
    let run = try check(work) {
      $0.replacing("3040-3049", with: "3041").replacing(": betalda", with: ": obetalda")
    }
    #expect(run.status == 0 && told(run) == ["KAL052"], "\(run.errors)")
  }

  /// Each with what is told; the object stands on the postings of 3040.
  private static let rules: [(rule: String, told: [String])] = [
    ("  - konton: 3986\n    slag: bidrag\n    aktör: kommun\n", ["KAL052"]),
    ("  - konton: 3985, 3988\n    slag: lönestöd\n", ["KAL057"]),
    ("  - konton: 3988\n    slag: lönestöd\n", []),
    ("  - konton: 7000-7099\n    slag: löner\n", []),
    ("  - konton: 6000-6999\n    slag: inköp\n", ["KAL052"]),
    ("  - objekt:\n      dimension: 6\n      kod: P12\n    slag: bidrag\n", []),
    ("  - objekt:\n      dimension: 6\n      kod: p12\n    slag: bidrag\n", ["KAL053"]),
    ("  - objekt:\n      dimension: 1\n      kod: P12\n    slag: bidrag\n", ["KAL054"]),
    (
      "  - objekt:\n      dimension: 6\n      kod: P12\n    konton: 5000-5999\n    slag: inköp\n",
      ["KAL055"]
    ),
    ("  - konton: 3000-3099\n    slag: försäljning\n", ["SET038", "SET038"]),
    ("  - konton: 3040-3045\n    slag: träningsplatser\n    aktör: kommun\n", ["KAL056"]),
    ("  - konton: 3100-3010\n    slag: bidrag\n", ["SET031"]),
    ("  - konton: 1510\n    slag: bidrag\n", ["SET032"]),
    (
      "  - konton: 3010-3014\n    slag: bidrag\n  - konton: 3015-3019\n    slag: bidrag\n",
      ["KAL052", "SET038"]
    ),
  ]

  @Test("what a rule written first does, and what it leaves to the others", arguments: rules)
  func rule(rule: String, told expected: [String]) throws {
    let work = try TemporaryFolder()
    let run = try check(
      work, settings: { $0.replacing("kopplingar:\n", with: "kopplingar:\n\(rule)") },
      books: { $0.replacing("#TRANS 3040 {}", with: "#TRANS 3040 {6 P12}") })
    #expect(told(run).sorted() == expected, "\(run.errors)")
    #expect(run.status == (expected.contains("SET031") || expected.contains("SET032") ? 65 : 0))
  }

  @Test("an idle rule stands in the report's reconciliation, without its account")
  func onPaper() throws {
    let work = try TemporaryFolder()
    _ = try check(work) { $0.replacing("3010-3019", with: "3011-3019") }
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    let rows = try CSVTable(edition.appending(path: "csv/avstamning.csv")).rows
    let row = try #require(rows.first { $0["code"] == "KAL052" })
    #expect(row["text"]?.contains("3011") == false)
  }
}
