// The first bokslut: income statement and balance sheet with the year before.

import Bookkeeping
import Rulebook

/// The first bokslut (*det första bokslutet*): the two statements by the K2 layout of a legal form
/// (BFNAR 2016:10).
public struct FirstBokslut: Hashable, Sendable {
  /// The legal form whose layout was used.
  public let form: LegalForm
  /// The year.
  public let year: FiscalYear
  /// The year before, when any file says something of it.
  public let previousYear: FiscalYear?
  /// *Resultaträkning, kostnadsslagsindelad*: income positive, costs negative.
  public let incomeStatement: Statement
  /// *Balansräkning*: assets, equity and liabilities positive.
  public let balanceSheet: Statement
  /// *Årets resultat* from the result accounts (classes 3-8 but 899x); a profit is positive.
  public let result: Amount
  /// The same of the year before.
  public let previousResult: Amount?
  /// Whether the result stands booked in equity already.
  public let closingEntry: ClosingEntry

  /// A first bokslut of these parts.
  public init(
    form: LegalForm, year: FiscalYear, previousYear: FiscalYear?, incomeStatement: Statement,
    balanceSheet: Statement, result: Amount, previousResult: Amount?, closingEntry: ClosingEntry
  ) {
    self.form = form
    self.year = year
    self.previousYear = previousYear
    self.incomeStatement = incomeStatement
    self.balanceSheet = balanceSheet
    self.result = result
    self.previousResult = previousResult
    self.closingEntry = closingEntry
  }
}

/// How the year's result stands in the ledger; it is counted once in every case.
public enum ClosingEntry: Hashable, Sendable {
  /// The result lies in the result accounts only.
  case notBooked
  /// The closing entry is booked: equity holds the result on this account (2099 ...).
  case booked(account: String)
  /// A program has parked the result on an account of its own (9030, 9999, 2090).
  case parked(account: String)
}

/// A statement: its rows in the order of printing.
public struct Statement: Hashable, Sendable {
  /// Income statement or balance sheet.
  public let kind: StatementKind
  /// The rows of the layout that are shown.
  public let rows: [StatementRow]

  /// A statement.
  public init(kind: StatementKind, rows: [StatementRow]) {
    self.kind = kind
    self.rows = rows
  }

  /// The row of an id.
  public func row(_ id: String) -> StatementRow? { rows.first { $0.layout.id == id } }
}

/// One printed row.
public struct StatementRow: Hashable, Sendable {
  /// Its place in the layout.
  public let layout: LayoutRow
  /// This year, with the printed sign; zero on a heading.
  public let current: Amount
  /// The year before, with the printed sign.
  public let previous: Amount?
  /// The accounts that land here, in order of number.
  public let accounts: [AccountShare]

  /// A row.
  public init(layout: LayoutRow, current: Amount, previous: Amount?, accounts: [AccountShare]) {
    self.layout = layout
    self.current = current
    self.previous = previous
    self.accounts = accounts
  }
}

/// An account's balance inside a row, with the ledger's own sign (debit positive).
public struct AccountShare: Hashable, Sendable {
  /// The account.
  public let account: Account
  /// This year's closing balance or result.
  public let current: Amount
  /// The year before's.
  public let previous: Amount?

  /// A share.
  public init(account: Account, current: Amount, previous: Amount?) {
    self.account = account
    self.current = current
    self.previous = previous
  }
}
