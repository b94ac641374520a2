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
    let known = followUps.filter { $0.date <= limits.lastDay }
    for (date, meaning) in Self.told(by: known, after: transition.destination) {
      switch meaning {
      case .confirms:
        let reaches = date.adding(months: limits.confirmationMonths).adding(days: -1)
        open = (open?.start ?? date, reaches)
      case .ends:
        guard let ended = open else { continue }
        // An ending after a lapse bridges nothing: it ended at the lapse.
        let end = min(ended.reaches, date.adding(days: -1))
        if let stretch = DateRange(ended.start, end) { stretches.append(stretch) }
        open = nil
      }
    }
    if let open, let stretch = DateRange(open.start, open.reaches) { stretches.append(stretch) }
    self.stretches = stretches.compactMap { DateRange($0.start, min($0.end, last)) }
  }

  /// What follow-ups say of a transition to a destination, day by day; those that say nothing are
  /// left out.
  static func told(
    by followUps: [FollowUp], after destination: Destination
  ) -> [(date: CalendarDate, meaning: Meaning)] {
    followUps.compactMap { followUp in
      meaning(of: followUp, after: destination).map { (followUp.date, $0) }
    }.sorted { left, right in
      // On one day an ending comes before a confirmation.
      left.date == right.date
        ? left.meaning == .ends && right.meaning != .ends : left.date < right.date
    }
  }

  /// What a follow-up says of a transition to a destination, if anything.
  private static func meaning(of followUp: FollowUp, after destination: Destination) -> Meaning? {
    guard followUp.evidence != .nothing else { return nil }
    switch followUp.status {
    case .atWork, .otherWork: return destination == .studies ? .ends : .confirms
    case .studying: return destination == .studies ? .confirms : .ends
    case .unemployed, .sick: return .ends
    case .unknown, .notReached: return nil
    }
  }
}
