// Numbers as each language writes them, on a terminal and in a document.

import Diagnostics
import Testing

@Suite struct NumberWriterTests {
  @Test func decimalTextGetsTheSignsOfTheLanguage() {
    #expect(NumberWriter(.swedish, for: .terminal).decimal("-1234567.50") == "-1 234 567,50")
    #expect(
      NumberWriter(.swedish, for: .document).decimal("-1234567.50")
        == "\u{2212}1\u{A0}234\u{A0}567,50")
    #expect(NumberWriter(.english, for: .document).decimal("-1234567") == "\u{2212}1,234,567")
    #expect(NumberWriter(.english, for: .terminal).decimal("123") == "123")
    #expect(NumberWriter(.swedish, for: .terminal).decimal("0.2165") == "0,2165")
  }

  @Test(arguments: [
    (0, "0,00"), (-5, "-0,05"), (99_999, "999,99"), (100_000, "1 000,00"),
    (-123_456_750, "-1 234 567,50"),
  ])
  func kronorHaveTwoDecimals(ore: Int128, text: String) {
    #expect(NumberWriter(.swedish, for: .terminal).kronor(ore: ore) == text)
  }
}
