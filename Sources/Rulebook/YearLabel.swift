// The label of a fiscal year as people write it: the calendar year, or the month too.

import Bookkeeping

/// `2025`, or `2025-04` when two fiscal years end in one calendar year.
package enum YearLabel {
  /// Whether a text is such a label.
  package static func isLabel(_ text: String) -> Bool { days(of: text) != nil }

  /// The days on which a year of the label may end: the calendar year, or the month.
  package static func days(of text: String) -> DateRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0])
    else { return nil }
    var months = 1...12
    if parts.count == 2 {
      guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
        return nil
      }
      months = month...month
    }
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let last = CalendarDate(year: year, month: months.upperBound, day: 1)
    else { return nil }
    return DateRange(first, last.endOfMonth)
  }

  /// The fiscal year of a label when nothing but the label tells it: twelve months that end with
  /// the calendar year or with the month.
  package static func year(of text: String) -> FiscalYear? {
    guard let last = days(of: text)?.end else { return nil }
    return DateRange(last.adding(days: 1).adding(months: -12), last)
      .map { FiscalYear(period: $0) }
  }
}
