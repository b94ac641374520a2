// Vouchers and postings in the compact form that both ledgers share.

/// A posting (*kontering*), 16 bytes: an amount on an account of the ledger's chart. Its objects,
/// quantity and text stand beside it in the ledger, where there are any.
package struct Posting: Hashable, Sendable {
  /// Öre; debit positive in the first bokslut, received positive in the second.
  package let amount: Amount
  /// Index into the ledger's accounts.
  package let account: UInt32
  /// Where it stands in its source: for a SIE file the byte offset of its line.
  package let source: UInt32

  /// A posting.
  package init(amount: Amount, account: UInt32, source: UInt32) {
    self.amount = amount
    self.account = account
    self.source = source
  }
}

/// A voucher (*verifikation*): a day and a run of postings. Series, number and text are read from
/// the source when somebody asks.
package struct Voucher: Hashable, Sendable {
  /// The voucher's day.
  package let date: CalendarDate
  /// Where it stands in its source: for a SIE file the byte offset of its #VER line.
  package let source: UInt32
  /// Its postings, as indices into the ledger's.
  package var postings: Range<Int> { Int(firstPosting)..<Int(endPosting) }
  private let firstPosting: UInt32
  private let endPosting: UInt32

  /// A voucher over a run of postings.
  package init(date: CalendarDate, source: UInt32, postings: Range<Int>) {
    self.date = date
    self.source = source
    self.firstPosting = UInt32(postings.lowerBound)
    self.endPosting = UInt32(postings.upperBound)
  }
}

/// What a voucher's line says, read on demand.
package struct VoucherDescription: Hashable, Sendable {
  /// The series (*serie*), as in the file; may be blank.
  package let series: String
  /// The number, as in the file; may be blank.
  package let number: String
  /// The text; may hold names of people, so it never goes into a report.
  package let text: String
  /// The day of registration, when stated.
  package let registrationDate: CalendarDate?
  /// Who registered it, when stated; may be a name.
  package let signature: String?

  /// A description.
  package init(
    series: String, number: String, text: String, registrationDate: CalendarDate? = nil,
    signature: String? = nil
  ) {
    self.series = series
    self.number = number
    self.text = text
    self.registrationDate = registrationDate
    self.signature = signature
  }
}
