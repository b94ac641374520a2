// `dualbokslut init DIR --next-year`: a folder carried on, nothing lost.

import Exporters
import Foundation
import Testing

struct NextYearCommandTests {
  @Test("the settings get the new year, every line of theirs stays, and a second run does nothing")
  func settings() throws {
    let folder = try SmallFolder()
    let before = try folder.text("dualbokslut.yaml")
    let done = try folder.run("init", "prov", "--next-year")
    #expect(done.status == 0 && done.errors.isEmpty, "\(done.errors)")
    #expect(done.output.contains("2026 är öppnat (2026-01-01 – 2026-12-31)"))
    #expect(!done.output.contains("{"))
    let after = try folder.text("dualbokslut.yaml")
    #expect(after.hasPrefix(before))
    // What asf said of the old year is kept as the old year's; the new one stands open.
    #expect(after.contains("  2025:\n    # Förra årets uppgifter så som de står under asf.\n"))
    #expect(after.contains("      vid årets slut: 12\n    disposition:\n      utdelning: 0\n"))
    #expect(after.contains("\n      vid årets slut: # FYLL I\n"))
    #expect(after.contains("\n    #stämma:\n") && after.contains("2025 slutade med 12."))
    #expect(!after.contains("{"))

    let files = try folder.work.files()
    let again = try folder.run("init", "prov", "--next-year")
    #expect(again.status == 0 && again.output.contains("2026 är redan öppnat"))
    #expect(try folder.work.files() == files)
    // The old year is reported as before, whatever stands open in the new one.
    let check = try folder.run("check", "prov")
    #expect(check.status == 0 && !check.errors.contains("warning["), "\(check.errors)")
  }

  @Test("the register is left as it is, and the list tells what it leaves open")
  func register() throws {
    let folder = try SmallFolder()
    let before = try folder.work.files()
    _ = try folder.run("init", "prov", "--next-year")
    let after = try folder.work.files()
    for (path, bytes) in before where path != "prov/dualbokslut.yaml" {
      #expect(after[path] == bytes, "\(path)")
    }
    #expect(
      Set(after.keys).subtracting(before.keys) == [
        "prov/att-gora-2026.md", "prov/bokforing/inväntar-2026.txt",
      ])
    let list = try folder.text("att-gora-2026.md")
    #expect(list.contains("2026-01-01 – 2026-12-31 i bokforing"))
    #expect(list.contains("D01: anställd sedan 2025-01-01, inget slut 2025-12-31."))
    #expect(!list.contains("D02: anställd") && !list.contains("D03: träningsplats"))
    // Left on the last day of June, so it counts from July; what was told in December is no answer
    // on the day six months after, which is 1 January.
    #expect(list.contains("D02: 6 månader efter övergången 2025-07-01 (arbete). Fråga 2026-01-01"))
    #expect(list.contains("D02: 12 månader efter övergången 2025-07-01 (arbete). Fråga 2026-07-01"))
    #expect(!list.contains("D04") && !list.contains("{"))
    #expect(try folder.text("bokforing/inväntar-2026.txt").contains("2026.se"))
    let english = try SmallFolder()
    _ = try english.run("init", "prov", "--next-year", "--language", "en")
    #expect(try english.text("att-gora-2026.md").contains("# To do for 2026"))
  }

  @Test("values that end are opened as lines that are switched off, never copied")
  func values() throws {
    let folder = try SmallFolder()
    let before = try folder.text("dualbokslut.yaml")
    let row = "    från: 2024-01-01\n    källa: kommunens medelvärde\n"
    let ended = "    från: 2024-01-01\n    till: 2025-12-31\n    källa: kommunens medelvärde\n"
    try folder.write(before.replacing(row, with: ended), to: "dualbokslut.yaml")
    let done = try folder.run("init", "prov", "--next-year")
    #expect(done.output.contains("nytt värde behövs för försörjningsstöd"))
    let after = try folder.text("dualbokslut.yaml")
    #expect(
      after.contains(
        ended + "  # 2026: försörjningsstöd ovan gäller till och med 2025-12-31. "
          + "Skriv det nya värdet med källa, och ta bort #.\n"
          + "  #- id: försörjningsstöd\n    #värde:\n    #enhet: kr/månad\n"
          + "    #från: 2026-01-01\n    #källa:\n  - id: aktivitetsstöd\n"))
    #expect(after.components(separatedBy: "9850").count == 2)
    #expect(
      try folder.text("att-gora-2026.md").contains("försörjningsstöd gäller till och med 2025"))
  }

  @Test("last year's words get its name, and the new year's begin with prompts")
  func story() throws {
    let folder = try SmallFolder()
    try folder.write("# Vårt år\n", to: "berattelse.md")
    try folder.write("Kalle\n", to: "exempel.md")
    let done = try folder.run("init", "prov", "--next-year")
    #expect(done.output.contains("berattelse.md är nu berattelse-2025.md"))
    #expect(try folder.text("berattelse-2025.md") == "# Vårt år\n")
    #expect(try folder.text("exempel-2025.md") == "Kalle\n")
    #expect(try folder.text("berattelse.md").contains("[Skriv här"))
    #expect(try folder.work.files()["prov/exempel.md"] == nil)
    // The prompts are the new year's: they are no warning of the old one.
    #expect(try !folder.run("check", "prov").errors.contains("INI003"))
    // Words that say their year already stay, and so does what stands beside them.
    let named = try SmallFolder()
    try named.write("förra\n", to: "berattelse-2025.md")
    try named.write("nya\n", to: "berattelse.md")
    _ = try named.run("init", "prov", "--next-year")
    #expect(try named.text("berattelse-2025.md") == "förra\n")
    #expect(try named.text("berattelse.md") == "nya\n")
    // A template that nobody has written on is no text of last year's.
    let blank = try SmallFolder()
    try blank.write(String(decoding: NextYearTemplate.story, as: UTF8.self), to: "berattelse.md")
    _ = try blank.run("init", "prov", "--next-year")
    #expect(try blank.work.files()["prov/berattelse-2025.md"] == nil)
  }

  @Test("what cannot be told or read is refused, and nothing is changed")
  func refused() throws {
    func refuses(_ code: String, _ status: Int32, _ change: (SmallFolder) throws -> Void) throws {
      let folder = try SmallFolder()
      try change(folder)
      let before = try folder.work.files()
      let outcome = try folder.run("init", "prov", "--next-year")
      #expect(outcome.status == status && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      #expect(try folder.work.files() == before)
    }
    try refuses("INI020", 66) { folder in
      try FileManager.default.removeItem(at: folder.url.appending(path: "bokforing/2025.se"))
    }
    try refuses("INI020", 65) { folder in
      try folder.replaceBooks([("20250101", "20251231", "20250610", "20250615")])
    }
    try refuses("INI021", 65) { try $0.add(settings: "okänd: nyckel\n") }
    try refuses("INI021", 65) { try $0.write("Deltagare\n", to: "utfall/deltagare.csv") }
    try refuses("INI021", 65) { try $0.write("trasig", to: "bokforing/2024.se") }
    try refuses("INI021", 65) { try $0.write("850315-1238\n", to: "berattelse.md") }
    try refuses("INI022", 65) { try $0.add(settings: "år: {2025: {medelantal anställda: 3}}\n") }
    let none = try SmallFolder()
    #expect(try none.run("init", "saknas", "--next-year").status == 66)
    #expect(try none.run("init", "prov", "--next-year", "--csv").status == 64)
  }

  @Test("year after year: shortened, broken, with the new year's file there already")
  func years() throws {
    let broken = try SmallFolder()
    try broken.replaceBooks([
      ("20240501", "20250430", "20250910", "20240615"),
      ("20250501", "20251231", "20260210", "20250615"),
    ])
    let done = try broken.run("init", "prov", "--next-year")
    #expect(done.output.contains("2026 är öppnat (2026-01-01 – 2026-12-31)"), "\(done.errors)")
    #expect(try broken.text("dualbokslut.yaml").contains("\n  2025-12:\n"))

    let begun = try SmallFolder()
    try begun.replaceBooks([
      ("20240501", "20250430", "20250910", "20240615"),
      ("20250501", "20251231", "20251010", "20250615"),
    ])
    let short = try begun.run("init", "prov", "--next-year")
    #expect(short.output.contains("2025-12 är öppnat (2025-05-01 – 2025-12-31)"), "\(short.errors)")
    #expect(try begun.text("dualbokslut.yaml").contains("\n  2025-04:\n"))

    // Filled in, the year after is opened beside it.
    let folder = try SmallFolder()
    _ = try folder.run("init", "prov", "--next-year")
    try folder.replaceBooks([
      ("20250101", "20251231", "20260210", "20250615"),
      ("20260101", "20261231", "20270210", "20260615"),
    ])
    let holes = try folder.run("check", "prov")
    #expect(holes.status == 65 && holes.errors.contains("[SET140]"))
    #expect(try folder.run("check", "prov", "--year", "2025").status == 0)
    try folder.write(
      folder.text("dualbokslut.yaml").replacing(
        "vid årets slut: # FYLL I", with: "vid årets slut: 15"),
      to: "dualbokslut.yaml")
    #expect(try !folder.run("check", "prov").errors.contains("SET140"))
    let next = try folder.run("init", "prov", "--next-year")
    #expect(next.output.contains("2027 är öppnat"))
    let text = try folder.text("dualbokslut.yaml")
    #expect(text.contains("2026 slutade med 15.") && text.contains("\n      vid årets slut: 15\n"))
  }
}
