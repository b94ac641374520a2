// Runs the judges: programs that are not ours and say whether ours is right.

import Foundation

/// Programs beside ours.
enum Judge {
  /// Runs a program of the PATH in the project's folder, or another; gives its status and what it
  /// said.
  static func run(
    _ arguments: [String], in folder: URL = Tool.root
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C.UTF-8"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Runs a judge of Tests/Judges.
  static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try run(["python3"] + arguments)
  }

  /// Whether a program is on the PATH.
  static func has(_ program: String) -> Bool {
    (try? run(["sh", "-c", "command -v \(program)"]))?.status == 0
  }
}
