// Periods: their days, their months, and fiscal years.

import Bookkeeping
import Testing

@Suite struct DateRangeTests {
  private func range(_ start: String, _ end: String) throws -> DateRange {
    try #require(DateRange(day(start), day(end)))
  }

  @Test func aPeriodIsNeverEmpty() throws {
    let first = try day("2025-01-01")
    #expect(DateRange(first, first.adding(days: -1)) == nil)
    #expect(DateRange(first, first)?.days == 1)
  }

  @Test func sharedDays() throws {
    let year = try range("2025-01-01", "2025-12-31")
    #expect(
      try year.intersection(range("2024-06-01", "2025-02-28")) == range("2025-01-01", "2025-02-28"))
    #expect(try year.intersection(range("2026-01-01", "2026-01-02")) == nil)
    #expect(year.contains(year.end))
  }

  /// Days inside over days of the month, month by month: 15/31 + 1 + 14/28.
  @Test func monthsAreSharesOfEachMonth() throws {
    #expect(try range("2025-01-01", "2025-12-31").months == Rational(12))
    #expect(
      try range("2024-12-17", "2025-02-14").months == Rational(15, 31) + .one + Rational(14, 28))
    #expect(try range("2024-02-01", "2024-02-29").months == .one)
    #expect(try range("2025-04-01", "2025-04-01").months == Rational(1, 30))
  }

  /// P7: the months of adjoining periods add up to those of the whole.
  @Test func monthsOfAdjoiningPeriodsAddUp() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let start = CalendarDate(dayNumber: Int32.random(in: 15_000...22_000, using: &generator))
      let middle = start.adding(days: Int.random(in: 0...800, using: &generator))
      let end = middle.adding(days: Int.random(in: 1...800, using: &generator))
      let first = try #require(DateRange(start, middle))
      let second = try #require(DateRange(middle.adding(days: 1), end))
      let whole = try #require(DateRange(start, end))
      #expect(first.months + second.months == whole.months)
      #expect(first.days + second.days == whole.days)
    }
  }

  @Test func aFiscalYearIsLabelledByTheYearInWhichItEnds() throws {
    let broken = FiscalYear(period: try range("2024-05-01", "2025-04-30"))
    #expect(broken.label() == "2025")
    #expect(broken.label(amongSeveral: true) == "2025-04")
    #expect(broken.period.months == Rational(12))
    #expect(broken.incomeYear == 2025)
    #expect(FiscalYear(period: try range("2024-01-01", "2024-12-31")) < broken)
  }
}
