// Amounts with more decimals than öre: what rounding took from each, and how their sum is kept.

import Bookkeeping

/// Amounts that belong together, as the postings of a voucher, some of which were stated with more
/// than two decimals. Whether they balance is a matter of what is stated, with all decimals, and
/// never of our own rounding.
struct StatedRounding {
  /// What was stated less what was kept, in öre, by the caller's number of the amount.
  private var rests: [(number: Int, rest: Rational)] = []

  var isEmpty: Bool { rests.isEmpty }

  /// Notes that an amount stated so was rounded to öre.
  mutating func add(_ number: Int, stated: String, ore: Int64) {
    rests.append((number, Self.ore(of: stated) - Rational(ore)))
  }

  /// What a program that counts with floating point leaves behind, as in 0.30000000000000004: less
  /// than a millionth of a krona is nothing that anybody stated.
  private static let floatingRemainder = Rational(1, 10_000)

  /// What the amounts sum to as stated, in öre, from what they sum to as kept.
  func exactSum(_ kept: Int128) -> Rational {
    let sum = rests.reduce(Rational(kept)) { $0 + $1.rest }
    let isRemainder = sum < Self.floatingRemainder && -sum < Self.floatingRemainder
    return isRemainder ? .zero : sum
  }

  /// Which amounts are to be rounded the other way, and by how many öre, when the stated ones sum
  /// to exactly zero and the kept ones do not: those that rounding moved farthest.
  func settlement(_ kept: Int128) -> [(number: Int, ore: Int64)] {
    guard kept != 0, exactSum(kept).isZero else { return [] }
    let step: Int64 = kept > 0 ? -1 : 1
    let farthest = rests.sorted {
      ($0.rest * Rational(step), $1.number) > ($1.rest * Rational(step), $0.number)
    }
    return farthest.prefix(Int(clamping: kept.magnitude)).map { ($0.number, step) }
  }

  /// Öre of a plain decimal text, exactly.
  private static func ore(of text: String) -> Rational {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let decimals = text.drop { $0 != "." && $0 != "," }.dropFirst().count
    let ten = Rational(10)
    let whole = digits.reduce(Rational.zero) { $0 * ten + Rational($1.wholeNumberValue ?? 0) }
    let ore = whole * Rational(100) / ten.power(decimals)
    return text.hasPrefix("-") ? -ore : ore
  }
}
