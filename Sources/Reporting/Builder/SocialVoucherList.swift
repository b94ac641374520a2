// From the lines of the second bokslut to vouchers with names.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// Every line that moves something; the journal has added their figures before.
  func socialVouchers() throws(ReportFault) -> SocialVouchers {
    let lines = second.printedLines
    var accountNames: [String: String] = [:]
    var vouchers: [SocialVoucher] = []
    for (reference, line) in lines {
      accountNames[Ledger.accountNumber(of: line.kind)] = try name(of: line.kind)
      vouchers.append(
        SocialVoucher(
          reference: reference, kind: line.kind.rawValue, outcome: line.outcome?.rawValue,
          text: try name(of: line.kind, line.outcome)))
    }
    var actors: [SocialVouchers.Actor] = []
    for actor in second.actors
    where lines.contains(where: { $0.line.from == actor.id || $0.line.to == actor.id }) {
      actors.append(
        SocialVouchers.Actor(id: actor.id.rawValue, name: try name(of: actor.id)))
    }
    return SocialVouchers(
      ledger: second.ledger, all: vouchers, actors: actors, accountNames: accountNames)
  }
}
