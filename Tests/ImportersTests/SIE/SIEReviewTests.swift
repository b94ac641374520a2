// The review of a ledger with very many findings: each told finding costs, the counted ones do not.

import Bookkeeping
import Diagnostics
import Foundation
import Testing

@testable import Importers

@Suite struct SIEReviewTests {
  /// Counts how often somebody asks for a place or a description.
  private final class CountingSource: LedgerSource, @unchecked Sendable {
    private let lock = NSLock()
    private var asked = 0

    var questions: Int { lock.withLock { asked } }

    func describe(_ voucher: Voucher) -> VoucherDescription {
      lock.withLock { asked += 1 }
      return VoucherDescription(series: "A", number: String(voucher.source), text: "")
    }

    func location(ofSource source: UInt32) -> Diagnostics.SourceLocation {
      lock.withLock { asked += 1 }
      return Diagnostics.SourceLocation(file: "x.se", line: Int(source))
    }

    func lines(ofSources sources: [UInt32]) -> [Int] {
      lock.withLock { asked += 1 }
      return sources.map { Int($0) }
    }
  }

  /// A ledger of undeclared accounts, with a voucher each that does not balance.
  private func ledger(accounts count: Int, _ source: CountingSource) throws -> Ledger {
    var ledger = Ledger(source: source)
    ledger.years = [LedgerYear(offset: 0)]
    ledger.hasVouchers = true
    ledger.declare(Account(number: "1930", name: "Bank"))
    let date = try #require(CalendarDate(year: 2025, month: 3, day: 1))
    for index in 1...count {
      let account = ledger.declare(Account(number: String(100_000 + index)))
      ledger.append(
        Posting(amount: Amount(ore: Int64(index)), account: UInt32(account), source: UInt32(index)))
      ledger.vouchers.append(
        Voucher(date: date, source: UInt32(index), postings: index - 1..<index))
      // Every account differs from its postings by an amount of its own.
      var balance = StatedBalance()
      balance.closing = .zero
      ledger.years[0].balances[account] = balance
    }
    // Another balance, or the file would hold vouchers only.
    var bank = StatedBalance()
    bank.closing = Amount(ore: 1)
    ledger.years[0].balances[0] = bank
    return ledger
  }

  @Test func placesAreLookedUpOnlyForWhatIsTold() throws {
    let few = CountingSource()
    let many = CountingSource()
    for (source, count) in [(few, 20), (many, 5000)] {
      let ledger = try ledger(accounts: count, source)
      var findings = SIEFindings(file: "x.se")
      findings.reviewVouchers(of: ledger, except: [])
      findings.reviewAccounts(of: ledger)
      findings.reportRest()
      let codes = findings.list.all.map(\.code.rawValue)
      #expect(codes.filter { $0 == "SIE041" }.count == 10)
      let rest = findings.list.all.first { $0.code == "SIE009" }
      #expect(rest?.arguments["count"] == .number(count - 10))
      let undeclared = try #require(findings.list.all.first { $0.code == "SIE046" })
      #expect(undeclared.arguments["count"] == .number(count))
      #expect(undeclared.location?.line == 1)
    }
    #expect(few.questions == many.questions)
    #expect(many.questions < 50)
  }

  @Test func theAccountOfADifferenceIsNamedOnlyWhenItIsTheOnlyOne() throws {
    var ledger = try ledger(accounts: 30, CountingSource())
    #expect(ledger.unbalancedVouchers().compactMap(\.likelyAccount) == Array(1...30))
    // A second account that differs by 0.05 as account 5 does.
    var balance = StatedBalance()
    balance.closing = Amount(ore: -5)
    ledger.years[0].balances[ledger.declare(Account(number: "1940"))] = balance
    let accounts = ledger.unbalancedVouchers().map(\.likelyAccount)
    #expect(accounts[4] == nil)
    #expect(accounts.compactMap(\.self).count == 29)
  }
}
