// One year of a ledger by account: what the file states and what its vouchers add up to.

/// Openings, changes and closings of a year by account index, before anything is decided.
struct YearOfAccounts {
  let offset: Int
  /// Opening balances, from #IB or else from the year before.
  private(set) var openings: [Amount?]
  /// Closing balances as stated: #UB, #RES, or else the next year's #IB.
  private(set) var stated: [Amount?]
  /// Sums of the year's postings; nil on accounts without any.
  private(set) var changes: [Int128?]
  /// Sums of #PSALDO without objects; nil on accounts without any.
  private(set) var periodChanges: [Int128?]
  /// Whether each account belongs to the result.
  private let isResult: [Bool]
  /// How many öre rounding may have made of each account's balance, where it had to.
  private let roundedAmounts: [Int: Int]
  /// Whether neither #IB nor the year before gives any opening balance.
  private(set) var lacksOpenings = false
  /// Whether the closing balances are the next year's opening balances.
  private(set) var closingsAreBorrowed = false
  /// Result accounts whose #UB and #RES differ.
  private(set) var contradictions: [Int] = []

  init(_ ledger: Ledger, offset: Int) {
    let none = [Amount?](repeating: nil, count: ledger.accounts.count)
    self.offset = offset
    isResult = ledger.accounts.map(\.isResultAccount)
    roundedAmounts = ledger.roundedAmounts
    openings = none
    stated = none
    changes = [Int128?](repeating: nil, count: ledger.accounts.count)
    periodChanges = changes
    readOpenings(ledger)
    readClosings(ledger)
    addPostings(ledger)
    addPeriods(ledger)
  }

  /// Whether the year holds postings.
  var hasPostings: Bool { changes.contains { $0 != nil } }

  /// Whether the year's own lines state closing balances.
  var statesClosings: Bool { stated.contains { $0 != nil } && !closingsAreBorrowed }

  private mutating func readOpenings(_ ledger: Ledger) {
    let own = ledger.year(offset)?.balances ?? [:]
    for (account, balance) in own { openings[account] = balance.opening }
    guard !openings.contains(where: { $0 != nil }) else { return }
    let before = ledger.year(offset - 1)?.balances ?? [:]
    for (account, balance) in before where !ledger.accounts[account].isResultAccount {
      openings[account] = balance.closing
    }
    lacksOpenings = !openings.contains { $0 != nil }
  }

  private mutating func readClosings(_ ledger: Ledger) {
    let own = ledger.year(offset)?.balances ?? [:]
    var anyClosing = false
    for (account, balance) in own {
      if balance.closing != nil { anyClosing = true }
      let isResult = ledger.accounts[account].isResultAccount
      // The one that is not used may be a zero that the program writes for every account.
      if let closing = balance.closing, let result = balance.result, closing != result,
        !(isResult ? closing : result).isZero
      {
        contradictions.append(account)
      }
      stated[account] =
        isResult
        ? balance.result ?? balance.closing : balance.closing ?? balance.result
    }
    contradictions.sort()
    guard !anyClosing, let after = ledger.year(offset + 1)?.balances else { return }
    let statesResults = stated.contains { $0 != nil }
    for (account, balance) in after where !ledger.accounts[account].isResultAccount {
      if stated[account] == nil { stated[account] = balance.opening }
    }
    closingsAreBorrowed = !statesResults && stated.contains { $0 != nil }
  }

  private mutating func addPostings(_ ledger: Ledger) {
    let calendar = LedgerCalendar(ledger)
    changes.withUnsafeMutableBufferPointer { changes in
      ledger.postings.withUnsafeBufferPointer { postings in
        for voucher in ledger.vouchers
        where calendar.countedYearOffset(of: voucher.date) == offset {
          for posting in postings[voucher.postings] {
            let account = Int(posting.account)
            changes[account] = (changes[account] ?? 0) + Int128(posting.amount.ore)
          }
        }
      }
    }
  }

  private mutating func addPeriods(_ ledger: Ledger) {
    for row in ledger.periodBalances where row.yearOffset == offset && row.object == nil {
      periodChanges[row.account] = (periodChanges[row.account] ?? 0) + Int128(row.amount.ore)
    }
  }

  /// Opening balance plus postings, in öre.
  func computed(_ account: Int) -> Int128 {
    Int128((openings[account] ?? .zero).ore) + (changes[account] ?? 0)
  }

  /// Accounts whose stated closing balance differs from opening balance plus postings, with stated
  /// less computed; nothing for a year whose postings the file does not carry. A result account
  /// that some program gave an opening balance agrees when its result is that of its postings.
  var differences: [(account: Int, difference: Int128)] {
    guard hasPostings else { return [] }
    return stated.indices.compactMap { account in
      guard let closing = stated[account] else { return nil }
      let difference = Int128(closing.ore) - computed(account)
      if isResult[account], Int128(closing.ore) == changes[account] ?? 0 { return nil }
      let isRounding = difference.magnitude <= UInt128(roundedAmounts[account] ?? 0)
      return isRounding ? nil : (account, difference)
    }
  }
}
