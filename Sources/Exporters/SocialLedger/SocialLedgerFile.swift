// The social vouchers as a ledger: kinds are accounts, actors are objects of dimension 20.

import Bookkeeping
import Diagnostics
import Disclosure
import Reporting
import Rulebook

/// Makes the ledger that `andra-bokslutet.se` holds. An account's balance is zero, for what one
/// actor gives another receives on the same account; an object's balance is what the actor gained.
struct SocialLedgerFile {
  /// The dimension whose objects are the actors; 20 is the first that SIE leaves free.
  static let actorDimension = 20

  let ledger: Ledger

  init(_ report: ClearedReport, _ vouchers: SocialVouchers, _ booked: [BookedVoucher]) {
    var ledger = Ledger(source: SocialTexts(vouchers: booked.map(\.voucher)))
    ledger.organisation.name = report.organisation.name
    ledger.organisation.number = report.organisation.number
    ledger.organisation.form = Self.form(report.organisation.form)
    ledger.hasVouchers = true
    ledger.dimensions[Self.actorDimension] = Dimension(
      number: Self.actorDimension, name: "Aktör")
    for actor in vouchers.actors {
      let object = ObjectReference(dimension: Self.actorDimension, code: actor.id)
      ledger.objectNames[object] = actor.name
    }
    var year = LedgerYear(offset: 0, fiscalYear: report.year)
    var accounts: [String: Int] = [:]
    for account in vouchers.accounts {
      let index = ledger.declare(Account(number: account.number, name: account.name))
      accounts[account.kind] = index
      var balance = StatedBalance()
      balance.result = .zero
      year.balances[index] = balance
    }
    ledger.years = [year]
    for (index, booked) in booked.enumerated() {
      let voucher = booked.voucher
      guard let account = accounts[voucher.kind] else { continue }
      let first = ledger.postings.count
      for (actor, amount) in [(voucher.from, booked.amount.negated), (voucher.to, booked.amount)] {
        ledger.append(
          Posting(amount: amount, account: UInt32(account), source: UInt32(index)),
          objects: [ObjectReference(dimension: Self.actorDimension, code: actor)])
      }
      ledger.vouchers.append(
        Voucher(
          date: report.year.end, source: UInt32(index), postings: first..<ledger.postings.count))
    }
    self.ledger = ledger
  }

  /// #FTYP.
  private static func form(_ form: LegalForm) -> String {
    switch form {
    case .economicAssociation: "EK"
    case .nonProfitAssociation: "I"
    case .limitedCompany: "AB"
    }
  }
}

/// Describes social vouchers by what they are; nothing of them is about one person.
private struct SocialTexts: LedgerSource {
  let vouchers: [SocialVoucher]

  func describe(_ voucher: Voucher) -> VoucherDescription {
    let social = vouchers[Int(voucher.source)]
    return VoucherDescription(
      series: social.series, number: String(social.number), text: social.text)
  }

  func location(ofSource source: UInt32) -> SourceLocation {
    SourceLocation(file: SocialLedgerExporter.sieName)
  }
}
