// Amounts that are no SIE amounts: read where there is no doubt, and only there.

import SIEFormat
import Testing

@Suite struct OddAmountTests {
  @Test(arguments: [
    ("1 000.00", 100_000), ("1 000,00", 100_000), ("1\u{A0}000,50", 100_050),
    ("12\u{202F}345", 1_234_500), ("1 234 567,8", 123_456_780), ("-1 000", -100_000),
    ("- 1 000", -100_000), ("300.50-", -30_050), ("1 000,00 -", -100_000),
    ("\u{2212}300.50", -30_050), ("\u{2013}5", -500), ("+1 000", 100_000), ("1.000,00", 100_000),
    ("1,000.00", 100_000), ("1.234.567,89", 123_456_789), ("1'000.00", 100_000),
    ("1234,5", 123_450), (" 12 ", 1200),
  ])
  func readAsMeant(text: String, ore: Int64) { #expect(SIEOddAmount.ore(text) == ore) }

  @Test(arguments: [
    "", "-", "2E2", "200.00kr", "1 00.00", "10 00", "1 0000", "1000 000", "1.000.00", "1,000,00",
    "1 000.000", "1.2.3", "1 000,0,0", "--5", "5-5", "0x10", "1 ,00", "1,", ".", " ", "½",
    "99999999999999999999", "1.000 000,00", "x5",
  ])
  func leftAloneInDoubt(text: String) { #expect(SIEOddAmount.ore(text) == nil) }
}
