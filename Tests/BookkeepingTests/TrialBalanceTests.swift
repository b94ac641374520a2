// The trial balance: stated or computed, what is said when the two differ, and unbalanced vouchers.

import Bookkeeping
import Diagnostics
import Testing

/// Builds small ledgers of the year 2025 and the year before.
private struct Books {
  var ledger = Ledger(source: PlainSource())

  init() throws {
    ledger.years = try [(0, 2025), (-1, 2024)].map { offset, year in
      let start = try #require(CalendarDate(year: year, month: 1, day: 1))
      let end = try #require(CalendarDate(year: year, month: 12, day: 31))
      let period = try #require(DateRange(start, end))
      return LedgerYear(offset: offset, fiscalYear: FiscalYear(period: period))
    }
  }

  mutating func state(
    _ number: String, year: Int = 0, ib: Int64? = nil, ub: Int64? = nil, res: Int64? = nil
  ) {
    let account = ledger.declare(Account(number: number, name: "Konto \(number)"))
    var balance = StatedBalance()
    balance.opening = ib.map { Amount(ore: $0) }
    balance.closing = ub.map { Amount(ore: $0) }
    balance.result = res.map { Amount(ore: $0) }
    ledger.years[-year].balances[account] = balance
  }

  mutating func post(_ date: String, _ amounts: [(String, Int64)]) throws {
    ledger.hasVouchers = true
    let first = ledger.postings.count
    for (number, ore) in amounts {
      let account = ledger.accountIndex(number) ?? ledger.declare(Account(number: number))
      ledger.append(Posting(amount: Amount(ore: ore), account: UInt32(account), source: 0))
    }
    ledger.vouchers.append(
      Voucher(
        date: try #require(CalendarDate(date)), source: UInt32(ledger.vouchers.count + 1),
        postings: first..<ledger.postings.count))
  }

  /// Rows as `account opening change closing`, and the codes reported.
  func balance(_ year: Int = 0) -> (rows: [String], codes: [String]) {
    var diagnostics = DiagnosticList()
    let balance = TrialBalance(of: ledger, yearOffset: year, diagnostics: &diagnostics)
    let rows = balance.rows.map { "\($0.account.number) \($0.opening) \($0.change) \($0.closing)" }
    return (rows, diagnostics.all.map(\.code.rawValue))
  }
}

@Suite struct TrialBalanceTests {
  @Test func aZeroBesideTheBalanceThatIsUsedIsNoContradiction() throws {
    for (zero, codes) in [(Int64(0), [String]()), (5_00, ["SIE057"])] {
      var books = try Books()
      books.state("1930", ib: 0, ub: 100_00, res: zero)
      books.state("3010", ub: zero, res: -100_00)
      try books.post("2025-03-01", [("1930", 100_00), ("3010", -100_00)])
      let balance = books.balance()
      #expect(balance.rows == ["1930 0.00 100.00 100.00", "3010 0.00 -100.00 -100.00"])
      #expect(balance.codes == codes)
    }
  }

  @Test func withoutStatedClosingsThePostingsMakeThem() throws {
    var books = try Books()
    books.state("1930", ib: 1000_00)
    books.state("2091", ib: -1000_00)
    try books.post("2025-03-01", [("1930", -250_50), ("5010", 250_50)])
    let (rows, codes) = books.balance()
    #expect(
      rows == [
        "1930 1000.00 -250.50 749.50", "2091 -1000.00 0.00 -1000.00", "5010 0.00 250.50 250.50",
      ])
    #expect(codes.isEmpty)
  }

  @Test func aStatedClosingIsKeptAndItsDifferenceSaid() throws {
    var books = try Books()
    books.state("1930", ib: 1000_00, ub: 700_00)
    books.state("2091", ib: -1000_00, ub: -1000_00)
    books.state("5010", res: 300_00)
    try books.post("2025-03-01", [("1930", -250_50), ("5010", 250_50)])
    let (rows, codes) = books.balance()
    #expect(rows.first == "1930 1000.00 -300.00 700.00")
    #expect(rows.last == "5010 0.00 300.00 300.00")
    #expect(codes == ["SIE051"])
  }

  @Test func anAccountThatIsOnlyDeclaredHasNoRow() throws {
    var books = try Books()
    books.ledger.declare(Account(number: "1510", name: "Kundfordringar"))
    books.state("1930", ib: 0)
    try books.post("2025-01-01", [("3010", -100), ("5010", 100)])
    try books.post("2025-01-02", [("3010", 100), ("5010", -100)])
    #expect(
      books.balance().rows == ["1930 0.00 0.00 0.00", "3010 0.00 0.00 0.00", "5010 0.00 0.00 0.00"])
  }

  @Test func openingsComeFromTheYearBeforeAndClosingsFromTheYearAfter() throws {
    var books = try Books()
    books.state("1930", year: -1, ub: 500_00)
    books.state("2091", year: -1, ub: -500_00)
    books.state("3010", year: -1, ub: -40_00)
    try books.post("2025-02-01", [("1930", 40_00), ("3010", -40_00)])
    #expect(
      books.balance().rows == [
        "1930 500.00 40.00 540.00", "2091 -500.00 0.00 -500.00", "3010 0.00 -40.00 -40.00",
      ])

    var other = try Books()
    other.state("1930", ib: 500_00, ub: 500_00)
    other.state("2091", ib: -500_00, ub: -500_00)
    let (rows, codes) = other.balance(-1)
    #expect(rows == ["1930 0.00 500.00 500.00", "2091 0.00 -500.00 -500.00"])
    #expect(codes == ["SIE063"])
  }

  @Test func aClosingLeftOutIsZeroWhereTheStatedOnesAddUp() throws {
    var books = try Books()
    books.state("1930", ib: 500_00, ub: 800_00)
    books.state("1510", ib: 300_00)
    books.state("2091", ib: -800_00, ub: -800_00)
    let (rows, codes) = books.balance()
    #expect(rows.first == "1510 300.00 -300.00 0.00")
    #expect(codes == ["SIE053"])
  }

  @Test func aClosingLeftOutIsTheOpeningWhereOnlyThatAddsUp() throws {
    var books = try Books()
    books.state("1930", ib: 500_00, ub: 500_00)
    books.state("1510", ib: 300_00)
    books.state("2091", ib: -800_00, ub: -800_00)
    let (rows, codes) = books.balance()
    #expect(rows.first == "1510 300.00 0.00 300.00")
    #expect(codes.isEmpty)
  }

  @Test func periodBalancesFillInWithoutTheirObjects() throws {
    var books = try Books()
    books.state("1930", ib: 500_00)
    let account = try #require(books.ledger.accountIndex("1930"))
    for (object, ore) in [(nil, 20_00), (ObjectReference(dimension: 1, code: "A"), 20_00)] {
      books.ledger.periodBalances.append(
        PeriodAmount(
          yearOffset: 0, period: 202_501, account: account, object: object,
          amount: Amount(ore: Int64(ore))))
    }
    #expect(books.balance().rows == ["1930 500.00 20.00 520.00"])
  }

  @Test func sumsThatAreNotZeroAreTraced() throws {
    var old = try Books()
    old.state("1930", ib: 600_00, ub: 600_00)
    old.state("2091", ib: -500_00, ub: -500_00)
    #expect(old.balance().codes == ["SIE055"])
    var new = try Books()
    new.state("1930", ib: 500_00, ub: 600_00)
    new.state("2091", ib: -500_00, ub: -500_00)
    #expect(new.balance().codes == ["SIE054"])
  }

  @Test func anImportFileIsItsPostings() throws {
    var books = try Books()
    books.state("1930", ib: 500_00, ub: 500_00)
    try books.post("2025-02-01", [("1930", 40_00), ("3010", -40_00)])
    #expect(books.ledger.holdsVouchersOnly)
    let (rows, codes) = books.balance()
    #expect(rows == ["1930 500.00 40.00 540.00", "3010 0.00 -40.00 -40.00"])
    #expect(codes == ["SIE056"])
  }

  @Test func postingsCountInTheYearOfTheirVoucher() throws {
    var books = try Books()
    try books.post("2024-12-31", [("1930", 1_00), ("3010", -1_00)])
    try books.post("2025-01-01", [("1930", 2_00), ("3010", -2_00)])
    try books.post("2027-01-01", [("1930", 4_00), ("3010", -4_00)])
    #expect(books.balance(-1).rows == ["1930 0.00 1.00 1.00", "3010 0.00 -1.00 -1.00"])
    // What nobody states of the opening is last year's closing, its result with it.
    let (rows, codes) = books.balance(0)
    #expect(
      rows == ["1930 1.00 6.00 7.00", "2099 -1.00 0.00 -1.00", "3010 0.00 -6.00 -6.00"])
    #expect(codes == ["BOK091"])
  }

  /// The example: only last year's opening balances are stated, and both years' vouchers.
  @Test func openingsNobodyStatesAreLastYearsComputedClosings() throws {
    var books = try Books()
    books.state("1930", year: -1, ib: 5000_00)
    books.state("2083", year: -1, ib: -5000_00)
    try books.post("2024-05-01", [("1930", 1250_00), ("3010", -1250_00)])
    try books.post("2025-05-01", [("1930", -450_75), ("5010", 450_75)])
    let (rows, codes) = books.balance()
    #expect(
      rows == [
        "1930 6250.00 -450.75 5799.25", "2083 -5000.00 0.00 -5000.00",
        "2099 -1250.00 0.00 -1250.00", "5010 0.00 450.75 450.75",
      ])
    #expect(codes == ["BOK091"])
    // As stated, no account is made up.
    var silent = DiagnosticList()
    let stated = TrialBalance(
      of: books.ledger, yearOffset: 0, reading: .asStated, diagnostics: &silent)
    #expect(stated.rows.map(\.account.number) == ["1930", "2083", "5010"])
    #expect(stated.rows.first?.closing == Amount(ore: 5799_25))
  }

  /// 1910 ended at 200 by its vouchers, 1930 as stated; together with 2083 and the result they are
  /// all there is.
  @Test func aPartlyStatedClosingLeavesTheRestToTheVouchers() throws {
    var books = try Books()
    books.state("1910", year: -1, ib: 100_00)
    books.state("1930", year: -1, ib: 0, ub: 300_00)
    books.state("2083", year: -1, ib: -100_00, ub: -100_00)
    try books.post("2024-02-01", [("1910", 100_00), ("1930", 300_00), ("3010", -400_00)])
    try books.post("2024-12-31", [("8999", 400_00), ("2099", -400_00)])
    try books.post("2025-02-01", [("1910", -50_00), ("5010", 50_00)])
    #expect(
      books.balance().rows == [
        "1910 200.00 -50.00 150.00", "1930 300.00 0.00 300.00", "2083 -100.00 0.00 -100.00",
        "2099 -400.00 0.00 -400.00", "5010 0.00 50.00 50.00",
      ])
  }

  @Test func anOpeningThatIsLeftOutIsFilledOnlyWhereTheStatedOnesDoNotAddUp() throws {
    var books = try Books()
    books.state("1510", ib: 40_00)
    books.state("2083", ib: -100_00)
    books.state("1510", year: -1, ub: 40_00)
    books.state("1930", year: -1, ub: 60_00)
    books.state("2083", year: -1, ub: -100_00)
    #expect(
      books.balance().rows == [
        "1510 40.00 0.00 40.00", "1930 60.00 0.00 60.00", "2083 -100.00 0.00 -100.00",
      ])
    // Here the result was moved from 2099 to 2098, and 2099 is left out because it is zero.
    var moved = try Books()
    moved.state("1930", year: -1, ub: 60_00)
    moved.state("2099", year: -1, ub: -60_00)
    moved.state("1930", ib: 60_00)
    moved.state("2098", ib: -60_00)
    #expect(moved.balance().rows == ["1930 60.00 0.00 60.00", "2098 -60.00 0.00 -60.00"])
  }

  @Test func openingsNobodyStatesComeFromLastYearsOwnFile() throws {
    var before = try Books()
    try before.post("2025-02-01", [("1930", 70_00), ("2083", -20_00), ("3010", -50_00)])
    var silent = DiagnosticList()
    let lastYear = TrialBalance(of: before.ledger, yearOffset: 0, diagnostics: &silent)
    var books = try Books()
    try books.post("2025-03-01", [("1930", -5_00), ("5010", 5_00)])
    var found = DiagnosticList()
    let balance = TrialBalance(
      of: books.ledger, yearOffset: 0, lastYear: lastYear, resultAccount: "2069",
      diagnostics: &found)
    #expect(
      balance.rows.map { "\($0.account.number) \($0.opening) \($0.closing)" } == [
        "1930 70.00 65.00", "2069 -50.00 -50.00", "2083 -20.00 -20.00", "5010 0.00 5.00",
      ])
    #expect(balance.opening == .ownFileOfYearBefore)
    #expect(found.all.map(\.code.rawValue) == ["BOK092"])
    // Stated opening balances are never replaced.
    books.state("1930", ib: 1_00)
    books.state("2091", ib: -1_00)
    let own = TrialBalance(
      of: books.ledger, yearOffset: 0, lastYear: lastYear, diagnostics: &silent)
    #expect(own.rows.map(\.opening.ore) == [1_00, -1_00, 0])
  }

  @Test func monthlyAmountsByObjectOnlyTellNoAccount() throws {
    var books = try Books()
    books.state("1930", ib: 10_00)
    books.state("2083", ib: -10_00)
    let object = ObjectReference(dimension: 1, code: "A")
    for (number, ore, reference) in [
      ("1930", Int64(5_00), ObjectReference?.none), ("3010", -5_00, object), ("3020", 0, object),
      ("3030", -1_00, object), ("3030", -1_00, nil),
    ] {
      let account =
        books.ledger.accountIndex(number) ?? books.ledger.declare(Account(number: number))
      books.ledger.periodBalances.append(
        PeriodAmount(
          yearOffset: 0, period: 202501, account: account, object: reference,
          amount: Amount(ore: ore)))
    }
    #expect(books.ledger.accountsKnownByObjectOnly(0).map(\.number) == ["3010"])
    // A file that states results leaves out zeros.
    books.state("3030", res: -1_00)
    #expect(books.ledger.accountsKnownByObjectOnly(0).isEmpty)
  }

  @Test func aDividendIsWhatFreeEquityGivesTheOwners() throws {
    var books = try Books()
    try books.post("2025-05-20", [("2099", 100_00), ("2091", -60_00), ("2898", -40_00)])
    try books.post("2025-06-20", [("2898", 40_00), ("1930", -40_00)])
    // Paid at once, with tax withheld; contributions paid back and funds are no dividend.
    try books.post("2025-06-21", [("2091", 10_00), ("1930", -7_00), ("2710", -3_00)])
    try books.post("2025-06-22", [("2083", 5_00), ("1930", -5_00)])
    try books.post("2025-06-23", [("2091", 9_00), ("2086", -9_00)])
    try books.post("2025-12-31", [("8999", 50_00), ("2099", -50_00)])
    #expect(books.ledger.bookedDividend(yearOffset: 0) == Amount(ore: 50_00))
    // With funds, what members have paid in and the dividend in one voucher; by another debt.
    try books.post(
      "2025-06-24",
      [("2098", 90_00), ("2086", -10_00), ("2087", -20_00), ("2091", -40_00), ("2898", -20_00)])
    try books.post("2025-06-25", [("2091", 6_00), ("2083", 4_00), ("1930", -10_00)])
    try books.post("2025-06-26", [("2091", 2_00), ("2893", -2_00)])
    #expect(books.ledger.bookedDividend(yearOffset: 0) == Amount(ore: 78_00))
    // What owners pay in is none, and takes nothing away from it; what is taken back does.
    try books.post("2025-06-27", [("1930", 9_00), ("2093", -9_00)])
    try books.post("2025-06-28", [("2091", 9_00), ("2083", -9_00)])
    try books.post("2025-06-29", [("2898", 5_00), ("2091", -5_00)])
    #expect(books.ledger.bookedDividend(yearOffset: 0) == Amount(ore: 73_00))
    #expect(books.ledger.bookedDividend(yearOffset: -1) == nil)
  }

  @Test func whatEquityMovesWithinItselfIsPaidInByNobody() throws {
    var books = try Books()
    try books.post("2025-05-20", [("2091", 40_00), ("2081", -40_00)])
    // With a dividend in the same voucher; what members pay in and get back is no transfer.
    try books.post("2025-05-21", [("2098", 90_00), ("2087", -20_00), ("2898", -70_00)])
    try books.post("2025-05-22", [("1930", 5_00), ("2083", -5_00)])
    try books.post("2025-05-23", [("2091", 6_00), ("2083", 4_00), ("1930", -10_00)])
    let moved = books.ledger.transfersWithinEquity(yearOffset: 0)
    #expect(moved["2081"] == -4_000 && moved["2087"] == -2_000 && moved["2083"] == nil)
    #expect(books.ledger.transfersWithinEquity(yearOffset: -1).isEmpty)
  }

  @Test func aYearIsWholeWhenResultAndBalancesAreKnown() throws {
    var books = try Books()
    books.state("1930", ib: 60_00)
    books.state("2091", ib: -60_00)
    try books.post("2024-05-01", [("1930", 50_00), ("3010", -50_00)])
    // A voucher astray: this year's opening balances do not follow from it.
    #expect(!books.ledger.holdsWholeYear(-1))
    books.state("1930", year: -1, ib: 10_00)
    books.state("2091", year: -1, ib: -10_00)
    #expect(books.ledger.holdsWholeYear(-1))
    #expect(!books.ledger.holdsWholeYear(-2))
    var stated = try Books()
    stated.state("1930", year: -1, ub: 60_00)
    #expect(!stated.ledger.holdsWholeYear(-1))
    stated.state("3010", year: -1, res: -60_00)
    #expect(stated.ledger.holdsWholeYear(-1))
  }

  @Test func anUnbalancedVoucherPointsToTheAccountThatLacksItsAmount() throws {
    var books = try Books()
    books.state("1910", ib: 100_00, ub: 60_00)
    books.state("1930", ib: 0, ub: 0)
    books.state("2091", ib: -100_00, ub: -100_00)
    books.state("5010", res: 40_00)
    try books.post("2025-02-01", [("5010", 40_00)])
    let found = books.ledger.unbalancedVouchers()
    #expect(found.map(\.difference) == [Amount(ore: 40_00)])
    #expect(found.first?.likelyAccount == books.ledger.accountIndex("1910"))
    // One cause, one message: nothing more is said of 1910.
    #expect(books.balance().codes.isEmpty)
  }

  @Test func resultMovedWithinEquityIsOnlyANote() throws {
    var books = try Books()
    books.state("1930", year: -1, ub: 500_00)
    books.state("2091", year: -1, ub: -400_00)
    books.state("2099", year: -1, ub: -100_00)
    books.state("1930", ib: 500_00, ub: 500_00)
    books.state("2091", ib: -500_00, ub: -500_00)
    #expect(books.balance().codes == ["SIE065"])
    books.state("1930", ib: 450_00, ub: 450_00)
    #expect(books.balance().codes.contains("SIE064"))
  }

  @Test func sumsTooLargeAreSaidAndNotWrapped() throws {
    var books = try Books()
    try books.post("2025-01-01", [("1930", .max), ("3010", -.max)])
    try books.post("2025-01-02", [("1930", .max), ("3010", -.max)])
    let (rows, codes) = books.balance()
    #expect(rows.isEmpty)
    #expect(codes == ["SIE059", "SIE059"])
  }

  @Test func aYearThatTheFileLacksIsAnError() throws {
    let (rows, codes) = try Books().balance(-4)
    #expect(rows.isEmpty)
    #expect(codes == ["SIE050"])
  }
}
