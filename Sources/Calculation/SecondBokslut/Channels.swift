// Income by channel, with what no rule catches as its own row.

import Bookkeeping
import Figures
import Rulebook

extension ChannelShare {
  /// Income (*intäkter*) by channel; nil is *ej fördelat* and always stands last.
  static func all(in flows: [ResultFlow]) throws(ArithmeticOverflow) -> [ChannelShare] {
    let income = flows.filter(\.kind.isIncome)
    var shares: [ChannelShare] = []
    for channel in IncomeChannel.allCases.map(Optional.some) + [nil] {
      let amount = try income.filter { $0.channel == channel }.map(\.balance.negated).sum()
      guard !amount.isZero || channel == nil else { continue }
      shares.append(ChannelShare(channel: channel, amount: amount))
    }
    return shares
  }
}
