// Exact decimal numbers of a package: quick enough to sum every formula while it is read.

import Bookkeeping

/// A decimal number that a package states or that its formulas give.
struct DecimalText: Equatable, CustomStringConvertible {
  private let scaled: Int128
  private let decimals: Int

  /// The product of nothing.
  static let one = DecimalText(scaled: 1, decimals: 0)

  private init(scaled: Int128, decimals: Int) {
    self.scaled = scaled
    self.decimals = decimals
  }

  /// A number as packages write it: digits, a point before at most so many decimals, an ASCII
  /// minus; nil for anything else, and for what does not fit in 64 bits.
  init?(_ text: String, decimals most: Int) {
    var digits = Substring(text).utf8
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    let decimals = parts.count == 2 ? parts[1].count : 0
    guard isPlain, parts.count <= 2, decimals <= most,
      let scaled = ScaledText.parse(text, decimals: decimals)
    else { return nil }
    self.init(scaled: Int128(scaled), decimals: decimals)
  }

  var isZero: Bool { scaled == 0 }

  var description: String { ScaledText.shortString(scaled, decimals: decimals) }

  /// The same number, whatever decimals it is written with.
  static func == (left: DecimalText, right: DecimalText) -> Bool {
    let most = max(left.decimals, right.decimals)
    guard let left = left.scaled(to: most), let right = right.scaled(to: most) else { return false }
    return left == right
  }

  /// Nil when a number is missing or the sum beyond 128 bits.
  static func sum(_ terms: some Sequence<DecimalText?>) -> DecimalText? {
    var sum = DecimalText(scaled: 0, decimals: 0)
    for term in terms {
      guard let term else { return nil }
      let decimals = max(sum.decimals, term.decimals)
      guard let left = sum.scaled(to: decimals), let right = term.scaled(to: decimals) else {
        return nil
      }
      let (total, overflow) = left.addingReportingOverflow(right)
      guard !overflow else { return nil }
      sum = DecimalText(scaled: total, decimals: decimals)
    }
    return sum
  }

  /// The product; nil beyond 128 bits.
  func times(_ other: DecimalText) -> DecimalText? {
    let (product, overflow) = scaled.multipliedReportingOverflow(by: other.scaled)
    return overflow ? nil : DecimalText(scaled: product, decimals: decimals + other.decimals)
  }

  /// The quotient of two whole numbers, rounded half away from zero; nil for others, which were
  /// rounded before they were divided, and by zero.
  func dividedAsCounts(by other: DecimalText, decimals: Int) -> DecimalText? {
    guard self.decimals == 0, other.decimals == 0, scaled >= 0, other.scaled > 0,
      let digits = scaled(to: decimals)
    else { return nil }
    let (whole, rest) = digits.quotientAndRemainder(dividingBy: other.scaled)
    let step: Int128 = rest.magnitude * 2 >= other.scaled.magnitude ? 1 : 0
    return DecimalText(scaled: whole + step, decimals: decimals)
  }

  /// Rounded half away from zero.
  func rounded(_ most: Int) -> DecimalText? {
    guard decimals > most, let unit = Self.power(decimals - most) else { return self }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: unit)
    let step: Int128 = rest.magnitude * 2 >= unit.magnitude ? 1 : 0
    return DecimalText(scaled: whole + (scaled < 0 ? -step : step), decimals: most)
  }

  private func scaled(to decimals: Int) -> Int128? {
    guard let factor = Self.power(decimals - self.decimals) else { return nil }
    let (product, overflow) = scaled.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// Ten to a power of at most 37.
  private static func power(_ exponent: Int) -> Int128? {
    guard (0...37).contains(exponent) else { return nil }
    return (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}
