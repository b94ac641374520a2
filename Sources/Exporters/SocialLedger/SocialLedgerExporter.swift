// The second bokslut as a ledger: SIE 4E for accounting programs, plain text for hledger.

import Bookkeeping
import Diagnostics
import Disclosure
import Figures
import Interchange
import Reporting
import Rulebook

/// Writes the ledger of the second bokslut: the one that the calculation has checked, with names.
enum SocialLedgerExporter {
  /// The SIE file's name.
  static let sieName = "andra-bokslutet.se"
  /// The plain-text journal's name.
  static let journalName = "andra-bokslutet.journal"

  /// Both files; none when disclosure control hides a voucher.
  static func files(_ report: ClearedReport, program: ProgramInfo) -> [OutputFile] {
    guard let vouchers = report.socialVouchers else { return [] }
    let writer = SIEWriter(
      program: program.name, version: program.version, generated: report.date)
    return [
      OutputFile(path: sieName, bytes: writer.bytes(of: named(vouchers, in: report))),
      OutputFile(
        path: journalName, bytes: Array(PlainTextJournal.text(report, vouchers).utf8)),
    ]
  }

  /// The ledger with the names and texts that a reader is told.
  private static func named(_ vouchers: SocialVouchers, in report: ClearedReport) -> Ledger {
    var ledger = vouchers.ledger
    ledger.organisation.name = report.organisation.name
    ledger.organisation.number = report.organisation.number
    ledger.organisation.form = form(report.organisation.form)
    for account in ledger.accounts {
      ledger.declare(
        Account(number: account.number, name: vouchers.accountNames[account.number]))
    }
    let names = Dictionary(
      vouchers.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for (object, name) in ledger.objectNames {
      ledger.objectNames[object] = names[object.code] ?? name
    }
    ledger.source = SocialTexts(vouchers: vouchers.all)
    return ledger
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
      series: social.reference.series.rawValue, number: String(social.reference.number),
      text: social.text)
  }

  func location(ofSource source: UInt32) -> SourceLocation {
    SourceLocation(file: SocialLedgerExporter.sieName)
  }
}
