// Amounts with more decimals than öre: balance is judged on what is stated, and kept.

import Bookkeeping
import Diagnostics
import Importers
import Testing

@Suite struct StatedRoundingTests {
  private func file(_ rows: [(String, String)], balances: String = "") -> String {
    """
    #FLAGGA 0
    #SIETYP 4
    #GEN 20260115
    #RAR 0 20250101 20251231
    #RAR -1 20240101 20241231
    #KONTO 1930 "Bank"
    #KONTO 2091 "Balanserat"
    #KONTO 3010 "Salt"
    #KONTO 3011 "Salt"
    #KONTO 3012 "Salt"
    \(balances)
    #VER A 1 20250115 "Salt"
    {
    \(rows.map { "#TRANS \($0.0) {} \($0.1)" }.joined(separator: "\n"))
    }

    """
  }

  /// Codes of more than rounding itself, and the sum of the closing balances in öre.
  private func outcome(_ text: String) -> (codes: Set<String>, sum: Int64) {
    let reading = SIEReading(text)
    var found = DiagnosticList()
    let balance = TrialBalance(of: reading.ledger, yearOffset: 0, diagnostics: &found)
    let codes = Set(reading.codes + found.all.map(\.code.rawValue)).subtracting(["SIE023"])
    return (codes, balance.rows.map(\.closing.ore).reduce(0, +))
  }

  @Test(
    "stated amounts that sum to exactly zero balance, whatever our rounding makes of them",
    arguments: [
      ["33.333", "33.333", "33.334", "-100.00"], ["0.005", "0.005", "-0.01"],
      ["0.335", "0.335", "0.33", "-1.000"], ["-33.333", "-33.333", "-33.334", "100"],
      ["10.125", "-10.125"], ["0.3333", "0.3333", "0.3334", "-1"],
      ["0.004", "0.004", "0.002", "-0.01"], ["1.0049999999999999", "-1.0049999999999999"],
      // What floating point leaves behind in a program that counts with it.
      ["0.30000000000000004", "-0.1", "-0.2"], ["100.33499999999999", "-100.335"],
      ["33.33333333", "33.33333333", "33.33333333", "-99.9999999"],
    ])
  func balanced(amounts: [String]) {
    let accounts = ["3010", "3011", "3012", "1930"].suffix(amounts.count)
    let (codes, sum) = outcome(file(Array(zip(accounts, amounts)).map { ($0, $1) }))
    #expect(codes.isEmpty, "\(amounts)")
    #expect(sum == 0, "\(amounts)")
  }

  @Test(
    "stated amounts that do not sum to zero are told of, also where our rounding hides it",
    arguments: [
      ["33.333", "33.333", "33.333", "-100.00"], ["10.004", "-10.00"], ["0.01", "-0.005"],
      ["100.3351", "-100.335"], ["10.00001", "-10"],
    ])
  func unbalanced(amounts: [String]) {
    let accounts = ["3010", "3011", "3012", "1930"].suffix(amounts.count)
    let reading = SIEReading(file(Array(zip(accounts, amounts)).map { ($0, $1) }))
    #expect(reading.codes.contains("SIE040"), "\(amounts)")
  }

  @Test("a difference smaller than an öre is told in kronor, without empty decimals")
  func difference() {
    let told = SIEReading(file([("1930", "100.3351"), ("3010", "-100.335")])).diagnostics.sorted
      .first { $0.code == "SIE040" }
    #expect(told?.rendered(in: .swedish).contains("är 0,0001 kr i stället för 0") == true)
    #expect(told?.rendered(in: .english).contains("0.0001") == true)
    #expect(told?.rendered(in: .english).contains("0.00010") == false)
  }

  @Test("however many amounts were rounded, that is said once")
  func once() throws {
    let reading = SIEReading(
      file([("3010", "33.333"), ("3011", "33.333"), ("3012", "33.334"), ("1930", "-100.00")]))
    let told = reading.diagnostics.all.filter { $0.code == "SIE023" }
    #expect(told.map(\.arguments) == [["count": .number(3), "stated": .text("33.333")]])
    #expect(told.first?.location?.column == 16)
  }

  @Test("closing balances that agree to the öre with the stated postings are no difference")
  func statedClosings() {
    let balances = """
      #UB 0 1930 -100.00
      #RES 0 3010 33.33
      #RES 0 3011 33.33
      #RES 0 3012 33.34
      """
    let rows = [("3010", "33.333"), ("3011", "33.333"), ("3012", "33.334"), ("1930", "-100.00")]
    let (codes, sum) = outcome(
      file(rows, balances: balances).replacing("#RAR -1 20240101 20241231\n", with: ""))
    #expect(codes == ["SIE090"])
    #expect(sum == 0)
  }

  @Test("balances with three decimals that sum to exactly zero do so in öre")
  func balances() {
    let balances = """
      #IB 0 1930 0.335
      #IB 0 2091 -0.335
      #UB 0 1930 -99.665
      #UB 0 2091 -0.335
      #RES 0 3010 33.333
      #RES 0 3011 33.333
      #RES 0 3012 33.334
      """
    let rows = [("3010", "33.333"), ("3011", "33.333"), ("3012", "33.334"), ("1930", "-100.00")]
    let (codes, sum) = outcome(file(rows, balances: balances))
    #expect(codes.isEmpty)
    #expect(sum == 0)
  }
}

@Suite struct BlankVoucherTests {
  private func codes(_ voucher: String) -> [String] {
    SIEReading(
      """
      #FLAGGA 0
      #SIETYP 4
      #GEN 20260115
      #RAR 0 20250101 20251231
      #IB 0 1930 100.00
      #IB 0 2091 -100.00
      \(voucher)
      #VER A 2 20250120 "Hyra"
      {
      #TRANS 5010 {} 10.00
      #TRANS 1930 {} -10.00
      }

      """
    ).diagnostics.sorted.filter { $0.code != "SIE044" }.map(\.code.rawValue)
  }

  @Test(
    "a voucher that changes nothing is no more than a note, whatever its date",
    arguments: [
      ("20260103", "SIE085"), ("19000101", "SIE085"), ("20250431", "SIE086"), ("0131", "SIE086"),
      ("\"\"", "SIE086"), ("20260231", "SIE086"),
    ])
  func blank(date: String, code: String) {
    for rows in [
      "#TRANS 1930 {} 0.00", "#TRANS 1930 {} 0.00\n#TRANS 5010 {} 0",
      "#TRANS 1930 {} 5.00\n#TRANS 1930 {} -5.00",
    ] {
      let found = codes("#VER A 1 \(date) \"Makulerad\"\n{\n\(rows)\n}")
      #expect(found == [code], "\(date) \(rows)")
    }
  }

  @Test(
    "an empty voucher is told of as empty, and of nothing else",
    arguments: ["20260103", "20250431", "20260231", "0131", "\"\""])
  func empty(date: String) {
    #expect(codes("#VER A 1 \(date) \"Makulerad\"\n{\n}").isEmpty)
    let struck = "#BTRANS 1930 {} 5.00\n#BTRANS 5010 {} -5.00"
    #expect(codes("#VER A 1 \(date) \"Makulerad\"\n{\n\(struck)\n}") == ["SIE045"])
  }

  @Test(
    "one that changes a balance is still a warning",
    arguments: [
      ("20260103", "SIE036"), ("20250431", "SIE033"), ("0131", "SIE034"), ("20260231", "SIE036"),
    ])
  func changing(date: String, code: String) {
    let rows = "#TRANS 1930 {} 5.00\n#TRANS 3010 {} -5.00"
    #expect(codes("#VER A 1 \(date) \"Salt\"\n{\n\(rows)\n}") == [code])
    let moved = "#TRANS 3010 {1 \"A\"} 5.00\n#TRANS 3010 {1 \"B\"} -5.00"
    #expect(codes("#VER A 1 \(date) \"Flytt\"\n{\n\(moved)\n}") == [code])
  }

  @Test("a file that ends with the head of a voucher is cut")
  func headAlone() {
    for end in [
      "#VER A 3 20250131 \"Hy", "#VER A 3 20250131 \"Hyra\"\n", "#VER A 3 20250131 \"H\"\n{",
    ] {
      let reading = SIEReading("#FLAGGA 0\n#RAR 0 20250101 20251231\n#IB 0 1930 0\n" + end)
      #expect(reading.codes.contains("SIE049"), "\(end)")
    }
  }
}
