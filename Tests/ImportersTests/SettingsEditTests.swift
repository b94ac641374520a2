// What `adopt` writes into the settings, whatever they look like, and that nothing else moves.

import Foundation
import Testing

@testable import Importers

struct SettingsEditTests {
  private static let head = "organisation:\n  namn: Prov # kommentar\n"

  private func edit(
    _ text: String, published: String? = nil, replaces: Bool = false
  ) -> SettingsEdit.Outcome {
    SettingsEdit.adopting(
      Array(text.utf8), file: "dualbokslut.yaml", folder: "antagna", published: published,
      replaces: replaces)
  }

  private func edited(
    _ text: String, published: String? = nil, replaces: Bool = false
  ) throws -> String {
    guard case .edited(let bytes) = edit(text, published: published, replaces: replaces) else {
      throw NotEdited()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct NotEdited: Error {}

  @Test(
    "the line is put where a reader looks for it",
    arguments: [
      (head, "\(head)föregående: antagna\n"),
      ("\(head)\n# slut", "\(head)\n# slut\nföregående: antagna\n"),
      (
        "\(head)utfall: utfall\nasf:\n  medlemmar: 3\n",
        "\(head)utfall: utfall\nföregående: antagna\nasf:\n  medlemmar: 3\n"
      ),
      (
        "\(head)bokföring:\n  2025: a.se\n",
        "\(head)bokföring:\n  2025: a.se\nföregående: antagna\n"
      ),
      (
        "\(head)#föregående: x.json\nasf:\n  medlemmar: 3\n",
        "\(head)#föregående: x.json\nföregående: antagna\nasf:\n  medlemmar: 3\n"
      ),
      (
        "\(head)# Föregående: x\nutfall: u\n",
        "\(head)# Föregående: x\nföregående: antagna\nutfall: u\n"
      ),
      ("\(head)föregående: # FYLL I\n", "\(head)föregående: antagna # FYLL I\n"),
      ("\(head)foregaende:\n", "\(head)foregaende: antagna\n"),
      // A value that goes on over the next line: the line comes last instead.
      ("\(head)utfall: ut\n  fall\n", "\(head)utfall: ut\n  fall\nföregående: antagna\n"),
    ])
  func inserts(text: String, expected: String) throws { #expect(try edited(text) == expected) }

  @Test("line ends, a byte-order mark and letters of several bytes stay as they are")
  func bytes() throws {
    let text = "\u{FEFF}organisation:\r\n  namn: Prövå 👩‍🔧\r\nföregående: \"å.json\" # vår\r\n"
    #expect(
      try edited(text, replaces: true)
        == "\u{FEFF}organisation:\r\n  namn: Prövå 👩‍🔧\r\nföregående: antagna # vår\r\n")
    let without = "organisation:\r\n  namn: Prov\r\nutfall: u\r\n"
    #expect(try edited(without) == "\(without)föregående: antagna\r\n")
  }

  @Test("what stands there is left alone", arguments: ["antagna", "./antagna", "antagna/"])
  func stands(value: String) throws {
    let text = "\(Self.head)föregående: \(value)\n"
    #expect(try edited(text) == text)
  }

  @Test(
    "another value is told, and replaced when asked", arguments: ["x/bokslut.json", "'x y.json'"])
  func occupied(value: String) throws {
    let text = "föregående: \(value) # förra\n\(Self.head)"
    guard case .occupied(let found, let place) = edit(text) else { throw NotEdited() }
    #expect(value.contains(found) && place.line == 1)
    #expect(try edited(text, replaces: true) == "föregående: antagna # förra\n\(Self.head)")
  }

  @Test(
    "a file that cannot be edited says so",
    arguments: ["{organisation: {namn: Prov}}", "\(head)...\n", "\(head)föregående: >-\n  x\n"])
  func byHand(text: String) {
    #expect(edit(text, replaces: true) == .byHand("föregående: antagna"))
  }

  @Test(
    "public packages are added to the list",
    arguments: [
      ("", "röjande:\n  publicerat:\n    - a/b.json\n"),
      ("röjande:\n", "röjande:\n  publicerat:\n    - a/b.json\n"),
      (
        "röjande:\n  minsta cell: 5\n",
        "röjande:\n  publicerat:\n    - a/b.json\n  minsta cell: 5\n"
      ),
      (
        "röjande:\n    publicerat:\n    minsta cell: 5\n",
        "röjande:\n    publicerat:\n      - a/b.json\n    minsta cell: 5\n"
      ),
      (
        "rojande:\n  publicerat:\n  - c.json # förra\n",
        "rojande:\n  publicerat:\n  - a/b.json\n  - c.json # förra\n"
      ),
      (
        "röjande:\n  publicerat:\n    - c.json\n    - a/b.json\n",
        "röjande:\n  publicerat:\n    - c.json\n    - a/b.json\n"
      ),
    ])
  func publishes(text: String, expected: String) throws {
    let head = "\(Self.head)föregående: antagna\n"
    let outcome = try edited(head + text, published: "a/b.json")
    #expect(outcome == head + expected)
    #expect(try edited(outcome, published: "a/b.json") == outcome)
    let (settings, found) = SettingsReader.read(
      Array(outcome.utf8), file: "dualbokslut.yaml", folderName: "prov")
    #expect(settings?.publishedPackages.contains { $0.value == "a/b.json" } == true)
    #expect(!found.all.contains { $0.code == "SET010" || $0.code == "SET015" })
  }

  @Test("a list on one line is for the reader to edit")
  func flowList() {
    let text = "\(Self.head)föregående: antagna\nröjande: {minsta cell: 5}\n"
    guard case .byHand(let line) = edit(text, published: "a/b.json") else {
      Issue.record("it was edited")
      return
    }
    #expect(line.contains("publicerat") && line.contains("a/b.json"))
  }
}
