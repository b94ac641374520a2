// Accounts whose year a file tells by object only.

extension Ledger {
  /// The accounts whose monthly amounts (#PSALDO) of a year all concern objects, with neither
  /// vouchers nor stated balances to tell their change: objects overlap and leave gaps, so their
  /// amounts are no sum of the account. Programs leave out zeros, so an account is known by silence
  /// where the year states closing balances of its kind. In the order of account numbers.
  package func accountsKnownByObjectOnly(_ offset: Int) -> [Account] {
    let year = YearOfAccounts(self, offset: offset)
    let statesKind = [false, true].map { isResult in
      year.statesClosings
        && year.stated.indices.contains {
          accounts[$0].isResultAccount == isResult && year.stated[$0] != nil
        }
    }
    let found = periodBalances.filter { row in
      row.yearOffset == offset && row.object != nil && !row.amount.isZero
        && year.periodChanges[row.account] == nil && year.changes[row.account] == nil
        && !statesKind[accounts[row.account].isResultAccount ? 1 : 0]
    }.map(\.account)
    return Set(found).map { accounts[$0] }.sorted { $0.precedes($1) }
  }
}
