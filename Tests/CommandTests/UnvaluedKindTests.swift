// Keys of `antaganden` that are left out: the kind is not valued, and the report says so.

import Foundation
import Testing

struct UnvaluedKindTests {
  /// A report of the base enterprise with changed settings.
  private func report(
    _ work: TemporaryFolder, _ change: (String) -> String
  ) throws -> (run: Tool.Outcome, edition: URL?) {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let file = folder.appending(path: "dualbokslut.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    return (run, run.status == 0 ? try WrittenEdition.folder(work, "ut", "2025") : nil)
  }

  /// The settings without the lines from one text up to another.
  private static func without(_ from: String, upTo: String) -> (String) -> String {
    { text in
      guard let start = text.range(of: from),
        let end = text.range(of: upTo, range: start.upperBound..<text.endIndex)
      else { return text }
      return text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
    }
  }

  private static let cases: [(name: String, outcome: String, missing: String)] = [
    ("whole employment", "anställning", "dödvikt, undanträngning, andras bidrag"),
    (
      "whole transition", "övergång",
      "dödvikt, undanträngning, andras bidrag, horisont, bekräftelsetid"
    ),
    ("whole place", "träningsplats", "dödvikt, undanträngning, andras bidrag"),
    ("employment's deadweight", "anställning", "dödvikt"),
    ("horizon", "övergång", "horisont"),
    ("confirmation", "övergång", "bekräftelsetid"),
    ("price", "träningsplats", "pris"),
  ]

  private static func change(_ name: String) -> (String) -> String {
    switch name {
    case "whole employment": without("  anställning:\n", upTo: "  övergång:\n")
    case "whole transition": without("  övergång:\n", upTo: "  träningsplats:\n")
    case "whole place": without("  träningsplats:\n", upTo: "  diskonteringsränta:\n")
    case "employment's deadweight": without("    dödvikt:\n", upTo: "    undanträngning: 5 %")
    case "horizon": without("    horisont", upTo: "    bekräftelsetid")
    case "confirmation": without("    bekräftelsetid", upTo: "    månadslön")
    default: without("      pris", upTo: "      källa: kommunens prislista")
    }
  }

  @Test("a kind or a key left out leaves that kind alone unvalued", arguments: cases)
  func leftOut(name: String, outcome: String, missing: String) throws {
    let work = try TemporaryFolder()
    let (run, written) = try report(work, Self.change(name))
    let edition = try #require(written, "\(run.errors)")
    let matrix = try CSVTable(edition.appending(path: "csv/aktorsmatris.csv")).rows
    #expect(!matrix.contains { $0["outcome"] == outcome })
    let others = Set(matrix.compactMap { $0["outcome"] }).subtracting([""])
    #expect(
      others == Set(["anställning", "övergång", "träningsplats"]).subtracting([outcome]),
      "\(others)")
    // No headline anywhere.
    let nets = try CSVTable(edition.appending(path: "csv/netto.csv")).rows
    #expect(Set(nets.compactMap { $0["measure"] }) == ["public_input", "ledger"])
    #expect(try CSVTable(edition.appending(path: "csv/bro.csv")).rows.isEmpty)
    let files = FileManager.default
    #expect(!files.fileExists(atPath: edition.appending(path: "csv/kanslighet.csv").path))
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(texts.contains("Antaganden saknas för \(outcome): \(missing)."))
    #expect(!texts.lowercased().contains("samhällets netto"))
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(check.status == 0)
    #expect(
      check.output.contains("Antaganden saknas för \(outcome): \(missing).")
        && check.output.hasSuffix(
          "En rapport utan årets samhällsnytta går att göra: dualbokslut report DIR\n"),
      "\(check.output)")
  }

  @Test(
    "without avtagande or diskonteringsränta only the social balance is left out",
    arguments: ["avtagande", "diskonteringsränta"])
  func onlyTheBalance(key: String) throws {
    let work = try TemporaryFolder()
    let (run, written) = try report(
      work,
      key == "avtagande"
        ? Self.without("    avtagande", upTo: "    horisont")
        : Self.without("  diskonteringsränta:\n", upTo: "värden:\n"))
    let edition = try #require(written, "\(run.errors)")
    let nets = try CSVTable(edition.appending(path: "csv/netto.csv")).rows
    #expect(nets.contains { $0["measure"] == "net" && $0["actor"] == "society" })
    #expect(
      !FileManager.default.fileExists(
        atPath: edition.appending(path: "csv/social-balans.csv").path))
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(texts.contains("antaganden saknas i dualbokslut.yaml (\(key))"))
  }

  @Test("a blank is a hole, and all holes are listed at once")
  func blank() throws {
    let work = try TemporaryFolder()
    let (run, _) = try report(work) {
      $0.replacing("avtagande: 15 %", with: "avtagande:").replacing("hög: 5 %", with: "hög:")
        .replacing("undanträngning: 5 %", with: "undanträngning:")
        .replacing("    bekräftelsetid: 6 månader\n", with: "")
    }
    #expect(run.status == 65)
    #expect(run.errors.contains("[SET061]: Antagandena har luckor (2)"), "\(run.errors)")
    #expect(!run.errors.contains("KAL006"))
  }

  @Test("a kind that the year has nothing of may be left out")
  func notCalledFor() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let places = folder.appending(path: "utfall/traningsplatser.csv")
    let text = try String(contentsOf: places, encoding: .utf8)
    try text.replacing("2025-", with: "2023-").write(to: places, atomically: true, encoding: .utf8)
    let file = folder.appending(path: "dualbokslut.yaml")
    try Self.change("whole place")(String(contentsOf: file, encoding: .utf8))
      .write(to: file, atomically: true, encoding: .utf8)
    let check = try Tool.run(["check", "DIR"], in: work.url)
    #expect(!check.output.contains("Antaganden saknas"), "\(check.output)\(check.errors)")
  }

  @Test("without a register försörjning and värden may hold holes")
  func noRegister() throws {
    let work = try TemporaryFolder()
    let (run, written) = try report(work) {
      $0.replacing("utfall: utfall\n", with: "")
        .replacing("    längst: 36 månader\n", with: "    längst:\n")
        .replacing("    värde: 9850\n", with: "    värde:\n")
    }
    #expect(run.status == 0 && written != nil, "\(run.errors)")
    // What stands there and is wrong is told even so.
    let other = try TemporaryFolder()
    let (wrong, _) = try report(other) {
      $0.replacing("utfall: utfall\n", with: "").replacing("värde: 9850", with: "värde: mycket")
    }
    #expect(wrong.status == 65 && wrong.errors.contains("[SET018]"), "\(wrong.errors)")
  }
}
