// Accounts whose year a file tells by object only.

extension Ledger {
  /// The accounts of which some month (#PSALDO) of a year is told for objects only, with neither
  /// vouchers nor stated balances to tell their change: objects overlap and leave gaps, so their
  /// amounts are no sum of the account. A month whose objects cancel may be one that the program
  /// left out, as programs leave out zeros; where the account has no month of its own it is not.
  /// For the same reason an account is known by silence where the year states closing balances of
  /// its kind. In the order of account numbers.
  package func accountsKnownByObjectOnly(_ offset: Int) -> [Account] {
    let year = YearOfAccounts(self, offset: offset)
    let statesKind = [false, true].map { isResult in
      year.statesClosings
        && year.stated.indices.contains {
          accounts[$0].isResultAccount == isResult && year.stated[$0] != nil
        }
    }
    let rows = periodBalances.filter { row in
      row.yearOffset == offset && year.changes[row.account] == nil
        && !statesKind[accounts[row.account].isResultAccount ? 1 : 0]
    }
    let told = Set(rows.filter { $0.object == nil }.map(AccountMonth.init))
    var sums: [ObjectSum: Int128] = [:]
    var untold: Set<Int> = []
    for row in rows {
      guard let object = row.object, !row.amount.isZero else { continue }
      if year.periodChanges[row.account] == nil { untold.insert(row.account) }
      let month = AccountMonth(row)
      guard !told.contains(month) else { continue }
      let sum = ObjectSum(month: month, dimension: object.dimension)
      sums[sum, default: 0] += Int128(row.amount.ore)
    }
    untold.formUnion(sums.filter { $0.value != 0 }.map(\.key.month.account))
    return untold.map { accounts[$0] }.sorted { $0.precedes($1) }
  }
}

/// An account in a month.
private struct AccountMonth: Hashable {
  let account: Int
  let period: Int

  init(_ row: PeriodAmount) {
    account = row.account
    period = row.period
  }
}

/// The objects of a dimension on an account in a month.
private struct ObjectSum: Hashable {
  let month: AccountMonth
  let dimension: Int
}
