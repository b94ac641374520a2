// What `balance` shows of every SIE fixture, kept under Tests/Goldens; `make goldens` rewrites it.

import Foundation
import Testing

struct GoldenBalanceTests {
  private static let rewrites =
    ProcessInfo.processInfo.environment["DUALBOKSLUT_REWRITE_GOLDENS"] != nil
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
    if Self.rewrites {
      try FileManager.default.createDirectory(
        at: Self.goldens, withIntermediateDirectories: true)
      try Data(found.utf8).write(to: golden)
    }
    #expect(run.status == 0)
    #expect(try String(contentsOf: golden, encoding: .utf8) == found)
  }

  @Test("every golden has its fixture and every fixture its golden")
  func complete() throws {
    let files = FileManager.default
    let wanted = Self.fixtures.map { "\($0).txt" }.sorted()
    let kept = try files.contentsOfDirectory(atPath: Self.goldens.path).sorted()
    #expect(Self.fixtures.contains { $0.hasPrefix("style-") })
    guard Self.rewrites else {
      #expect(kept == wanted)
      return
    }
    // The other test writes those that lack, at this very moment.
    for name in kept where !wanted.contains(name) {
      try files.removeItem(at: Self.goldens.appending(path: name))
    }
  }
}
