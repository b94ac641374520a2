// Identity numbers, all of the year 1890, are found in every form and nothing else is.

import Testing

@testable import Diagnostics

@Suite struct PersonalIdentityNumberTests {
  /// The last digit by folkbokföringslagen 18 §: every other digit doubled, digit sums to ten.
  static func checkDigit(_ nine: String) -> Int {
    var sum = 0
    for (index, character) in nine.enumerated() {
      let product = (character.wholeNumberValue ?? 0) * (index % 2 == 0 ? 2 : 1)
      sum += product / 10 + product % 10
    }
    return (10 - sum % 10) % 10
  }

  static let last = "238\(checkDigit("900101238"))"
  static let coordination = "238\(checkDigit("900161238"))"

  @Test func theCheckDigitByHand() {
    // 9·2 = 18 (9), 0, 0·2, 1, 0·2, 1, 2·2 = 4, 3, 8·2 = 16 (7): 25, so 5 to the next ten.
    #expect(Self.last == "2385")
  }

  @Test(arguments: [
    "18900101-\(last)", "18900101\(last)", "900101-\(last)", "900101\(last)", "900101+\(last)",
    "18900101 \(last)", "18900101\u{2013}\(last)", "18900101\u{A0}\(last)",
    "18900101\u{2011}\(last)", "1890-01-01-\(last)", "18900161-\(coordination)",
    "900161-\(coordination)",
  ])
  func everyFormIsFound(number: String) {
    #expect(PersonalIdentityNumber.occurs(in: number))
    #expect(PersonalIdentityNumber.occurs(in: "Ring Kim (\(number)), snart."))
    #expect(PersonalIdentityNumber.masked("a\(number)b") == "a[identitetsnummer]b")
  }

  @Test(arguments: [
    "18900101-2386", "18901301-2385", "18900132-2385", "769600-0000", "2025-01-31", "20250131",
    "18900101-238", "118900101-\(last)", "18900101-\(last)1", "1234567890123456",
    "9850 25500 26500", "",
  ])
  func nothingElseIs(text: String) {
    #expect(!PersonalIdentityNumber.occurs(in: text))
    #expect(PersonalIdentityNumber.masked(text) == text)
  }

  @Test func severalInOneText() {
    let text = "900101-\(Self.last) och 18900101\(Self.last)"
    #expect(PersonalIdentityNumber.ranges(in: text).count == 2)
    #expect(
      PersonalIdentityNumber.masked(text) == "[identitetsnummer] och [identitetsnummer]")
  }
}
