// What a ledger under reading makes of amounts that were rounded, and of vouchers without any.

import Bookkeeping
import SIEFormat

/// A stated balance that had more decimals than öre.
struct RoundedBalance {
  let year: Int
  let account: Int
  let label: SIELabel
  let stated: String
  let ore: Int64
}

extension Ledger {
  /// Whether postings leave every account and object as it was: none, zeros, or a posting with its
  /// own reversal.
  func changesNothing(_ postings: Range<Int>) -> Bool {
    guard let first = postings.first else { return true }
    if postings.count == 1 { return self.postings[first].amount.isZero }
    var sums: [UInt32: Int128] = [:]
    for posting in self.postings[postings] {
      sums[posting.account, default: 0] += Int128(posting.amount.ore)
    }
    guard sums.values.allSatisfy({ $0 == 0 }) else { return false }
    // A move between objects of one account may change whom the second bokslut finds.
    var byObject: [ObjectReference: Int128] = [:]
    for index in postings {
      for object in objects(ofPosting: index) {
        byObject[object, default: 0] += Int128(self.postings[index].amount.ore)
      }
    }
    return byObject.values.allSatisfy { $0 == 0 }
  }

  /// Rounds postings of a voucher the other way where what is stated sums to zero and our rounding
  /// does not; gives what they sum to as stated, in öre.
  mutating func settle(_ postings: Range<Int>, _ rounding: StatedRounding) -> Rational {
    let kept = self.postings[postings].reduce(Int128(0)) { $0 + Int128($1.amount.ore) }
    for (index, ore) in rounding.settlement(kept) {
      let posting = self.postings[index]
      self.postings[index] = Posting(
        amount: Amount(ore: posting.amount.ore + ore), account: posting.account,
        source: posting.source)
    }
    return rounding.exactSum(kept)
  }

  /// The same for a year's opening balances, and for its closing balances with its results.
  mutating func settle(_ rounded: [RoundedBalance]) {
    for place in years.indices {
      let all = rounded.filter { $0.year == years[place].offset }
      guard !all.isEmpty else { continue }
      settle(all.filter { $0.label == .ib }, in: place, \.opening)
      settle(all.filter { $0.label != .ib }, in: place, nil)
    }
  }

  private mutating func settle(
    _ rounded: [RoundedBalance], in place: Int,
    _ opening: WritableKeyPath<StatedBalance, Amount?>?
  ) {
    func path(_ account: Int, _ balance: StatedBalance) -> WritableKeyPath<StatedBalance, Amount?> {
      if let opening { return opening }
      return accounts[account].isResultAccount && balance.result != nil ? \.result : \.closing
    }
    var rounding = StatedRounding()
    for (number, balance) in rounded.enumerated() {
      rounding.add(number, stated: balance.stated, ore: balance.ore)
    }
    let kept = years[place].balances.reduce(Int128(0)) { sum, entry in
      sum + Int128((entry.value[keyPath: path(entry.key, entry.value)] ?? .zero).ore)
    }
    for (number, ore) in rounding.settlement(kept) {
      let account = rounded[number].account
      var balance = years[place].balances[account] ?? StatedBalance()
      let target = path(account, balance)
      balance[keyPath: target] = balance[keyPath: target].map { Amount(ore: $0.ore + ore) }
      years[place].balances[account] = balance
    }
  }
}
