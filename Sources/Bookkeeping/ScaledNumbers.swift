// Scaled whole numbers beside money: quantities, rates and factors, and the one product of them.

/// A quantity (*underlag*) in hundredths: full-time months (*heltidsmånader*) or kronor.
package struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The quantity in hundredths of its unit.
  package let hundredths: Int64

  /// A quantity in hundredths.
  package init(hundredths: Int64) { self.hundredths = hundredths }

  /// The exact value rounded once to two decimals, half away from zero (method.md section 7).
  package init(rounding exact: Rational) throws(ArithmeticOverflow) {
    self.hundredths = try exact.rounded(decimals: 2)
  }

  /// By value.
  package static func < (left: Quantity, right: Quantity) -> Bool {
    left.hundredths < right.hundredths
  }

  /// Two decimals, a point: `12.50`.
  package var description: String { ScaledText.string(Int128(hundredths), decimals: 2) }
}

/// A rate (*sats*) as a fraction in ten-thousandths: 21.65 % is 2165, so 0.2165.
package struct Rate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The rate in ten-thousandths.
  package let tenThousandths: Int64

  /// A rate in ten-thousandths.
  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// 0 %.
  package static let zero = Rate(tenThousandths: 0)

  /// 100 %.
  package static let one = Rate(tenThousandths: 10_000)

  /// The exact value.
  package var rational: Rational { Rational(tenThousandths, 10_000) }

  /// By value.
  package static func < (left: Rate, right: Rate) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// The fraction with its decimals: `0.2165`, `0.3`.
  package var description: String {
    ScaledText.shortString(Int128(tenThousandths), decimals: 4)
  }

  /// The rate in percent: `21.65`, `30`.
  package var percent: String { ScaledText.shortString(Int128(tenThousandths), decimals: 2) }
}

/// The factor of a line (*faktor*): the product of its rates, rounded once to six decimals.
package struct Factor: Hashable, Sendable, CustomStringConvertible {
  /// The factor in millionths.
  package let millionths: Int64

  /// A factor in millionths.
  package init(millionths: Int64) { self.millionths = millionths }

  /// The exact product rounded once to six decimals, half away from zero (method.md section 7).
  package init(rounding exact: Rational) throws(ArithmeticOverflow) {
    self.millionths = try exact.rounded(decimals: 6)
  }

  /// Six decimals: `0.216500`.
  package var description: String { ScaledText.string(Int128(millionths), decimals: 6) }
}

extension Amount {
  /// basis x unit value x factor, all as printed, rounded half away from zero to the öre: the one
  /// product of the second bokslut (method.md section 7). The 128-bit product is exact.
  package init(basis: Quantity, unitValue: Amount, factor: Factor) throws(ArithmeticOverflow) {
    let (first, overflow) = Int128(basis.hundredths)
      .multipliedReportingOverflow(by: Int128(unitValue.ore))
    let (product, second) = first.multipliedReportingOverflow(by: Int128(factor.millionths))
    guard !overflow, !second else { throw ArithmeticOverflow() }
    // Hundredths x öre x millionths: 10^8 too fine for öre.
    try self.init(exactly: product.roundedQuotient(by: 100_000_000))
  }
}

extension Int128 {
  /// The quotient rounded half away from zero; `divisor` is positive.
  package func roundedQuotient(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return self < 0 ? quotient - 1 : quotient + 1
  }
}
