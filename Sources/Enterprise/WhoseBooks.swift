// Whether every SIE file of a folder is the same enterprise's as the settings are.

import Bookkeeping
import Diagnostics
import Rulebook

/// Compares organisation numbers by their ten digits, and names where a number is missing.
struct WhoseBooks {
  let settings: Settings
  let files: [YearBooks]

  /// Tells of each file that is another's (an error), that may be (a warning), and of years longer
  /// than the law allows.
  func report(to diagnostics: inout DiagnosticList) {
    let stated = Self.tenDigits(settings.organisation.number)
    // Without a number in the settings the latest file that has one speaks for them all.
    let latest = files.reversed().first { number(of: $0) != nil }
    let expected = stated ?? latest.flatMap(number)
    if Self.isUnreadable(settings.organisation.number) {
      diagnostics.report("CMD051", at: settings.location)
    }
    for file in files {
      let place = SourceLocation(file: file.path)
      if Self.isUnreadable(file.reading.ledger.organisation.number) {
        diagnostics.report("CMD051", at: place)
      }
      let own = number(of: file)
      if let own, let expected, own != expected {
        diagnostics.report(
          "CMD035", at: place,
          [
            "number": Self.written(own), "expected": Self.written(expected),
            "where": stated == nil ? latest?.path : EnterpriseFolder.settingsName,
          ])
      } else if own == nil || stated == nil, !settings.organisation.name.isEmpty,
        let name = file.reading.ledger.organisation.name,
        !Self.areAlike(name, settings.organisation.name)
      {
        diagnostics.report("CMD036", at: place)
      }
    }
    reportLongYears(to: &diagnostics)
  }

  /// A fiscal year is at most 18 months (bokföringslagen 3 kap. 3 §).
  private func reportLongYears(to diagnostics: inout DiagnosticList) {
    var told: Set<FiscalYear> = []
    for file in files {
      for year in file.reading.ledger.years.compactMap(\.fiscalYear)
      where year.end >= year.start.adding(months: 18) && told.insert(year).inserted {
        diagnostics.report(
          "CMD037", at: SourceLocation(file: file.path), ["start": year.start, "end": year.end])
      }
    }
  }

  private func number(of file: YearBooks) -> String? {
    Self.tenDigits(file.reading.ledger.organisation.number)
  }

  /// The ten digits of an organisation number, however it is written: with a hyphen, with the
  /// century of a person's or 16 before, or as a VAT number (SE...01). What has no ten digits, or
  /// nothing but zeros, states no number.
  static func tenDigits(_ text: String?) -> String? {
    var digits = (text ?? "").filter { $0.isASCII && $0.isNumber }
    if digits.count == 12 {
      let hasCentury = ["16", "18", "19", "20"].contains(digits.prefix(2))
      digits = String(hasCentury || !digits.hasSuffix("01") ? digits.suffix(10) : digits.prefix(10))
    }
    return digits.count == 10 && digits.contains { $0 != "0" } ? digits : nil
  }

  /// Whether something stands for the number that is none: not blank, not a row of zeros.
  static func isUnreadable(_ text: String?) -> Bool {
    let signs = (text ?? "").filter { ($0.isLetter || $0.isNumber) && $0 != "0" }
    return !signs.isEmpty && tenDigits(text) == nil
  }

  private static func written(_ digits: String) -> String {
    "\(digits.prefix(6))-\(digits.suffix(4))"
  }

  /// Whether two names may be one enterprise's: case, accents, signs and the words of the legal
  /// form do not matter, and a letter that was lost on the way may have been any.
  static func areAlike(_ first: String, _ second: String) -> Bool {
    let (first, second) = (letters(first), letters(second))
    return first.count == second.count
      && zip(first, second).allSatisfy { $0 == $1 || $0 == "\u{FFFD}" || $1 == "\u{FFFD}" }
  }

  private static func letters(_ name: String) -> [Character] {
    let words = NameMatching.folded(name).split {
      !($0.isLetter || $0.isNumber || $0 == "\u{FFFD}")
    }
    let kept = words.filter { !formWords.contains(String($0)) }
    return Array((kept.isEmpty ? words : kept).joined())
  }

  private static let formWords: Set<String> = [
    "ab", "aktiebolag", "aktiebolaget", "ek", "ekonomisk", "ekonomiska", "for", "forening",
    "foreningen", "ideell", "ideella", "svb", "publ",
  ]
}
