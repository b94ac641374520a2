// Guards the house: which target may import which, read from the import lines themselves.

import Foundation
import Testing

/// SwiftPM lets a target import a sibling that it never declared, so the table of ARCHITECTURE.md
/// is held by reading the sources.
struct ImportLineTests {
  /// What each target may import of ours.
  static let ours: [String: Set<String>] = {
    let words: Set<String> = ["Diagnostics", "Bookkeeping", "Outcomes", "Rulebook"]
    return [
      "Diagnostics": [],
      "Bookkeeping": ["Diagnostics"],
      "Outcomes": ["Bookkeeping", "Diagnostics"],
      "Rulebook": ["Bookkeeping", "Outcomes", "Diagnostics"],
      "Interchange": ["Bookkeeping", "CCrypto"],
      "SIEFormat": ["Bookkeeping", "Diagnostics"],
      "Importers": words.union(["SIEFormat", "CZip", "CExpat", "CSystem"]),
      "Figures": words,
      "Calculation": words.union(["Figures"]),
      "Reporting": words.union(["Calculation", "Figures"]),
      "Disclosure": [
        "Figures", "Reporting", "Interchange", "Bookkeeping", "Rulebook", "Diagnostics",
      ],
      "Exporters": words.union([
        "Disclosure", "Figures", "Reporting", "Interchange", "SIEFormat", "CXlsxWriter",
        "CSystem",
      ]),
      "Enterprise": words.union(["Calculation", "Figures", "Importers", "Interchange"]),
      "Commands": words.union([
        "Calculation", "Disclosure", "Enterprise", "Exporters", "Figures", "Importers",
        "Interchange",
        "Reporting", "SIEFormat", "CSystem",
      ]),
      "dualbokslut": ["Commands"],
      "EmbedDataTool": [],
    ]
  }()

  /// Targets of others, and who may use them; the standard library's own need no line here.
  static let others: [String: Set<String>] = [
    "BigInt": ["Bookkeeping", "Calculation"],
    "Yams": ["Importers"],
    "OrderedCollections": ["Calculation"],
    "ArgumentParser": ["Commands"],
    // A file system or a process is what Foundation is for; pure rooms do without, but for
    // Interchange, which reads bokslut.json with JSONDecoder.
    "Foundation": [
      "Commands", "Enterprise", "Exporters", "Importers", "Interchange", "EmbedDataTool",
    ],
    "Glibc": ["Commands", "Exporters", "Importers"],
    "Synchronization": ["Importers", "Exporters", "Commands"],
  ]

  @Test("every import line stands in the table of ARCHITECTURE.md")
  func importLines() throws {
    let sources = try House.root.appending(path: "Sources").children()
    var seen = 0
    for folder in sources {
      let files = folder.swiftFiles()
      // System libraries and the shim hold no Swift.
      guard !files.isEmpty else { continue }
      let target = folder.lastPathComponent
      let allowed = try #require(Self.ours[target], "\(target) stands in no table")
      for file in files {
        for module in try Self.imports(in: file) {
          seen += 1
          let mayUse = allowed.contains(module) || Self.others[module]?.contains(target) == true
          #expect(mayUse, "\(target)/\(file.lastPathComponent) imports \(module)")
        }
      }
    }
    #expect(seen > 50)
  }

  @Test("attributes, access levels and kinds before a module's name are read through")
  func importLineForms() {
    #expect(Self.module(inLine: "import Bookkeeping") == "Bookkeeping")
    #expect(Self.module(inLine: "@testable import Calculation") == "Calculation")
    #expect(Self.module(inLine: "internal import struct Foundation.URL") == "Foundation")
    #expect(Self.module(inLine: "@preconcurrency public import BigInt // why") == "BigInt")
    #expect(Self.module(inLine: "// import Nothing") == nil)
    #expect(Self.module(inLine: "important()") == nil)
  }

  private static func imports(in file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").compactMap { module(inLine: String($0)) }
  }

  /// The module that a line imports, if it is an import line.
  static func module(inLine line: String) -> String? {
    let skipped: Set<String> = [
      "public", "package", "internal", "fileprivate", "private", "struct", "class", "enum",
      "protocol", "func", "let", "var", "typealias", "actor",
    ]
    var words = line.split(separator: " ").map(String.init)[...]
    while let word = words.first, word.hasPrefix("@") || skipped.contains(word) {
      words = words.dropFirst()
    }
    guard words.first == "import" else { return nil }
    words = words.dropFirst()
    while let word = words.first, skipped.contains(word) { words = words.dropFirst() }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }
}
