// Which year of a ledger a day belongs to.

/// The years of a ledger by their days.
package struct LedgerCalendar: Sendable {
  private let periods: [(offset: Int, period: DateRange)]

  /// The years of a ledger whose days are known, newest first.
  package init(_ ledger: Ledger) {
    periods = ledger.years.compactMap { year in
      year.fiscalYear.map { (year.offset, $0.period) }
    }
  }

  /// The offset (0, -1 ...) of the year that holds a day; nil for a day outside all years.
  package func yearOffset(of date: CalendarDate) -> Int? {
    for (offset, period) in periods where period.contains(date) { return offset }
    return nil
  }

  /// The year that a voucher of this day is counted in: a day outside all years counts in year 0,
  /// so that no öre is lost (the reader of the file warns).
  package func countedYearOffset(of date: CalendarDate) -> Int { yearOffset(of: date) ?? 0 }
}
