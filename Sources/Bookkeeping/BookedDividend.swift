// The dividend that a year's vouchers book: what the meeting gave the owners of earlier results.

extension Ledger {
  /// *Utdelning* booked in a year, positive: what free equity (209x) gave away in vouchers whose
  /// other side is a debt to the owners (2898), money (19) or withheld tax (271), less what such
  /// vouchers took back. Nil when the file carries no vouchers of the year.
  package func bookedDividend(yearOffset: Int) -> Amount? {
    let calendar = LedgerCalendar(self)
    var total: Int128 = 0
    var hasVouchers = false
    for voucher in vouchers where calendar.countedYearOffset(of: voucher.date) == yearOffset {
      hasVouchers = true
      var given: Int128 = 0
      var isDividend = true
      for posting in postings[voucher.postings] {
        switch accounts[Int(posting.account)].number.prefix(4) {
        case "2090"..."2099": given += Int128(posting.amount.ore)
        case "1900"..."1999", "2710"..."2719", "2898": continue
        default: isDividend = false
        }
      }
      if isDividend { total += given }
    }
    return hasVouchers ? try? Amount(exactly: total) : nil
  }
}
