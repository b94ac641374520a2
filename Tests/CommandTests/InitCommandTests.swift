// `dualbokslut init` as a board uses it: a new folder, filled in, checked and reported.

import Exporters
import Foundation
import Importers
import Testing

struct InitCommandTests {
  /// What a board might write at each place marked FYLL I, by the key, or by what stands above it
  /// and the key.
  private static let answers = [
    "namn": "Provbryggan ekonomisk förening", "organisationsnummer": "769600-0000",
    "form": "ekonomisk förening", "kommun": "Karlskrona", "träningsplatser": "obetalda",
    "försörjningsstöd längst": "48 månader", "aktivitetsstöd längst": "24 månader",
    "längst": "12 månader", "sedan": "försörjningsstöd",
    "källa": "styrelsens beslut 2025-11-18", "bas": "30 %", "diskonteringsränta bas": "3,5 %",
    "horisont": "5 år", "bekräftelsetid": "6 månader", "månadslön": "25500", "värde": "9850",
    "aktivitetsstöd värde": "=aktivitetsstod.lagsta", "utvecklingsersättning värde": "163",
    "från": "2022-01-01", "till": "2025-12-31", "skatt kommun": "21,54 %", "region": "11,94 %",
    "konton": "6990-6999", "rad": "Övriga rörelsekostnader", "andel": "60 %", "pris": "8200",
    "skäl kommun": "daglig verksamhet enligt LSS", "tolerans": "5 %", "medlemmar": "23",
    "medelantal anställda": "14", "utdelning": "0", "certifiering": "SKOOPI", "agenda 2030": "8",
    "antaganden beslutade": "2025-11-18", "vid årets början": "21", "nya": "4", "utträdda": "2",
    "vid årets slut": "23", "insatser att återbetala": "1200", "mått": "övergångar till arbete",
    "styrelse namn": "Förnamn Efternamn", "roll": "ordförande", "Ställda säkerheter": "inga",
    "balanseras i ny räkning": "120000", "stämma": "2026-04-23", "fastställd": "2026-04-23",
  ]

  /// The settings with every blank filled in; `switchingOn` takes away the # of optional keys too.
  private static func filled(_ settings: String, switchingOn: Bool = false) -> String {
    var section = ""
    return settings.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var text = String(line)
      if switchingOn, let mark = text.firstIndex(where: { $0 != " " }), text[mark] == "#",
        let next = text[mark...].dropFirst().first, next != " "
      {
        text.remove(at: mark)
      }
      if text.hasSuffix(":") { section = text.trimming { " #:".contains($0) } }
      if let id = text.firstMatch(of: /- id: (.*)/) { section = String(id.1) }
      if text.hasSuffix("- # FYLL I") {
        return text.replacing("# FYLL I", with: answers[section] ?? "saknas")
      }
      guard let mark = text.range(of: ": # FYLL I") else { return text }
      let key = text[..<mark.lowerBound].trimming { " -#".contains($0) }
      let answer = answers["\(section) \(key)"] ?? answers[key] ?? "saknas"
      return "\(text[..<mark.lowerBound]): \(answer)"
    }.joined(separator: "\n")
  }

  private func read(_ settings: String) -> [String] {
    SettingsReader.read(Array(settings.utf8), file: "dualbokslut.yaml", folderName: "prov")
      .diagnostics.all.map { $0.rendered(in: .swedish) }
  }

  private func template(_ register: EnterpriseTemplate.Register) throws -> String {
    let files = try EnterpriseTemplate.files(register: register)
    let settings = try #require(files.first { $0.path == "dualbokslut.yaml" })
    return String(decoding: settings.bytes, as: UTF8.self)
  }

  @Test("filled in, the settings are accepted, with and without everything optional")
  func settings() throws {
    for register in [EnterpriseTemplate.Register.workbook, .tables] {
      let settings = try template(register)
      #expect(read(Self.filled(settings)) == [])
      #expect(read(Self.filled(settings, switchingOn: true)) == [])
    }
  }

  @Test("the settings explain every key, in block style, and mark each blank that must be filled")
  func everyKey() throws {
    let settings = try template(.workbook)
    for key in SettingsReader.topLevelKeys {
      #expect(
        settings.contains("\n\(key):") || settings.contains("\n#\(key):"), "\(key)")
    }
    let keys = [
      "id", "språk", "offentlig", "objekt", "dimension", "kod", "konton", "slag", "aktör", "kanal",
      "längst", "sedan", "alternativ placering", "andel", "pris", "bas", "låg", "hög", "avtagande",
      "enhet", "till", "minsta cell", "tolerans", "medlemmar", "utdelning", "certifiering",
      "agenda 2030",
    ]
    for key in keys {
      #expect(
        settings.wholeMatch(of: try Regex("(?s).*\\n *#?(- ?|#- )?#?\(key):.*")) != nil, "\(key)")
    }
    #expect(!settings.contains("{") && !settings.contains("\t"))
  }

  @Test("no source, rate or span stands in the template, switched on or off")
  func noFact() throws {
    let settings = try template(.workbook)
    var section = ""
    var seen = 0
    for line in settings.split(separator: "\n") {
      if let top = line.wholeMatch(of: /#?([a-zåäö]+):.*/) { section = String(top.1) }
      let decided = [
        "träningsplatser", "uppställning", "skatt", "försörjning", "antaganden", "värden",
        "avstämning", "asf",
      ]
      guard decided.contains(section),
        let entry = line.wholeMatch(of: /[ #]*(?:- )?([a-zåäö0-9 ]+):(.*)/),
        line.firstMatch(of: #/^ *# /#) == nil
      else { continue }
      seen += 1
      let isName = ["id", "enhet"].contains(entry.1)
      #expect(isName || ["", " # FYLL I"].contains(entry.2), "\(line)")
    }
    #expect(seen > 80)
    #expect(!settings.contains("källa: s") && !settings.contains("källa: k"))
  }

  @Test("a new folder is refused where something stands, and the next steps are told")
  func command() throws {
    let work = try TemporaryFolder()
    let made = try Tool.run(["init", "prov/"], in: work.url)
    #expect(made.status == 0 && made.errors.isEmpty)
    #expect(made.output.contains("prov/utfall.xlsx") && !made.output.contains("{"))
    let before = try work.files()
    let again = try Tool.run(["init", "prov", "--csv"], in: work.url)
    #expect(again.status == 73 && again.errors.contains("[INI004]"))
    #expect(try work.files() == before)
    let english = try Tool.run(["init", "other", "--language", "en"], in: work.url)
    #expect(english.output.contains("Put the books"))
  }

  @Test("check names each blank that is left in a new folder")
  func blanks() throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["init", "prov"], in: work.url)
    let outcome = try Tool.run(["check", "prov"], in: work.url)
    #expect(outcome.status == 66)
    for blank in [
      "namn, i avsnittet organisation", "form, i avsnittet organisation",
      "kommun, i avsnittet organisation", "längst under försörjningsstöd, i avsnittet försörjning",
      "bas under dödvikt under anställning;", "horisont under övergång;",
      "bas under diskonteringsränta;", "källa under diskonteringsränta, i avsnittet antaganden",
      "Värdet saknas: träningsplatser.", "källa under aktivitetsstöd, i avsnittet försörjning",
      "värde, i avsnittet värden", "från, i avsnittet värden", "källa, i avsnittet värden",
      "utfall.xlsx:Deltagare!A2", "utfall.xlsx:Löner!A2", "bokforing/*.se", "berattelse.md:3:1",
    ] {
      #expect(outcome.errors.contains(blank), "\(blank)")
    }
    #expect(!outcome.errors.contains("SET044"))
  }

  /// Fills in all but the register, checks, reports and gives the social journal.
  private func finish(_ work: TemporaryFolder) throws -> String {
    let folder = work.url.appending(path: "prov")
    let settings = folder.appending(path: "dualbokslut.yaml")
    try Self.filled(String(contentsOf: settings, encoding: .utf8))
      .write(to: settings, atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base/bokforing/2025.se"),
      to: folder.appending(path: "bokforing/2025.se"))
    try "# Vårt år\n\nDet gick bra.\n".write(
      to: folder.appending(path: "berattelse.md"), atomically: true, encoding: .utf8)
    let check = try Tool.run(["check", "prov"], in: work.url)
    #expect(check.status == 0 && !check.errors.contains("error["), "\(check.errors)")
    let report = try Tool.run(
      ["report", "prov", "--edition", "intern", "--output", "reports"], in: work.url)
    #expect(report.status == 0, "\(report.errors)")
    let social = try String(
      contentsOf: work.url.appending(
        path: "reports/prov/2025/intern/csv/social-journal.csv"), encoding: .utf8)
    // The example, made a person: February to August at 75 % is 5.25 full-time months, and
    // September to December with the new employer are 4, three of them at the later value.
    #expect(
      social.contains("\nA,1,support.aktivitetsstöd,anställning,participant,socialInsurance,5.25,"))
    #expect(
      social.contains(
        "\nO,4,support.aktivitetsstöd,övergång,participant,socialInsurance,3.00,months,"))
    return social
  }

  /// The journal from CSV files whose example row was made a person's.
  private func journalOfTables() throws -> String {
    let work = try TemporaryFolder()
    _ = try Tool.run(["init", "prov", "--csv"], in: work.url)
    for (path, data) in try work.files() where path.hasSuffix(".csv") {
      try String(decoding: data, as: UTF8.self).replacing("EXEMPEL", with: "D001")
        .write(to: work.url.appending(path: path), atomically: true, encoding: .utf8)
    }
    return try finish(work)
  }

  @Test("CSV files filled in give a report")
  func filledTables() throws { _ = try journalOfTables() }

  @Test(
    "the workbook filled in with LibreOffice gives the same report",
    .enabled(if: Office.isThere, "LibreOffice is not here to fill it in"))
  func filledWorkbook() throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["init", "prov"], in: work.url)
    let workbook = work.url.appending(path: "prov/utfall.xlsx")
    // LibreOffice's flat format is text: the example row becomes a person's.
    let flat = try Office.convert(workbook, to: "fods", in: work.url)
    try String(contentsOf: flat, encoding: .utf8).replacing("EXEMPEL", with: "D001")
      .write(to: flat, atomically: true, encoding: .utf8)
    let saved = try Office.convert(flat, to: "xlsx:Calc MS Excel 2007 XML", in: work.url)
    try FileManager.default.removeItem(at: workbook)
    try FileManager.default.moveItem(at: saved, to: workbook)
    #expect(try finish(work) == journalOfTables())
  }
}

extension StringProtocol {
  /// The text without such characters at either end.
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    String(String(drop(while: isLeftOut)).reversed().drop(while: isLeftOut).reversed())
  }
}

/// LibreOffice with a profile inside a folder.
private enum Office {
  static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isThere: Bool { path != nil }

  static func convert(_ file: URL, to format: String, in folder: URL) throws -> URL {
    let output = folder.appending(path: "office")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format,
      "--outdir", output.path, file.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let stem = file.deletingPathExtension().lastPathComponent
    return output.appending(path: "\(stem).\(format.prefix { $0 != ":" })")
  }
}
