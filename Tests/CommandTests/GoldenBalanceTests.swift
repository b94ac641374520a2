// What `balance` shows of every SIE fixture, kept under Tests/Goldens; `make goldens` rewrites it.

import Foundation
import Testing

struct GoldenBalanceTests {
  private static let goldens = Tool.root.appending(path: "Tests/Goldens/balance")

  /// The fixtures by name: one a vendor's style or deviation.
  static let fixtures: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Tool.fixtures.appending(path: "SIE").path)) ?? [])
    .filter { $0.hasSuffix(".se") || $0.hasSuffix(".si") }.sorted()

  @Test("balance shows a fixture and what is odd about it as before", arguments: fixtures)
  func balance(name: String) throws {
    let run = try Tool.run(["balance", name], in: Tool.fixtures.appending(path: "SIE"))
    let found = run.output + (run.errors.isEmpty ? "" : "\n" + run.errors)
    let golden = Self.goldens.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["DUALBOKSLUT_REWRITE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: Self.goldens, withIntermediateDirectories: true)
      try Data(found.utf8).write(to: golden)
    }
    #expect(run.status == 0)
    #expect(try String(contentsOf: golden, encoding: .utf8) == found)
  }

  @Test("every golden has its fixture")
  func complete() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.goldens.path)
    #expect(kept.sorted() == Self.fixtures.map { "\($0).txt" }.sorted())
    #expect(Self.fixtures.contains { $0.hasPrefix("style-") })
  }
}
