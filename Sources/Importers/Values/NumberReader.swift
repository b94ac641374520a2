// Reads numbers as people and spreadsheets write them, Swedish or English.

/// Why a text is no number that can be used.
enum NumberProblem: Error, Hashable, Sendable {
  /// It is something else.
  case notANumber
  /// `1,234`: a thousand or a decimal? Nobody can tell.
  case ambiguous
  /// More decimals than the column or key takes.
  case tooManyDecimals
  /// It does not fit.
  case tooLarge
}

/// Numbers with Swedish or English separators: `1 234,50`, `1,234.50`, `1.234,50`, `-12`.
enum NumberReader {
  /// The number scaled by 10^`decimals`. A single `,` or `.` before exactly three digits is
  /// ambiguous, unless a machine wrote it (`isPlain`) and the point is the decimal one.
  static func scaled(
    _ text: some StringProtocol, decimals: Int, isPlain: Bool = false
  ) throws(NumberProblem) -> Int64 {
    var (digits, negative) = try unsigned(text)
    let points = digits.filter { $0 == "." }.count
    let commas = digits.filter { $0 == "," }.count
    let hasBlanks = digits.contains(" ")
    let decimalMark: Character?
    switch (commas, points) {
    case (0, 0):
      decimalMark = nil
    case (1..., 1...):
      // The last of the two is the decimal mark; the other one groups.
      let lastComma = digits.lastIndex(of: ",") ?? digits.startIndex
      let lastPoint = digits.lastIndex(of: ".") ?? digits.startIndex
      decimalMark = lastComma > lastPoint ? "," : "."
      guard (decimalMark == "," ? commas : points) == 1 else { throw .notANumber }
    case (1, 0), (0, 1):
      let mark: Character = commas == 1 ? "," : "."
      let after = digits.reversed().prefix { $0 != mark }.count
      let before = digits.prefix { $0 != mark }.filter(\.isNumber).count
      // `0,250` and `12 345,678` can only be decimals; more than three digits never group so.
      let canGroup = after == 3 && (1...3).contains(before) && digits.first != "0" && !hasBlanks
      if canGroup, !isPlain { throw .ambiguous }
      decimalMark = mark
    default:
      // `1,234,567`: one mark several times groups.
      guard commas == 0 || points == 0 else { throw .notANumber }
      decimalMark = nil
    }
    let (whole, fraction) = try split(digits, at: decimalMark)
    digits = whole + fraction
    let significant = fraction.reversed().drop { $0 == "0" }.count
    guard significant <= decimals else { throw .tooManyDecimals }
    var value: Int128 = 0
    let padding = String(repeating: "0", count: decimals)
    for digit in whole + (fraction + padding).prefix(decimals) {
      value = value * 10 + Int128(digit.wholeNumberValue ?? 0)
      guard value <= Int128(Int64.max) else { throw .tooLarge }
    }
    return Int64(negative ? -value : value)
  }

  /// The text without sign, blanks of every kind as one; only digits, blanks and marks are left.
  private static func unsigned(
    _ text: some StringProtocol
  ) throws(NumberProblem) -> (digits: String, negative: Bool) {
    var rest = ""
    for character in text.trimmed {
      switch character {
      case "\u{A0}", "\u{202F}", "\u{2009}", " ", "'", "\u{2019}": rest.append(" ")
      case "\u{2212}", "\u{2013}": rest.append("-")
      default: rest.append(character)
      }
    }
    var negative = false
    if rest.first == "-" || rest.first == "+" {
      negative = rest.removeFirst() == "-"
      while rest.first == " " { rest.removeFirst() }
    }
    let isDigits = rest.unicodeScalars.allSatisfy {
      ($0.value >= 0x30 && $0.value <= 0x39) || $0 == " " || $0 == "." || $0 == ","
    }
    guard isDigits, rest.contains(where: \.isNumber) else { throw .notANumber }
    return (rest, negative)
  }

  /// Whole part and decimals, with the grouping taken out and checked: groups are of three.
  private static func split(
    _ digits: String, at mark: Character?
  ) throws(NumberProblem) -> (whole: String, fraction: String) {
    var wholeText = digits[...]
    var fraction = ""
    if let mark, let index = digits.lastIndex(of: mark) {
      wholeText = digits[..<index]
      fraction = String(digits[digits.index(after: index)...])
      guard !fraction.isEmpty, fraction.allSatisfy(\.isNumber) else { throw .notANumber }
    }
    let groups = wholeText.split(omittingEmptySubsequences: false) {
      $0 == " " || $0 == "." || $0 == ","
    }
    guard let first = groups.first, !first.isEmpty else { throw .notANumber }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        throw .notANumber
      }
    }
    return (groups.joined(), fraction)
  }
}

extension StringProtocol {
  /// The text without blanks at either end, no-break ones included.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isBlank { rest.removeFirst() }
    while let last = rest.last, last.isBlank { rest.removeLast() }
    return String(rest)
  }
}

extension Character {
  fileprivate var isBlank: Bool { isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }
}
