// The dividend that a year's vouchers book: what the meeting gave the owners of earlier results.

extension Ledger {
  /// *Utdelning* booked in a year, positive: what equity gave away in vouchers whose other side is
  /// a debt to the owners (289x), money (19) or withheld tax (271), less what such vouchers took
  /// back. Nil when the file carries no vouchers of the year.
  package func bookedDividend(yearOffset: Int) -> Amount? {
    let calendar = LedgerCalendar(self)
    var total: Int128 = 0
    var hasVouchers = false
    for voucher in vouchers where calendar.countedYearOffset(of: voucher.date) == yearOffset {
      hasVouchers = true
      total += dividend(in: voucher)
    }
    return hasVouchers ? try? Amount(exactly: max(total, 0)) : nil
  }

  /// One voucher's dividend: what equity gave away, as far as owners got it. A voucher may put some
  /// of a result into funds too, or move it to what the owners have paid in, which gives nothing
  /// away; nor is what the owners pay in or get back of that a dividend.
  private func dividend(in voucher: Voucher) -> Int128 {
    var given: Int128 = 0
    var received: Int128 = 0
    for posting in postings[voucher.postings] {
      switch accounts[Int(posting.account)].number.prefix(4) {
      case "2080"..."2084", "2087"..."2088", "2093", "2097": continue
      case "2000"..."2099": given += Int128(posting.amount.ore)
      case "1900"..."1999", "2710"..."2719", "2890"..."2899":
        received -= Int128(posting.amount.ore)
      default: return 0
      }
    }
    guard given.signum() == received.signum() else { return 0 }
    return given.magnitude < received.magnitude ? given : received
  }
}
