// From the lines of the second bokslut to vouchers with names.

import Bookkeeping
import Calculation

extension ReportDraft {
  /// Every line that moves something.
  func socialVouchers() -> SocialVouchers {
    let lines = second.printedLines
    var accountNames: [String: String] = [:]
    for (_, line) in lines {
      accountNames[Ledger.accountNumber(of: line.kind)] = labels.name(of: line.kind)
    }
    let moved = Set(lines.flatMap { [$0.line.from, $0.line.to] })
    return SocialVouchers(
      ledger: second.ledger,
      all: lines.map { reference, line in
        SocialVoucher(
          reference: reference, kind: line.kind.rawValue, outcome: line.outcome?.rawValue,
          text: labels.name(of: line.kind, line.outcome))
      },
      actors: second.actors.filter { moved.contains($0.id) }.map { actor in
        SocialVouchers.Actor(id: actor.id.rawValue, name: labels.name(of: actor.id))
      }, accountNames: accountNames)
  }
}
