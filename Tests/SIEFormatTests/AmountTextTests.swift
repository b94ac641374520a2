// Amounts from bytes to öre.

import SIEFormat
import Testing

@Suite struct AmountTextTests {
  private func amount(_ text: String) -> SIEAmountText {
    var bytes = Array(text.utf8)
    bytes.append(UInt8(ascii: "7"))
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .unreadable }
      return SIEAmountText(base, from: 0, to: buffer.count - 1)
    }
  }

  @Test(arguments: [
    ("100", 10_000), ("100.5", 10_050), ("-0.05", -5), ("+7.10", 710), ("0", 0), ("-0.00", 0),
    (".5", 50), ("12.", 1200), ("1.2300", 123), ("0000000000000000000001", 100),
    ("92233720368547758.07", Int64.max), ("-92233720368547758.07", -Int64.max),
  ])
  func isExact(text: String, ore: Int64) {
    #expect(amount(text) == .ore(ore))
  }

  @Test func aCommaIsReadAndSaid() {
    #expect(amount("-1234,5") == .oreWithComma(-123_450))
  }

  @Test(arguments: [("0.005", 1), ("0.004", 0), ("-0.005", -1), ("1.999", 200), ("1.0049", 100)])
  func furtherDecimalsAreRoundedAndSaid(text: String, ore: Int64) {
    #expect(amount(text) == .rounded(ore))
  }

  @Test func nothingAndNonsense() {
    #expect(amount("") == .empty)
    for text in ["-", "abc", "1.2.3", "1 2", "12kr", "--1", ".", "1e5", "1-"] {
      #expect(amount(text) == .unreadable, "\(text)")
    }
  }

  @Test(arguments: [
    "92233720368547758.08", "99999999999999999999", "-92233720368547759", "18446744073709551616.00",
  ])
  func tooLargeIsSaidAndNeverWraps(text: String) {
    #expect(amount(text) == .tooLarge)
  }
}
