// Amounts that are no SIE amounts but leave no doubt of what is meant.

/// An amount as people and spreadsheets write it: blanks, points or commas between thousands, the
/// minus sign of typesetters, a minus after the number.
package enum SIEOddAmount {
  /// Öre; nil when there is any doubt. `1.234` is a number with three decimals to SIE and `1,234`
  /// may be, so a mark between thousands must be a blank or stand with another mark of decimals.
  package static func ore(_ text: String) -> Int64? {
    var characters: [Character] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{2009}", "\u{202F}", "'": characters.append(" ")
      case "\u{2212}", "\u{2013}", "-": characters.append("-")
      default: characters.append(Character(scalar))
      }
    }
    while characters.first == " " { characters.removeFirst() }
    while characters.last == " " { characters.removeLast() }
    var isNegative = false
    if characters.first == "-" {
      isNegative = true
      characters.removeFirst()
    } else if characters.last == "-" {
      isNegative = true
      characters.removeLast()
    } else if characters.first == "+" {
      characters.removeFirst()
    }
    while characters.first == " " { characters.removeFirst() }
    while characters.last == " " { characters.removeLast() }
    guard let value = withoutSign(String(characters)) else { return nil }
    return isNegative ? -value : value
  }

  private static func withoutSign(_ text: String) -> Int64? {
    var whole = text[...]
    var decimals = ""[...]
    var decimalMark: Character?
    if let mark = text.lastIndex(where: { $0 == "." || $0 == "," }) {
      decimals = text[text.index(after: mark)...]
      guard (1...2).contains(decimals.count) else { return nil }
      whole = text[..<mark]
      decimalMark = text[mark]
    }
    // One sort of mark between thousands, another than that of decimals, and three digits after
    // each.
    let marks = Set(whole.filter { " .,".contains($0) })
    let groups = whole.split(omittingEmptySubsequences: false) { " .,".contains($0) }
    guard marks.count <= 1, marks.first != decimalMark || marks.isEmpty,
      let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let digits = groups.joined() + decimals + String(repeating: "0", count: 2 - decimals.count)
    guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int64(digits)
  }
}
