// How the year's result stands in the ledger, so that it is counted once.

import Bookkeeping

/// How the year's result stands in the ledger; it is counted once in every case.
package enum ClosingEntry: Hashable, Sendable {
  /// The result lies in the result accounts only.
  case notBooked
  /// The closing entry is booked: equity holds the result on this account (2099, 2069).
  case booked(account: String)
  /// A program has parked the result on an account of its own (9030, 9999, 2090).
  case parked(account: String)
}

/// What was found of the closing entry in one year.
package struct YearEndClosing: Hashable, Sendable {
  /// Whether and where the result is booked.
  package let entry: ClosingEntry
  /// How much of the result equity accounts hold; a profit is positive. It differs from the result
  /// when a preliminary result was booked.
  package let booked: Amount
  /// What the closing accounts (899x) hold, debit positive: equal to the result when the closing
  /// entry is booked as BAS says.
  package let closingAccounts: [AccountBalance]
  /// Earlier years' result still on the year-result account (2099, 2069), shown as *Balanserat
  /// resultat*; a profit is positive.
  package let earlierResult: Amount
  /// Accounts outside the statements (class 9) that cancel or only mirror the result.
  package let internalAccounts: [AccountBalance]
  /// Assets less equity and liabilities: zero in sound books, else the row *Differens i
  /// bokföringen* (own.differens).
  package let difference: Amount
}
