// Writes and reads scaled whole numbers as decimals, without Foundation and without a locale.

/// Decimal text of whole numbers that are scaled by a power of ten.
package enum ScaledText {
  /// `string(-123450, decimals: 2)` is `-1234.50`.
  package static func string(_ value: Int128, decimals: Int) -> String {
    var digits = String(value.magnitude)
    guard decimals > 0 else { return value < 0 ? "-\(digits)" : digits }
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals - digits.count + 1) + digits
    }
    let whole = digits.dropLast(decimals)
    return "\(value < 0 ? "-" : "")\(whole).\(digits.suffix(decimals))"
  }

  /// As `string`, without zeros at the end of the decimals: `0.3`, `21.65`, `36`.
  package static func shortString(_ value: Int128, decimals: Int) -> String {
    var text = string(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Reads plain decimal text (`-1234.5`, point or comma, at most `decimals` decimals, trailing
  /// zeros beyond them allowed) into a scaled whole number; nil when it is anything else or does
  /// not fit in 64 bits.
  package static func parse(_ text: some StringProtocol, decimals: Int) -> Int64? {
    var bytes = Array(text.utf8)[...]
    var negative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    var value: Int128 = 0
    var digits = 0
    var seenDecimals: Int?
    for byte in bytes {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        guard seenDecimals == nil, digits > 0 else { return nil }
        seenDecimals = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = Int128(byte - UInt8(ascii: "0"))
      digits += 1
      if let seen = seenDecimals {
        guard seen < decimals else {
          guard digit == 0 else { return nil }
          continue
        }
        seenDecimals = seen + 1
      }
      value = value * 10 + digit
      guard value <= Int128(Int64.max) else { return nil }
    }
    guard digits > 0, seenDecimals != 0 || decimals == 0 || bytes.last != UInt8(ascii: ".") else {
      return nil
    }
    for _ in (seenDecimals ?? 0)..<Swift.max(decimals, seenDecimals ?? 0) {
      value *= 10
      guard value <= Int128(Int64.max) else { return nil }
    }
    return Int64(negative ? -value : value)
  }
}
