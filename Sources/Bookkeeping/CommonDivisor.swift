// The greatest common divisor of whole numbers of any size, fast where they fit in 128 bits.

import BigInt

extension BigInt {
  /// The greatest common divisor, never negative. Nearly every fraction of a register fits in 128
  /// bits, where the machine's own arithmetic is many times faster than that of big numbers.
  func commonDivisor(with other: BigInt) -> BigInt {
    var (first, second) = (magnitude, other.magnitude)
    while !second.isZero {
      if let one = first.inTwoWords, let two = second.inTwoWords {
        let divisor = one.commonDivisor(with: two)
        return BigInt(
          BigUInt(words: [
            UInt(truncatingIfNeeded: divisor), UInt(truncatingIfNeeded: divisor >> 64),
          ])
        )
      }
      (first, second) = (second, first % second)
    }
    return BigInt(first)
  }
}

extension BigInt {
  /// 1, made once.
  static let one = BigInt(1)

  /// The number that a machine word holds, without the way over the protocols of all integers.
  static func inOneWord(_ number: Int) -> BigInt {
    inOneWord(number.magnitude, isNegative: number < 0)
  }

  /// The same by sign and magnitude.
  static func inOneWord(_ magnitude: UInt, isNegative: Bool) -> BigInt {
    if magnitude == 1, !isNegative { return one }
    return BigInt(sign: isNegative ? .minus : .plus, magnitude: BigUInt(words: [magnitude]))
  }
}

extension BigUInt {
  /// The number in one word; nil when it is larger.
  var inOneWord: UInt? {
    let words = self.words
    switch words.endIndex {
    case 0: return 0
    case 1: return words[0]
    default: return nil
    }
  }

  /// The number in 128 bits; nil when it is larger.
  fileprivate var inTwoWords: UInt128? {
    let words = self.words
    guard words.count <= 2 else { return nil }
    return words.reversed().reduce(0) { $0 << 64 | UInt128($1) }
  }
}

extension UInt {
  /// Euclid's algorithm.
  func commonDivisor(with other: UInt) -> UInt {
    var (first, second) = (self, other)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}

extension UInt128 {
  /// Stein's algorithm: halving and subtracting.
  func commonDivisor(with other: UInt128) -> UInt128 {
    guard self != 0 else { return other }
    guard other != 0 else { return self }
    let twos = Swift.min(trailingZeroBitCount, other.trailingZeroBitCount)
    var (low, high) = (self >> UInt128(trailingZeroBitCount), other)
    while high != 0 {
      high >>= UInt128(high.trailingZeroBitCount)
      if low > high { (low, high) = (high, low) }
      high -= low
    }
    return low << UInt128(twos)
  }
}
