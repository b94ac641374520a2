// The second bokslut as a plain-text journal, which hledger and its kin read.

import Bookkeeping
import Disclosure
import Reporting

/// Writes the journal. An account is `actor:series:kind:outcome`, so that `hledger balance
/// --depth 1` shows what each actor gained and deeper levels are the cells of the actor matrix.
enum PlainTextJournal {
  static func text(
    _ report: ClearedReport, _ vouchers: SocialVouchers, _ booked: [BookedVoucher]
  ) -> String {
    var lines = [
      "; \(word(report.organisation.name)) \(report.yearLabel)",
      "; hledger -f \(SocialLedgerExporter.journalName) balance --depth 1",
      "", "decimal-mark .", "commodity 1000.00 SEK", "",
    ]
    for actor in vouchers.actors {
      lines.append("account \(word(actor.id))  ; \(word(actor.name))")
    }
    for voucher in booked {
      lines.append("")
      lines.append(contentsOf: transaction(voucher, day: report.year.end))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func transaction(_ booked: BookedVoucher, day: CalendarDate) -> [String] {
    let voucher = booked.voucher
    return [
      "\(day) (\(voucher.series)\(voucher.number)) \(word(voucher.text))",
      posting(voucher.from, voucher, booked.amount.negated),
      posting(voucher.to, voucher, booked.amount),
    ]
  }

  private static func posting(
    _ actor: String, _ voucher: SocialVoucher, _ amount: Amount
  ) -> String {
    let parts = [actor, voucher.series, voucher.kind] + [voucher.outcome].compactMap(\.self)
    return "    \(parts.map(word).joined(separator: ":"))  \(amount) SEK"
  }

  /// Text as a journal takes it: one line, single blanks (two end an account's name), no signs that
  /// begin a comment or part a name.
  private static func word(_ text: String) -> String {
    let plain = text.map { character -> Character in
      character.isNewline || ";:|".contains(character) ? " " : character
    }
    return String(plain).split(separator: " ").joined(separator: " ")
  }
}
