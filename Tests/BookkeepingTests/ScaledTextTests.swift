// Decimal text of scaled whole numbers, both ways.

import Bookkeeping
import Testing

@Suite struct ScaledTextTests {
  @Test(arguments: [
    ("1234.50", 123_450), ("1234,5", 123_450), ("-0.05", -5), ("+7", 700), ("12.3400", 1234),
    ("0", 0), ("92233720368547758.07", Int64.max),
  ])
  func readsPlainDecimals(text: String, expected: Int64) {
    #expect(ScaledText.parse(text, decimals: 2) == expected)
  }

  @Test(arguments: [
    "", "-", "abc", "1.2.3", ".5", "12.", "1 234", "0.001", "1e3", "92233720368547758.08", "--1",
  ])
  func refusesEverythingElse(text: String) {
    #expect(ScaledText.parse(text, decimals: 2) == nil)
  }

  @Test func shortTextDropsZerosAtTheEnd() {
    #expect(ScaledText.shortString(2165, decimals: 2) == "21.65")
    #expect(ScaledText.shortString(3000, decimals: 2) == "30")
    #expect(ScaledText.shortString(-50, decimals: 2) == "-0.5")
    #expect(ScaledText.string(-7, decimals: 0) == "-7")
  }

  @Test func whatIsWrittenIsReadBack() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let value = Int64.random(in: -Int64.max...Int64.max, using: &generator) >> (value(&generator))
      for decimals in 0...6 {
        let text = ScaledText.string(Int128(value), decimals: decimals)
        #expect(ScaledText.parse(text, decimals: decimals) == value)
      }
    }
  }

  private func value(_ generator: inout SeededGenerator) -> Int64 {
    Int64.random(in: 0...60, using: &generator)
  }
}
