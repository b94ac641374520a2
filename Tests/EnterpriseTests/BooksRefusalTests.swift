// Which SIE files cannot be an enterprise's books: cut ones, unfinished ones, another's.

import Diagnostics
import Foundation
import Testing

@testable import Enterprise

struct BooksRefusalTests {
  private let scratch: ScratchFolder
  private let path: String

  init() throws {
    scratch = try ScratchFolder()
    path = try scratch.enterprise()
  }

  private var file: URL { URL(fileURLWithPath: "\(path)/bokforing/2025.se") }

  private func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// The codes of errors and warnings, sorted, as `check` finds them.
  private func codes(
    year: String? = nil, mustBeFinal: Bool = false
  ) -> [String] {
    let reading = EnterpriseReading(path)
    var found = reading.diagnostics
    _ = EnterpriseBokslut(reading, year: year, mustBeFinal: mustBeFinal, diagnostics: &found)
    return found.sorted.filter { $0.severity != .note }.map(\.code.rawValue)
  }

  private func write(_ text: String, to name: String = "2025.se") throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/bokforing/\(name)"))
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try text()
    try #require(text.contains(old))
    try write(text.replacing(old, with: new))
  }

  @Test("a file cut off anywhere gives no report, and one message")
  func cuts() throws {
    let whole = try text()
    let first = try #require(whole.range(of: "#VER")).lowerBound
    let last = try #require(whole.range(of: "#VER", options: .backwards)).lowerBound
    let inRow = try #require(whole.range(of: "#TRANS 1930", options: .backwards)).upperBound
    let accounts = try #require(whole.range(of: "#IB")).lowerBound
    let beginnings: [(end: String.Index, code: String)] = [
      (accounts, "CMD031"), (first, "CMD032"), (whole.index(first, offsetBy: -20), "CMD032"),
      (whole.index(last, offsetBy: 24), "CMD034"), (inRow, "CMD034"),
      (try #require(whole.range(of: "}", options: .backwards)).lowerBound, "CMD034"),
    ]
    for (end, code) in beginnings {
      try write(String(whole[..<end]))
      #expect(
        Set(codes()).subtracting(["SIE025", "SIE022"]) == [code], "\(whole[..<end].suffix(30))")
    }
  }

  @Test("an unfinished checksum is a cut file")
  func checksum() throws {
    try edit("#FLAGGA 0\n", "#FLAGGA 0\n#KSUMMA\n")
    #expect(codes() == ["CMD034"])
    let whole = try text()
    let last = try #require(whole.range(of: "#VER", options: .backwards)).upperBound
    try write(String(whole[..<whole.index(last, offsetBy: 30)]))
    #expect(codes() == ["CMD034"])
  }

  @Test("a 4I file without balances is refused; balances of type 1 alone are not")
  func types() throws {
    let whole = try text()
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    try write(
      lines.filter { !["#IB ", "#UB ", "#RES"].contains($0.prefix(4)) }
        .joined(separator: "\n"))
    #expect(codes() == ["CMD033"])
    let first = try #require(whole.range(of: "#VER")).lowerBound
    try write(String(whole[..<first]).replacing("#SIETYP 4", with: "#SIETYP 1"))
    #expect(codes().filter { $0.hasPrefix("CMD") }.isEmpty)
  }

  @Test("next year's file may hold nothing but opening balances, until it is to be reported")
  func nextYear() throws {
    let whole = try text()
    let first = try #require(whole.range(of: "#VER")).lowerBound
    let next = String(whole[..<first]).split(separator: "\n").filter { !$0.hasPrefix("#RES") }
      .joined(separator: "\n").replacing(
        "#RAR 0 20250101 20251231", with: "#RAR 0 20260101 20261231"
      )
      .replacing("#RAR -1 20240101 20241231", with: "#RAR -1 20250101 20251231")
    try write(next, to: "2026.se")
    #expect(codes().isEmpty)
    #expect(codes(year: "2026") == ["CMD032"])
  }

  @Test("a refused file is not told of as a missing year too")
  func noCascade() throws {
    let whole = try text()
    let first = try #require(whole.range(of: "#VER")).lowerBound
    try write(String(whole[..<first]))
    #expect(codes(year: "2025") == ["CMD032"])
  }

  @Test(
    "a file made before the year ended, or on a day that nobody knows, is preliminary",
    arguments: [
      ("#GEN 20260210\n", "", nil, "SIE080"), ("#GEN 20260210", "#GEN", nil, "SIE080"),
      ("#GEN 20260210", "#GEN 2026", nil, "SIE081"),
      ("#GEN 20260210", "#GEN 20260230", nil, "SIE081"),
      ("#GEN 20260210", "#GEN \"i går\"", nil, "SIE081"),
      ("#GEN 20260210", "#GEN 20251230", "2025", "SIE082"),
      ("#GEN 20260210", "#GEN 20260210\n#OMFATTN 20251130", nil, "SIE083"),
      ("#GEN 20260210", "#GEN 20260210\n#OMFATTN 202511", nil, "SIE084"),
    ] as [(String, String, String?, String)])
  func preliminary(old: String, new: String, year: String?, code: String) throws {
    try edit(old, new)
    #expect(codes(year: year) == [code])
    #expect(codes(year: year, mustBeFinal: true) == ["CMD038"])
  }

  @Test("the year's last day ends it")
  func lastDay() throws {
    try edit("#GEN 20260210", "#GEN 20251231")
    #expect(codes().isEmpty && codes(mustBeFinal: true).isEmpty)
    try edit("#GEN 20251231", "#GEN 20251230")
    #expect(codes() == ["CMD018"])
  }

  @Test(
    "another number is another enterprise, however the same is written",
    arguments: [
      ("#ORGNR 7696000000", [String]()), ("#ORGNR \"769600 - 0000\"", []),
      ("#ORGNR 167696000000", []), ("#ORGNR SE769600000001", []),
      ("#ORGNR 769600-0018", ["CMD035"]), ("#ORGNR 556677-8899", ["CMD035"]),
      ("#ORGNR 165566778899", ["CMD035"]), ("#ORGNR 000000-0000", []), ("#ORGNR \"\"", []),
    ])
  func numbers(line: String, expected: [String]) throws {
    try edit("#ORGNR 769600-0000", line)
    #expect(codes() == expected)
  }

  @Test("last year's file is compared too, and the files with one another")
  func lastYear() throws {
    let old = try text().replacing("20251231", with: "20241231")
      .replacing("20250101", with: "20240101").replacing("#RAR -1 20240101 20241231", with: "")
      .replacing(" 2025", with: " 2024").replacing("769600-0000", with: "769699-0000")
    try write(old, to: "2024.se")
    #expect(codes().filter { $0.hasPrefix("CMD03") } == ["CMD035"])
    let settings = URL(fileURLWithPath: "\(path)/dualbokslut.yaml")
    let yaml = try String(contentsOf: settings, encoding: .utf8)
    try Data(yaml.replacing("  organisationsnummer: 769600-0000\n", with: "").utf8)
      .write(to: settings)
    #expect(codes().filter { $0.hasPrefix("CMD03") } == ["CMD035"])
  }

  @Test("last year's package of another number is another enterprise's, whatever its id")
  func lastYearsPackage() throws {
    let fixture = ScratchFolder.root
      .appending(path: "Tests/Fixtures/Diagnostics/CMD024/förra.json")
    let package = try String(contentsOf: fixture, encoding: .utf8)
    let file = scratch.url.appending(path: "förra.json")
    for (number, codes) in [("769600-0000", ["CMD024"]), ("769600-0018", ["CMD041"])] {
      try Data(package.replacing("769600-0000", with: number).utf8).write(to: file)
      let found = EnterpriseReading(path, previous: file.path).diagnostics
      #expect(found.all.map(\.code.rawValue).filter { $0.hasPrefix("CMD") } == codes)
    }
  }

  @Test("a number that cannot be read is not the same as none, on either side")
  func unreadableNumbers() throws {
    for number in ["769600-000", "abc", "769600-OOOO"] {
      try edit("#ORGNR 769600-0000", "#ORGNR \(number)")
      #expect(codes() == ["CMD051"], "\(number)")
      try edit("#ORGNR \(number)", "#ORGNR 769600-0000")
    }
    for blank in ["\"\"", "000000-0000", "-"] {
      try edit("#ORGNR 769600-0000", "#ORGNR \(blank)")
      #expect(codes().isEmpty, "\(blank)")
      try edit("#ORGNR \(blank)", "#ORGNR 769600-0000")
    }
    let settings = URL(fileURLWithPath: "\(path)/dualbokslut.yaml")
    let yaml = try String(contentsOf: settings, encoding: .utf8)
    try Data(yaml.replacing("769600-0000", with: "769600-000").utf8).write(to: settings)
    #expect(codes().contains("CMD051"))
  }

  @Test("a name is compared only where a number is missing")
  func names() throws {
    try edit("\"Provbryggan\"", "\"Annan Verkstad AB\"")
    #expect(codes().isEmpty)
    try edit("#ORGNR 769600-0000\n", "")
    #expect(codes() == ["CMD036"])
  }

  @Test(
    "names that may be one",
    arguments: [
      ("Bryggan ekonomisk förening", "BRYGGAN EK FÖR", true),
      ("Bryggan ekonomisk förening", "Bryggan, ek. för.", true),
      ("Hjulverkstan i Hamn AB (svb)", "Hjulverkstan i Hamn Aktiebolag", true),
      ("Åkers AB", "\u{FFFD}kers AB", true), ("Bryggan", "Bryggan Syd", false),
      ("Ekonomisk förening", "Ideell förening", false),
    ])
  func alike(first: String, second: String, expected: Bool) {
    #expect(WhoseBooks.areAlike(first, second) == expected)
    #expect(WhoseBooks.areAlike(second, first) == expected)
  }

  @Test(
    "eighteen months are the most",
    arguments: [
      ("20240701", true), ("20240630", false), ("20250401", true), ("20230101", false),
    ])
  func longYears(start: String, isLawful: Bool) throws {
    try edit("#RAR -1 20240101 20241231\n", "")
    try edit("#RAR 0 20250101", "#RAR 0 \(start)")
    #expect(codes().contains("CMD037") != isLawful)
  }

  @Test("days that cannot be read are one message")
  func oddDays() throws {
    try edit("#RAR 0 20250101 20251231", "#RAR 0 20250101 20251331")
    #expect(codes() == ["SIE030"])
  }
}
