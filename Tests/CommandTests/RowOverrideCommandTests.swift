// uppställning as a user has it: an account that the form lacks is placed in every year.

import Foundation
import Testing

@Suite struct RowOverrideCommandTests {
  private static let settings = """
    organisation:
      id: provbolaget
      namn: Provbolaget AB
      organisationsnummer: 769600-0000
      form: aktiebolag
      kommun: Karlskrona
    bokföring: bokforing/*.se
    kopplingar:
      - konton: 3040-3049
        slag: träningsplatser
        aktör: kommun

    """

  private func run(_ rules: String, in work: TemporaryFolder) throws -> Tool.Outcome {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    try Data((Self.settings + rules).utf8)
      .write(to: folder.appending(path: "dualbokslut.yaml"))
    return try Tool.run(["report", "DIR", "--output", "ut", "--strict"], in: work.url)
  }

  @Test func withoutTheRuleTheReportStops() throws {
    let work = try TemporaryFolder()
    let outcome = try run("", in: work)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("BOK001"))
  }

  @Test func withItTheAccountStandsInItsRowInBothYears() throws {
    let work = try TemporaryFolder()
    let outcome = try run(
      """
      uppställning:
        - konton: 2083
          rad: OvrigaLangfristigaSkulder
          källa: villkorade tillskott
      """, in: work)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let csv = work.url.appending(path: "ut/provbolaget/2025/intern/csv")
    let balance = try CSVTable(csv.appending(path: "balansrakning.csv")).rows
    let row = try #require(balance.first { $0["row_id"] == "OvrigaLangfristigaSkulder" })
    #expect(try row.ore("current") == 2_400_000)
    #expect(try row.ore("previous") == 2_400_000)
    let assumptions = try CSVTable(csv.appending(path: "antaganden.csv")).rows
    #expect(
      assumptions.first { $0["id"] == "uppställning.2083" }?["source"] == "villkorade tillskott")
  }
}
