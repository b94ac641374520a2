// The independent reference as judge: random enterprises, compared to the öre.

import Foundation
import Testing

struct JudgeTests {
  private func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.currentDirectoryURL = Tool.root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("random enterprises give the reference's matrix, nets, bridge and journal")
  func reference() throws {
    let data = "Sources/Rulebook/Data"
    let judged = try python([
      "Tests/Judges/compare.py", "--binary", Tool.binary.path, "--bank",
      "\(data)/parameters.csv", "--municipal", "\(data)/municipal-tax.csv", "--seeds", "25",
      "--indicators",
    ])
    #expect(judged.status == 0, "\(judged.output)")
    #expect(judged.output.contains("25 enterprises agree, 0 differ"))
  }

  @Test("the reference's own hand-worked cases hold")
  func selfTest() throws {
    let judged = try python(["Tests/Judges/second_bokslut.py", "--self-test"])
    #expect(judged.status == 0, "\(judged.output)")
  }
}
