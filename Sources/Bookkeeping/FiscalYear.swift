// The year of the accounts and its label.

/// A fiscal year (*räkenskapsår*), of whole or broken calendar months.
package struct FiscalYear: Hashable, Sendable {
  /// Its days.
  package let period: DateRange

  /// A fiscal year of these days.
  package init(period: DateRange) { self.period = period }

  /// The first day.
  package var start: CalendarDate { period.start }
  /// The last day (*balansdag*).
  package var end: CalendarDate { period.end }

  /// The income year for tax: the calendar year in which it ends (method.md section 7, X).
  package var incomeYear: Int { end.year }

  /// The label: the calendar year in which it ends (`2025`); with `amongSeveral`, when two end in
  /// one year, the month too (`2025-04`).
  package func label(amongSeveral: Bool = false) -> String {
    let text = end.description
    return String(text.prefix(amongSeveral ? 7 : 4))
  }
}

extension FiscalYear: Comparable {
  /// By the last day, then the first.
  package static func < (left: FiscalYear, right: FiscalYear) -> Bool {
    (left.end, left.start) < (right.end, right.start)
  }
}
