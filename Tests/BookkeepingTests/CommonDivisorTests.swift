// The greatest common divisor, against the library's own slower one.

import BigInt
import Testing

@testable import Bookkeeping

struct CommonDivisorTests {
  @Test("the common divisor is that of the library, in and beyond 128 bits, whatever the signs")
  func likeTheLibrary() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<600 {
      let shared = BigInt(UInt64.random(in: 1...10_000, using: &random))
      var one = BigInt(UInt64.random(in: 0...UInt64.max, using: &random)) * shared
      var two = BigInt(UInt64.random(in: 1...UInt64.max, using: &random)) * shared
      if round % 3 == 0 { one = one * one * 377_580 }
      if round % 4 == 0 { two = two * two * two }
      if round % 5 == 0 { one = -one }
      if round % 7 == 0 { one = 0 }
      #expect(one.commonDivisor(with: two) == one.greatestCommonDivisor(with: two))
    }
  }

  @Test("a fraction is in the library's lowest terms at and around the end of a machine word")
  func lowestTerms() {
    let edge = BigInt(UInt64.max)
    let tops: [BigInt] = [0, 1, 6, edge / 3, edge - 1, edge, edge + 1, edge * 3, edge * edge]
    for top in tops + tops.map({ -$0 }) {
      for bottom in (tops + tops.map { -$0 }) where bottom != 0 {
        let divisor = top.greatestCommonDivisor(with: bottom) * bottom.signum()
        let fraction = Rational(numerator: top, denominator: bottom)
        #expect(fraction.numerator == top / divisor, "\(top) / \(bottom)")
        #expect(fraction.denominator == bottom / divisor, "\(top) / \(bottom)")
      }
    }
  }
}
