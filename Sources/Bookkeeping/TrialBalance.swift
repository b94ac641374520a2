// Opening balance, change and closing balance of every account in one year.

/// A trial balance (*saldobalans*) of one year of a ledger.
public struct TrialBalance: Hashable, Sendable {
  /// One account's year.
  public struct Row: Hashable, Sendable {
    /// The account.
    public let account: Account
    /// Opening balance (*ingående balans*); zero on result accounts unless the file states one.
    public let opening: Amount
    /// Closing less opening.
    public let change: Amount
    /// Closing balance (*utgående balans*), or the year's result on a result account.
    public let closing: Amount

    /// A row; `change` is what the two balances leave.
    public init(account: Account, opening: Amount, closing: Amount) throws(ArithmeticOverflow) {
      self.account = account
      self.opening = opening
      self.closing = closing
      self.change = try closing - opening
    }
  }

  /// The year's offset in its file: 0, -1 ...
  public let yearOffset: Int
  /// The year's days, when known.
  public let fiscalYear: FiscalYear?
  /// Rows in the order of account numbers, accounts without balance or change left out.
  public let rows: [Row]

  /// A trial balance of these rows.
  public init(yearOffset: Int, fiscalYear: FiscalYear?, rows: [Row]) {
    self.yearOffset = yearOffset
    self.fiscalYear = fiscalYear
    self.rows = rows
  }
}
