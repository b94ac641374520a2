// One year's balances, each account in its row.

import Bookkeeping
import Rulebook

/// One year's trial balance laid out: every account with a balance in exactly one row, or among
/// those without one.
struct PlacedYear {
  /// An account with a balance and no row.
  struct Unplaced: Hashable {
    let balance: AccountBalance
    let placement: AccountPlacement
  }

  /// *Årets resultat*; nil when no result accounts are known.
  let result: Amount?
  /// Row id -> the accounts there, debit positive, in order of number.
  let shares: [String: [AccountBalance]]
  /// Row id -> what it holds beside accounts, with the printed sign.
  let besideAccounts: [String: Amount]
  let closing: YearEndClosing
  let unplaced: [Unplaced]
  /// Accounts that BAS 2025 does not list, with their rows.
  let outsideBAS: [(account: Account, row: String)]
  /// Accounts that K2 does not allow.
  let outsideK2: [Account]
  /// Accounts whose row the settings should confirm.
  let unsure: [Account]
  /// Accounts whose row the settings' uppställning decides.
  let overridden: [Account]
  /// Where an account would stand without the settings' uppställning, by its number; empty without
  /// any.
  let usualRows: [String: String]
  /// Accounts whose balance lies on the other side than their row's, by number.
  let turned: [String: Turn]
  /// Result accounts are all empty though equity holds a new result.
  let resultAccountsWereEmptied: Bool

  /// Lays out a year. `resultIsKnown`: false when the file says nothing of that year's result
  /// accounts, as year -1 of some programs.
  init(
    _ trialBalance: TrialBalance, layout: StatementLayout, links: [AccountLink],
    resultIsKnown: Bool
  ) throws(ArithmeticOverflow) {
    var sorted = SortedBalances(trialBalance, layout: layout, links: links)
    let turned = sorted.turn(layout)
    let result: Amount? =
      resultIsKnown ? try sorted.resultBalances.map(\.amount).sum().negated : nil
    let net = try sorted.balanceRows.map(\.balance.amount).sum()
    let outside = try sorted.outside.map(\.amount).sum()

    var isParkedOutside = false
    if let result, !result.isZero { isParkedOutside = outside.magnitude == result.magnitude }
    let outsideIsHarmless = outside.isZero || isParkedOutside
    if !outsideIsHarmless {
      sorted.unplaced += sorted.outside.map { Unplaced(balance: $0, placement: .none) }
    }

    // An account that the settings moved out of equity holds no result.
    let equityRows = layout.leaves(of: StatementLayout.RowID.equity)
    let search = ResultHolderSearch(
      result: result, net: net,
      transferred: try sorted.closing.map(\.amount).sum() + (isParkedOutside ? outside : .zero),
      equity: sorted.balanceRows.filter {
        (2000...2099).contains($0.number) && equityRows.contains($0.row)
      })
    let holder = try search.holder()
    let booked = holder?.amount ?? .zero

    var shares = sorted.shares
    var earlier = Amount.zero
    for row in sorted.balanceRows {
      var own = row.balance.amount
      if let holder, holder.account == row.balance.account {
        own = try own + booked
        shares[StatementLayout.RowID.resultInEquity, default: []]
          .append(AccountBalance(account: holder.account, amount: booked.negated))
      }
      guard !own.isZero else { continue }
      let isYearResult = row.row == StatementLayout.RowID.resultInEquity
      // Without result accounts what lies on the year-result account is taken as the result.
      let target = isYearResult && result != nil ? StatementLayout.RowID.retainedEarnings : row.row
      if isYearResult, result != nil { earlier = try earlier - own }
      shares[target, default: []]
        .append(AccountBalance(account: row.balance.account, amount: own))
    }
    // A program's own account outside the statements then holds the result.
    let isMirrored = holder == nil && isParkedOutside && outside == result?.negated
    if isMirrored { shares[StatementLayout.RowID.resultInEquity, default: []] += sorted.outside }

    let inResultRow = try (shares[StatementLayout.RowID.resultInEquity] ?? [])
      .map(\.amount).sum()
    // Without result accounts, what the balance accounts leave is the result that is not booked,
    // or a difference when some is booked. Opening balances of the next year leave no result: they
    // are to sum to zero.
    let isUnknown = result == nil
    let remainder =
      isUnknown && inResultRow.isZero && !trialBalance.closesAsNextOpens ? net : .zero
    let difference = try isUnknown ? net - remainder : net - (result ?? .zero) + booked
    self.result = result
    self.shares = shares.mapValues { $0.sorted { $0.account.number < $1.account.number } }
    self.besideAccounts = [
      StatementLayout.RowID.resultInEquity: isUnknown
        ? remainder : try (result ?? .zero) + inResultRow,
      StatementLayout.RowID.difference: difference,
    ]
    self.closing = YearEndClosing(
      entry: Self.entry(holder: holder, mirror: isMirrored ? sorted.outside : []),
      booked: booked, closingAccounts: sorted.closing, earlierResult: earlier,
      internalAccounts: outsideIsHarmless && !isMirrored ? sorted.outside : [],
      difference: difference)
    self.unplaced = sorted.unplaced
    self.outsideBAS = sorted.outsideBAS
    self.outsideK2 = sorted.outsideK2
    self.unsure = sorted.unsure
    self.overridden = sorted.overridden
    self.turned = turned
    usualRows =
      sorted.overridden.isEmpty
      ? [:] : Self.usualRows(trialBalance, layout: layout.withoutOverrides, links: links)
    self.resultAccountsWereEmptied =
      result?.isZero == true && sorted.resultBalances.isEmpty && search.showsNewResult
  }

  /// Where balances stand by the layout's own rules, turned to their side.
  private static func usualRows(
    _ trialBalance: TrialBalance, layout: StatementLayout, links: [AccountLink]
  ) -> [String: String] {
    var sorted = SortedBalances(trialBalance, layout: layout, links: links)
    _ = sorted.turn(layout)
    var rows: [String: String] = [:]
    for row in sorted.balanceRows { rows[row.balance.account.number] = row.row }
    for (row, balances) in sorted.shares {
      for balance in balances { rows[balance.account.number] = row }
    }
    return rows
  }

  private static func entry(holder: ResultHolder?, mirror: [AccountBalance]) -> ClosingEntry {
    if let holder {
      return holder.isYearResultAccount
        ? .booked(account: holder.account.number) : .parked(account: holder.account.number)
    }
    if let account = mirror.max(by: { $0.amount.magnitude < $1.amount.magnitude })?.account {
      return .parked(account: account.number)
    }
    return .notBooked
  }
}
