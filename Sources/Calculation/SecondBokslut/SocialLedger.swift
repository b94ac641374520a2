// The second bokslut as a ledger of the same type as the first.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Describes the vouchers of the second bokslut: one a line, series and number as the line's.
private struct SocialLedgerSource: LedgerSource {
  let vouchers: [(reference: LineReference, line: SocialLine)]

  func describe(_ voucher: Voucher) -> VoucherDescription {
    let (reference, line) = vouchers[Int(voucher.source)]
    return VoucherDescription(
      series: reference.series.rawValue, number: String(reference.number),
      text: line.kind.rawValue)
  }

  func location(ofSource source: UInt32) -> SourceLocation {
    let reference = vouchers[Int(source)].reference
    return SourceLocation(
      file: "social-journal.csv:\(reference.series.rawValue)", line: reference.number)
  }
}

extension Ledger {
  /// The dimension whose objects are the actors (*Aktör*); 20 is the first that SIE leaves free.
  package static let actorDimension = 20

  /// The lines that move an öre: kinds as accounts by the chart's numbers, actors as objects. An
  /// account's balance is zero, for what one actor gives another receives on the same account; an
  /// object's balance is what the actor gained.
  package init(_ lines: [SocialLine], actors: [Actor], year: FiscalYear) {
    let numbered = lines.compactMap { line in line.reference.map { ($0, line) } }
    self.init(source: SocialLedgerSource(vouchers: numbered))
    hasVouchers = true
    dimensions = [
      Self.actorDimension: Dimension(number: Self.actorDimension, name: "Aktör")
    ]
    let used = Set(numbered.flatMap { [$0.1.from, $0.1.to] })
    for actor in actors where used.contains(actor.id) {
      objectNames[Self.object(of: actor.id)] = actor.ownName ?? actor.id.rawValue
    }
    var ledgerYear = LedgerYear(offset: 0, fiscalYear: year)
    var nothing = StatedBalance()
    nothing.result = .zero
    for number in Set(numbered.map { Self.accountNumber(of: $0.1.kind) }).sorted() {
      ledgerYear.balances[declare(Account(number: number))] = nothing
    }
    years = [ledgerYear]
    for (index, (_, line)) in numbered.enumerated() {
      guard let account = accountIndex(Self.accountNumber(of: line.kind)) else { continue }
      let first = postings.count
      for (actor, amount) in [(line.from, line.amount.negated), (line.to, line.amount)] {
        append(
          Posting(amount: amount, account: UInt32(account), source: UInt32(index)),
          objects: [Self.object(of: actor)])
      }
      vouchers.append(
        Voucher(date: year.end, source: UInt32(index), postings: first..<postings.count))
    }
  }

  /// The object that an actor is.
  package static func object(of actor: ActorID) -> ObjectReference {
    ObjectReference(dimension: actorDimension, code: actor.rawValue)
  }

  /// The number of a kind's account.
  package static func accountNumber(of kind: LineKind) -> String {
    guard let number = SocialChart.number(of: kind.rawValue) else {
      preconditionFailure("social-accounts.tsv has no \(kind.rawValue)")
    }
    return number
  }
}
