// The independent reference as judge: random enterprises, compared to the öre.

import Foundation
import Testing

struct JudgeTests {
  @Test("random enterprises give the reference's matrix, nets, bridge, journal and checks")
  func reference() throws {
    let data = "Sources/Rulebook/Data"
    let judged = try Judge.python([
      "Tests/Judges/compare.py", "--binary", Tool.binary.path, "--bank",
      "\(data)/parameters.csv", "--municipal", "\(data)/municipal-tax.csv", "--seeds", "25",
      "--indicators",
    ])
    #expect(judged.status == 0, "\(judged.output)")
    #expect(judged.output.contains("25 enterprises agree, 0 differ"))
  }

  @Test("random enterprises of two years give the reference's social balance and sensitivity")
  func outlook() throws {
    let data = "Sources/Rulebook/Data"
    let judged = try Judge.python([
      "Tests/Judges/compare.py", "--binary", Tool.binary.path, "--bank",
      "\(data)/parameters.csv", "--municipal", "\(data)/municipal-tax.csv", "--seeds", "8",
      "--outlook",
    ])
    #expect(judged.status == 0, "\(judged.output)")
    #expect(judged.output.contains("8 enterprises agree, 0 differ"))
  }

  @Test("the reference's own hand-worked cases hold")
  func selfTest() throws {
    let judged = try Judge.python(["Tests/Judges/second_bokslut.py", "--self-test"])
    #expect(judged.status == 0, "\(judged.output)")
  }
}
