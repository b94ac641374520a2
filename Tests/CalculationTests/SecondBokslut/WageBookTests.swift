// Full-time months and wages to the day, by hand.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Testing

@testable import Calculation

struct WageBookTests {
  private static let place = SourceLocation(file: "anstallningar.csv", line: 2, column: 1)

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func period(_ start: String, _ end: String) throws -> DateRange {
    try #require(DateRange(day(start), day(end)))
  }

  private func employment(
    _ start: String, _ end: String?, extent: Int64 = 10_000, wage: Int64 = 24_000_00, line: Int = 2
  ) throws -> Employment {
    Employment(
      participant: ParticipantID(rawValue: "D1"), start: try day(start),
      end: try end.map { try day($0) }, extent: Rate(tenThousandths: extent),
      monthlyWage: Amount(ore: wage),
      location: SourceLocation(file: "anstallningar.csv", line: line, column: 1))
  }

  private func book(_ employments: [Employment], paid: [PaidWage]? = nil) -> WageBook {
    var register = OutcomeRegister()
    register.employments = employments
    register.paidWages = paid
    return WageBook(register)
  }

  private func paid(_ from: String, _ to: String, kronor: Int64) throws -> PaidWage {
    PaidWage(
      participant: ParticipantID(rawValue: "D1"), from: try day(from), to: try day(to),
      amount: Amount(ore: kronor * 100), location: Self.place)
  }

  @Test("contractual wage: months by days of each calendar month, extent, wage")
  func contractual() throws {
    let row = try employment("2025-01-17", "2025-03-14", extent: 7500)
    let year = try period("2025-01-01", "2025-12-31")
    // 15/31 + 1 + 14/31 = 60/31 months.
    #expect(row.fullTimeMonths(in: year) == Rational(60 * 75, 31 * 100))
    #expect(book([row]).wage(of: row, in: year) == Rational(60 * 75 * 24_000, 31 * 100))
  }

  @Test("a leap year's February has 29 days")
  func leapYear() throws {
    let row = try employment("2024-02-15", "2024-02-29")
    #expect(row.fullTimeMonths(in: try period("2024-01-01", "2024-12-31")) == Rational(15, 29))
  }

  @Test("a record that starts before and goes on after the year counts the year's days only")
  func acrossYears() throws {
    let row = try employment("2023-05-05", nil)
    let year = try period("2024-07-01", "2025-06-30")
    #expect(row.fullTimeMonths(in: year) == 12)
  }

  @Test("a paid sum replaces the contractual wage of its days, spread over days with an employment")
  func paidWages() throws {
    let row = try employment("2025-01-11", nil)
    // January's row covers 31 days, 21 of them with the employment.
    let book = book([row], paid: [try paid("2025-01-01", "2025-01-31", kronor: 21_000)])
    #expect(book.wage(of: row, in: try period("2025-01-01", "2025-01-20")) == 10_000)
    #expect(book.wage(of: row, in: try period("2025-01-01", "2025-01-31")) == 21_000)
    // February is not covered: the contract holds.
    #expect(book.wage(of: row, in: try period("2025-02-01", "2025-02-28")) == 24_000)
  }

  @Test("employments on one day share a paid sum by extent")
  func sharedByExtent() throws {
    let half = try employment("2025-01-01", nil, extent: 6000)
    let other = try employment("2025-01-01", nil, extent: 2000, line: 3)
    let book = book([half, other], paid: [try paid("2025-01-01", "2025-01-31", kronor: 16_000)])
    let january = try period("2025-01-01", "2025-01-31")
    #expect(book.wage(of: half, in: january) == 12_000)
    #expect(book.wage(of: other, in: january) == 4_000)
  }
}
