// år: what the settings state of single years, and what is said of slips.

import Bookkeeping
import Diagnostics
import Rulebook
import Testing

@testable import Importers

struct YearsSectionTests {
  private static func read(_ years: String) -> (years: [YearlyFacts], found: [String]) {
    let (settings, found) = SettingsReaderTests.read(SettingsReaderTests.head + years)
    return (settings?.years ?? [], found)
  }

  /// The codes found, in order.
  private static func codes(_ years: String) -> [String] {
    read(years).found.map { String($0.prefix(6)) }
  }

  @Test("every key of a year is read")
  func everyKey() throws {
    let (years, found) = Self.read(
      """
      år:
        2025:
          stämma: 2026-04-23
          fastställd: 2026-04-23
          antaganden beslutade: 2025-11-18
          medlemmar:
            vid årets början: 21
            nya: 4
            utträdda: 2
            vid årets slut: 23
            insatser att återbetala: 1 200,50 kr
          styrelse:
            - namn: Ada Adasson
              roll: ordförande
            - roll: ledamot
              namn: Bo Bosson
          medelantal anställda: 14,5
          disposition:
            utdelning: 0
            balanseras i ny räkning: -120000
          noter:
            Ställda säkerheter: inga
          mål:
            - mått: övergångar till arbete
              värde: 8
            - mått: uppföljda
              värde: 60 %
      """)
    #expect(found == [])
    let facts = try #require(years.first)
    #expect(facts.label.value == "2025" && facts.holes.isEmpty)
    let meeting = try SettingsReaderTests.day("2026-04-23")
    #expect(facts.meeting?.value == meeting && facts.adopted?.value == meeting)
    #expect(facts.assumptionsDecided?.value == (try SettingsReaderTests.day("2025-11-18")))
    let members = try #require(facts.members)
    #expect(members.opening?.value == 21 && members.joined?.value == 4)
    #expect(members.left?.value == 2 && members.closing?.value == 23)
    #expect(members.repayable?.value.ore == 120_050)
    #expect(facts.board.map(\.name) == ["Ada Adasson", "Bo Bosson"])
    #expect(facts.board.map(\.role) == ["ordförande", "ledamot"])
    #expect(facts.employees?.value.hundredths == 1450)
    #expect(facts.disposition.map(\.name) == ["utdelning", "balanseras i ny räkning"])
    #expect(facts.disposition.map(\.amount.ore) == [0, -12_000_000])
    #expect(facts.notes == [YearNote(title: "Ställda säkerheter", text: "inga")])
    #expect(facts.goals.map(\.measure.value) == ["övergångar till arbete", "uppföljda"])
    #expect(
      facts.goals.map(\.target) == [
        .number(Quantity(hundredths: 800)), .share(Rate(tenThousandths: 6000)),
      ])
  }

  @Test("a year that is opened and not filled in has holes and no errors")
  func holes() {
    let (years, found) = Self.read(
      """
      ar:
        2025:
        2026-04:
          stamma:
          medlemmar:
            vid årets slut: # FYLL I
            nya: 2
          styrelse:
          mål:
            - mått: arbete
              värde:
      """)
    #expect(found == [])
    #expect(years.map(\.label.value) == ["2025", "2026-04"])
    #expect(
      years.map { $0.holes.map(\.value) } == [
        [], ["styrelse", "stamma", "vid årets slut (medlemmar)", "värde (mål)"],
      ])
    #expect(years[1].members?.joined?.value == 2)
    #expect(Self.read("år:\n").years.isEmpty && Self.read("år:\n").found.isEmpty)
  }

  @Test(
    "what cannot be is an error",
    arguments: [
      ("2025: 14", "SET013"), ("25:\n    nya: 1", "SET145"), ("2025-13:\n    nya: 1", "SET145"),
      ("2025:\n    nya: 1", "SET146"), ("2025:\n    medlemar: 1", "SET160"),
      ("2025:\n    stämma: 2024-04-01", "SET023"), ("2025:\n    stämma: 2036-04-01", "SET023"),
      ("2025:\n    stämma: i april", "SET017"), ("2025:\n    medlemmar: 23", "SET013"),
      ("2025:\n    medelantal anställda: 0", "SET023"),
      ("2025:\n    medelantal anställda: många", "SET158"),
      ("2025:\n    medelantal anställda: 14,255", "SET024"),
      ("2025:\n    disposition:\n      utdelning: -1", "SET023"),
      ("2025:\n    disposition: allt till reservfonden", "SET013"),
      ("2025:\n    mål:\n      - mått: x", "SET011"),
      ("2025:\n    mål:\n      - mått: x\n        värde: 140 %", "SET023"),
      (
        "2025:\n    mål:\n      - mått: x\n        värde: 1\n      - mått: X\n        värde: 2",
        "SET007"
      ),
      ("2025:\n    stämma: 2026-05-01\n    fastställd: 2026-04-01", "SET148"),
      ("2025:\n    nya: 1\n  2025:\n    nya: 1", "SET007"),
    ])
  func errors(text: String, code: String) {
    #expect(Self.codes("år:\n  \(text)\n").contains(code), "\(Self.read("år:\n  \(text)\n").found)")
  }

  @Test(
    "members must add up",
    arguments: [
      ((10, 4, 1, 13), []), ((10, 4, 1, 12), ["SET141"]), ((0, 0, 0, 0), []),
      ((10, 0, 11, 0), ["SET141"]),
    ])
  func members(numbers: (Int, Int, Int, Int), codes: [String]) {
    let text = """
      år:
        2025:
          medlemmar:
            vid årets början: \(numbers.0)
            nya: \(numbers.1)
            utträdda: \(numbers.2)
            vid årets slut: \(numbers.3)
      """
    #expect(Self.codes(text) == codes)
  }

  @Test("members open with what the year before closed with, in whatever order the years stand")
  func opening() {
    let closing = "    medlemmar:\n      vid årets slut: 11\n"
    let opening = "    medlemmar:\n      vid årets början: 10\n"
    #expect(Self.codes("år:\n  2024:\n\(closing)  2025:\n\(opening)") == ["SET149"])
    #expect(Self.codes("år:\n  2025:\n\(opening)  2024:\n\(closing)") == ["SET149"])
    #expect(Self.codes("år:\n  2023:\n\(closing)  2025:\n\(opening)") == [])
  }

  @Test(
    "a finding never repeats a name of the board, however it is written",
    arguments: [
      "    styrelse: Ada Adasson", "    styrelse:\n      Ada Adasson: ordförande",
      "    styrelse:\n      - Ada Adasson", "    styrelse:\n      - Ada Adasson: ordförande",
      "    styrelse:\n      - namn: Ada Adasson", "    styrelse:\n    Ada Adasson: ordförande",
      "    styrelse:\n      - namn: Ada Adasson\n        roll:\n          - Ada Adasson",
      "    styrelse:\n      - namn: [Ada Adasson]\n        roll: ledamot", "  Ada Adasson: ledamot",
      "    styrelse:\n      - namn: Bo\n        namn: Ada Adasson\n        roll: ledamot",
    ])
  func names(text: String) {
    let (_, diagnostics) = SettingsReader.read(
      Array((SettingsReaderTests.head + "år:\n  2025:\n\(text)\n").utf8),
      file: "dualbokslut.yaml", folderName: "prov")
    #expect(diagnostics.hasErrors)
    for language in [Language.swedish, .english] {
      let shown = diagnostics.all.map { $0.rendered(in: language) }.joined()
      #expect(!shown.contains("Adasson"), "\(shown)")
    }
  }

  @Test("a year's own facts go before asf, which serves the latest year only")
  func precedence() throws {
    let text = """
      asf:
        medlemmar: 30
        medelantal anställda: 12,5
        utdelning: 100
        certifiering: SKOOPI
      år:
        2024:
          medlemmar:
            vid årets slut: 20
      """
    let settings = try #require(
      SettingsReaderTests.read(SettingsReaderTests.head + text).settings)
    let facts = try #require(settings.facts(ofYear: ["2024", "2024-12"]).first)
    let latest = try #require(settings.stating(nil, isLatest: true).socialEnterprise)
    #expect(latest.members == 30 && latest.employees?.hundredths == 1250)
    let both = try #require(settings.stating(facts, isLatest: true).socialEnterprise)
    #expect(both.members == 20 && both.employees?.hundredths == 1250)
    let earlier = try #require(settings.stating(facts, isLatest: false).socialEnterprise)
    #expect(earlier.members == 20 && earlier.employees == nil && earlier.dividend == nil)
    #expect(earlier.certification == "SKOOPI")
  }

  @Test(
    "labels of years and the days on which such a year may end",
    arguments: [
      ("2025", "2025-01-01--2025-12-31"), ("2025-04", "2025-04-01--2025-04-30"),
      ("2024-02", "2024-02-01--2024-02-29"), ("25", nil), ("2025-4", nil), ("2025-00", nil),
      ("2025-", nil), ("20250", nil), ("0000", nil), ("", nil), ("+025", nil),
    ] as [(String, String?)])
  func labels(text: String, days: String?) {
    #expect(YearLabel.days(of: text)?.description == days)
    #expect(YearLabel.isLabel(text) == (days != nil))
  }
}
