// `dualbokslut balance` as a user runs it: formats, years, languages and exit codes.

import Foundation
import Testing

struct BalanceCommandTests {
  private static let file = Tool.fixtures.appending(path: "SIE/style-bl.se").path

  private func balance(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["balance", Self.file] + arguments)
  }

  @Test("csv: kronor with a point, one line an account, nothing on stderr")
  func csv() throws {
    let run = try balance("--format", "csv")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        account,name,opening,change,closing
        1930,Företagskonto,50000.00,7500.00,57500.00
        2091,Balanserad vinst eller förlust,-50000.00,0.00,-50000.00
        2611,Utgående moms på försäljning,0.00,-2500.00,-2500.00
        2641,Debiterad ingående moms,0.00,1000.00,1000.00
        3001,Försäljning båtvård,0.00,-10000.00,-10000.00
        5010,Lokalhyra,0.00,4000.00,4000.00

        """)
  }

  @Test(
    "the year before by its offset and by the calendar year it ends in", arguments: ["-1", "2024"])
  func yearBefore(year: String) throws {
    let run = try balance("--format", "csv", "--year", year)
    #expect(run.status == 0)
    #expect(
      run.output == """
        account,name,opening,change,closing
        1930,Företagskonto,41000.00,9000.00,50000.00
        2091,Balanserad vinst eller förlust,-41000.00,-9000.00,-50000.00
        3001,Försäljning båtvård,0.00,-14000.00,-14000.00
        5010,Lokalhyra,0.00,5000.00,5000.00
        8999,Årets resultat,0.00,9000.00,9000.00

        """)
  }

  @Test("json: year, accounts and sums that a program can read")
  func json() throws {
    let run = try balance("--format", "json")
    #expect(run.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let year = try #require(object["year"] as? [String: Any])
    #expect(year["offset"] as? Int == 0)
    #expect(year["start"] as? String == "2024-07-01")
    #expect(year["end"] as? String == "2025-06-30")
    let accounts = try #require(object["accounts"] as? [[String: Any]])
    #expect(
      accounts.map { $0["account"] as? String } == ["1930", "2091", "2611", "2641", "3001", "5010"])
    #expect(accounts[0]["name"] as? String == "Företagskonto")
    #expect(accounts[0]["closing"] as? Double == 57_500)
    let sums = try #require(object["sums"] as? [String: [String: Any]])
    #expect(sums["result"]?["closing"] as? Double == -6000)
    #expect(sums["total"]?["closing"] as? Double == 0)
  }

  @Test("text speaks Swedish, and English when asked")
  func text() throws {
    let swedish = try balance().output
    #expect(
      swedish.hasPrefix(
        "Saldobalans 2024-07-01--2025-06-30  Båtvarvet i Viken ekonomisk förening\n"))
    #expect(swedish.contains("57 500,00") && swedish.contains("Eget kapital och skulder"))
    let english = try balance("--language", "en").output
    #expect(english.hasPrefix("Trial balance 2024-07-01--2025-06-30"))
    #expect(english.contains("57,500.00") && english.contains("Equity and liabilities"))
  }

  @Test("a year that the file lacks: 65, with the years it has")
  func unknownYear() throws {
    let run = try balance("--year", "1999", "--language", "en")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error[SIE050]") && run.errors.contains("2024 (-1)"))
  }

  @Test("64 for a wrong command line, 66 for no file, 65 for what is no SIE file")
  func exitCodes() throws {
    #expect(try balance("--year", "i fjol").status == 64)
    #expect(try balance("--format", "pdf").status == 64)
    #expect(try Tool.run(["balance"]).status == 64)
    let missing = try Tool.run(["balance", "saknas.se"])
    #expect(missing.status == 66)
    #expect(missing.errors.hasPrefix("saknas.se: error[SIE005]"))
    let other = try Tool.run(["balance", "README.md"])
    #expect(other.status == 65)
    #expect(other.output.isEmpty)
    #expect(other.errors.contains("error[SIE001]"))
  }

  @Test("check takes many files: each tells its own, and the worst decides the exit code")
  func checkMany() throws {
    let good = [Self.file, Tool.fixtures.appending(path: "SIE/style-visma-compact.se").path]
    let sound = try Tool.run(["check"] + good)
    #expect(sound.status == 0)
    #expect(!sound.errors.contains("error[") && !sound.errors.contains("warning["))
    let wrong = try Tool.run(["check", good[0], "README.md", good[1]])
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("README.md: error[SIE001]"))
    let missing = try Tool.run(["check", "README.md", "saknas.se"] + good)
    #expect(missing.status == 66)
    #expect(missing.errors.contains("error[SIE001]"))
    #expect(missing.errors.contains("saknas.se: error[SIE005]"))
  }
}
