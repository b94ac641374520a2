// Days: the calendar's rules, the two ways of writing, and steps of months.

import Bookkeeping
import Testing

@Suite struct CalendarDateTests {
  @Test func countsDaysSince1970() throws {
    #expect(try #require(CalendarDate(year: 1970, month: 1, day: 1)).dayNumber == 0)
    #expect(try #require(CalendarDate(year: 1969, month: 12, day: 31)).dayNumber == -1)
    #expect(try #require(CalendarDate(year: 2000, month: 3, day: 1)).dayNumber == 11_017)
    #expect(try #require(CalendarDate(year: 2025, month: 1, day: 1)).dayNumber == 20_089)
  }

  @Test(arguments: [(2000, 29), (1900, 28), (2024, 29), (2025, 28), (2100, 28)])
  func leapYears(year: Int, days: Int) {
    #expect(CalendarDate.daysInMonth(year: year, month: 2) == days)
  }

  @Test(arguments: [
    "20250431", "20250229", "2025-13-01", "20250100", "2025-1-01", "202501011", "", "2025/01/01",
    "00000101", "2O250101",
  ])
  func refusesDaysThatDoNotExist(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func readsBothWaysOfWriting() {
    #expect(CalendarDate("20240229") == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(CalendarDate("2024-02-29") == CalendarDate("20240229"))
    #expect(CalendarDate("20240229")?.description == "2024-02-29")
  }

  /// Every day of 800 years follows the one before and gives back its own parts.
  @Test func everyDayFollowsTheOneBefore() throws {
    var date = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    for year in 1600..<2400 {
      for month in 1...12 {
        for day in 1...CalendarDate.daysInMonth(year: year, month: month) {
          let parts = date.components
          guard parts == (year, month, day),
            CalendarDate(year: year, month: month, day: day) == date
          else {
            Issue.record("\(year)-\(month)-\(day) is \(date)")
            return
          }
          date = date.adding(days: 1)
        }
      }
    }
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"),
    ("2025-03-31", -1, "2025-02-28"), ("2025-11-30", 3, "2026-02-28"),
    ("2024-02-29", 12, "2025-02-28"), ("2025-01-15", -13, "2023-12-15"),
    ("2025-08-31", 0, "2025-08-31"),
  ])
  func monthsAreClippedToTheMonthsEnd(from: String, months: Int, to: String) throws {
    #expect(try #require(CalendarDate(from)).adding(months: months).description == to)
  }

  @Test func endsOfMonths() throws {
    let date = try #require(CalendarDate("2024-02-10"))
    #expect(date.endOfMonth.description == "2024-02-29")
    #expect(date.endOfMonth.endOfMonth == date.endOfMonth)
  }
}
