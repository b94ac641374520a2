// The settings of interfaces.md, read to the last key, and what is said of faults.

import Bookkeeping
import Diagnostics
import Foundation
import Outcomes
import Rulebook
import Testing

@testable import Importers

@Suite struct SettingsReaderTests {
  static let head = "organisation:\n  namn: Prov\n  kommun: Karlskrona\n"

  static func read(_ text: String) -> (settings: Settings?, found: [String]) {
    let (settings, diagnostics) = SettingsReader.read(
      Array(text.utf8), file: "dualbokslut.yaml", folderName: "prov")
    return (
      settings,
      diagnostics.sorted.map { diagnostic in
        let place = diagnostic.location.map { "\($0.line ?? 0):\($0.column ?? 0)" } ?? "-"
        return "\(diagnostic.code.rawValue)@\(place)"
      }
    )
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// The example of interfaces.md, key by key.
  static let example = """
    organisation:
      id: bryggan
      namn: Bryggan ekonomisk förening
      organisationsnummer: 769600-0000
      form: ekonomisk förening
      kommun: Karlskrona
      språk: sv
    bokföring: bokforing/*.se
    utfall: utfall
    föregående: ../../reports/bryggan/2024/intern/bokslut.json
    aktörer:
      - id: kriminalvården
        namn: Kriminalvården
        offentlig: ja
    kopplingar:
      - konton: 3010-3019
        slag: försäljning
        kanal: reserverat kontrakt
      - konton: 3040-3049
        slag: träningsplatser
        aktör: kommun
      - objekt: {dimension: 6, kod: P12}
        konton: 3000-3799
        slag: träningsplatser
        aktör: arbetsförmedlingen
    träningsplatser: betalda
    skatt:
      - från: 2024-01-01
        kommun: 21,54 %
        region: 11,94 %
        källa: kommunens beslut
    försörjning:
      försörjningsstöd:
        längst: 36 månader
        källa: styrelsens bedömning
      aktivitetsstöd:
        längst: 24 månader
        sedan: försörjningsstöd
        källa: "..."
      sjukersättning:
        längst: obegränsat
        källa: "..."
    antaganden:
      anställning:
        dödvikt:
          bas: 30 %
          låg: 15 %
          hög: 50 %
        undanträngning: 5 %
        andras bidrag: 20 %
        källa: "..."
      övergång:
        dödvikt: 40 %
        undanträngning: 10 %
        andras bidrag: 30 %
        avtagande: 15 %
        horisont: 5 år
        bekräftelsetid: 6 månader
        månadslön: 25500
        källa: "..."
      träningsplats:
        dödvikt: 20 %
        undanträngning: 0 %
        andras bidrag: 0 %
        alternativ placering:
          andel: 60 %
          pris: 8200 kr/månad
          källa: "..."
        källa: "..."
      diskonteringsränta:
        bas: 3,5 %
        låg: 0 %
        hög: 5 %
        källa: ASEK
    värden:
      - id: försörjningsstöd
        värde: 9850
        enhet: kr/månad
        från: 2025-01-01
        till: 2025-12-31
        källa: kommunens medelvärde 2025
      - id: aktivitetsstöd
        värde: =aktivitetsstod.lagsta
        från: 2025-01-01
        källa: lägsta nivå
      - id: arbetsgivaravgift
        värde: 20,81 %
        från: 2026-04-01
        källa: prov
    röjande:
      minsta cell: 7
    avstämning:
      tolerans: 4 %
    asf:
      medlemmar: 23
      medelantal anställda: 14
      utdelning: 0
      certifiering: SKOOPI
      agenda 2030: [1, 8, 10]
    """

  @Test func everyKeyOfTheContractIsRead() throws {
    let (read, found) = Self.read(Self.example)
    #expect(found.isEmpty, "\(found)")
    let settings = try #require(read)
    #expect(settings.organisation.id == "bryggan")
    #expect(settings.organisation.name == "Bryggan ekonomisk förening")
    #expect(settings.organisation.number == "769600-0000")
    #expect(settings.organisation.form == .economicAssociation)
    #expect(settings.organisation.municipality?.value == "Karlskrona")
    #expect(settings.organisation.language == .swedish)
    guard case .pattern(let pattern) = settings.books else {
      Issue.record("bokföring is a pattern")
      return
    }
    #expect(pattern.value == "bokforing/*.se")
    #expect(pattern.location == SourceLocation(file: "dualbokslut.yaml", line: 8, column: 12))
    #expect(settings.outcomes?.value == "utfall")
    #expect(settings.previousPackage?.value == "../../reports/bryggan/2024/intern/bokslut.json")
    #expect(
      settings.actors == [
        OwnActor(id: "kriminalvården", name: "Kriminalvården", isPublic: true)
      ])
    #expect(settings.links.map(\.accounts) == [3010...3019, 3040...3049, 3000...3799])
    #expect(settings.links.map(\.kind) == [.sale, .placementFee, .placementFee])
    #expect(settings.links.map(\.actor) == [nil, .municipality, .employmentService])
    #expect(settings.links.map(\.channel) == [.reservedContract, nil, nil])
    #expect(settings.links.map(\.object) == [nil, nil, ObjectReference(dimension: 6, code: "P12")])
    #expect(!settings.trainingPlacesAreUnpaid)
    #expect(settings.taxRates.map(\.municipal.tenThousandths) == [2_154])
    #expect(settings.taxRates.map(\.regional.tenThousandths) == [1_194])
    #expect(settings.taxRates.map(\.source) == ["kommunens beslut"])
    #expect(settings.supportDurations[.socialAssistance]?.longestMonths == 36)
    #expect(settings.supportDurations[.activitySupport]?.then == .socialAssistance)
    let unlimited = try #require(settings.supportDurations[.sicknessCompensation])
    #expect(unlimited.longestMonths == nil && unlimited.then == nil)
    #expect(settings.smallestCell == 7)
    #expect(settings.tolerance.percent == "4")
    let facts = try #require(settings.socialEnterprise)
    #expect(facts.members == 23 && facts.dividend == .zero && facts.certification == "SKOOPI")
    #expect(facts.employees?.hundredths == 1400 && facts.employeesLocation != nil)
    #expect(facts.agendaGoals == [1, 8, 10])
  }

  @Test func assumptionsKeepRangeAndSource() throws {
    let settings = try #require(Self.read(Self.example).settings)
    let deadweight = try #require(settings[.deadweight(.employment)])
    #expect(deadweight.base.rate?.percent == "30")
    #expect(deadweight.low?.rate?.percent == "15")
    #expect(deadweight.high?.rate?.percent == "50")
    let displacement = try #require(settings[.displacement(.employment)])
    #expect(displacement.base.rate?.percent == "5" && displacement.low == nil)
    #expect(settings[.attribution(.employment)]?.source == "...")
    #expect(settings[.dropOff]?.base.rate?.percent == "15")
    #expect(settings[.horizon]?.base == .count(5))
    #expect(settings[.confirmation]?.base == .count(6))
    #expect(settings[.monthlyWage]?.base.amount?.ore == 2_550_000)
    #expect(settings[.placementPrice]?.base.amount?.ore == 820_000)
    #expect(settings[.placementShare]?.base.rate?.percent == "60")
    #expect(settings[.discountRate]?.base.rate?.percent == "3.5")
    #expect(settings[.discountRate]?.source == "ASEK")
    #expect(settings[.longest(.socialAssistance)]?.base == .count(36))
    #expect(settings[.longest(.sicknessCompensation)]?.base == .unlimited)
    let assumptions = try #require(settings.assumptions)
    #expect(assumptions.holes.isEmpty)
    #expect(OutcomeKind.allCases.allSatisfy { assumptions.missing(for: $0).isEmpty })
  }

  /// A price with these lines under it.
  private static func placement(_ lines: String) -> String {
    """
    organisation:
      namn: A
    aktörer:
      - id: stiftelsen
        namn: Stiftelsen
        offentlig: nej
    antaganden:
      träningsplats:
        alternativ placering:
          andel: 60 %
          pris: 8200 kr/månad
          källa: prislista
    \(lines)
    """
  }

  @Test func reasonsAreReadByTheirBuyers() throws {
    let (settings, found) = Self.read(
      Self.placement(
        """
              skäl:
                Kommun: egen daglig verksamhet
                arbetsformedlingen: upphandlat förr
                stiftelsen: stadgarna
        """))
    #expect(!found.contains { $0.contains("SET010") })
    #expect(
      settings?.assumptions?.placementReasons == [
        .municipality: "egen daglig verksamhet", .employmentService: "upphandlat förr",
        "stiftelsen": "stadgarna",
      ])
  }

  @Test(
    "a reason that is blank, no text, of no buyer or twice is told with its line",
    arguments: [
      ("skäl:\n        kommun:", "SET012"), ("skäl: LSS", "SET013"),
      ("skäl:\n        landstinget: LSS", "SET010"),
      ("skäl:\n        egen ansökan: LSS", "SET010"),
      ("skäl:\n        kommun: LSS\n        Kommun: LSS", "SET007"),
      ("skäl:\n        kommun:\n          - LSS", "SET015"),
    ])
  func faultyReasons(lines: String, code: String) {
    let found = Self.read(Self.placement("      " + lines)).found.filter {
      $0.hasPrefix("\(code)@1")
    }
    #expect(found.count == 1)
  }

  @Test func valuesAreReadInTheirUnits() throws {
    let values = try #require(Self.read(Self.example).settings?.values)
    #expect(values.map(\.id) == ["försörjningsstöd", "aktivitetsstöd", "arbetsgivaravgift"])
    #expect(
      values.map(\.content) == [
        .value(ParameterValue(tenThousandths: 98_500_000), .kronorPerMonth),
        .reference("aktivitetsstod.lagsta"),
        .value(ParameterValue(tenThousandths: 208_100), .percent),
      ])
    #expect(values.map(\.to) == [try Self.day("2025-12-31"), nil, nil])
  }

  @Test func keysMayDoWithoutAccents() throws {
    let plain = Self.example
      .replacing("å", with: "a").replacing("ä", with: "a").replacing("ö", with: "o")
    let (read, found) = Self.read(plain)
    #expect(found.isEmpty, "\(found)")
    let settings = try #require(read)
    #expect(settings.values.first?.id == "försörjningsstöd")
    #expect(settings.links.count == 3)
    #expect(settings.assumptions?.holes == [])
  }

  @Test func whatIsLeftOutHasItsDefault() throws {
    let (read, found) = Self.read("organisation:\n  namn: Prov\n")
    #expect(found.isEmpty)
    let settings = try #require(read)
    #expect(settings.organisation.id == "prov")
    #expect(settings.organisation.form == .economicAssociation)
    #expect(settings.outcomes == nil && settings.assumptions == nil)
    #expect(settings.smallestCell == 5 && settings.tolerance.percent == "5")
    guard case .pattern(let pattern) = settings.books else {
      Issue.record("bokföring has a default")
      return
    }
    #expect(pattern.value == "bokforing/*.se")
  }

  @Test func booksMayBeAFileAYear() throws {
    let text = Self.head + "bokföring:\n  2024: a.se\n  2025-04: b.se\n  2025-12: c.se\n"
    let (settings, found) = Self.read(text)
    #expect(found.isEmpty, "\(found)")
    guard case .files(let files)? = settings?.books else {
      Issue.record("bokföring is a map")
      return
    }
    #expect(files.mapValues(\.value) == ["2024": "a.se", "2025-04": "b.se", "2025-12": "c.se"])
  }

  @Test func everyProblemIsToldAtOnceWithItsPlace() {
    let (_, found) = Self.read(
      """
      organisation:
        namn: Prov
        form: handelsbolag
        färg: grön
      utfal: utfall
      avstämning:
        tolerans: 5
      röjande:
        minsta cell: 2
      asf:
        medlemmar: många
        agenda 2030: [1, 18]
      """)
    #expect(
      found == [
        "SET022@3:9", "SET010@4:3", "SET010@5:1", "SET023@7:13", "SET080@9:16", "SET020@11:14",
        "SET023@12:20",
      ])
  }

  @Test func columnsCountCharacters() {
    let (_, found) = Self.read("organisation: {namn: åäö, färg: grön}\n")
    #expect(found == ["SET010@1:27"])
  }

  @Test func theNearestKeyIsNamed() throws {
    let (_, diagnostics) = SettingsReader.read(
      Array((Self.head + "utfal: utfall\n").utf8), file: "d.yaml", folderName: "prov")
    let text = try #require(diagnostics.all.first).rendered(in: .swedish)
    #expect(
      text.hasPrefix(
        "d.yaml:4:1: error[SET010]: Nyckeln \"utfal\" finns inte i inställningsfilen."))
    #expect(text.contains("Menades \"utfall\"?"))
  }
}
