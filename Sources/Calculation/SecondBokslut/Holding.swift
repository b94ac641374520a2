// For which days a transition is held, by follow-ups: a missing one is not success.

import Bookkeeping
import Outcomes

/// Holding (*varaktighet*) of a transition to work or studies (method.md section 5).
struct Holding {
  /// The runs of days on which the transition is held, in order, up to the fiscal year's end.
  let stretches: [DateRange]
  /// The day it counts from.
  let start: CalendarDate

  /// What bounds a holding from outside.
  struct Limits {
    /// Calendar months that a confirmation lasts (*bekräftelsetid*).
    let confirmationMonths: Int
    /// Years after which nothing is held any more (*horisont*).
    let horizonYears: Int
    /// The last day that anything is known of.
    let lastDay: CalendarDate
    /// The first day of a later record or transition here, which ends the holding for good.
    let endedBy: CalendarDate?
  }

  /// What a follow-up does to a holding.
  enum Meaning {
    case confirms
    case ends
    case neither
  }

  init(
    of transition: Transition, countingFrom start: CalendarDate, followUps: [FollowUp],
    limits: Limits
  ) {
    self.start = start
    var last = min(
      limits.lastDay, start.adding(months: 12 * limits.horizonYears).adding(days: -1))
    if let endedBy = limits.endedBy { last = min(last, endedBy.adding(days: -1)) }
    guard transition.destination.needsExtent, transition.evidence != .nothing else {
      self.stretches = []
      return
    }
    var stretches: [DateRange] = []
    // The open stretch and the last day that its confirmations reach; nil after a known ending.
    var open: (start: CalendarDate, reaches: CalendarDate)? = (
      start, start.adding(months: limits.confirmationMonths).adding(days: -1)
    )
    let ordered = followUps.filter { $0.date <= limits.lastDay }
      .map { ($0, Self.meaning(of: $0, after: transition.destination)) }
      .sorted { left, right in
        // On one day an ending comes before a confirmation.
        (left.0.date, left.1 == .ends ? 0 : 1) < (right.0.date, right.1 == .ends ? 0 : 1)
      }
    for (followUp, meaning) in ordered {
      switch meaning {
      case .neither: continue
      case .confirms:
        let reaches = followUp.date.adding(months: limits.confirmationMonths).adding(days: -1)
        open = (open?.start ?? followUp.date, reaches)
      case .ends:
        guard let ended = open else { continue }
        // An ending after a lapse bridges nothing: it ended at the lapse.
        let end = min(ended.reaches, followUp.date.adding(days: -1))
        if let stretch = DateRange(ended.start, end) { stretches.append(stretch) }
        open = nil
      }
    }
    if let open, let stretch = DateRange(open.start, open.reaches) { stretches.append(stretch) }
    self.stretches = stretches.compactMap { DateRange($0.start, min($0.end, last)) }
  }

  /// What a follow-up says of a transition to a destination.
  static func meaning(of followUp: FollowUp, after destination: Destination) -> Meaning {
    guard followUp.evidence != .nothing else { return .neither }
    switch followUp.status {
    case .atWork, .otherWork: return destination == .studies ? .ends : .confirms
    case .studying: return destination == .studies ? .confirms : .ends
    case .unemployed, .sick: return .ends
    case .unknown, .notReached: return .neither
    }
  }
}
