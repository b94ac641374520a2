// Vouchers whose postings do not sum to zero, and where the missing amount probably belongs.

/// A voucher (*verifikation*) whose debit and credit differ.
public struct UnbalancedVoucher: Hashable, Sendable {
  /// Index into the ledger's vouchers.
  public let index: Int
  /// What its postings sum to.
  public let difference: Amount
  /// The one account whose stated closing balance differs by just this amount, if there is one: the
  /// posting that the voucher lacks probably stands there.
  public let likelyAccount: Int?
}

extension Ledger {
  /// The vouchers that do not balance, in file order.
  public func unbalancedVouchers() -> [UnbalancedVoucher] {
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
    var differences: [Int: [(account: Int, difference: Int128)]] = [:]
    return found.map { index, sum in
      let year = calendar.countedYearOffset(of: vouchers[index].date)
      let known = differences[year] ?? YearOfAccounts(self, offset: year).differences
      differences[year] = known
      let matching = known.filter { $0.difference == -sum }
      let account = matching.count == 1 && !holdsVouchersOnly ? matching.first?.account : nil
      let clamped = Int64(clamping: sum)
      return UnbalancedVoucher(
        index: index, difference: Amount(ore: clamped), likelyAccount: account)
    }
  }

  /// Whether the file carries vouchers for another program to read in (type 4I) and no balances of
  /// its own: none, or closing balances that are the opening ones over again.
  public var holdsVouchersOnly: Bool {
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
