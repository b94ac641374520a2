// The second bokslut as a ledger of the same type as the first.

import Bookkeeping
import Diagnostics

/// Describes the vouchers of the second bokslut: one a line, series and number as the line's.
struct SocialLedgerSource: LedgerSource {
  let lines: [SocialLine]

  func describe(_ voucher: Voucher) -> VoucherDescription {
    let line = lines[Int(voucher.source)]
    return VoucherDescription(
      series: line.reference.series.rawValue, number: String(line.reference.number),
      text: line.kind.rawValue)
  }

  func location(ofSource source: UInt32) -> SourceLocation {
    let line = lines[Int(source)]
    return SourceLocation(
      file: "social-journal.csv:\(line.reference.series.rawValue)", line: line.reference.number)
  }
}

extension Ledger {
  /// The dimension whose objects are the actors (*Aktör*).
  package static let actorDimension = 20

  /// Kinds of lines as accounts, actors as objects of dimension 20; an actor's postings are what it
  /// received, less what it gave.
  init(lines: [SocialLine], actors: [Actor], year: FiscalYear) {
    self.init(source: SocialLedgerSource(lines: lines))
    years = [LedgerYear(offset: 0, fiscalYear: year)]
    hasVouchers = true
    dimensions = [
      Self.actorDimension: Dimension(number: Self.actorDimension, name: "Aktör")
    ]
    for actor in actors {
      let object = ObjectReference(dimension: Self.actorDimension, code: actor.id.rawValue)
      objectNames[object] = actor.ownName ?? actor.id.rawValue
    }
    for (index, line) in lines.enumerated() {
      let account = declare(Account(number: line.kind.rawValue))
      let first = postings.count
      for (actor, amount) in [(line.from, line.amount.negated), (line.to, line.amount)] {
        append(
          Posting(amount: amount, account: UInt32(account), source: UInt32(index)),
          objects: [
            ObjectReference(dimension: Self.actorDimension, code: actor.rawValue)
          ])
      }
      vouchers.append(
        Voucher(date: year.end, source: UInt32(index), postings: first..<postings.count))
    }
  }
}
