// The ledger's chart and objects, the order of accounts and the year of a day.

import Bookkeeping
import Diagnostics
import Testing

/// A ledger without a file behind it.
struct PlainSource: LedgerSource {
  func describe(_ voucher: Voucher) -> VoucherDescription {
    VoucherDescription(series: "A", number: String(voucher.source), text: "")
  }

  func location(ofSource source: UInt32) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "test.se", line: Int(source))
  }
}

@Suite struct LedgerTests {
  @Test func aPostingIsSixteenBytes() {
    #expect(MemoryLayout<Posting>.size == 16)
    #expect(MemoryLayout<Posting>.stride == 16)
    #expect(MemoryLayout<Voucher>.stride == 16)
  }

  @Test func objectsStandBesideThePostingsThatHaveThem() {
    var ledger = Ledger(source: PlainSource())
    let project = [ObjectReference(dimension: 6, code: "P12")]
    let posting = Posting(amount: Amount(ore: 1), account: 0, source: 0)
    ledger.append(posting)
    ledger.append(posting, objects: project)
    ledger.append(posting)
    ledger.append(posting, objectSet: ledger.objectSet(project))
    #expect(ledger.objectSet(project) == 0)
    #expect((0..<5).map { ledger.objects(ofPosting: $0).count } == [0, 1, 0, 1, 0])
    #expect(ledger.objects(ofPosting: 3) == project)
  }

  @Test func anAccountDeclaredAgainKeepsItsPlace() {
    var ledger = Ledger(source: PlainSource())
    let first = ledger.declare(Account(number: "1930"))
    ledger.declare(Account(number: "1510", name: "Kundfordringar"))
    #expect(ledger.declare(Account(number: "1930", name: "Bank")) == first)
    #expect(ledger.accounts.map(\.name) == ["Bank", "Kundfordringar"])
    #expect(ledger.accountIndex("9999") == nil)
  }

  @Test func accountsAreOrderedByNumberWhateverItsLength() {
    let numbers = ["DIFF", "1930", "119", "301001", "0119", "1110", "10", "AB", "40100000"]
    let sorted = numbers.map { Account(number: $0) }.sorted { $0.precedes($1) }
    #expect(
      sorted.map(\.number)
        == ["10", "0119", "119", "1110", "1930", "301001", "40100000", "AB", "DIFF"])
  }

  @Test func aDayBelongsToTheYearThatHoldsIt() throws {
    var ledger = Ledger(source: PlainSource())
    ledger.years = try [(0, "2025-01-01", "2025-12-31"), (-1, "2024-07-01", "2024-12-31")].map {
      let period = try #require(DateRange(day($1), day($2)))
      return LedgerYear(offset: $0, fiscalYear: FiscalYear(period: period))
    }
    let calendar = LedgerCalendar(ledger)
    #expect(try calendar.yearOffset(of: day("2025-12-31")) == 0)
    #expect(try calendar.yearOffset(of: day("2024-07-01")) == -1)
    #expect(try calendar.yearOffset(of: day("2024-06-30")) == nil)
    #expect(try calendar.countedYearOffset(of: day("2026-01-01")) == 0)
  }
}
