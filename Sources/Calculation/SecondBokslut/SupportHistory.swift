// Which support each person would have lived on, day by day, without the work here.

import Bookkeeping
import Outcomes
import Rulebook

/// The support that work replaces (*försörjning*), following `längst` and `sedan` from the person's
/// start here (method.md section 7, S).
struct SupportHistory {
  /// A run of days with one support.
  struct Stretch {
    /// The days.
    let days: DateRange
    /// The support.
    let kind: SupportKind
    /// Who pays it and how it is taxed; nil when it is lön, ingen or okänd.
    let rule: SupportRule?
    /// Whether it is the recorded support, whose own amount applies, and not one that followed.
    let isRecorded: Bool
    /// The assumed lengths that put it here: its own and those of the supports before it.
    let lengths: [AssumptionID]
  }

  /// The person's start: the earliest employment or training place here.
  let start: CalendarDate?
  private let rules: SupportRules
  private let chain: [(kind: SupportKind, until: CalendarDate?)]

  /// Every length that is assumed of the person's supports.
  var lengths: [AssumptionID] { lengths(through: chain.count - 1) }

  private func lengths(through index: Int) -> [AssumptionID] {
    chain.prefix(index + 1).filter(\.kind.isPaidSupport).map { .longest($0.kind) }
  }

  /// The history of a person. Every kind in use has a rule: the settings are held against the
  /// register before the calculation.
  init(
    of participant: Participant, start: CalendarDate?,
    durations: [SupportKind: SupportDuration], rules: SupportRules
  ) {
    self.start = start
    self.rules = rules
    var chain: [(kind: SupportKind, until: CalendarDate?)] = []
    var kind: SupportKind? = participant.supportBefore
    var met: Set<SupportKind> = []
    while let current = kind, met.insert(current).inserted {
      let rule = current.isPaidSupport ? durations[current] : nil
      guard let start, let months = rule?.longestMonths else {
        chain.append((current, nil))
        break
      }
      chain.append((current, start.adding(months: months).adding(days: -1)))
      kind = rule?.then
    }
    self.chain = chain
  }

  /// The stretches of support inside a period, in order; days on which nothing would have been
  /// paid are left out. Before the start here the support is taken to have been the same.
  func stretches(in period: DateRange) -> [Stretch] {
    var stretches: [Stretch] = []
    var next = period.start
    for (index, link) in chain.enumerated() {
      let end = link.until.map { min($0, period.end) } ?? period.end
      guard let days = DateRange(next, end) else { continue }
      stretches.append(
        Stretch(
          days: days, kind: link.kind, rule: rules[link.kind], isRecorded: index == 0,
          lengths: lengths(through: index)))
      next = end.adding(days: 1)
    }
    return stretches
  }
}
