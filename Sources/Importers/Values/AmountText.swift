// Reads money, percent and lengths of time as people write them.

import Bookkeeping
import Diagnostics

/// Kronor: `25500`, `25 500,50 kr`, `8200 kr/månad`, `1,234.50`.
enum AmountText {
  /// The amount; a unit after it must be one of kr, kr/mån, kr/månad, SEK or `:-`.
  static func read(
    _ text: some StringProtocol, isPlain: Bool = false
  ) throws(NumberProblem) -> Amount {
    var number = text.trimmed
    let unit = number.reversed().prefix { !$0.isNumber }.reversed()
    if !unit.isEmpty {
      let folded = NameMatching.folded(String(unit).filter { !$0.isWhitespace })
      guard ["kr", "kronor", "sek", "kr/manad", "kr/man", "kr/man.", ":"].contains(folded) else {
        throw .notANumber
      }
      number = String(number.dropLast(unit.count))
    }
    return Amount(ore: try NumberReader.scaled(number, decimals: 2, isPlain: isPlain))
  }
}

/// Rates: `30 %`, `3,5 %`, `0.30`.
enum PercentText {
  /// How a number without `%` is meant.
  enum Bare {
    /// As a fraction, as the settings write it: `0.30` is 30 %.
    case fraction
    /// As percent, under a heading that says so: `50` is 50 %. One between 0 and 1 could be either.
    case percent
  }

  /// The rate, with at most four decimals as a fraction.
  static func read(
    _ text: some StringProtocol, bare: Bare
  ) throws(NumberProblem) -> Rate {
    let number = text.trimmed
    if number.hasSuffix("%") {
      return Rate(
        tenThousandths: try NumberReader.scaled(number.dropLast(), decimals: 2, isPlain: true))
    }
    switch bare {
    case .fraction:
      return Rate(tenThousandths: try NumberReader.scaled(number, decimals: 4, isPlain: true))
    case .percent:
      let rate = Rate(tenThousandths: try NumberReader.scaled(number, decimals: 2, isPlain: true))
      guard rate.tenThousandths <= 0 || rate.tenThousandths > 100 else { throw .ambiguous }
      return rate
    }
  }
}

/// Lengths of time: `36 månader`, `5 år`.
enum DurationText {
  /// The unit that was written.
  enum Unit {
    case months
    case years
  }

  /// Number and unit; nil for anything else.
  static func read(_ text: some StringProtocol) -> (count: Int, unit: Unit)? {
    let words = text.trimmed
    let digits = words.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), digits.count <= 6 else { return nil }
    switch NameMatching.folded(words.dropFirst(digits.count)) {
    case "manader", "manad", "man", "man.": return (count, .months)
    case "ar": return (count, .years)
    default: return nil
    }
  }

  /// Whole months; a year is twelve.
  static func months(_ text: some StringProtocol) -> Int? {
    read(text).map { $0.unit == .years ? $0.count * 12 : $0.count }
  }
}
