// A cell's number as the file writes it, in exact decimal arithmetic.

/// A decimal number: its digits times a power of ten. Files hold binary fractions written out
/// (`0.28999999999999998`); rounded to 15 digits they are what the person typed.
struct CellNumber: Hashable {
  private let isNegative: Bool
  /// From the first one that is not zero; empty for zero.
  private let digits: [UInt8]
  private let exponent: Int

  private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    let significant = digits.drop { $0 == 0 }
    let trailing = significant.reversed().prefix { $0 == 0 }.count
    self.digits = Array(significant.dropLast(trailing))
    self.isNegative = isNegative && !self.digits.isEmpty
    self.exponent = self.digits.isEmpty ? 0 : exponent + trailing
  }

  /// Reads `25500`, `-0.5`, `1.2E-4`; nil for anything else. At most 15 significant digits are
  /// kept.
  init?(_ text: String) {
    var bytes = Array(text.utf8).drop { $0 == 0x20 }[...]
    while bytes.last == 0x20 { bytes.removeLast() }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let power = bytes.dropFirst(mantissa.count).dropFirst()
    var exponent = 0
    if mantissa.count < bytes.count {
      guard power.count <= 5, let stated = Int(String(decoding: power, as: UTF8.self)),
        abs(stated) <= 400
      else { return nil }
      exponent = stated
    }
    let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let digits = parts.joined().map { $0 &- 0x30 }
    guard parts.count <= 2, !digits.isEmpty, digits.count <= 400, digits.allSatisfy({ $0 <= 9 })
    else { return nil }
    self = Self.rounded(
      isNegative: isNegative, digits: digits,
      exponent: exponent - (parts.count == 2 ? parts[1].count : 0))
  }

  /// Half away from zero, to 15 significant digits.
  private static func rounded(
    isNegative: Bool, digits: [UInt8], exponent: Int
  ) -> CellNumber {
    let significant = Array(digits.drop { $0 == 0 })
    let surplus = significant.count - 15
    guard surplus > 0 else {
      return CellNumber(isNegative: isNegative, digits: significant, exponent: exponent)
    }
    var kept = Array(significant.dropLast(surplus))
    if significant[15] >= 5 {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    return CellNumber(isNegative: isNegative, digits: kept, exponent: exponent + surplus)
  }

  /// The number times a hundred.
  var timesHundred: CellNumber {
    CellNumber(isNegative: isNegative, digits: digits, exponent: exponent + 2)
  }

  /// Digits with a decimal point where one is needed, and never a power.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    let all = digits.map { Character(Unicode.Scalar($0 + 0x30)) }
    let sign = isNegative ? "-" : ""
    if exponent >= 0 { return sign + String(all) + String(repeating: "0", count: exponent) }
    let decimals = -exponent
    if decimals < all.count {
      return sign + String(all.dropLast(decimals)) + "." + String(all.suffix(decimals))
    }
    return sign + "0." + String(repeating: "0", count: decimals - all.count) + String(all)
  }

  /// The number times 10^`decimals` as a whole number, half away from zero; nil when it is larger
  /// than any serial date or time.
  func scaled(decimals: Int) -> Int? {
    let shift = exponent + decimals
    guard digits.count + shift <= 17 else { return nil }
    let kept = shift >= 0 ? digits[...] : digits.dropLast(min(-shift, digits.count))
    var value = kept.reduce(0) { $0 * 10 + Int($1) }
    for _ in 0..<max(0, shift) { value *= 10 }
    if shift < 0, -shift <= digits.count, digits[digits.count + shift] >= 5 { value += 1 }
    return isNegative ? -value : value
  }
}
