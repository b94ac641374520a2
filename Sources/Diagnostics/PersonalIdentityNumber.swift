// Finds Swedish personal identity numbers, so that none is ever printed, logged or stored.

/// Personal identity numbers (*personnummer*) and coordination numbers (*samordningsnummer*, day +
/// 60): 10 or 12 digits, with or without a dash, `+` or a blank before the last four, a real date
/// and a valid check digit (folkbokföringslagen 18 §).
package enum PersonalIdentityNumber {
  /// The ranges of text that hold an identity number, inside free text too.
  package static func ranges(in text: String) -> [Range<String.Index>] {
    let bytes = Array(text.utf8)
    var found: [Range<String.Index>] = []
    var start = 0
    while start < bytes.count {
      guard isDigit(bytes[start]), start == 0 || !isDigit(bytes[start - 1]) else {
        start += 1
        continue
      }
      if let end = end(ofNumberFrom: start, in: bytes) {
        let lower = text.utf8.index(text.utf8.startIndex, offsetBy: start)
        let upper = text.utf8.index(text.utf8.startIndex, offsetBy: end)
        found.append(lower..<upper)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  /// Whether text holds an identity number.
  package static func occurs(in text: String) -> Bool { !ranges(in: text).isEmpty }

  /// The text with every identity number replaced by `[identitetsnummer]`.
  package static func masked(_ text: String) -> String {
    var masked = text
    for range in ranges(in: text).reversed() {
      masked.replaceSubrange(range, with: "[identitetsnummer]")
    }
    return masked
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The end of a number that begins at `start`: 12 or 10 digits with one separator allowed before
  /// the last four (also the dashes and blanks that word processors put in), or the date written
  /// `1985-01-01` with a hyphen before the last four, and no digit after.
  private static func end(ofNumberFrom start: Int, in bytes: [UInt8]) -> Int? {
    for length in [12, 10] {
      if let end = end(ofNumberFrom: start, length: length, dashedDate: false, in: bytes) {
        return end
      }
    }
    return end(ofNumberFrom: start, length: 12, dashedDate: true, in: bytes)
  }

  private static func end(
    ofNumberFrom start: Int, length: Int, dashedDate: Bool, in bytes: [UInt8]
  ) -> Int? {
    var digits: [Int] = []
    var index = start
    while index < bytes.count, digits.count < length {
      if isDigit(bytes[index]) {
        digits.append(Int(bytes[index] - 0x30))
        index += 1
      } else if index > start, isDigit(bytes[index - 1]),
        digits.count == length - 4 || (dashedDate && (digits.count == 4 || digits.count == 6))
      {
        let width =
          dashedDate ? (bytes[index] == 0x2D ? 1 : 0) : separatorWidth(at: index, in: bytes)
        guard width > 0 else { return nil }
        index += width
      } else {
        return nil
      }
    }
    guard digits.count == length, index >= bytes.count || !isDigit(bytes[index]),
      isValid(digits)
    else { return nil }
    return index
  }

  /// The bytes of a separator: `-`, `+`, a blank, a no-break blank or a longer dash.
  private static func separatorWidth(at index: Int, in bytes: [UInt8]) -> Int {
    if [0x2D, 0x2B, 0x20].contains(bytes[index]) { return 1 }
    let rest = bytes[index...]
    if rest.starts(with: [0xC2, 0xA0]) { return 2 }
    guard rest.count >= 3 else { return 0 }
    let dash = rest.starts(with: [0xE2, 0x80]) && (0x90...0x95).contains(bytes[index + 2])
    return dash || rest.starts(with: [0xE2, 0x88, 0x92]) ? 3 : 0
  }

  private static func isValid(_ digits: [Int]) -> Bool {
    let short = Array(digits.suffix(10))
    if digits.count == 12 {
      let century = digits[0] * 10 + digits[1]
      guard century >= 18, century <= 21 else { return false }
    }
    let month = short[2] * 10 + short[3]
    var day = short[4] * 10 + short[5]
    if day > 60 { day -= 60 }
    guard month >= 1, month <= 12, day >= 1 else { return false }
    // Without a century 29 February is let through: a number too many is masked, never one too few.
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= longest[month - 1] else { return false }
    var sum = 0
    for (index, digit) in short.enumerated() {
      let product = index % 2 == 0 ? digit * 2 : digit
      sum += product > 9 ? product - 9 : product
    }
    return sum % 10 == 0
  }
}
