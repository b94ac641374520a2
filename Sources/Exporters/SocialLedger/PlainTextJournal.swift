// The second bokslut as a plain-text journal, which hledger and its kin read.

import Bookkeeping
import Disclosure
import Figures
import Reporting
import Rulebook

/// Writes the journal. An account is `actor:series:kind:outcome`, so that `hledger balance
/// --depth 1` shows what each actor gained and deeper levels are the cells of the actor matrix.
enum PlainTextJournal {
  static func text(_ report: ClearedReport, _ vouchers: SocialVouchers) -> String {
    var lines = [
      "; \(word(report.organisation.name)) \(report.yearLabel)",
      "; hledger -f \(SocialLedgerExporter.journalName) balance --depth 1",
      "", "decimal-mark .", "commodity 1000.00 SEK", "",
    ]
    for actor in vouchers.actors {
      lines.append("account \(word(actor.id))  ; \(word(actor.name))")
    }
    for (voucher, booked) in zip(vouchers.all, vouchers.ledger.vouchers) {
      let series = voucher.reference.series.rawValue
      lines += [
        "", "\(booked.date) (\(series)\(voucher.reference.number)) \(word(voucher.text))",
      ]
      for index in booked.postings {
        let actors = vouchers.ledger.objects(ofPosting: index).map(\.code)
        let account =
          (actors + [series, voucher.kind, voucher.outcome].compactMap(\.self)).map(word)
        let amount = vouchers.ledger.postings[index].amount
        lines.append("    \(account.joined(separator: ":"))  \(amount) SEK")
      }
    }
    return lines.joined(separator: "\n") + "\n"
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
