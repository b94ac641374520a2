// The second bokslut as a ledger: SIE 4E for accounting programs, plain text for hledger.

import Bookkeeping
import Disclosure
import Interchange
import Reporting
import Rulebook

/// Writes the social vouchers as ledgers of their own.
enum SocialLedgerExporter {
  /// The SIE file's name.
  static let sieName = "andra-bokslutet.se"
  /// The plain-text journal's name.
  static let journalName = "andra-bokslutet.journal"

  /// Both files; none when disclosure control hides a voucher.
  static func files(_ report: ClearedReport, program: ProgramInfo) -> [OutputFile] {
    guard let vouchers = report.socialVouchers else { return [] }
    let booked = vouchers.all.compactMap { BookedVoucher($0, in: report) }
    let ledger = SocialLedgerFile(report, vouchers, booked).ledger
    let writer = SIEWriter(
      program: program.name, version: program.version, generated: report.date)
    return [
      OutputFile(path: sieName, bytes: writer.bytes(of: ledger)),
      OutputFile(
        path: journalName, bytes: Array(PlainTextJournal.text(report, vouchers, booked).utf8)),
    ]
  }
}

/// A social voucher with its amount.
struct BookedVoucher {
  let voucher: SocialVoucher
  let amount: Amount

  init?(_ voucher: SocialVoucher, in report: ClearedReport) {
    guard case .amount(let amount)? = report.figure(voucher.amount)?.value else { return nil }
    self.voucher = voucher
    self.amount = amount
  }
}
