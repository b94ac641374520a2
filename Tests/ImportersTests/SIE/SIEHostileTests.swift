// Files that came through the wrong hands: what is meant is read, what is lost is told.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import SIEFormat
import Testing

@Suite struct SIEHostileTests {
  private static let sound = """
    #FLAGGA 0
    #FORMAT PC8
    #SIETYP 4
    #GEN 20260115
    #FNAMN "Åkers ekonomisk förening"
    #RAR 0 20250101 20251231
    #KONTO 1930 "Företagskonto"
    #KONTO 2091 "Balanserat"
    #KONTO 3010 "Försäljning"
    #KONTO 5010 "Hyra på torget"
    #IB 0 1930 1000.00
    #IB 0 2091 -1000.00
    #VER A 1 20250115 "Sålt"
    {
    #TRANS 1930 {} 300.50
    #TRANS 3010 {} -300.50
    }
    #VER A 2 20250131 "Hyra"
    {
    #TRANS 5010 {} 200.00
    #TRANS 1930 {} -200.00
    }

    """

  /// Without stated closing balances, so that every posting shows.
  private static let balance = """
    account,opening,change,closing
    1930,1000.00,100.50,1100.50
    2091,-1000.00,0.00,-1000.00
    3010,0.00,-300.50,-300.50
    5010,0.00,200.00,200.00

    """

  private func bytes(_ text: String, _ page: CodePage = .cp437) -> [UInt8] { page.encode(text) }

  private func read(_ bytes: [UInt8]) -> SIEReading {
    SIEReading(FileBytes(bytes), name: "input.se")
  }

  /// The balances are right and, of what is more than a note, only these codes are told.
  private func expectSound(_ reading: SIEReading, _ codes: [String], _ comment: Comment) {
    #expect(reading.balance().csv == Self.balance, comment)
    let told = reading.diagnostics.sorted
    #expect(told.map(\.code.rawValue) == codes, comment)
    #expect(!reading.diagnostics.hasErrors, comment)
  }

  @Test(
    "A change to the text, what it is told as, and the same balances",
    arguments: [
      ("200.00\n#TRANS 1930 {} -200.00", "200,00\n#TRANS 1930 {} -200,00", ["SIE019"]),
      ("#IB 0 1930 1000.00", "#IB 0 1930 \"1 000.00\"", ["SIE017"]),
      ("#IB 0 1930 1000.00", "#IB 0 1930 1.000,00", ["SIE017"]),
      ("#IB 0 2091 -1000.00", "#IB 0 2091 1000.00-", ["SIE017"]),
      ("#IB 0 1930 1000.00", "#IB 0 1930 +1000.00", []),
      ("{\n#TRANS 1930 {} 300.50", "{#TRANS 1930 {} 300.50", []),
      ("-300.50\n}", "-300.50}", []), ("-300.50\n}", "-300.50 20250115 \"x\" 1 \"KL\" }", []),
      (
        "\"Sålt\"\n{\n#TRANS 1930 {} 300.50\n#TRANS 3010 {} -300.50\n}",
        "\"Sålt #1 {\" {#TRANS 1930 {1 \"a\"} 300.50 #BTRANS 3010 {} -1 #TRANS 3010 {} -300.50 \"\" \"#\"}",
        ["SIE045"]
      ),
      ("\"Sålt\"\n{", "\"Sålt\"{", []), ("\"Sålt\"\n{", "\"Sålt \\\"bra\\\" bord\"\n{", []),
      ("\"Sålt\"\n{", "\"Sålt \"bra\" bord\"\n{", ["SIE014"]),
      ("\"Sålt\"\n{", "\"C:\\\\\"\n{", ["SIE014"]),
      ("\"Sålt\"\n{", "\"Sålt\nigen\"\n{", ["SIE014", "SIE015"]),
      ("#VER A 1", "#VER {} {}", []), ("#TRANS 1930 {} 3", "#TRANS \"1930\" {} 3", []),
      ("#TRANS 1930 {} 3", "#TRANS\t1930\t{}\t3", []), ("{} 300.50", "{}300.50", []),
      ("#TRANS 5010", "#BTRANS 5010 {} 9\n#RTRANS 5010 {} 200.00\n#TRANS 5010", ["SIE045"]),
      ("#TRANS 5010", "\u{0C}#TRANS 5010", []), ("#TRANS 5010", "\u{00}#TRANS 5010", []),
      ("#TRANS 5010 {} 200.00", "#TRANS 5010 {} 200.00 20250131 \"a } b\" 3", []),
      ("20250131", "2025-01-31", ["SIE032"]), ("20250131", "0131", ["SIE034"]),
      ("#RAR", "#rar", []), ("#KONTO 5010 \"Hyra på torget\"", "#KONTO 5010", []),
      ("#IB 0 1930", "#PSALDO 0 202501 1930 {} 7\n#PBUDGET 0 202501 3010 {} -9\n#IB 0 1930", []),
    ])
  func readAsMeant(from: String, to: String, codes: [String]) {
    let text = Self.sound.replacing(from, with: to, maxReplacements: 1)
    #expect(text != Self.sound)
    for ending in ["\r\n", "\n", "\r"] {
      expectSound(
        read(bytes(text.replacing("\n", with: ending))), codes, "\(to) \(ending.debugDescription)")
    }
  }

  @Test func aZeroWithASignIsZero() {
    let reading = read(bytes(Self.sound + "#IB 0 1910 -0.00\n#UB 0 1920 +0\n"))
    #expect(reading.codes == ["SIE046"])
    let csv = reading.balance().csv
    #expect(csv.contains("\n1910,0.00,0.00,0.00\n") && csv.contains("\n1920,0.00,0.00,0.00\n"))
  }

  @Test("An opening balance on a result account is shown, and the result is the year's own")
  func openingOnAResultAccount() {
    let stated = """
      #IB 0 3010 -50.00
      #UB 0 1930 1100.50
      #UB 0 2091 -1000.00
      #RES 0 3010 -300.50
      #RES 0 5010 200.00

      """
    let reading = read(bytes(Self.sound + stated))
    let (csv, found) = reading.balance()
    #expect(csv.contains("\n3010,-50.00,-250.50,-300.50\n"))
    // Closing balances sum to zero and follow from the postings: nothing to warn of.
    #expect(found.all.isEmpty)
    let wrong = read(bytes(Self.sound + stated.replacing("-300.50", with: "-350.00")))
    #expect(wrong.balance().found.all.map(\.code.rawValue) == ["SIE052", "SIE055"])
  }

  @Test("Thousands apart on a posting are one amount, for a date stands after it")
  func thousandsOnPostings() {
    let text = Self.sound.replacing("300.50", with: "300.5").replacing("200.00", with: "12 345 678")
    let reading = read(bytes(text))
    #expect(reading.codes == ["SIE017"])
    #expect(reading.balance().csv.contains("\n5010,0.00,12345678.00,12345678.00\n"))
    let dated = Self.sound.replacing("200.00", with: "200 20250131")
    expectSound(read(bytes(dated)), [], "a date is no thousand")
  }

  @Test("Thousands apart in a balance are one amount, or refused where they may be a quantity")
  func thousandsInBalances() {
    func reading(_ amount: String) -> SIEReading {
      read(bytes("#FLAGGA 0\n#SIETYP 1\n#RAR 0 20250101 20251231\n#UB 0 1930 \(amount)\n"))
    }
    for (amount, closing) in [
      ("-24 000.00", "-24000.00"), ("1 234 567,50", "1234567.50"), ("24 000.5", "24000.50"),
      ("500.00 100", "500.00"), ("5000 100", "5000.00"), ("500 12", "500.00"),
    ] {
      #expect(reading(amount).balance().csv.contains("\(closing)\n"), "\(amount)")
      #expect(!reading(amount).codes.contains("SIE020"), "\(amount)")
    }
    for amount in ["-24 000", "1 234 567", "500 100"] {
      #expect(reading(amount).codes.contains("SIE020"), "\(amount)")
    }
    for line in ["#OUB 0 1930 {1 \"A\"} 24 000", "#PSALDO 0 202512 1930 {} 24 000"] {
      #expect(read(bytes(Self.sound + line + "\n")).codes.contains("SIE020"), "\(line)")
    }
  }

  @Test(
    "A label that runs into its fields is an error and not somebody's own label",
    arguments: ["#TRANS5010 {} 200.00", "#TRANS\u{A0}5010\u{A0}{}\u{A0}200.00", "#IB0 1930 5"])
  func gluedLabels(line: String) {
    let reading = read(bytes(Self.sound + line + "\n", .windows1252))
    #expect(reading.codes.contains("SIE025"))
    #expect(!reading.codes.contains("SIE016"))
    let own = read(bytes(Self.sound + "#TRANSPORT 5\n#RES2 5\n", .windows1252))
    #expect(own.codes.contains("SIE016"))
  }

  @Test(
    "Alphabets",
    arguments: [
      (CodePage.cp437, SIETextEncoding.cp437), (.windows1252, .windows1252),
      (.macRoman, .macRoman),
    ])
  func alphabets(page: CodePage, encoding: SIETextEncoding) throws {
    let reading = read(bytes(Self.sound, page))
    expectSound(reading, encoding == .cp437 ? [] : ["SIE010"], "\(encoding)")
    #expect(reading.encoding == encoding)
    #expect(reading.ledger.organisation.name == "Åkers ekonomisk förening")
    let capitals = read(bytes(Self.sound.uppercased(), page))
    #expect(capitals.encoding == encoding)
  }

  @Test func byteOrderMarksAlsoWhereFilesWereJoined() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = Self.sound.split(separator: "\n", omittingEmptySubsequences: false)
    let head = Array(lines.prefix(10).joined(separator: "\n").utf8)
    let tail = Array(lines.dropFirst(10).joined(separator: "\n").utf8)
    expectSound(read(mark + head + [0x0A] + mark + tail), ["SIE010"], "BOM")
  }

  @Test("The end of a file: DOS' sign, zeros, nothing, a posting cut off")
  func ends() {
    let whole = bytes(Self.sound)
    expectSound(read(whole + [0x1A]), [], "1A")
    expectSound(read(whole + [UInt8](repeating: 0, count: 9000)), [], "zeros")
    expectSound(read(Array(whole.dropLast(1))), [], "no last line end")
    let cut = read(Array(whole.dropLast(8)))
    #expect(cut.codes.contains("SIE049"))
  }

  @Test("Control characters go no further than the file")
  func controlCharacters() throws {
    let text = Self.sound.replacing("Företagskonto", with: "F\u{1B}[31m\u{0}öretags\tkonto\u{7F}")
    let reading = read(bytes(text))
    let bank = try #require(reading.ledger.accountIndex("1930"))
    #expect(reading.ledger.accounts[bank].name == "F[31möretags konto")
  }

  @Test(
    "What is no text at all is named for what it is",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "SIE035"), ([0x1F, 0x8B, 0x08, 0x00], "SIE035"),
      ([0x42, 0x5A, 0x68, 0x39], "SIE035"), ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "SIE088"),
      ([0xFF, 0xFE, 0x23, 0x00], "SIE004"),
      ([0x00, 0x23, 0x00, 0x46, 0x00, 0x4C, 0x00, 0x41], "SIE004"),
      ([0x23, 0x00, 0x46, 0x00, 0x4C, 0x00, 0x41, 0x00], "SIE004"), ([], "SIE002"),
      ([0x7F, 0x45, 0x4C, 0x46, 0x00, 0x23, 0x56], "SIE001"),
    ] as [([UInt8], String)])
  func otherFiles(beginning: [UInt8], code: String) {
    let reading = read(beginning)
    #expect(reading.codes == [code])
    #expect(!reading.isReadable)
  }

  @Test("Years go back to -99; what lies beyond is an error, and nothing of it is counted")
  func years() {
    let far = Self.sound + "#RAR -99 19260101 19261231\n#UB -99 1930 7.00\n#UB -99 2091 -7.00\n"
    let reading = read(bytes(far))
    #expect(reading.codes.isEmpty)
    #expect(reading.ledger.years.map(\.offset) == [0, -99])
    #expect(
      reading.balance(-99).csv
        == "account,opening,change,closing\n1930,0.00,7.00,7.00\n2091,0.00,-7.00,-7.00\n")
    let beyond = read(bytes(Self.sound + "#RAR -100 19250101 19251231\n#UB -100 1930 7.00\n"))
    #expect(beyond.codes == ["SIE025", "SIE025"])
    #expect(beyond.ledger.years.map(\.offset) == [0])
    #expect(beyond.balance().csv == Self.balance)
    let future = read(bytes(Self.sound + "#RAR 1 20260101 20261231\n"))
    #expect(future.codes == ["SIE025"])
  }

  @Test("SIE 5 with prefixes, a signature, a byte-order mark and another alphabet")
  func prefixedSIE5() throws {
    let text = """
      <sie:Sie xmlns:sie="http://www.sie.se/sie5" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
       <sie:FileInfo><sie:Company organizationId="769600-0000" name="Åker"/>
        <sie:FiscalYears><sie:FiscalYear start="2025-01" end="2025-12" primary="true"/></sie:FiscalYears>
        <sie:AccountingCurrency currency="SEK"/></sie:FileInfo>
       <sie:Accounts>
        <sie:Account id="1930" name="Företagskonto" type="asset">
         <sie:OpeningBalance month="2025-01" amount="1000"/>
         <sie:ClosingBalance month="2025-12" amount="1100.50"/></sie:Account>
        <sie:Account id="2091" name="Balanserat" type="equity">
         <sie:OpeningBalance month="2025-01" amount="-1000"/>
         <sie:ClosingBalance month="2025-12" amount="-1000"/></sie:Account>
        <sie:Account id="3010" name="Försäljning" type="income">
         <sie:ClosingBalance month="2025-12" amount="-300.50"/></sie:Account>
        <sie:Account id="5010" name="Hyra" type="cost">
         <sie:ClosingBalance month="2025-12" amount="200"/></sie:Account>
       </sie:Accounts>
       <sie:Journal id="A"><sie:JournalEntry id="1" journalDate="2025-01-15" text="Sålt">
        <sie:LedgerEntry accountId="1930" amount="300.50"/>
        <sie:LedgerEntry accountId="3010" amount="-300.50"/></sie:JournalEntry>
        <sie:JournalEntry id="2" journalDate="2025-01-31" text="Hyra">
        <sie:LedgerEntry accountId="5010" amount="200"/>
        <sie:LedgerEntry accountId="1930" amount="-200"/></sie:JournalEntry></sie:Journal>
       <ds:Signature><ds:SignedInfo><ds:Reference URI=""/></ds:SignedInfo>
        <ds:SignatureValue>AAAA</ds:SignatureValue>
        <ds:Object Id="1930"><ds:Account id="9999" amount="5"/></ds:Object></ds:Signature>
      </sie:Sie>
      """
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + text
    for bytes in [Array(text.utf8), mark + Array(text.utf8), CodePage.windows1252.encode(latin)] {
      let reading = read(bytes)
      #expect(reading.codes.isEmpty)
      #expect(reading.type == .xml)
      #expect(reading.balance().csv == Self.balance)
      #expect(reading.ledger.organisation.name == "Åker")
      #expect(reading.ledger.accounts.count == 4)
    }
    let cut = read(Array(text.utf8.prefix(900)))
    #expect(cut.codes.first == "SIE070")
  }
}
