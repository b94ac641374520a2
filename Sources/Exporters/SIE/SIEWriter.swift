// Writes a ledger as SIE 4E: CP437, CRLF and a checksum, as the standard asks.

import Bookkeeping
import Diagnostics
import SIEFormat

/// Writes ledgers as SIE type 4 (SIE 4B). What the format can hold comes back the same when the
/// file is read; characters that CP437 lacks become the nearest it has.
package struct SIEWriter: Sendable {
  private let program: String
  private let version: String
  private let generated: CalendarDate?

  /// A writer that signs its files.
  ///
  /// - Parameters:
  ///   - program: the program's name, for #PROGRAM.
  ///   - version: its version.
  ///   - generated: the day for #GEN, never the clock's; the ledger's own when left out.
  package init(program: String, version: String, generated: CalendarDate? = nil) {
    self.program = program
    self.version = version
    self.generated = generated
  }

  /// The bytes of a file with everything that the ledger holds. A sole trader's organisation number
  /// is an identity number and is left out.
  package func bytes(of ledger: Ledger) -> [UInt8] {
    var lines = SIELines()
    lines.add(.flagga, [.number(0)])
    lines.beginChecksum()
    writeHead(of: ledger, to: &lines)
    writeChart(of: ledger, to: &lines)
    writeBalances(of: ledger, to: &lines)
    writeVouchers(of: ledger, to: &lines)
    lines.endChecksum()
    return lines.bytes
  }

  private func writeHead(of ledger: Ledger, to lines: inout SIELines) {
    let organisation = ledger.organisation
    lines.add(.program, [.text(program), .text(version)])
    lines.add(.format, [.bare("PC8")])
    if let date = generated ?? organisation.generated { lines.add(.gen, [.date(date)]) }
    lines.add(.sietyp, [.number(4)])
    if let form = organisation.form { lines.add(.ftyp, [.bare(form)]) }
    if let number = organisation.number, !PersonalIdentityNumber.occurs(in: number) {
      lines.add(.orgnr, [.bare(number)])
    }
    if let name = organisation.name { lines.add(.fnamn, [.text(name)]) }
    for year in ledger.years {
      guard let days = year.fiscalYear else { continue }
      lines.add(.rar, [.number(year.offset), .date(days.start), .date(days.end)])
    }
    if let date = organisation.coveredUntil { lines.add(.omfattn, [.date(date)]) }
    if let chart = organisation.chart { lines.add(.kptyp, [.bare(chart)]) }
    lines.add(.valuta, [.bare(organisation.currency)])
  }

  private func writeChart(of ledger: Ledger, to lines: inout SIELines) {
    for account in ledger.accounts {
      let number = SIELines.Field.bare(account.number)
      if let name = account.name { lines.add(.konto, [number, .text(name)]) }
      if let kind = account.kind { lines.add(.ktyp, [number, .bare(kind.rawValue)]) }
      if let sru = account.sru { lines.add(.sru, [number, .bare(sru)]) }
    }
    for dimension in ledger.dimensions.values.sorted(by: { $0.number < $1.number }) {
      let fields: [SIELines.Field] = [.number(dimension.number), .text(dimension.name)]
      if let parent = dimension.parent {
        lines.add(.underdim, fields + [.number(parent)])
      } else {
        lines.add(.dim, fields)
      }
    }
    let objects = ledger.objectNames.sorted {
      ($0.key.dimension, $0.key.code) < ($1.key.dimension, $1.key.code)
    }
    for (object, name) in objects {
      lines.add(.objekt, [.number(object.dimension), .text(object.code), .text(name)])
    }
  }

  private func writeBalances(of ledger: Ledger, to lines: inout SIELines) {
    func number(_ account: Int) -> SIELines.Field { .bare(ledger.accounts[account].number) }
    for year in ledger.years {
      let sorted = year.balances.sorted { $0.key < $1.key }
      let parts: [(SIELabel, (StatedBalance) -> Amount?)] = [
        (.ib, \.opening), (.ub, \.closing), (.res, \.result),
      ]
      for (label, part) in parts {
        for (account, balance) in sorted {
          guard let amount = part(balance) else { continue }
          lines.add(label, [.number(year.offset), number(account), .amount(amount)])
        }
      }
    }
    for (label, balances) in [(SIELabel.oib, ledger.objectOpenings), (.oub, ledger.objectClosings)]
    {
      for balance in balances {
        lines.add(
          label,
          [
            .number(balance.yearOffset), number(balance.account), .objects([balance.object]),
            .amount(balance.amount),
          ])
      }
    }
    for (label, periods) in [(SIELabel.psaldo, ledger.periodBalances), (.pbudget, ledger.budgets)] {
      for period in periods {
        lines.add(
          label,
          [
            .number(period.yearOffset), .number(period.period), number(period.account),
            .objects(period.object.map { [$0] } ?? []), .amount(period.amount),
          ])
      }
    }
  }

  private func writeVouchers(of ledger: Ledger, to lines: inout SIELines) {
    for voucher in ledger.vouchers {
      let description = ledger.source.describe(voucher)
      var fields: [SIELines.Field] = [
        .bare(description.series), .bare(description.number), .date(voucher.date),
        .text(description.text),
      ]
      if let registered = description.registrationDate {
        fields.append(.date(registered))
      } else if description.signature != nil {
        fields.append(.text(""))
      }
      if let signature = description.signature { fields.append(.text(signature)) }
      lines.add(.ver, fields)
      lines.brace("{")
      for index in voucher.postings {
        let posting = ledger.postings[index]
        let account = ledger.accounts[Int(posting.account)].number
        lines.add(
          .trans,
          [
            .bare(account), .objects(ledger.objects(ofPosting: index)), .amount(posting.amount),
          ], indented: true)
      }
      lines.brace("}")
    }
  }
}
