// What the documents say of one another, of the exit codes and of themselves is so.

import Foundation
import Testing

/// The Markdown files that people read, not the fixtures.
struct DocumentTests {
  /// A file with its text.
  private struct Document {
    let url: URL
    let text: String
    var name: String { String(url.path.dropFirst(House.root.path.count + 1)) }

    init(_ url: URL) throws {
      self.url = url.standardizedFileURL
      text = try String(contentsOf: url, encoding: .utf8)
    }

    /// The headings, without what stands in a fenced block.
    var headings: [String] {
      var isCode = false
      return text.split(separator: "\n").compactMap { line in
        if line.hasPrefix("```") { isCode.toggle() }
        guard !isCode, let match = line.wholeMatch(of: /#{1,6} +(.+)/) else { return nil }
        return String(match.1)
      }
    }

    /// Where links lead, but those to other hosts.
    var links: [String] {
      text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
        .filter { !$0.hasPrefix("http") && !$0.hasPrefix("mailto:") }
    }
  }

  private static func documents() throws -> [Document] {
    let all = FileManager.default.enumerator(
      at: House.root.appending(path: "docs"), includingPropertiesForKeys: nil)
    let below = (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
    let top = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    let beside = ["samples/README.md", "Tests/Judges/README.md"]
    return try (below + (top + beside).map { House.root.appending(path: $0) })
      .map(Document.init).sorted { $0.name < $1.name }
  }

  private static func handbook() throws -> Document {
    try Document(House.root.appending(path: "docs/handbok.md"))
  }

  /// The anchor that a heading gets where the documents are shown: small letters, hyphens for
  /// spaces, no other signs.
  static func anchor(_ heading: String) -> String {
    heading.lowercased().replacing(" ", with: "-")
      .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  @Test("every link inside the documents leads somewhere")
  func links() throws {
    var seen = 0
    for document in try Self.documents() {
      for link in document.links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = String(parts.first ?? "")
        let file =
          path.isEmpty
          ? document.url : document.url.deletingLastPathComponent().appending(path: path)
        guard FileManager.default.fileExists(atPath: file.path) else {
          Issue.record("\(document.name): \(link) leads nowhere")
          continue
        }
        if parts.count == 2 {
          let anchors = try Document(file).headings.map(Self.anchor)
          #expect(anchors.contains(String(parts[1])), "\(document.name): \(link)")
        }
        seen += 1
      }
    }
    #expect(seen > 40)
  }

  @Test("the handbook's table of contents has every chapter, in order")
  func contents() throws {
    let handbook = try Self.handbook()
    let chapters = handbook.text.split(separator: "\n").filter { $0.hasPrefix("## ") }
      .map { Self.anchor(String($0.dropFirst(3))) }
    let listed = handbook.text.split(separator: "\n").compactMap {
      $0.wholeMatch(of: /- \[.+\]\(#(.+)\)/).map { String($0.1) }
    }
    #expect(Array(chapters.dropFirst()) == listed, "the first chapter is the table itself")
  }

  @Test("the handbook's table of exit codes is the program's")
  func exitCodes() throws {
    let source = try String(
      contentsOf: House.root.appending(path: "Sources/Commands/ExitStatus.swift"), encoding: .utf8)
    let codes = source.matches(of: /case \w+ = (\d+)/).map { String($0.1) }
    let told = try Self.handbook().text.matches(of: /(?m)^\| (\d+) \|/).map { String($0.1) }
    #expect(!codes.isEmpty)
    #expect(Set(told) == Set(codes))
    #expect(told.count == Set(told).count)
  }

  @Test("what is a template says so first, and that it is no legal advice")
  func templates() throws {
    let templates = try Self.documents().filter { $0.name.hasPrefix("docs/mallar/") }
    #expect(templates.count >= 4)
    for template in templates {
      let opening = template.text.prefix(900)
      #expect(opening.contains("Mall"), "\(template.name)")
      #expect(opening.contains("inte juridisk rådgivning"), "\(template.name)")
      #expect(try Self.handbook().text.contains(template.name.dropFirst(5)), "\(template.name)")
    }
  }
}
