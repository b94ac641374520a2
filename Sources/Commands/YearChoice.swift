// Which year of a file `--year` means: an offset (0, -1) or a label (2024, 2025-04).

import Bookkeeping

/// A year as the user names it.
struct YearChoice {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The offset of the year in a ledger, or nil when the ledger lacks it.
  func offset(in ledger: Ledger) -> Int? {
    if let number = Int(text), number <= 0 {
      return ledger.years.contains { $0.offset == number } ? number : nil
    }
    let matching = ledger.years.filter { year in
      year.fiscalYear.map { $0.label() == text || $0.label(amongSeveral: true) == text } ?? false
    }
    return matching.first?.offset
  }

  /// What a year of a ledger is called: `2024 (-1)`, or its offset alone.
  static func name(of year: LedgerYear, in ledger: Ledger) -> String {
    guard let fiscalYear = year.fiscalYear else { return String(year.offset) }
    let several = ledger.years.filter { $0.fiscalYear?.end.year == fiscalYear.end.year }.count > 1
    return "\(fiscalYear.label(amongSeveral: several)) (\(year.offset))"
  }
}
