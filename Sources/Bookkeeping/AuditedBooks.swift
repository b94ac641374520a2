// The books behind the first bokslut, as an auditor gets them.

/// A year's books (*verifikationslista* and *huvudbok* are made of them). They are the enterprise's
/// own and describe no outcomes, but a voucher may concern a single person, so only an internal
/// edition shows them.
package struct AuditedBooks: Sendable {
  /// The year's ledger, as its SIE file gives it.
  package let ledger: Ledger
  /// Which of the ledger's years it is.
  package let yearOffset: Int
  /// Its trial balance, as the statements have it.
  package let trialBalance: TrialBalance
  /// The SIE file's path inside the enterprise's folder, which stands in place of voucher texts.
  package let file: String

  /// Books.
  package init(ledger: Ledger, yearOffset: Int, trialBalance: TrialBalance, file: String) {
    self.ledger = ledger
    self.yearOffset = yearOffset
    self.trialBalance = trialBalance
    self.file = file
  }
}
