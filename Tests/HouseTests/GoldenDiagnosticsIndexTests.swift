// docs/diagnostics.md is the index of the catalogue; `make goldens` rewrites it.

import Diagnostics
import Foundation
import Testing

struct GoldenDiagnosticsIndexTests {
  private static let rooms = [
    ("SIE", "SIE-filer"), ("BOK", "Det första bokslutet"), ("SET", "Inställningar"),
    ("PAR", "Parametrar"), ("REG", "Utfallsregistret"), ("XLS", "Arbetsböcker"),
    ("KAL", "Det andra bokslutet"), ("CMD", "Kommandon"), ("INI", "Mallar"),
  ]

  private var index: String {
    var text = """
      # Meddelanden

      Varje meddelande har en kod, en plats, vad som hittades, vad det betyder och vad man gör.
      *error* gör en siffra fel och stoppar rapporten, *warning* ändrar en siffra, *note* är bara udda.
      Under `Tests/Fixtures/Diagnostics/<KOD>/` finns ett exempel på varje kod. Listan skrivs av
      `make goldens` ur katalogen (`Sources/Diagnostics/Data`).

      """
    for (prefix, title) in Self.rooms {
      let entries = DiagnosticCatalogue.shared.entries
        .filter { $0.code.rawValue.hasPrefix(prefix) }
      guard !entries.isEmpty else { continue }
      text +=
        "\n## \(title)\n\n| kod | | hittades | betyder | gör så här |\n|---|---|---|---|---|\n"
      for entry in entries {
        guard let swedish = entry.texts[.swedish] else { continue }
        let cells = [
          entry.code.rawValue, entry.severity.rawValue, swedish.found, swedish.meaning,
          swedish.remedy,
        ].map { $0.replacing("|", with: "\\|") }
        text += "| \(cells.joined(separator: " | ")) |\n"
      }
    }
    return text
  }

  @Test("docs/diagnostics.md lists every code as the catalogue has it")
  func indexOfCatalogue() throws {
    let file = House.root.appending(path: "docs/diagnostics.md")
    if ProcessInfo.processInfo.environment["DUALBOKSLUT_REWRITE_GOLDENS"] != nil {
      try Data(index.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == index)
  }

  @Test("every code belongs to a room of the index")
  func rooms() {
    for entry in DiagnosticCatalogue.shared.entries {
      #expect(Self.rooms.contains { entry.code.rawValue.hasPrefix($0.0) })
    }
  }
}
