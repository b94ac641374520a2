// Money: exact sums, overflow as an error, and the decimal text of öre.

import Bookkeeping
import Testing

@Suite struct AmountTests {
  @Test func addsAndSubtractsExactly() throws {
    let sum = try Amount(ore: 1_234_50) + Amount(ore: -234_51)
    #expect(sum == Amount(ore: 999_99))
    #expect(try Amount(ore: 1) - Amount(ore: 2) == Amount(ore: -1))
  }

  @Test func overflowIsAnErrorAndNeverAWrap() {
    let largest = Amount(ore: .max)
    #expect(throws: ArithmeticOverflow.self) { try largest + Amount(ore: 1) }
    #expect(throws: ArithmeticOverflow.self) { try largest.negated - Amount(ore: 1) }
    #expect(throws: ArithmeticOverflow.self) { try Amount(exactly: Int128(Int64.min)) }
  }

  @Test func everyAmountCanBeNegated() {
    #expect(Amount(ore: .min).ore == -Int64.max)
    #expect(Amount(ore: .min).negated.ore == .max)
    #expect(Amount(ore: -5).magnitude.ore == 5)
  }

  @Test func onlyTheTotalOfASequenceHasToFit() throws {
    let amounts = [Amount(ore: .max), Amount(ore: .max), Amount(ore: -Int64.max)]
    #expect(try amounts.sum() == Amount(ore: .max))
    #expect(throws: ArithmeticOverflow.self) { try [Amount(ore: .max), Amount(ore: 1)].sum() }
  }

  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-123_450, "-1234.50"),
    (Int64.max, "92233720368547758.07"),
  ])
  func isWrittenAsKronorWithTwoDecimals(ore: Int64, text: String) {
    #expect(Amount(ore: ore).description == text)
  }

  /// 12.50 months x 9850.00 kr x 0.216500 = 26656.5625 kr.
  @Test func theProductIsRoundedOnceHalfAwayFromZero() throws {
    let product = try Amount(
      basis: Quantity(hundredths: 1250), unitValue: Amount(ore: 985_000),
      factor: Factor(millionths: 216_500))
    #expect(product == Amount(ore: 2_665_656))
    // 0.01 x 0.50 kr x 1 = 0.005 kr, a tie.
    let tie = try Amount(
      basis: Quantity(hundredths: 1), unitValue: Amount(ore: 50),
      factor: Factor(millionths: 1_000_000))
    #expect(tie == Amount(ore: 1))
    let negative = try Amount(
      basis: Quantity(hundredths: -1), unitValue: Amount(ore: 50),
      factor: Factor(millionths: 1_000_000))
    #expect(negative == Amount(ore: -1))
  }

  @Test func aProductThatDoesNotFitIsAnError() {
    #expect(throws: ArithmeticOverflow.self) {
      try Amount(
        basis: Quantity(hundredths: .max), unitValue: Amount(ore: .max),
        factor: Factor(millionths: .max))
    }
  }

  @Test(arguments: [
    (5, 10, 1), (4, 10, 0), (-5, 10, -1), (-4, 10, 0), (15, 10, 2), (-15, 10, -2), (7, 7, 1),
    (2, 3, 1), (1, 3, 0),
  ])
  func quotientsRoundHalfAwayFromZero(value: Int, divisor: Int, expected: Int) {
    #expect(Int128(value).roundedQuotient(by: Int128(divisor)) == Int128(expected))
  }
}
