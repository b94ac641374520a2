// `dualbokslut konton` as a treasurer runs it: before there is a register, and to paste from it.

import Foundation
import Testing

struct KontonCommandTests {
  private static let base = Tool.fixtures.appending(path: "Diagnostics/base")
  private static let sample = Tool.root.appending(path: "samples/kafe-kardemumma")

  /// A folder with the books of an enterprise and these settings; nil leaves the file out.
  private func folder(
    _ work: TemporaryFolder, books: URL = sample.appending(path: "bokforing"), settings: String?
  ) throws -> URL {
    let folder = work.url.appending(path: "mapp")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: books, to: folder.appending(path: "bokforing"))
    if let settings {
      try Data(settings.utf8).write(to: folder.appending(path: "dualbokslut.yaml"))
    }
    return folder
  }

  private static let head = "organisation:\n  namn: Kafé Kardemumma\n  form: ekonomisk förening\n"

  /// Books of one year with accounts of these names, each with 1 000 kr of income; `gone` had 500
  /// the year before.
  private func books(
    _ accounts: [(String, String)], gone: [(String, String)] = [], in work: TemporaryFolder
  ) throws -> URL {
    let books = work.url.appending(path: "egna")
    try FileManager.default.createDirectory(at: books, withIntermediateDirectories: true)
    let names = (accounts + gone).map { "#KONTO \($0.0) \"\($0.1)\"\n" }.joined()
    let results =
      accounts.map { "#RES 0 \($0.0) -1000.00\n" }.joined()
      + gone.map { "#RES -1 \($0.0) -500.00\n" }.joined()
    let text =
      "#FLAGGA 0\n#PROGRAM \"prov\" 1\n#FORMAT PC8\n#GEN 20260115\n#SIETYP 1\n"
      + "#FNAMN \"Prov\"\n#RAR 0 20250101 20251231\n#RAR -1 20240101 20241231\n"
      + "#KONTO 1930 \"Bank\"\n\(names)"
      + "#UB 0 1930 \(accounts.count * 1000).00\n\(results)"
    let bytes = try #require(text.data(using: .isoLatin1))
    // #FORMAT PC8 is code page 437; what is not ASCII is written as it stands there.
    let codes: [UInt8: UInt8] = [
      0xE5: 0x86, 0xE4: 0x84, 0xF6: 0x94, 0xC5: 0x8F, 0xC4: 0x8E, 0xD6: 0x99,
    ]
    try Data(bytes.map { codes[$0] ?? $0 }).write(to: books.appending(path: "2025.se"))
    return books
  }

  @Test("accounts with amounts of both years, and how each is placed by rule or by default")
  func text() throws {
    let run = try Tool.run(["konton", "samples/kafe-kardemumma"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    let places = try #require(lines.first { $0.hasPrefix("3042 ") })
    #expect(places.contains("träningsplatser") && places.contains("arbetsförmedlingen"))
    #expect(places.contains("köpta träningsplatser") && places.contains("regeln på rad "))
    let rent = try #require(lines.first { $0.hasPrefix("5010 ") })
    #expect(rent.contains("inköp") && rent.contains("ingen regel, enligt BAS"))
    #expect(lines.contains { $0.contains(" 2025 ") && $0.contains(" 2024 ") })
    // The line that the table names is the rule's in the file.
    let settings = try String(
      contentsOf: Self.sample.appending(path: "dualbokslut.yaml"), encoding: .utf8
    ).split(separator: "\n", omittingEmptySubsequences: false)
    let number = try #require(places.split(separator: " ").last.flatMap { Int($0) })
    #expect(settings[number - 1].contains("konton: 3042"))
  }

  @Test("CSV: amounts of the file itself, income positive, in columns that programs read")
  func csv() throws {
    let work = try TemporaryFolder()
    let run = try Tool.run(["konton", "samples/bryggan", "--format", "csv"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let file = work.url.appending(path: "konton.csv")
    try Data(run.output.replacing("\n", with: "\r\n").utf8).write(to: file)
    let rows = try CSVTable(file).rows
    // Årets resultat by the file's own #RES lines.
    let sie = try String(
      decoding: Data(contentsOf: Tool.root.appending(path: "samples/bryggan/bokforing/2025.se")),
      as: UTF8.self)
    for (column, year) in [("amount", "0"), ("amount_before", "-1")] {
      let stated = try sie.split(whereSeparator: \.isNewline).compactMap { line -> Int? in
        let fields = line.split(separator: " ")
        guard fields.count > 3, fields[0] == "#RES", fields[1] == year,
          !fields[2].hasPrefix("899")
        else { return nil }
        return try CSVTable.ore(String(fields[3]))
      }.reduce(0, -)
      let shown = try rows.filter { $0[column] != "" }.map { try $0.ore(column) }.reduce(0, +)
      #expect(shown == stated, "\(column)")
    }
    // Account 3035 is divided: an object's rule takes its postings, another the rest.
    let parts = rows.filter { $0["account"] == "3035" }
    #expect(parts.map { $0["object"] } == ["6:P12", ""])
    #expect(parts.map { $0["kind"] } == ["träningsplatser", "försäljning"])
    // Last year's postings of object P12 and of P01, by the vouchers of last year's own file.
    #expect(parts.map { $0["amount_before"] } == ["163700.00", "311000.00"])
  }

  @Test("what is pasted reads back, places the accounts, and leaves the rest to be chosen")
  func paste() throws {
    let work = try TemporaryFolder()
    let folder = try folder(work, settings: Self.head)
    let proposed = try Tool.run(["konton", "mapp", "--format", "yaml"], in: work.url)
    #expect(proposed.status == 0 && proposed.errors.isEmpty, "\(proposed.errors)")
    #expect(proposed.output.hasPrefix("kopplingar:\n"))
    #expect(proposed.output.contains("  # 3988 Lönestöd\n  - konton: 3988\n    slag: lönestöd\n"))
    #expect(
      proposed.output.contains("  - konton: 3041\n    slag: träningsplatser\n    aktör: kommun\n"))
    #expect(!proposed.output.contains("konton: 5010"))
    try Data((Self.head + proposed.output).utf8).write(
      to: folder.appending(path: "dualbokslut.yaml"))
    let check = try Tool.run(["check", "mapp"], in: work.url)
    #expect(check.status == 0, "\(check.errors)")
    #expect(!check.errors.contains("[SET"), "\(check.errors)")
    // Nothing that has a rule is proposed again; what a name did not tell still is.
    let again = try Tool.run(["konton", "mapp", "--format", "yaml"], in: work.url)
    #expect(!again.output.contains("\n  - konton:"), "\(again.output)")
    let table = try Tool.run(["konton", "mapp"], in: work.url)
    let row = try #require(table.output.split(separator: "\n").first { $0.hasPrefix("3988 ") })
    #expect(row.contains("regeln på rad "))
  }

  @Test(
    "beside rules that are there the proposal is pasted last, as they are indented",
    arguments: ["", "  ", "      "])
  func pasteBeside(margin: String) throws {
    let work = try TemporaryFolder()
    let rule = "kopplingar:\n\(margin)- konton: 3051\n\(margin)  slag: försäljning\n"
    let folder = try folder(work, settings: Self.head + rule)
    let proposed = try Tool.run(["konton", "mapp", "--format", "yaml"], in: work.url).output
    #expect(!proposed.contains("kopplingar:") && proposed.hasPrefix("\(margin)# "))
    #expect(!proposed.contains("konton: 3051"))
    try Data((Self.head + rule + proposed).utf8).write(
      to: folder.appending(path: "dualbokslut.yaml"))
    let check = try Tool.run(["check", "mapp"], in: work.url)
    #expect(check.status == 0 && !check.errors.contains("[SET"), "\(check.errors)")
  }

  @Test("a proposal of nothing but open questions pastes too, and names cannot break out of it")
  func openQuestions() throws {
    let work = try TemporaryFolder()
    let books = try books(
      [
        ("3010", "Interntransporter"), ("3020", "Bidrag: {allt} # ja"), ("3981", "EU-bidrag"),
        ("301101", "Lönebidrag"), ("301102", "Medlemsavgifter"), ("3070", "850101-2382"),
      ], in: work)
    let folder = try folder(work, books: books, settings: Self.head)
    let proposed = try Tool.run(["konton", "mapp", "--format", "yaml"], in: work.url)
    #expect(proposed.status == 0, "\(proposed.errors)")
    #expect(proposed.output.hasPrefix("#kopplingar:\n"))
    #expect(proposed.output.contains("# Lägg först till EU under aktörer"))
    #expect(proposed.output.contains("  # 301102 Medlemsavgifter\n"))
    #expect(!proposed.output.contains("850101"))
    let isActive = proposed.output.split(separator: "\n").contains { line in
      !line.drop { $0 == " " }.hasPrefix("#")
    }
    #expect(!isActive)
    try Data((Self.head + proposed.output).utf8).write(
      to: folder.appending(path: "dualbokslut.yaml"))
    let check = try Tool.run(["konton", "mapp"], in: work.url)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test("an account of last year alone is shown as BAS has it, and no rule is proposed for it")
  func lastYearAlone() throws {
    let work = try TemporaryFolder()
    let books = try books(
      [("3010", "Medlemsavgifter")], gone: [("3988", "Lönebidrag"), ("3050", "Gåvor")], in: work)
    _ = try folder(work, books: books, settings: Self.head)
    let run = try Tool.run(["konton", "mapp"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let row = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("3988 ") })
    let cells = row.split(separator: " ").map(String.init)
    #expect(cells.contains("0,00") && cells.contains("500,00") && cells.contains("lönestöd"))
    #expect(run.output.contains("- konton: 3010\n"))
    #expect(!run.output.contains("konton: 3988") && !run.output.contains("konton: 3050"))
  }

  @Test("what is missing in the settings does not stop it: init's own file, and none at all")
  func holes() throws {
    let work = try TemporaryFolder()
    #expect(try Tool.run(["init", "ny"], in: work.url).status == 0)
    let ny = work.url.appending(path: "ny/bokforing")
    try FileManager.default.removeItem(at: ny)
    try FileManager.default.copyItem(at: Self.base.appending(path: "bokforing"), to: ny)
    _ = try folder(work, books: Self.base.appending(path: "bokforing"), settings: nil)
    for name in ["ny", "mapp"] {
      let run = try Tool.run(["konton", name], in: work.url)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output.contains("slag: lönestöd"))
    }
  }

  @Test("a rule that takes nothing is shown, and one with a hole in it still takes its accounts")
  func idleRules() throws {
    let work = try TemporaryFolder()
    _ = try folder(
      work,
      settings: Self.head
        + "kopplingar:\n  - konton: 3777, 3778-3779\n    slag: gåva\n  - konton: 3993\n    slag:\n")
    let run = try Tool.run(["konton", "mapp"], in: work.url)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("  rad 5: konton 3777\n  rad 5: konton 3778-3779\n"))
    #expect(!run.output.contains("- konton: 3993"))
  }

  @Test("books that cannot be read, wrong rules and a folder that is not there stop it")
  func refusals() throws {
    let work = try TemporaryFolder()
    let missing = try Tool.run(["konton", "saknas"], in: work.url)
    #expect(missing.status == 66 && missing.errors.contains("CMD001") && missing.output.isEmpty)
    let folder = try folder(
      work, settings: Self.head + "kopplingar:\n  - konton: 3051\n    slag: gava2\n")
    let wrong = try Tool.run(["konton", "mapp"], in: work.url)
    #expect(wrong.status == 65 && wrong.errors.contains("SET0") && wrong.output.isEmpty)
    try Data(Self.head.utf8).write(to: folder.appending(path: "dualbokslut.yaml"))
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "bokforing").path)
    {
      try Data("#FLAGGA 0\n#RAR 0 20250101 20251231\n".utf8).write(
        to: folder.appending(path: "bokforing/\(name)"))
    }
    #expect(try Tool.run(["konton", "mapp"], in: work.url).status == 65)
    try FileManager.default.removeItem(at: folder.appending(path: "bokforing"))
    let none = try Tool.run(["konton", "mapp"], in: work.url)
    #expect(none.status == 66 && none.errors.contains("CMD003"), "\(none.errors)")
  }

  @Test("in English, and for another year")
  func english() throws {
    let run = try Tool.run(
      ["konton", "samples/bryggan", "--language", "en", "--year", "-1"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Result accounts 2024  Bryggan"))
    #expect(
      try Tool.run(["konton", "samples/bryggan", "--year", "1999"]).errors.contains("CMD008"))
  }
}
