// From the lines of the second bokslut to vouchers with names and account numbers.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// Every line that moves something; the journal has added their figures before.
  func socialVouchers() throws(ReportFault) -> SocialVouchers {
    let lines = second.lines.filter { !$0.amount.isZero }
    var accounts: [SocialVouchers.Account] = []
    var vouchers: [SocialVoucher] = []
    for line in lines {
      let kind = line.kind.rawValue
      guard let number = SocialChart.number(of: kind) else { throw .missingText("account.\(kind)") }
      if !accounts.contains(where: { $0.kind == kind }) {
        accounts.append(
          SocialVouchers.Account(kind: kind, number: number, name: try name(of: line.kind)))
      }
      vouchers.append(
        SocialVoucher(
          series: line.reference.series.rawValue, number: line.reference.number, kind: kind,
          outcome: line.outcome?.rawValue, text: try name(of: line.kind, line.outcome),
          from: line.from.rawValue, to: line.to.rawValue,
          amount: .line(line.reference, .amount)))
    }
    var actors: [SocialVouchers.Actor] = []
    for actor in second.actors
    where lines.contains(where: { $0.from == actor.id || $0.to == actor.id }) {
      actors.append(
        SocialVouchers.Actor(id: actor.id.rawValue, name: try name(of: actor.id)))
    }
    return SocialVouchers(
      all: vouchers, actors: actors, accounts: accounts.sorted { $0.number < $1.number })
  }
}
