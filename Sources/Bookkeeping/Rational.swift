// Exact fractions: what stands between records and the one rounding of a line.

import BigInt

/// An exact fraction of whole numbers of any size, always in lowest terms with a positive
/// denominator. Bases are sums over many records with denominators of their own (28 to 31 days,
/// days of a wage row, a scaling ratio), which no fixed width holds.
package struct Rational: Hashable, Sendable {
  /// Above the line.
  package let numerator: BigInt
  /// Below the line, positive.
  package let denominator: BigInt

  /// 0.
  package static let zero = Rational(0)
  /// 1.
  package static let one = Rational(1)

  /// A whole number.
  package init(_ whole: some BinaryInteger) {
    self.numerator = BigInt(whole)
    self.denominator = .one
  }

  /// A whole number, the quick way.
  package init(_ whole: Int) {
    self.numerator = .inOneWord(whole)
    self.denominator = .one
  }

  /// A fraction; the denominator must not be zero.
  package init(_ numerator: some BinaryInteger, _ denominator: some BinaryInteger) {
    self.init(numerator: BigInt(numerator), denominator: BigInt(denominator))
  }

  /// A fraction of the machine's numbers, the quick way; the denominator must not be zero.
  package init(_ numerator: Int, _ denominator: Int) {
    self.init(
      numerator: .inOneWord(numerator), denominator: .inOneWord(denominator))
  }

  /// Money in kronor.
  package init(kronor amount: Amount) { self.init(Int(amount.ore), 100) }

  /// A fraction, put in lowest terms.
  init(numerator: BigInt, denominator: BigInt) {
    precondition(!denominator.isZero, "a fraction's denominator is zero")
    // Nearly every fraction fits in the machine's words, where nothing of any size is divided.
    if let top = numerator.magnitude.inOneWord, let bottom = denominator.magnitude.inOneWord {
      let divisor = top.commonDivisor(with: bottom)
      if divisor == 1, denominator.sign == .plus {
        self.numerator = numerator
        self.denominator = denominator
        return
      }
      let isNegative = (numerator.sign == .minus) != (denominator.sign == .minus)
      self.numerator = .inOneWord(top / divisor, isNegative: isNegative)
      self.denominator = .inOneWord(bottom / divisor, isNegative: false)
      return
    }
    let divisor = numerator.commonDivisor(with: denominator)
    let signed = denominator < 0 ? -divisor : divisor
    self.numerator = signed == 1 ? numerator : numerator / signed
    self.denominator = signed == 1 ? denominator : denominator / signed
  }

  /// Whether it is 0.
  package var isZero: Bool { numerator == 0 }

  /// The exact sum.
  package static func + (left: Rational, right: Rational) -> Rational {
    if left.denominator == right.denominator {
      return Rational(
        numerator: left.numerator + right.numerator, denominator: left.denominator)
    }
    return Rational(
      numerator: left.numerator * right.denominator + right.numerator * left.denominator,
      denominator: left.denominator * right.denominator)
  }

  /// The exact difference.
  package static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The other sign.
  package static prefix func - (value: Rational) -> Rational {
    Rational(numerator: -value.numerator, denominator: value.denominator)
  }

  /// The exact product.
  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(
      numerator: left.numerator * right.numerator,
      denominator: left.denominator * right.denominator)
  }

  /// The exact quotient; the divisor must not be zero.
  package static func / (left: Rational, right: Rational) -> Rational {
    Rational(
      numerator: left.numerator * right.denominator,
      denominator: left.denominator * right.numerator)
  }

  /// Adds in place.
  package static func += (left: inout Rational, right: Rational) { left = left + right }

  /// Subtracts in place.
  package static func -= (left: inout Rational, right: Rational) { left = left - right }

  /// The greatest whole number not above it.
  package var floor: BigInt {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// Rounded half away from zero to a whole number.
  package var rounded: BigInt { rounded(times: 1) }

  private func rounded(times scale: BigInt) -> BigInt {
    // Above zero a quotient of whole numbers is the floor; no lowest terms are needed for it.
    let magnitude = (abs(numerator * scale) * 2 + denominator) / (denominator * 2)
    return numerator < 0 ? -magnitude : magnitude
  }

  /// Rounded half away from zero to `decimals` decimals, as a scaled whole number.
  package func rounded(decimals: Int) throws(ArithmeticOverflow) -> Int64 {
    guard let value = Int64(exactly: rounded(times: BigInt(10).power(decimals))) else {
      throw ArithmeticOverflow()
    }
    return value
  }

  /// Kronor rounded half away from zero to the öre.
  package func roundedToOre() throws(ArithmeticOverflow) -> Amount {
    Amount(ore: try rounded(decimals: 2))
  }

  /// Decimal text rounded half away from zero to `decimals` decimals, for the reader's eye.
  package func text(decimals: Int) -> String {
    let scaled = rounded(times: BigInt(10).power(decimals))
    guard let value = Int128(String(scaled)) else { return scaled.description }
    return ScaledText.string(value, decimals: decimals)
  }
}

extension Rational {
  /// As `text(decimals:)`, without zeros at the end of the decimals: `0.0001`.
  package func shortText(decimals: Int) -> String {
    var text = text(decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// A whole literal.
  package init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: Comparable {
  /// By value.
  package static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Sequence where Element == Rational {
  /// The exact sum.
  package func sum() -> Rational { reduce(.zero, +) }

  /// The exact product, put in lowest terms once.
  package func product() -> Rational {
    let (top, bottom) = reduce((BigInt(1), BigInt(1))) {
      ($0.0 * $1.numerator, $0.1 * $1.denominator)
    }
    return Rational(numerator: top, denominator: bottom)
  }
}

extension Rational {
  /// The whole power, exponent 0 or more.
  package func power(_ exponent: Int) -> Rational {
    (0..<max(0, exponent)).reduce(.one) { power, _ in power * self }
  }

  /// Rounded half away from zero to so many decimals.
  package func rounded(toDecimals decimals: Int) -> Rational {
    let scale = BigInt(10).power(decimals)
    return Rational(numerator: rounded(times: scale), denominator: scale)
  }
}
