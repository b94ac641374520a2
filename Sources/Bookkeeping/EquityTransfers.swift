// What a year's vouchers only moved within equity, such as a bonus issue.

extension Ledger {
  /// What each equity account (20) got from or gave to others of them in a year's vouchers, in öre
  /// with the ledger's own sign: nobody paid in (*fondemission, insatsemission*). Where a voucher
  /// pays somebody as well, such as a dividend, only what an account got came from the others.
  package func transfersWithinEquity(yearOffset: Int) -> [String: Int128] {
    let calendar = LedgerCalendar(self)
    var moved: [String: Int128] = [:]
    for voucher in vouchers where calendar.countedYearOffset(of: voucher.date) == yearOffset {
      var equity: [(number: String, ore: Int64)] = []
      var outside: [Int64] = []
      for posting in postings[voucher.postings] where !posting.amount.isZero {
        let number = accounts[Int(posting.account)].number
        if number.hasPrefix("20") {
          equity.append((number, posting.amount.ore))
        } else {
          outside.append(posting.amount.ore)
        }
      }
      guard outside.reduce(Int128(0), { $0 + Int128($1) }) <= 0 else { continue }
      for (number, ore) in equity where outside.isEmpty || ore < 0 {
        moved[number, default: 0] += Int128(ore)
      }
    }
    return moved
  }
}
