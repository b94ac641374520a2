// One reproducer a code: what differs from the small sound enterprise, laid over it.

import Foundation

/// A folder of Tests/Fixtures/Diagnostics. `input.se` alone is a SIE file for `check`; otherwise
/// its files lie over `base`, `.delete` names files to take away and `.args` holds other arguments.
struct Reproducer {
  let code: String
  private var folder: URL { Tool.fixtures.appending(path: "Diagnostics/\(code)") }

  /// The codes that have a folder.
  static func codes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: Tool.fixtures.appending(path: "Diagnostics").path
    ).filter { $0 != "base" && !$0.hasPrefix(".") }.sorted()
  }

  /// The same, for a test's arguments; empty when they cannot be listed, which `complete` notices.
  static let allCodes: [String] = (try? codes()) ?? []

  /// Whether it is an enterprise's folder and not a SIE file alone, asked for no year or option.
  var isOfFolder: Bool {
    ["input.se", ".args"].allSatisfy {
      !FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  /// Runs it in a folder of its own.
  func run() throws -> Tool.Outcome {
    let work = try TemporaryFolder()
    let input = folder.appending(path: "input.se")
    var arguments = ["check", "DIR"]
    if FileManager.default.fileExists(atPath: input.path) {
      try FileManager.default.copyItem(at: input, to: work.url.appending(path: "input.se"))
      arguments = ["check", "input.se"]
    }
    try lay(over: work.url.appending(path: "DIR"))
    if let own = try? String(contentsOf: folder.appending(path: ".args"), encoding: .utf8) {
      arguments = own.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return try Tool.run(arguments, in: work.url)
  }

  /// Lays base and what differs from it; of a SIE file alone there is only base.
  func lay(over enterprise: URL) throws {
    let files = FileManager.default
    try files.copyItem(at: Tool.fixtures.appending(path: "Diagnostics/base"), to: enterprise)
    let removed = folder.appending(path: ".delete")
    if let names = try? String(contentsOf: removed, encoding: .utf8) {
      for name in names.split(separator: "\n") {
        try files.removeItem(at: enterprise.appending(path: String(name)))
      }
    }
    let all = files.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in all ?? .init() where !file.hasDirectoryPath {
      let path = String(file.path.dropFirst(folder.path.count + 1))
      guard ![".args", ".delete", "input.se"].contains(path) else { continue }
      let target = enterprise.appending(path: path)
      try files.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
      try files.copyItem(at: file, to: target)
    }
  }
}
