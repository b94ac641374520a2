// Whether a year's books are preliminary, by what the file says of itself.

import Bookkeeping
import Testing

@Suite struct PreliminaryBooksTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func year() throws -> FiscalYear {
    FiscalYear(period: try #require(DateRange(day("2025-01-01"), day("2025-12-31"))))
  }

  private func preliminary(
    made: String?, covers: String? = nil, dayIsOdd: Bool = false, coverageIsOdd: Bool = false
  ) throws -> PreliminaryBooks? {
    var organisation = Ledger(source: PlainSource()).organisation
    organisation.generated = try made.map(day)
    organisation.coveredUntil = try covers.map(day)
    organisation.hasUnreadableDay = dayIsOdd
    organisation.hasUnreadableCoverage = coverageIsOdd
    return PreliminaryBooks(of: organisation, year: try year())
  }

  @Test func theYearsLastDayEndsIt() throws {
    #expect(try preliminary(made: "2025-12-31") == nil)
    #expect(try preliminary(made: "2026-02-01", covers: "2025-12-31") == nil)
    #expect(try preliminary(made: "2026-02-01", covers: "2026-01-31") == nil)
    #expect(try preliminary(made: "2025-12-30") == .madeBefore(day("2025-12-30")))
  }

  @Test func whatIsNotKnownIsPreliminary() throws {
    #expect(try preliminary(made: nil) == .dayMissing)
    #expect(try preliminary(made: nil, dayIsOdd: true) == .dayUnreadable)
    #expect(
      try preliminary(made: "2026-02-01", covers: "2025-11-30") == .coversUntil(day("2025-11-30")))
    #expect(try preliminary(made: "2026-02-01", coverageIsOdd: true) == .coverageUnreadable)
  }

  @Test func theGravestReasonStandsForAll() throws {
    #expect(
      try preliminary(made: "2025-10-01", covers: "2025-09-30") == .madeBefore(day("2025-10-01")))
    #expect(
      try preliminary(made: nil, covers: "2025-09-30", dayIsOdd: true)
        == .coversUntil(day("2025-09-30")))
  }
}
