// Vouchers whose postings do not sum to zero, and where the missing amount probably belongs.

/// A voucher (*verifikation*) whose debit and credit differ.
package struct UnbalancedVoucher: Hashable, Sendable {
  /// Index into the ledger's vouchers.
  package let index: Int
  /// What its postings sum to.
  package let difference: Amount
  /// The one account whose stated closing balance differs by just this amount, if there is one: the
  /// posting that the voucher lacks probably stands there.
  package let likelyAccount: Int?
}

extension Ledger {
  /// The vouchers that do not balance, in file order.
  package func unbalancedVouchers() -> [UnbalancedVoucher] {
    var found: [(index: Int, sum: Int128)] = []
    postings.withUnsafeBufferPointer { postings in
      for (index, voucher) in vouchers.enumerated() {
        var sum: Int128 = 0
        for posting in postings[voucher.postings] { sum += Int128(posting.amount.ore) }
        if sum != 0 { found.append((index, sum)) }
      }
    }
    guard !found.isEmpty else { return [] }
    let calendar = LedgerCalendar(self)
    let namesAccounts = !holdsVouchersOnly
    var accounts: [Int: [Int128: Int]] = [:]
    return found.map { index, sum in
      let year = calendar.countedYearOffset(of: vouchers[index].date)
      if namesAccounts, accounts[year] == nil { accounts[year] = onlyAccounts(year: year) }
      return UnbalancedVoucher(
        index: index, difference: Amount(ore: Int64(clamping: sum)),
        likelyAccount: accounts[year]?[-sum])
    }
  }

  /// The account of a difference between stated and computed closing balance, for the differences
  /// that only one account of the year has.
  private func onlyAccounts(year: Int) -> [Int128: Int] {
    var accounts: [Int128: Int] = [:]
    var shared: Set<Int128> = []
    for (account, difference) in YearOfAccounts(self, offset: year).differences
    where accounts.updateValue(account, forKey: difference) != nil {
      shared.insert(difference)
    }
    return accounts.filter { !shared.contains($0.key) }
  }

  /// Whether the file carries vouchers for another program to read in (type 4I) and no balances of
  /// its own: none, or closing balances that are the opening ones over again.
  package var holdsVouchersOnly: Bool {
    guard hasVouchers, let balances = year(0)?.balances else { return hasVouchers }
    var statesClosing = false
    for balance in balances.values {
      if balance.result != nil { return false }
      if let closing = balance.closing {
        statesClosing = true
        if closing != balance.opening ?? .zero { return false }
      }
    }
    // Without closing balances, opening balance plus vouchers is the same sum either way.
    return statesClosing || years.allSatisfy(\.balances.isEmpty)
  }
}
