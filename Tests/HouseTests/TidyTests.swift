// Keeps the house tidy: nothing dead, no name twice, nothing that the style bans.

import Foundation
import Testing

/// What the compiler does not say, read from the files themselves, as TigerBeetle's tidy does. A
/// finding is `file:line: what`; one that stands in `KnownFindings` waits for its room to be
/// redone.
struct TidyTests {
  @Test("every declaration is used by the program, and every helper by a test")
  func declarations() {
    var findings: [Finding] = []
    for declaration in Self.words.declarations where !declaration.isCalledByLibrary {
      let file = House.swift[declaration.file]
      let name = Self.words.names[declaration.name]
      // A suite is found by the testing library.
      if file.isTest, Self.kindsOfTypes.contains(declaration.kind) { continue }
      let uses = Self.words.uses(of: declaration)
      guard uses.inSources + (file.isTest ? uses.inTests : 0) == 0 else { continue }
      findings.append(
        Finding(
          path: file.path, line: declaration.line, key: "\(file.room) \(name)",
          what: uses.inTests == 0 ? "\(name) is never used" : "\(name) is used by tests alone"))
    }
    Self.expect(findings, onlyKnown: KnownFindings.unused)
  }

  @Test("every file declares something that another one uses")
  func files() {
    var isNamed: Set<Int> = []
    var declaring: Set<Int> = []
    for declaration in Self.words.declarations {
      declaring.insert(declaration.file)
      let uses = Self.words.uses(of: declaration)
      let isUsedElsewhere = uses.inSources + uses.inTests > 0 && uses.onlyFile != declaration.file
      if isUsedElsewhere || declaration.isCalledByLibrary { isNamed.insert(declaration.file) }
    }
    let unnamed = declaring.subtracting(isNamed).map { House.swift[$0].path }
      .filter { !$0.hasSuffix("/main.swift") }
    #expect(unnamed.sorted() == [], "nobody outside these files names what they hold")
  }

  @Test("what lies in Data is embedded, and somebody reads it")
  func data() throws {
    for target in try House.root.appending(path: "Sources").children() {
      let folder = target.appending(path: "Data")
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      let sources = House.swift.filter { $0.path.hasPrefix("Sources/\(target.lastPathComponent)/") }
      for file in try folder.children() {
        // `bas-2025.tsv` is EmbeddedData.bas2025.
        let words = file.deletingPathExtension().lastPathComponent.split(separator: "-")
        let name =
          words.prefix(1) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let use = "EmbeddedData.\(name.joined())"
        #expect(sources.contains { $0.holds(use) }, "\(file.lastPathComponent): nobody reads it")
      }
    }
  }

  @Test("every fixture belongs to a test")
  func fixtures() throws {
    let folder = House.root.appending(path: "Tests/Fixtures")
    let tests = House.swift.filter(\.isTest)
    for kind in try folder.children() {
      switch kind.lastPathComponent {
      // One folder a code, which ReproducerTests holds against the catalogue.
      case "Diagnostics": break
      case "SIE":
        // Every SIE file is read; a balance stands beside the one that it is of.
        let files = try kind.children()
        let read = Set(files.filter { ["se", "si"].contains($0.pathExtension) }.map(\.stem))
        let lonely = files.filter { $0.pathExtension == "csv" && !read.contains($0.stem) }
        #expect(lonely == [])
        #expect(read.count * 2 + 1 == files.count, "a SIE file without its balance")
      default:
        let name = kind.lastPathComponent
        let isNamed =
          tests.contains { $0.holds(name) } || Self.documents.contains { $0.holds(name) }
        #expect(isNamed, "Tests/Fixtures/\(name): no test names it")
      }
    }
  }

  @Test("every script and document is named by another file")
  func scriptsAndDocuments() {
    let all = Self.documents + Self.scripts
    for file in all where file.path.contains("/") && !file.path.hasPrefix(".ci/") {
      let name = file.name
      let isNamed =
        (all + House.swift).contains { $0.path != file.path && $0.holds(name) }
        // Python imports a module by its stem.
        || name.hasSuffix(".py") && all.contains { $0.holds("import \(name.dropLast(3))") }
      #expect(isNamed, "\(file.path): nobody names it")
    }
  }

  @Test("one file name stands in one room")
  func names() {
    let rooms = Dictionary(grouping: House.swift.filter { !$0.isTest }, by: \.name)
    let twice = rooms.filter { $0.key != "main.swift" && $0.value.count > 1 }
    let findings = twice.map { name, files in
      Finding(
        path: files[0].path, line: 1, key: name,
        what: "\(name) stands in \(files.map(\.room).joined(separator: " and "))")
    }
    Self.expect(findings, onlyKnown: KnownFindings.namesInTwoRooms)
  }

  @Test("no line is longer than 100 characters")
  func lineLength() {
    var findings: [Finding] = []
    for file in House.swift {
      for (number, line) in file.lines.enumerated() where line.count > 100 {
        // Bytes that go on with a character are none of their own.
        let length = line.count { $0 & 0xC0 != 0x80 }
        guard length > 100 else { continue }
        findings.append(
          Finding(
            path: file.path, line: number + 1, key: file.room, what: "\(length) characters"))
      }
    }
    // Texts that are not cut: what a test reads or runs, and the head of docs/diagnostics.md.
    let texts = ["CommandTests": 2, "HouseTests": 1, "ImportersTests": 3]
    Self.expect(findings, onlyKnown: KnownFindings.longLines.merging(texts, uniquingKeysWith: +))
  }

  @Test("no file holds what the style bans")
  func bannedWords() {
    // Put together here, so that this file holds none of them.
    let banned = ["TO" + "DO", "FIX" + "ME", "XX" + "X ", "try" + "!", "fatal" + "Error("]
    for file in House.swift {
      for word in banned where file.holds(word) {
        let lines = file.lines.enumerated().filter {
          String(decoding: $0.element, as: UTF8.self).contains(word)
        }
        Issue.record("\(file.path):\(lines.map { $0.offset + 1 }): \(word)")
      }
    }
  }

  @Test("every file opens with one sentence that says what lives there")
  func openings() {
    for file in House.swift {
      let comment = file.lines.prefix { $0.starts(with: "// ".utf8) }
      let text = comment.map { String(decoding: $0.dropFirst(3), as: UTF8.self) }
        .joined(separator: " ")
      #expect(text.hasSuffix("."), "\(file.path):1: no sentence opens the file")
      let rest = text.dropLast().split(separator: ". ").dropFirst()
      let isOne = rest.allSatisfy { $0.first?.isUppercase != true }
      #expect(isOne, "\(file.path):1: more than one sentence opens the file")
    }
  }

  @Test("the text of a figure's id is made and read at the edge alone")
  func figureIDText() {
    let edge: Set<String> = [
      "Sources/Figures/FigureIDText.swift",
      // Faults of the program name figures for the programmer.
      "Sources/Figures/Figure.swift", "Sources/Figures/FigureBook.swift",
      "Sources/Figures/ReportFault.swift",
      // CSV, bokslut.json and the ids' column of the workbook.
      "Sources/Exporters/CSV/CSVExporter.swift", "Sources/Exporters/Package/PackageExporter.swift",
      "Sources/Exporters/Workbook/ColumnWidths.swift",
      "Sources/Exporters/Workbook/SheetPlanner.swift",
      // A figure that the reader names or reads of, and last year's package.
      "Sources/Reporting/Explanation/ExplanationText.swift",
      "Sources/Commands/FigureFinder.swift",
      "Sources/Enterprise/PreviousPackage.swift", "Sources/Enterprise/PackageReview.swift",
    ]
    var findings: [Finding] = []
    for file in House.swift
    where !file.isTest && !edge.contains(file.path) && file.holds("FigureIDText") {
      for (number, bytes) in file.lines.enumerated() {
        let line = String(decoding: bytes, as: UTF8.self)
        let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
        guard code.contains("FigureIDText") else { continue }
        findings.append(
          Finding(
            path: file.path, line: number + 1, key: file.room, what: "FigureIDText is used"))
      }
    }
    Self.expect(findings, onlyKnown: [:])
    // Other ways to the text of an id.
    for file in House.swift where !file.isTest {
      for conformance in ["CustomStringConvertible", "RawRepresentable", "Codable"] {
        #expect(!file.holds("extension FigureID: \(conformance)"), "\(file.path)")
      }
    }
    let members = House.swift.first { $0.path == "Sources/Figures/FigureID.swift" }
    let others = [
      "FigureID: Hashable, Sendable, ", "var description", "var rawValue", "rawValue: ",
    ]
    for member in others {
      #expect(members?.holds(member) == false, "FigureID.swift: \(member)")
    }
  }

  // MARK: What is read

  /// Where something was found, what, and what it is known by.
  private struct Finding {
    let path: String
    let line: Int
    let key: String
    let what: String
  }

  /// As many findings as are known of each key; those lists only shrink.
  private static func expect(_ findings: [Finding], onlyKnown known: [String: Int]) {
    let found = Dictionary(grouping: findings, by: \.key)
    for (key, findings) in found where findings.count > known[key, default: 0] {
      for finding in findings.sorted(by: { ($0.path, $0.line) < ($1.path, $1.line) }) {
        Issue.record("\(finding.path):\(finding.line): \(finding.what)")
      }
    }
    for (key, count) in known {
      let left = found[key]?.count ?? 0
      if left < count {
        Issue.record("\(key): \(left) of \(count) are left; say so where it is known")
      }
    }
  }

  private static let kindsOfTypes: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor",
  ]

  private static let words: SwiftWords = {
    var words = SwiftWords()
    for (index, file) in House.swift.enumerated() {
      file.bytes.withUnsafeBufferPointer { words.read($0, file: index, isTest: file.isTest) }
    }
    return words
  }()

  private static let documents = House.files(
    in: ["", "docs", "Tests/Judges", "Tests/Fixtures/SIE"], ending: ["md"])
  private static let scripts = House.files(
    in: ["", ".ci", "scripts", "Benchmarks", "Tests/Judges", "Tests/Fixtures"],
    ending: ["", "py"])
}
