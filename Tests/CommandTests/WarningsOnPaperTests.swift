// What the terminal warns about stands in the report that a board signs, once each.

import Diagnostics
import Foundation
import Interchange
import Testing

struct WarningsOnPaperTests {
  /// The codes of the warnings that a run printed, sorted.
  private func told(_ run: Tool.Outcome) -> [String] {
    run.errors.matches(of: /warning\[([A-Z]+\d+)\]/).map { String($0.output.1) }.sorted()
  }

  /// Holds a strict run's terminal, exit code, Avstämning, first sheet and package together; gives
  /// the rows of Avstämning that warn, or nil where there is no report.
  @discardableResult
  private func compare(_ run: Tool.Outcome, in work: TemporaryFolder) throws -> [CSVTable.Row]? {
    guard run.status == 0 || run.status == 1 else { return nil }
    let codes = told(run)
    #expect(run.status == (codes.isEmpty ? 0 : 1), "\(run.errors)")
    let output = work.url.appending(path: "ut")
    let id = try #require(try FileManager.default.contentsOfDirectory(atPath: output.path).first)
    let years = try FileManager.default.contentsOfDirectory(
      atPath: output.appending(path: id).path)
    let edition = output.appending(path: "\(id)/\(try #require(years.first))/intern")
    let rows = try CSVTable(edition.appending(path: "csv/avstamning.csv")).rows
    let warned = rows.filter { $0["outcome"] == "warning" }
    #expect(warned.compactMap { $0["code"] }.sorted() == codes, "\(run.errors)")
    for row in rows {
      let group = try #require(row["group"])
      #expect(["books", "register", "internal"].contains(group))
      if row["check"] == row["code"] {
        #expect(row["left"] == "" && row["right"] == "" && row["difference"] == "")
        #expect(row["text"]?.isEmpty == false)
      }
      // Nobody's row of the register and no word of the program.
      for word in ["D01", "D02", "D03", "D04", ".csv", "wage-subsidy", "placement-income"] {
        #expect(row["text"]?.contains(word) == false, "\(row.fields)")
      }
    }
    let package = try BokslutPackage(
      bytes: Data(contentsOf: edition.appending(path: "bokslut.json")))
    let warnings = try #require(package.warnings)
    #expect(warnings.number == codes.count)
    #expect((warnings.gravest == nil) == codes.isEmpty)
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(
      texts.contains(
        codes.isEmpty
          ? "Avstämningen har inga varningar." : "Varningar i avstämningen: \(codes.count)."))
    return warned
  }

  @Test(
    "the samples' terminal and paper say the same",
    arguments: ["bryggan", "hjulverkstan", "kafe-kardemumma", "tradgardsvagnen"])
  func samples(name: String) throws {
    let work = try TemporaryFolder()
    let run = try Tool.run(
      [
        "report", Tool.root.appending(path: "samples/\(name)").path, "--output", "ut", "--strict",
      ], in: work.url)
    #expect(try compare(run, in: work) != nil, "\(run.errors)")
  }

  /// The reproducers whose code is a warning.
  private static let warnings = Reproducer.allCodes.filter {
    DiagnosticCatalogue.shared.entry(for: DiagnosticCode(rawValue: $0)).severity == .warning
  }

  @Test("so do those of what is broken, warning by warning", arguments: warnings)
  func broken(code: String) throws {
    let work = try TemporaryFolder()
    try Reproducer(code: code).lay(over: work.url.appending(path: "DIR"))
    let run = try Tool.run(["report", "DIR", "--output", "ut", "--strict"], in: work.url)
    guard let rows = try compare(run, in: work) else { return }
    // A finding of the folder reaches the paper; one of `check FILE` alone has no folder.
    if Reproducer(code: code).isOfFolder {
      #expect(rows.contains { $0["code"] == code }, "\(run.errors)")
    }
  }

  /// The seal of SIE is broken, or the amounts are no kronor: the board must know.
  @Test(
    "a warning of the SIE file reaches the paper",
    arguments: [
      ("#KSUMMA", "#KSUMMA 1\n", "SIE047"), ("#VALUTA EUR", "", "SIE018"),
    ])
  func ofTheFile(head: String, end: String, code: String) throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let file = folder.appending(path: "bokforing/2025.se")
    let text = try String(contentsOf: file, encoding: .isoLatin1)
    let changed = text.replacing("#FLAGGA 0\n", with: "#FLAGGA 0\n\(head)\n") + end
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .isoLatin1)
    let run = try Tool.run(["report", "DIR", "--output", "ut", "--strict"], in: work.url)
    let rows = try #require(try compare(run, in: work), "\(run.errors)")
    #expect(rows.map { $0["code"] } == [code])
    #expect(rows.map { $0["group"] } == ["books"])
  }

  /// The small sound enterprise with one of its files changed.
  private func changed(
    _ path: String, in work: TemporaryFolder, _ change: (String) -> String
  ) throws {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The only warning's row of Avstämning, and the gravest in the package.
  private func only(in work: TemporaryFolder) throws -> (row: CSVTable.Row, gravest: String) {
    let run = try Tool.run(["report", "DIR", "--output", "ut", "--strict"], in: work.url)
    let rows = try #require(try compare(run, in: work), "\(run.errors)")
    #expect(rows.count == 1, "\(run.errors)")
    let package = try BokslutPackage(
      bytes: Data(
        contentsOf: try WrittenEdition.folder(work, "ut", "2025").appending(path: "bokslut.json")))
    return (try #require(rows.first), try #require(package.warnings?.gravest))
  }

  @Test("books that may be another enterprise's are told against the books")
  func anothersBooks() throws {
    let work = try TemporaryFolder()
    try changed("dualbokslut.yaml", in: work) {
      $0.replacing("  organisationsnummer: 769600-0000\n", with: "")
        .replacing("namn: Provbryggan ekonomisk förening", with: "namn: Bron ekonomisk förening")
    }
    let warning = try only(in: work).row
    #expect(warning["code"] == "CMD036")
    #expect(warning["group"] == "books")
  }

  @Test("a check that differs says so on the first page, and not only why")
  func saysThatItDiffers() throws {
    let work = try TemporaryFolder()
    try changed("utfall/anstallningar.csv", in: work) {
      $0.replacing(";lönebidrag;9000", with: ";lönebidrag;5000")
    }
    let (row, gravest) = try only(in: work)
    #expect(row["check"] == "wage-subsidy")
    #expect(
      gravest.hasPrefix(
        "Lönestöd enligt registret och bokföringen: kontrollen avviker. Trolig orsak: "))
  }

  @Test("amounts and days of the books are written as a document writes them")
  func readable() throws {
    let work = try TemporaryFolder()
    try changed("bokforing/2025.se", in: work) { text in
      text + """
        #VER Z 1 20251130 "prov"
        {
        #TRANS 1930 {} -3000.00
        #TRANS 5010 {} 3000.00
        }

        """
    }
    let (row, gravest) = try only(in: work)
    #expect(row["code"] == "SIE051")
    #expect(gravest.contains("2025-01-01 – 2025-12-31"))
    #expect(gravest.contains("1930: 3\u{A0}000,00"))
    #expect(!gravest.contains("--") && !gravest.contains("3000.00"))
  }

  @Test("without last year's own file the opening balance cannot be tested")
  func untestable() throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "bryggan")
    try FileManager.default.copyItem(
      at: Tool.root.appending(path: "samples/bryggan"), to: folder)
    func row(_ output: String) throws -> CSVTable.Row? {
      let run = try Tool.run(["report", "bryggan", "--output", output], in: work.url)
      #expect(run.status == 0, "\(run.errors)")
      return try CSVTable(
        work.url.appending(path: "\(output)/bryggan/2025/intern/csv/avstamning.csv")
      ).rows.first { $0["check"] == "opening-balance" }
    }
    func texts(_ output: String) throws -> String {
      try WrittenEdition.texts(
        ofWorkbookIn: work.url.appending(path: "\(output)/bryggan/2025/intern"))
    }
    let whole = try #require(try row("hel"))
    #expect(whole["outcome"] == "ok")
    let (left, right) = (try whole.ore("left"), try whole.ore("right"))
    #expect(left > 0)
    #expect(try whole.ore("difference") == left - right)
    #expect(try !texts("hel").contains("kan inte prövas"))
    try FileManager.default.removeItem(at: folder.appending(path: "bokforing/2024.se"))
    let alone = try #require(try row("ensam"))
    #expect(alone["outcome"] == "untestable")
    #expect(alone["left"] == "" && alone["difference"] == "")
    #expect(try texts("ensam").contains("kan inte prövas"))
    #expect(
      try !texts("ensam").contains("Varje konto öppnar med förra årets utgående balans"))
  }
}
