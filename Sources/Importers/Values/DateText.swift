// Reads dates as registers and settings write them.

import Bookkeeping

/// Days: `2025-01-31`, `20250131`, `2025/01/31`, `2025.01.31`, `31.1.2025`, each with a midnight
/// after it at most. A day written `1/2/2025` is none: it is February in Sweden and January
/// elsewhere.
enum DateText {
  /// The day; nil when it is anything else or does not exist.
  static func read(_ text: some StringProtocol) -> CalendarDate? {
    let day = withoutMidnight(text.trimmed)
    if let date = CalendarDate(day) { return date }
    for separator: Character in ["-", "/", ".", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}"] {
      let parts = day.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let numbers = parts.map { part in
        part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
      }
      guard let first = numbers[0], let middle = numbers[1], let last = numbers[2],
        parts[1].count <= 2
      else { return nil }
      if parts[0].count == 4, parts[2].count <= 2 {
        return CalendarDate(year: first, month: middle, day: last)
      }
      if separator == ".", parts[2].count == 4, parts[0].count <= 2 {
        return CalendarDate(year: last, month: middle, day: first)
      }
      return nil
    }
    return nil
  }

  /// `2025-01-31 00:00:00` and `2025-01-31T00:00:00` are days that a program wrote with a time.
  private static func withoutMidnight(_ text: String) -> String {
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "T" }) else { return text }
    let time = text[text.index(after: gap)...]
    let isMidnight = time.contains(":") && time.allSatisfy { "0:.".contains($0) }
    return isMidnight ? String(text[..<gap]) : text
  }
}

/// `ja` and `nej`, with what YAML and spreadsheets say for them.
enum YesNoText {
  /// Whether yes; nil for anything else.
  static func read(_ text: some StringProtocol) -> Bool? {
    switch text.trimmed.lowercased() {
    case "ja", "j", "true", "sant", "yes", "y", "1", "x": true
    case "nej", "n", "false", "falskt", "no", "0": false
    default: nil
    }
  }
}
