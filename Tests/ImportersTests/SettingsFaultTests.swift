// What breaks a settings file, and that the rest of it is still read.

import Diagnostics
import Foundation
import Outcomes
import Rulebook
import Testing

@testable import Importers

@Suite struct SettingsFaultTests {
  typealias Reader = SettingsReaderTests

  @Test func aKeyThatStandsTwiceDoesNotHideTheRest() throws {
    let (settings, found) = Reader.read(
      Reader.head + "utfall: a\nutfall: b\n\"utfall\": c\nröjande:\n  minsta cell: 2\n")
    #expect(found == ["SET007@5:1", "SET007@6:1", "SET080@8:16"])
    // The first one stands until the user decides.
    #expect(settings?.outcomes?.value == "a")
  }

  @Test func aKeyTwiceWithAndWithoutAccents() {
    let (_, found) = Reader.read(
      Reader.head + "träningsplatser: betalda\ntraningsplatser: betalda\n")
    #expect(found == ["SET007@5:1"])
  }

  @Test func severalKeysTwiceInSeveralMaps() {
    let (_, found) = Reader.read(
      """
      organisation:
        namn: A
        namn: B
        kommun: Karlskrona
        kommun: Ronneby
      asf:
        medlemmar: 1
        medlemmar: 2
      """)
    #expect(found == ["SET007@3:3", "SET007@5:3", "SET007@8:3"])
  }

  @Test func aDecimalCommaInAFlowMapIsNamedAndMended() throws {
    let (settings, found) = Reader.read(
      Reader.head + "antaganden:\n  diskonteringsränta: {bas: 3,5 %, låg: 0 %, källa: ASEK}\n")
    #expect(found == ["SET008@5:31"])
    #expect(settings?[.discountRate]?.base.rate?.percent == "3.5")
    #expect(settings?[.discountRate]?.low?.rate?.percent == "0")
  }

  @Test("a backslash that means nothing is told of, and not an open quotation mark")
  func escapes() {
    for text in ["C:\\Users", "a\\q", "\\uD800", "\\x4", "\\U00110000"] {
      let (_, found) = Reader.read(Reader.head + "asf:\n  certifiering: \"\(text)\"\n")
      #expect(found.map { $0.prefix { $0 != "@" } } == ["SET103"], "\(text)")
    }
    let (_, found) = Reader.read(Reader.head + "asf:\n  certifiering: \"a\n")
    #expect(found.map { $0.prefix { $0 != "@" } } == ["SET005"])
  }

  @Test func aByteOrderMarkIsNoted() {
    let (settings, found) = Reader.read("\u{FEFF}" + Reader.head)
    #expect(found == ["SET009@1:1"])
    #expect(settings?.organisation.name == "Prov")
  }

  @Test func anotherEncodingIsNamedWithItsPlace() {
    let bytes = Array("organisation:\n  namn: F".utf8) + [0xF6] + Array("r\n".utf8)
    let (settings, diagnostics) = SettingsReader.read(bytes, file: "d.yaml", folderName: "prov")
    #expect(settings == nil)
    #expect(diagnostics.all.map(\.code) == ["SET001"])
    #expect(diagnostics.all.first?.location == SourceLocation(file: "d.yaml", line: 2, column: 10))
  }

  @Test func lineEndsOfOtherSystems() {
    let (settings, found) = Reader.read(
      (Reader.head + "utfal: x\n").replacing("\n", with: "\r\n"))
    #expect(found == ["SET010@4:1"])
    #expect(settings?.organisation.municipality?.value == "Karlskrona")
  }

  @Test(arguments: [
    "", "\n\n", "# bara en kommentar\n", "---\n", "~\n", "bara text\n", "- a\n- b\n",
  ])
  func anEmptyFileIsSaidToBe(text: String) {
    let (settings, found) = Reader.read(text)
    #expect(settings == nil)
    #expect(found.map { $0.prefix(6) } == ["SET027"])
  }

  @Test(arguments: [
    "a: [1, 2", "a: {b: c", "\"", "a:\n  - b\n c: d\n", "*x\n", "a: *b\n", "%YAML 9.9\n---\na: 1\n",
    "a: 1\n---\nb: 2\n", "? [x]\n: y\n? [x]\n: z\n", "!!binary x\n", "\u{0}", "a: \u{7}\n",
    "&a [*a]\n", "a: |\n\tx\n", "{", "}", "- - - -\n", ": : :\n", "? ? ?\n",
    String(repeating: "[", count: 5_000), String(repeating: "- ", count: 5_000),
    String(repeating: "{a: ", count: 5_000),
  ])
  func nothingBreaksTheReader(text: String) {
    let (_, found) = Reader.read(text)
    #expect(!found.isEmpty)
  }

  @Test func cutAndGarbledFilesAreReadWithoutHarm() {
    var generator = SeededGenerator(state: 7)
    let example = Array(SettingsReaderTests.example.utf8)
    for _ in 0..<300 {
      var bytes = example
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1:
          let noise = Array(":-{}[],\"'#&*!|>%@`\t\n 5å".utf8)
          bytes[index] = noise[Int.random(in: 0..<noise.count, using: &generator)]
        default: bytes.removeLast(min(40, bytes.count - 1))
        }
      }
      let (_, diagnostics) = SettingsReader.read(bytes, file: "d.yaml", folderName: "prov")
      for diagnostic in diagnostics.sorted {
        #expect(!diagnostic.rendered(in: .swedish).contains("{key}"))
      }
    }
  }

  @Test func identityNumbersAreFoundEverywhereAndNeverPrinted() {
    let number = "18900101-2385"
    let text =
      "# Ring \(number)\norganisation:\n  namn: Prov \(number)\n  organisationsnummer: \(number)\n"
      + "  färg: \(number)\n"
    let (_, diagnostics) = SettingsReader.read(
      Array(text.utf8), file: "d.yaml", folderName: "prov")
    let places = diagnostics.sorted.filter { $0.code == "SET026" }
      .map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
    #expect(places == ["1:8", "3:14", "4:24", "5:9"])
    for diagnostic in diagnostics.all {
      #expect(!diagnostic.rendered(in: .swedish).contains("2385"))
      #expect(!diagnostic.rendered(in: .english).contains("2385"))
    }
  }

  @Test func theBoardsWordsAreSearchedToo() {
    let found = IdentityNumberSearch.diagnostics(
      in: "# Året\r\nKim (900101-2385) började.\r\n", file: "berattelse.md")
    #expect(found.all.map(\.location?.description) == ["berattelse.md:2:6"])
  }

  @Test func aRingIsToldOnce() {
    let rule = { (kind: String, next: String) in
      "  \(kind):\n    längst: 12 månader\n    sedan: \(next)\n    källa: k\n"
    }
    let (_, found) = Reader.read(
      Reader.head + "försörjning:\n" + rule("sjukpenning", "aktivitetsstöd")
        + rule("aktivitetsstöd", "försörjningsstöd") + rule("försörjningsstöd", "aktivitetsstöd"))
    #expect(found.filter { $0.hasPrefix("SET052") }.count == 1)
  }

  @Test func nothingMayFollow() throws {
    let (settings, found) = Reader.read(
      Reader.head
        + "försörjning:\n  sjukpenning:\n    längst: 1 år\n    sedan: ingen\n    källa: k\n")
    #expect(found.isEmpty)
    let rule = try #require(settings?.supportDurations[.sicknessBenefit])
    #expect(rule.then == nil && rule.longestMonths == 12)
  }

  @Test(arguments: ["lön", "okänd"])
  func whatIsNoSupportCannotFollow(word: String) {
    let (_, found) = Reader.read(
      Reader.head
        + "försörjning:\n  sjukpenning:\n    längst: 1 år\n    sedan: \(word)\n    källa: k\n")
    #expect(found == ["SET022@7:12"])
  }

  @Test func accountsInEveryForm() {
    let (settings, found) = Reader.read(
      Reader.head
        + "kopplingar:\n  - konton: [3010, 3020\u{2013}3029]\n    slag: försäljning\n"
        + "  - konton: 3050, 3060-3069\n    slag: försäljning\n"
        + "  - konton: 307000-307999\n    slag: försäljning\n")
    #expect(found.isEmpty, "\(found)")
    #expect(
      settings?.links.map(\.accounts) == [
        3010...3010, 3020...3029, 3050...3050, 3060...3069, 3070...3079,
      ])
  }
}

/// A seeded generator: the same noise on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }
}
