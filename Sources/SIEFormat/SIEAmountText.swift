// Amounts as SIE files write them, straight from bytes to öre.

/// What a field that should be an amount turned out to be.
@frozen
package enum SIEAmountText: Hashable, Sendable {
  /// Öre, exact.
  case ore(Int64)
  /// Öre, with a comma where the standard asks for a point.
  case oreWithComma(Int64)
  /// More decimals than two: öre rounded half away from zero.
  case rounded(Int64)
  /// Nothing there.
  case empty
  /// Something else than a number.
  case unreadable
  /// A number that does not fit in 64 bits of öre.
  case tooLarge

  /// Reads the bytes of a field: an optional sign, digits, and a point or comma with decimals.
  @inlinable
  package init(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    var index = start
    var negative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var value: UInt64 = 0
    let firstDigit = index
    while index < end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { break }
      // One digit more, times 100, still fits in 64 bits without a sign.
      if value > 9_223_372_036_854_775 {
        self = Self.allDigits(bytes, from: index, to: end) ? .tooLarge : .unreadable
        return
      }
      value = value &* 10 &+ UInt64(digit)
      index += 1
    }
    let wholeDigits = index - firstDigit
    var comma = false
    var decimals = 0
    var rest: UInt8 = 0
    var lost = false
    if index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
      comma = bytes[index] == UInt8(ascii: ",")
      index += 1
      while index < end {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { break }
        if decimals < 2 {
          value = value &* 10 &+ UInt64(digit)
        } else {
          if decimals == 2 { rest = digit }
          if digit != 0 { lost = true }
        }
        decimals += 1
        index += 1
      }
    }
    guard index == end, wholeDigits + decimals > 0 else {
      self = start == end ? .empty : .unreadable
      return
    }
    if decimals == 0 { value = value &* 100 } else if decimals == 1 { value = value &* 10 }
    if rest >= 5 { value = value &+ 1 }
    guard value <= UInt64(Int64.max) else {
      self = .tooLarge
      return
    }
    let ore = negative ? -Int64(value) : Int64(value)
    self = lost ? .rounded(ore) : comma ? .oreWithComma(ore) : .ore(ore)
  }

  @usableFromInline
  static func allDigits(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    (start..<end).allSatisfy {
      bytes[$0] &- 0x30 < 10 || bytes[$0] == UInt8(ascii: ".") || bytes[$0] == UInt8(ascii: ",")
    }
  }
}
