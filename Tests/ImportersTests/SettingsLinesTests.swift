// New lines in a settings file: nothing else changes, or nothing is written.

import Diagnostics
import Rulebook
import Testing

@testable import Importers

struct SettingsLinesTests {
  private static let head = "# mina\norganisation:\n  namn: Prov # vi\n"
  private static let heading = ["", "# om år", "år:"]

  private static func adding(_ text: String, lines: [String] = ["2026:", "  #stämma:"]) -> String? {
    SettingsLines(Array(text.utf8), file: "dualbokslut.yaml")?
      .adding([(.years(heading: heading), lines)]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("without the section it is begun at the end, with the file's own line ends and mark")
  func begun() {
    #expect(
      Self.adding(Self.head) == Self.head + "\n# om år\når:\n  2026:\n    #stämma:\n")
    let dos = Self.head.replacing("\n", with: "\r\n")
    #expect(Self.adding(dos) == dos + "\r\n# om år\r\når:\r\n  2026:\r\n    #stämma:\r\n")
    let cut = String(Self.head.dropLast())
    #expect(Self.adding(cut) == Self.adding(Self.head))
    let marked = SettingsLines(
      [0xEF, 0xBB, 0xBF] + Array(Self.head.utf8), file: "dualbokslut.yaml")?
      .adding([(.years(heading: Self.heading), ["2026:"])])
    #expect(marked?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
  }

  @Test("in the section a year goes last, indented as its neighbours, before what comes after")
  func inside() {
    let before = """
      ar:
          '2025':
              # mina
              noter:
                  Egen: >
                    en text

                    # till
              #styrelse:

      # om utfall

      """
    let after = "utfall: utfall\n"
    let added = before.replacing(
      "        #styrelse:\n", with: "        #styrelse:\n    2026:\n      #stämma:\n")
    #expect(Self.adding(Self.head + before + after) == Self.head + added + after)
  }

  @Test("a blank section or year takes lines")
  func blank() {
    #expect(Self.adding(Self.head + "år:\n") == Self.head + "år:\n  2026:\n    #stämma:\n")
    #expect(
      Self.adding(Self.head + "år:\n  2025:\n    #stämma:\n# sist\n")
        == Self.head + "år:\n  2025:\n    #stämma:\n  2026:\n    #stämma:\n# sist\n")
  }

  @Test(
    "what is not in block style, or ends early, is refused",
    arguments: [
      "år: {2025: {medelantal anställda: 14}}\n", "år: 2025\n", "år: [2025]\n", "...\n",
      "---\nnamn: två\n",
    ])
  func refused(text: String) { #expect(Self.adding(Self.head + text) == nil) }

  @Test("a file that is no map of keys has no lines")
  func noSettings() {
    for text in ["", "bara text\n", "- lista\n", "a: b: c\n", "{organisation: {namn: Prov}\n"] {
      #expect(SettingsLines(Array(text.utf8), file: "dualbokslut.yaml") == nil)
    }
    #expect(SettingsLines([0x61, 0x3A, 0xFF], file: "dualbokslut.yaml") == nil)
    #expect(Self.adding("{organisation: {namn: Prov}}\n") == nil)
  }

  @Test("lines that would change what stands there are refused")
  func changing() {
    #expect(Self.adding(Self.head + "år:\n  2025:\n", lines: ["2026: 'öppet"]) == nil)
    #expect(Self.adding(Self.head, lines: ["2026:", "  a: b: c"]) == nil)
  }

  @Test("a value takes lines after its row, a comment of its own included")
  func values() throws {
    let text = """
      värden:
      - id: ett
        värde: 1
        källa: |
          text

          # text
        # min
      # om två
      - värde: 2
        id: två

      """
    let lines = try #require(
      SettingsLines(Array((Self.head + text).utf8), file: "dualbokslut.yaml"))
    func added(line: Int) -> String? {
      lines.adding([(.value(SourceLocation(file: "", line: line)), ["#- id: nytt"])])
        .map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      added(line: 5)
        == Self.head + text.replacing("  # min\n", with: "  # min\n#- id: nytt\n"))
    #expect(added(line: 14) == Self.head + text + "#- id: nytt\n")
    #expect(added(line: 2) == nil)
  }
}
