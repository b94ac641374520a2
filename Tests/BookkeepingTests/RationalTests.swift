// Exact fractions and their one rounding.

import BigInt
import Testing

@testable import Bookkeeping

@Suite struct RationalTests {
  @Test func fractionsStandInLowestTerms() {
    #expect(Rational(6, -4) == Rational(-3, 2))
    #expect(Rational(6, -4).denominator == 2)
    #expect(Rational(0, 5) == .zero)
  }

  @Test func arithmeticIsExact() {
    let third = Rational(1, 3)
    #expect(third + third + third == .one)
    #expect(third - Rational(1, 2) == Rational(-1, 6))
    #expect(Rational(2, 3) * Rational(3, 4) == Rational(1, 2))
    #expect(Rational(1, 28) / Rational(1, 31) == Rational(31, 28))
    #expect([third, third].sum() == Rational(2, 3))
    #expect(Rational(1, 3) < Rational(34, 100))
  }

  @Test(arguments: [
    (5, 2, 3), (-5, 2, -3), (7, 3, 2), (-7, 3, -2), (1, 2, 1), (-1, 2, -1), (4, 1, 4),
  ])
  func roundsHalfAwayFromZero(numerator: Int, denominator: Int, expected: Int) {
    #expect(Rational(numerator, denominator).rounded == BigInt(expected))
  }

  @Test func floorOfNegatives() {
    #expect(Rational(-7, 2).floor == -4)
    #expect(Rational(-4, 2).floor == -2)
  }

  @Test func roundsToOre() throws {
    #expect(try Rational(1, 3).roundedToOre() == Amount(ore: 33))
    #expect(try Rational(kronor: Amount(ore: 12_345)).roundedToOre() == Amount(ore: 12_345))
    #expect(try Rational(125, 1000).rounded(decimals: 2) == 13)
    #expect(Rational(-2, 3).text(decimals: 2) == "-0.67")
    #expect(throws: ArithmeticOverflow.self) {
      try Rational(numerator: BigInt(10).power(30), denominator: 1).roundedToOre()
    }
  }
}
