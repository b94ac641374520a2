// The trial balance as text, CSV and JSON.

import Bookkeeping
import Diagnostics
import Exporters
import Foundation
import Testing

@Suite struct TrialBalanceTests {
  private func balance() throws -> TrialBalance {
    func row(_ number: String, _ name: String?, _ opening: Int64, _ closing: Int64) throws
      -> TrialBalance.Row
    {
      try TrialBalance.Row(
        account: Account(number: number, name: name), opening: Amount(ore: opening),
        closing: Amount(ore: closing))
    }
    let start = try #require(CalendarDate("2025-01-01"))
    let end = try #require(CalendarDate("2025-12-31"))
    let period = try #require(DateRange(start, end))
    return TrialBalance(
      yearOffset: 0, fiscalYear: FiscalYear(period: period),
      rows: [
        try row("1930", "Bank, \"Torget\"", 1_234_567_00, 999_50),
        try row("2091", "Balanserat", -1_234_567_00, -1_234_567_00),
        try row("5010", "Hyra", 0, 1_233_567_50), try row("DIFF", nil, 0, 0),
      ])
  }

  @Test func csvIsForOtherPrograms() throws {
    #expect(
      try balance().csv() == """
        account,name,opening,change,closing
        1930,"Bank, ""Torget""\",1234567.00,-1233567.50,999.50
        2091,Balanserat,-1234567.00,0.00,-1234567.00
        5010,Hyra,0.00,1233567.50,1233567.50
        DIFF,,0.00,0.00,0.00

        """)
  }

  @Test func textIsAlignedAndSummed() throws {
    let lines = try balance().text(title: "Bryggan", in: .swedish).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Saldobalans 2025-01-01--2025-12-31  Bryggan")
    #expect(
      lines.contains(
        "1930   Bank, \"Torget\"               1 234 567,00  -1 233 567,50           999,50"))
    #expect(
      lines.contains(
        "       Resultat                             0,00   1 233 567,50     1 233 567,50"))
    // The rules and every row end in the same column.
    let widths = Set(lines.dropFirst(3).filter { !$0.isEmpty }.map(\.count))
    #expect(widths.count == 1)
    let english = try balance().text(title: "Bryggan", in: .english)
    #expect(english.contains("-1,233,567.50"))
    #expect(english.contains("Equity and liabilities"))
  }

  @Test func jsonIsReadByAnyParser() throws {
    let json = try balance().json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let accounts = try #require(object["accounts"] as? [[String: Any]])
    #expect(accounts.count == 4)
    #expect(accounts[0]["name"] as? String == "Bank, \"Torget\"")
    #expect(accounts[0]["change"] as? Double == -1_233_567.5)
    #expect(accounts[3]["name"] is NSNull)
    let sums = try #require(object["sums"] as? [String: [String: Double]])
    #expect(sums["result"]?["closing"] == 1_233_567.5)
    #expect(sums["total"]?["closing"] == 0)
  }
}
