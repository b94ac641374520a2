// How the two languages write numbers: groups of three, the decimal mark and the minus.

/// Writes numbers for the eye: Swedish has a blank between thousands and a decimal comma, English a
/// comma and a point. Never for CSV or JSON, which have a point and no groups.
package struct NumberWriter: Sendable {
  /// Where the numbers are read.
  package enum Medium: Sendable {
    /// On a terminal: the blank and the minus of a keyboard.
    case terminal
    /// In a document: a blank that no line breaks at, and the minus of typography.
    case document
  }

  private let group: String
  private let decimalMark: String
  private let minus: String

  /// The signs of a language.
  package init(_ language: Language, for medium: Medium) {
    switch language {
    case .swedish: (group, decimalMark) = (medium == .terminal ? " " : "\u{A0}", ",")
    case .english: (group, decimalMark) = (",", ".")
    }
    minus = medium == .terminal ? "-" : "\u{2212}"
  }

  /// Decimal text (`-1234.5`) with the language's signs: `-1 234,5`.
  package func decimal(_ text: some StringProtocol) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1)
    let digits = Array((parts.first ?? "").unicodeScalars)
    var written = isNegative ? minus : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { written += group }
      written.unicodeScalars.append(digit)
    }
    return parts.count < 2 ? written : written + decimalMark + parts[1]
  }

  /// Öre as kronor with two decimals, without a sign of currency: `-1 234,50`.
  package func kronor(ore: Int128) -> String {
    let (whole, rest) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
    return decimal("\(ore < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)")
  }
}
