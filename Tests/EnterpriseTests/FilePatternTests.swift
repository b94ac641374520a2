// Which files of a folder a pattern of the settings names.

import Foundation
import Testing

@testable import Enterprise

struct FilePatternTests {
  /// The folder of an enterprise with these files among its books.
  private func folder(_ names: [String], in scratch: ScratchFolder) throws -> EnterpriseFolder {
    let books = scratch.url.appending(path: "bokforing")
    try FileManager.default.createDirectory(at: books, withIntermediateDirectories: true)
    for name in names { try Data().write(to: books.appending(path: name)) }
    return EnterpriseFolder(scratch.url.path)
  }

  private func files(_ pattern: String, among names: [String]) throws -> [String] {
    let scratch = try ScratchFolder()
    return try folder(names, in: scratch).files(matching: "bokforing/\(pattern)")
      .map { String($0.dropFirst("bokforing/".count)) }
  }

  @Test(
    "star and question mark stand for characters, whatever their case",
    arguments: [
      ("*.se", ["2024.SE", "2025.se", "år.se"]),
      ("202?.se", ["2024.SE", "2025.se"]),
      ("?r.se", ["år.se"]),
      ("ÅR.*", ["år.se", "år.txt"]),
      ("*", ["2024.SE", "2025.se", "[2025].txt", "a\\b.txt", "år.se", "år.txt"]),
      ("[2025].*", ["[2025].txt"]),
      ("*\\*.txt", ["a\\b.txt"]),
      ("2025.se", ["2025.se"]),
      ("2025.SE", []),
      (".*", []),
      ("*.csv", []),
    ])
  func patterns(pattern: String, expected: [String]) throws {
    let names = [
      "2025.se", "2024.SE", "år.se", "år.txt", "[2025].txt", "a\\b.txt", ".dold.se",
    ]
    #expect(try files(pattern, among: names) == expected)
  }

  @Test("a letter that the disk keeps in two pieces is one character")
  func decomposed() throws {
    #expect(try files("b?kslut*.se", among: ["bo\u{308}kslut å.se"]).count == 1)
    #expect(try files("bökslut*.se", among: ["bo\u{308}kslut.se"]).count == 1)
  }

  @Test("where a pattern names nothing, the books are found a year's folder down too")
  func insteadOf() throws {
    let scratch = try ScratchFolder()
    let folder = try folder([], in: scratch)
    let year = scratch.url.appending(path: "bokforing/2025")
    try FileManager.default.createDirectory(at: year, withIntermediateDirectories: true)
    for name in ["arets.SE", "läs.txt", ".dold.se"] {
      try Data().write(to: year.appending(path: name))
    }
    try Data().write(to: scratch.url.appending(path: EnterpriseFolder.settingsName))
    #expect(try folder.files(insteadOf: "bokforing/*.se") == ["bokforing/2025/arets.SE"])
    // The settings are no books, so what lies beside them is looked for instead.
    #expect(try folder.files(insteadOf: "bokforing\\*.se") == ["bokforing/2025/arets.SE"])
  }

  @Test("many stars over many names take no time")
  func manyStars() throws {
    let names = (0..<300).map { String(repeating: "a", count: 200) + "\($0)" }
    let scratch = try ScratchFolder()
    let folder = try folder(names, in: scratch)
    for pattern in ["*a*a*a*a*b", String(repeating: "*a", count: 60) + "*b"] {
      let start = ContinuousClock.now
      #expect(try folder.files(matching: "bokforing/\(pattern)").isEmpty)
      #expect(ContinuousClock.now - start < .seconds(1))
    }
  }
}
