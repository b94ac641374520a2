// What the register needs of the settings is one message.

import Diagnostics
import Foundation
import Outcomes
import Rulebook
import Testing

@testable import Importers

@Suite struct SettingsForRegisterTests {
  static func settings(_ text: String) throws -> Settings {
    let (settings, diagnostics) = SettingsReader.read(
      Array((SettingsReaderTests.head + text).utf8), file: "d.yaml", folderName: "prov")
    #expect(diagnostics.all.isEmpty, "\(diagnostics.all)")
    return try #require(settings)
  }

  static let rules = "försörjning:\n  aktivitetsstöd:\n    längst: obegränsat\n    källa: k\n"

  static var register: OutcomeRegister {
    OutcomeReaderTests.read([
      .participants: "Deltagare;Födelseår;Kön;Försörjning före\nD01;1985;man;aktivitetsstöd\n",
      .employments: "Deltagare;Start;Slut;Omfattning;Månadslön\nD01;2025-01-01;2025-03-31;50;1\n",
      .transitions: "Deltagare;Datum;Till;Omfattning;Underlag\nD01;2025-05-01;arbete;50;inget\n",
    ]).register
  }

  static func holes(_ settings: Settings, _ register: OutcomeRegister?) -> String? {
    let found = SettingsForRegister.diagnostics(settings, register: register).all
    #expect(found.filter { $0.code == "SET061" }.count <= 1)
    guard
      case .settings(let holes)? = found.first(where: { $0.code == "SET061" })?.arguments["holes"]
    else { return nil }
    return SettingsPath.words(holes, in: .swedish)
  }

  /// A key that is left out is no hole, and neither is a kind.
  @Test func allThatIsBlankIsOneMessage() throws {
    let settings = try Self.settings(
      Self.rules + """
        antaganden:
          anställning:
            dödvikt: 30 %
            undanträngning:
              låg: 5 %
            källa: k
          övergång:
            dödvikt:
              bas: 40 %
              källa: egen
            undanträngning: 10 %
            andras bidrag:
            bekräftelsetid:
            avtagande:
              bas:
        """)
    #expect(
      Self.holes(settings, Self.register)
        == "bas under undanträngning under anställning; källa under övergång; "
        + "andras bidrag under övergång; bas under avtagande under övergång; "
        + "bekräftelsetid under övergång, i avsnittet antaganden")
    let assumptions = try #require(settings.assumptions)
    #expect(assumptions.missing(for: .employment) == [.attribution(.employment)])
    #expect(assumptions.missing(for: .transition) == [.horizon])
    #expect(
      assumptions.missing(for: .trainingPlace)
        == [
          .deadweight(.trainingPlace), .displacement(.trainingPlace), .attribution(.trainingPlace),
        ])
  }

  @Test func halfAnAlternativePlacementIsMissingTheOtherHalf() throws {
    let rates = "    dödvikt: 1 %\n    undanträngning: 1 %\n    andras bidrag: 1 %\n    källa: k\n"
    for (more, missing) in [
      ("", []), ("    alternativ placering:\n      andel: 60 %\n", [AssumptionID.placementPrice]),
    ] {
      let settings = try Self.settings("antaganden:\n  träningsplats:\n" + rates + more)
      #expect(settings.assumptions?.missing(for: .trainingPlace) == missing)
      #expect(Self.holes(settings, Self.register) == nil)
    }
  }

  /// Only those are asked for whose employment or transition is valued.
  @Test func aSupportOfNobodyValuedNeedsNoRule() throws {
    let settings = try Self.settings(
      "antaganden:\n  diskonteringsränta:\n    bas: 3 %\n    källa: k\n")
    #expect(SettingsForRegister.diagnostics(settings, register: Self.register).all.isEmpty)
  }

  @Test func aKeyLeftOutMakesThePartialReport() throws {
    let settings = try Self.settings("utfall: utfall\n")
    #expect(SettingsForRegister.diagnostics(settings, register: Self.register).all.isEmpty)
  }

  @Test func theDiscountRateNeedsASourceOfItsOwn() throws {
    let settings = try Self.settings("antaganden:\n  diskonteringsränta: 3,5 %\n")
    #expect(Self.holes(settings, nil) == "källa under diskonteringsränta, i avsnittet antaganden")
  }

  @Test func aSupportInUseNeedsItsRule() throws {
    let settings = try Self.settings(
      """
      antaganden:
        anställning:
          dödvikt: 30 %
          undanträngning: 5 %
          andras bidrag: 20 %
          källa: k
      """)
    let found = SettingsForRegister.diagnostics(settings, register: Self.register).all
    let missing = try #require(found.first { $0.code == "SET062" })
    #expect(missing.arguments["kind"] == .text("aktivitetsstöd"))
    #expect(missing.arguments["count"] == .number(1))
  }
}
