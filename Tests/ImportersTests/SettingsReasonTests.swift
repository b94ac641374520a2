// Values of the settings that are out of reason, numbers without their sign, and taken words.

import Diagnostics
import Testing

@testable import Importers

@Suite struct SettingsReasonTests {
  typealias Reader = SettingsReaderTests

  private static func found(_ text: String) -> (codes: [String], messages: [String]) {
    let (_, diagnostics) = SettingsReader.read(
      Array((Reader.head + text).utf8), file: "d.yaml", folderName: "prov")
    return (
      diagnostics.sorted.map(\.code.rawValue),
      diagnostics.sorted.map { $0.rendered(in: .swedish) }
    )
  }

  private static func value(_ value: String, _ more: String = "") -> String {
    "värden:\n  - id: arbetsgivaravgift\n    värde: \(value)\n\(more)    enhet: \"%\"\n"
      + "    från: 2025-01-01\n    källa: k\n"
  }

  @Test(
    arguments: [
      ("0.31", "31 %"), ("0,31", "31 %"), ("0.3142", "31,42 %"), ("0.005", "0,5 %"), (".5", nil),
    ] as [(String, String?)])
  func aShareUnderPercentIsRefused(value: String, meant: String?) {
    let (codes, messages) = Self.found(Self.value(value))
    guard let meant else {
      #expect(!codes.isEmpty)
      return
    }
    #expect(codes == ["SET106"])
    #expect(messages.first?.contains("Menades \"\(meant)\"?") == true)
  }

  @Test(arguments: ["31,42", "31,42 %", "0,31 %", "1", "0"])
  func percentAreTaken(value: String) {
    #expect(Self.found(Self.value(value)).codes == [])
  }

  @Test func lowAndHighAreHeldToTheSame() {
    let ends = "    låg: 0,3\n    hög: 0.5\n"
    #expect(Self.found(Self.value("31,42", ends)).codes == ["SET106", "SET106"])
    #expect(Self.found(Self.value("0.31", ends)).codes == ["SET106", "SET106", "SET106"])
    let range = "antaganden:\n  diskonteringsränta:\n    bas: 3,5 %\n    låg: 3\n    hög: 5\n"
    #expect(Self.found(range + "    källa: k\n").codes == ["SET023", "SET023"])
  }

  @Test func aPercentageWithoutItsSignIsAsked() {
    for text in [
      "avstämning:\n  tolerans: 5\n",
      "skatt:\n  - från: 2025-01-01\n    kommun: 5\n    region: 10 %\n    källa: k\n",
    ] {
      let (codes, messages) = Self.found(text)
      #expect(codes == ["SET023"])
      #expect(messages.first?.contains("Menades \"5 %\"?") == true)
    }
  }

  @Test(arguments: [
    ("165", "SET107"), ("9500", "SET108"), ("120000", "SET108"), ("306000", "SET107"),
  ])
  func anAssumedWageOutOfReason(wage: String, code: String) {
    #expect(Self.found("antaganden:\n  övergång:\n    månadslön: \(wage)\n").codes == [code])
  }

  @Test(arguments: [("820000", "SET107"), ("200", "SET108")])
  func aPriceOutOfReason(price: String, code: String) {
    let text = "antaganden:\n  träningsplats:\n    alternativ placering:\n      pris: \(price)\n"
    #expect(Self.found(text).codes == [code])
  }

  @Test(arguments: [("510", ["SET108"]), ("985000", ["SET107"]), ("9850", [])])
  func aSupportOutOfReason(value: String, codes: [String]) {
    let text =
      "värden:\n  - id: försörjningsstöd\n    värde: \(value)\n    enhet: kr/månad\n"
      + "    från: 2025-01-01\n    källa: k\n"
    #expect(Self.found(text).codes == codes)
  }

  @Test(arguments: [
    "total", "SUMMA", "alla", "egen ansökan", "Egen Ansokan", "försörjningsstöd", "lön", "L", "x",
    "employmentService", "employment service", "Träningsplatser", "i arbete", "birth_year",
  ])
  func anActorIsCalledByNoneOfOurWords(id: String) {
    let text = "aktörer:\n  - id: \"\(id)\"\n    namn: N\n    offentlig: ja\n"
    #expect(["SET109", "SET039"].contains(Self.found(text).codes.first))
    #expect(Self.found(text).codes.count == 1)
  }

  @Test func anActorMayBeCalledWhatIsNoWordOfOurs() {
    for id in ["kriminalvården", "stiftelsen", "nämnden", "Finsam 2"] {
      let text = "aktörer:\n  - id: \(id)\n    namn: N\n    offentlig: ja\n"
      #expect(Self.found(text).codes == [])
    }
  }

  @Test(arguments: [
    ("  form: ek för\n", "ekonomisk förening"), ("  form: AB svb\n", "aktiebolag"),
    ("  orgnr: 769600-0000\n", "organisationsnummer"), ("  spark: sv\n", "språk"),
  ])
  func whatIsKnownByAnotherNameIsAsked(line: String, word: String) {
    let (_, messages) = Self.found(line)
    #expect(messages.first?.contains("Menades \"\(word)\"?") == true)
  }

  @Test(arguments: ["  form: förbund\n", "  färg: blå\n"])
  func whatIsNearNothingIsNotAsked(line: String) {
    let (codes, messages) = Self.found(line)
    #expect(codes.count == 1 && messages.allSatisfy { !$0.contains("Menades") })
  }
}
