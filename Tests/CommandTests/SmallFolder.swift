// The small sound enterprise of the reproducers in a folder of its own, changed by a test.

import Foundation

/// A copy of `Tests/Fixtures/Diagnostics/base` in a folder named `prov`.
struct SmallFolder {
  let work: TemporaryFolder
  var url: URL { work.url.appending(path: "prov") }

  init() throws {
    work = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: url)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: url.appending(path: path))
  }

  /// Adds lines to the settings.
  func add(settings: String) throws {
    try write(try text("dualbokslut.yaml") + settings, to: "dualbokslut.yaml")
  }

  /// Puts the year's books away and those of other years there: from and to as #RAR has them, the
  /// day they were made, all vouchers on one day.
  func replaceBooks(_ years: [(from: String, to: String, made: String, day: String)]) throws {
    let model = try text("bokforing/2025.se")
    try FileManager.default.removeItem(at: url.appending(path: "bokforing/2025.se"))
    for (from, to, made, day) in years {
      var lines: [String] = []
      for line in model.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
        if line.hasPrefix("#RAR 0") {
          lines.append("#RAR 0 \(from) \(to)")
        } else if line.hasPrefix("#GEN") {
          lines.append("#GEN \(made)")
        } else if line.hasPrefix("#VER") {
          lines.append(line.replacing(#/ 2025\d{4}/#, with: " \(day)"))
        } else if !line.hasPrefix("#RAR"), !line.contains(" -1 ") {
          lines.append(line)
        }
      }
      try write(lines.joined(separator: "\n"), to: "bokforing/\(to).se")
    }
  }

  func run(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(arguments, in: work.url)
  }
}
