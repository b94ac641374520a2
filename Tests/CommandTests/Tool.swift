// Runs the built program as a user does: arguments in; stdout, stderr, exit code and files out.

import Foundation

/// The whole binary, which SwiftPM builds beside the test bundle.
enum Tool {
  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static var fixtures: URL { root.appending(path: "Tests/Fixtures") }

  static var binary: URL {
    let bundle = Bundle.main.bundleURL
    let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return folder.appending(path: "dualbokslut")
  }

  /// Runs the program in a folder, with an environment of its own: no locale, no colour.
  static func run(
    _ arguments: [String], in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files instead of pipes: a full pipe would stop a talkative run.
    let scratch = try TemporaryFolder()
    let paths = ["out", "err"].map { scratch.url.appending(path: $0) }
    for path in paths { try Data().write(to: path) }
    let handles = try paths.map { try FileHandle(forWritingTo: $0) }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try paths.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dualbokslut-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Every file below, by path inside the folder.
  func files() throws -> [String: Data] {
    var found: [String: Data] = [:]
    let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    for case let file as URL in all ?? .init() where !file.hasDirectoryPath {
      found[String(file.path.dropFirst(url.path.count + 1))] = try Data(contentsOf: file)
    }
    return found
  }
}
