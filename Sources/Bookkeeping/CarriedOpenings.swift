// Opening balances that nobody states: last year's closing balances, stated or computed.

import Diagnostics

/// Opening balances taken over from the year before, for the accounts whose own year states none.
///
/// Programs leave out zeros, so stated opening balances that sum to zero are the whole of them.
struct CarriedOpenings {
  /// The ledger with the openings as if it stated them; accounts that only the year before knows
  /// are declared.
  private(set) var ledger: Ledger
  /// The accounts whose opening balance is carried, by index.
  private(set) var accounts: Set<Int> = []
  /// Where they come from.
  private(set) var source = TrialBalance.Opening.stated

  /// `lastYear`: the year before by its own file, where there is one. `resultAccount`: where a
  /// result that last year's books do not hold in equity opens.
  init(
    _ ledger: Ledger, offset: Int, reading: TrialBalance.Reading, lastYear: TrialBalance?,
    resultAccount: String?
  ) {
    self.ledger = ledger
    guard let year = ledger.years.firstIndex(where: { $0.offset == offset }) else { return }
    let stated = ledger.years[year].balances.filter { $0.value.opening != nil }
    let sum = stated.reduce(Int128(0)) { sum, balance in
      ledger.accounts[balance.key].isResultAccount
        ? sum : sum + Int128((balance.value.opening ?? .zero).ore)
    }
    guard stated.isEmpty || sum != 0,
      let before = Self.before(ledger, offset: offset, reading: reading, lastYear: lastYear)
    else { return }
    var rows = before.rows.filter { row in
      row.account.opensAsItClosed
        && ledger.accountIndex(row.account.number).map { stated[$0] == nil } != false
    }.map { AccountBalance(account: $0.account, amount: $0.closing) }
    var total = sum + rows.reduce(Int128(0)) { $0 + Int128($1.amount.ore) }
    if reading == .asMeant, let result = before.unbooked(besides: total) {
      // A profit is a credit; what earlier results the account holds already stays.
      let number = resultAccount ?? ledger.yearResultAccount
      let known = rows.firstIndex { $0.account.number == number }
      let held = known.map { Int128(rows[$0].amount.ore) } ?? 0
      if let amount = try? Amount(exactly: held + result) {
        let account = known.map { rows[$0].account } ?? Account(number: number)
        if let known { rows.remove(at: known) }
        rows.append(AccountBalance(account: account, amount: amount))
        total += result
      }
    }
    guard !rows.isEmpty, stated.isEmpty || total.magnitude < sum.magnitude else { return }
    for row in rows {
      let index =
        self.ledger.accountIndex(row.account.number) ?? self.ledger.declare(row.account)
      self.ledger.years[year].balances[index, default: StatedBalance()].opening = row.amount
      accounts.insert(index)
    }
    source = before.source
  }

  /// The year before and where it is known from: this file's own year when it has closing balances
  /// or vouchers, else last year's own file, else what this file has of it.
  private static func before(
    _ ledger: Ledger, offset: Int, reading: TrialBalance.Reading, lastYear: TrialBalance?
  ) -> YearBefore? {
    let calendar = LedgerCalendar(ledger)
    let year = ledger.year(offset - 1)
    let statesClosings = year?.balances.values.contains { $0.closing != nil } == true
    let hasVouchers =
      year != nil
      && ledger.vouchers.contains {
        !$0.postings.isEmpty && calendar.countedYearOffset(of: $0.date) == offset - 1
      }
    // Vouchers alone, without any balance, are no year when last year's own file is there.
    let tellsMonths = ledger.periodBalances.contains {
      $0.yearOffset == offset - 1 && $0.object == nil
    }
    let statesOpenings = year?.balances.values.contains { $0.opening != nil } == true
    let isKnown =
      statesClosings || hasVouchers && (lastYear == nil || year?.balances.isEmpty == false)
      || lastYear == nil && year != nil && (tellsMonths || statesOpenings)
    if isKnown {
      var silent = DiagnosticList()
      let balance = TrialBalance(
        of: ledger, yearOffset: offset - 1, reading: reading, diagnostics: &silent)
      let isComputed = balance.rows.contains { row in
        guard row.account.opensAsItClosed, !row.closing.isZero else { return false }
        let index = ledger.accountIndex(row.account.number)
        return index.flatMap { year?.balances[$0]?.closing } == nil
      }
      return YearBefore(rows: balance.rows, source: isComputed ? .computed : .statedYearBefore)
    }
    return lastYear.map { YearBefore(rows: $0.rows, source: .ownFileOfYearBefore) }
  }
}

/// The closing balances that a year may open with.
private struct YearBefore {
  let rows: [TrialBalance.Row]
  let source: TrialBalance.Opening

  /// What the result accounts hold that equity does not, in öre, debit positive; nil when
  /// adding it to the balance accounts' sum brings them no nearer to zero.
  func unbooked(besides total: Int128) -> Int128? {
    let result = rows.filter(\.account.isResultAccount)
      .reduce(Int128(0)) { $0 + Int128($1.closing.ore) }
    return result != 0 && (total + result).magnitude < total.magnitude ? result : nil
  }
}

extension Account {
  /// Whether the account's closing balance is the next year's opening balance: classes 1 and 2, and
  /// what has no number.
  fileprivate var opensAsItClosed: Bool { !isResultAccount && !number.hasPrefix("9") }
}

extension Ledger {
  /// Where an enterprise books its year's result: 2069 in an ideell förening, by #FTYP or by a
  /// chart that has no 209x, else 2099.
  fileprivate var yearResultAccount: String {
    func has(_ prefix: String) -> Bool { accounts.contains { $0.number.hasPrefix(prefix) } }
    return organisation.form == "I" || has("206") && !has("209") ? "2069" : "2099"
  }
}
