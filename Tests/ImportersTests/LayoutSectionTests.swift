// uppställning in the settings: rows by id or label, and what is wrong with a rule.

import Bookkeeping
import Diagnostics
import Rulebook
import Testing

@testable import Importers

@Suite struct LayoutSectionTests {
  private func read(
    _ rules: String, form: String = "ekonomisk förening"
  ) -> (overrides: [RowOverride], codes: [String], found: [Diagnostic]) {
    let text = """
      organisation:
        namn: Prov
        form: \(form)
      uppställning:
      \(rules)
      """
    let (settings, found) = SettingsReader.read(
      Array(text.utf8), file: "dualbokslut.yaml", folderName: "prov")
    return (settings?.rowOverrides ?? [], found.sorted.map(\.code.rawValue), found.sorted)
  }

  @Test(
    "A row is named by its id or its Swedish label, any case and accents",
    arguments: [
      ("OvrigaExternaKostnader", "5010", "OvrigaExternaKostnader"),
      ("ovrigaexternakostnader", "5010", "OvrigaExternaKostnader"),
      ("Övriga externa kostnader", "3010", "OvrigaExternaKostnader"),
      ("ovriga  externa KOSTNADER", "6990-6999", "OvrigaExternaKostnader"),
      ("own.medlemsinsatser", "2350", "own.medlemsinsatser"),
      ("Medlemsinsatser", "2350", "own.medlemsinsatser"),
      // One label in both statements: the accounts say which.
      ("Råvaror och förnödenheter", "5010", "RavarorFornodenheterKostnader"),
      ("Råvaror och förnödenheter", "1490", "LagerRavarorFornodenheter"),
    ])
  func names(name: String, accounts: String, row: String) {
    let (overrides, codes, _) = read("  - konton: \(accounts)\n    rad: \(name)")
    #expect(codes == [])
    #expect(overrides.map(\.row) == [row])
  }

  @Test func rangesReasonAndPlace() throws {
    let (overrides, codes, _) = read(
      """
        - konton: [1630, 1650-1659]
          rad: Skatteskulder
          kalla: skulder hos oss
        - konton: 5010, 5020
          rad: Personalkostnader
      """)
    #expect(codes == [])
    #expect(overrides.map(\.accounts) == [1630...1630, 1650...1659, 5010...5010, 5020...5020])
    #expect(overrides.map(\.accountsText) == ["1630", "1650-1659", "5010", "5020"])
    #expect(overrides.map(\.reason) == ["skulder hos oss", "skulder hos oss", nil, nil])
    #expect(overrides.first?.location.line == 5)
  }

  @Test(
    "A rule that cannot hold is told once, and none is made of it",
    arguments: [
      ("Nettoomsätning", "3010, 3020", ["SET090"]), ("own.gavor", "3010", ["SET091"]),
      ("Aktiekapital", "2083", ["SET091"]), ("Årets resultat", "2090", ["SET092"]),
      ("Rörelsekostnader", "5010", ["SET092"]), ("own.differens", "2999", ["SET092"]),
      ("Nettoomsättning", "1510", ["SET093"]), ("Kundfordringar", "3010", ["SET093"]),
      ("Checkräkningskredit", "1930", ["SET095"]), ("Övriga skattekostnader", "8990", ["SET096"]),
      ("Kundfordringar", "9030", ["SET096"]), ("Kundfordringar", "15", ["SET030"]),
      ("Kundfordringar", "1590-1510", ["SET031"]), ("Kundfordringar", "2999-3000", ["SET097"]),
    ])
  func faults(name: String, accounts: String, expected: [String]) {
    let (overrides, codes, _) = read("  - konton: \(accounts)\n    rad: \(name)")
    #expect(codes == expected)
    #expect(overrides.isEmpty)
  }

  @Test func theFormDecidesWhichRowsThereAre() {
    #expect(read("  - konton: 3010\n    rad: Gåvor", form: "ideell förening").codes == [])
    #expect(read("  - konton: 3010\n    rad: Gåvor", form: "aktiebolag").codes == ["SET091"])
    #expect(read("  - konton: 2350\n    rad: Aktiekapital", form: "aktiebolag").codes == [])
  }

  @Test func anUnknownRowIsAnsweredWithTheNearest() throws {
    let found = try #require(
      read("  - konton: 5010\n    rad: Övriga exterma kostnader").found.first)
    #expect(found.arguments["nearest"] == .text("Övriga externa kostnader"))
    #expect(found.location?.line == 6 && found.location?.column == 10)
    let id = try #require(read("  - konton: 5010\n    rad: OvrigaExternaKostnad").found.first)
    #expect(id.arguments["nearest"] == .text("OvrigaExternaKostnader"))
  }

  @Test func equallyNarrowRulesClashAndOthersDoNot() throws {
    let (_, codes, found) = read(
      """
        - konton: 5000-5999
          rad: Personalkostnader
        - konton: 5010
          rad: Övriga rörelsekostnader
        - konton: 5010
          rad: Handelsvaror
      """)
    #expect(codes == ["SET094"])
    let clash = try #require(found.first)
    #expect(clash.location?.line == 9)
    #expect(clash.arguments["line"] == .number(7))
    #expect(clash.arguments["account"] == .number(5010))
  }

  @Test(
    "Missing and blank keys",
    arguments: [
      ("  - konton: 5010", ["SET011"]), ("  - rad: Goodwill", ["SET011"]),
      ("  - konton:\n    rad: Goodwill", ["SET012"]), ("  - konton: 5010\n    rad:", ["SET012"]),
      ("  - konton: 1070\n    rad: Goodwill\n    slag: gåva", ["SET010"]), ("  - 5010", ["SET013"]),
      ("  konton: 5010", ["SET014"]),
    ])
  func keys(rules: String, expected: [String]) {
    #expect(read(rules).codes == expected)
  }
}
