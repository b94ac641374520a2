// Opening balance, change and closing balance of every account in one year.

/// A trial balance (*saldobalans*) of one year of a ledger.
package struct TrialBalance: Hashable, Sendable {
  /// One account's year.
  package struct Row: Hashable, Sendable {
    /// The account.
    package let account: Account
    /// Opening balance (*ingående balans*); zero on result accounts unless the file states one.
    package let opening: Amount
    /// Closing less opening.
    package let change: Amount
    /// Closing balance (*utgående balans*), or the year's result on a result account.
    package let closing: Amount

    /// A row; `change` is what the two balances leave.
    package init(account: Account, opening: Amount, closing: Amount) throws(ArithmeticOverflow) {
      self.account = account
      self.opening = opening
      self.closing = closing
      self.change = try closing - opening
    }
  }

  /// Where the opening balances come from.
  package enum Opening: Hashable, Sendable {
    /// The file states them, or nothing is known of them.
    case stated
    /// The closing balances that this file states for the year before.
    case statedYearBefore
    /// The year before in this file, whose closing balances are computed, all or some.
    case computed
    /// Last year's own file.
    case ownFileOfYearBefore
  }

  /// The year's offset in its file: 0, -1 ...
  package let yearOffset: Int
  /// The year's days, when known.
  package let fiscalYear: FiscalYear?
  /// Rows in the order of account numbers, accounts without balance or change left out.
  package let rows: [Row]
  /// Where its opening balances come from.
  package let opening: Opening
  /// Whether its closing balances are what the next year opens with, and no result is stated.
  package let closesAsNextOpens: Bool

  /// A trial balance of these rows.
  package init(
    yearOffset: Int, fiscalYear: FiscalYear?, rows: [Row], opening: Opening = .stated,
    closesAsNextOpens: Bool = false
  ) {
    self.yearOffset = yearOffset
    self.fiscalYear = fiscalYear
    self.rows = rows
    self.opening = opening
    self.closesAsNextOpens = closesAsNextOpens
  }
}

/// An account with one amount, debit positive.
package struct AccountBalance: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Öre, debit positive.
  package let amount: Amount

  /// A balance.
  package init(account: Account, amount: Amount) {
    self.account = account
    self.amount = amount
  }
}
