// Whether a file holds a year before its own as a whole, so that a report can be made of it.

extension Ledger {
  /// Whether a year's result and balances are both known: stated with #RES and #UB, or made by
  /// vouchers that the balances at the year's end, where any are stated, follow from. A voucher
  /// astray in an earlier year makes no year.
  package func holdsWholeYear(_ offset: Int) -> Bool {
    guard let own = year(offset), own.fiscalYear != nil else { return false }
    let year = YearOfAccounts(self, offset: offset)
    let isResultStated = own.balances.contains {
      accounts[$0.key].isResultAccount && ($0.value.result ?? $0.value.closing) != nil
    }
    let areBalancesStated = year.stated.indices.contains {
      !accounts[$0].isResultAccount && year.stated[$0] != nil
    }
    if isResultStated, areBalancesStated { return true }
    // Programs move last year's result within equity when the next year opens.
    guard year.hasPostings,
      year.differences.allSatisfy({ accounts[$0.account].number.hasPrefix("20") })
    else { return false }
    return areBalancesStated || year.openings.contains { $0 != nil }
  }
}

extension Ledger {
  /// Whether a year's lines state how any account ends (#UB, #RES, or the next year's #IB).
  package func statesClosing(ofYear offset: Int) -> Bool {
    YearOfAccounts(self, offset: offset).stated.contains { $0 != nil }
  }

  /// The day of a year's last voucher with postings; nil when it has none.
  package func lastVoucher(ofYear offset: Int) -> CalendarDate? {
    let calendar = LedgerCalendar(self)
    return vouchers.lazy.filter {
      !$0.postings.isEmpty && calendar.countedYearOffset(of: $0.date) == offset
    }.map(\.date).max()
  }
}
