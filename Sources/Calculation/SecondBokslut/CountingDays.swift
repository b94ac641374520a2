// From which day each transition counts, looked up once for the whole register.

import Bookkeeping
import Outcomes

/// Dated on the last day of an employment or training place of the same person, a transition counts
/// from the next day, for every purpose (method.md section 5).
struct CountingDays {
  private struct LastDay: Hashable {
    let participant: ParticipantID
    let day: CalendarDate
  }

  private let lastDays: Set<LastDay>

  init(_ register: OutcomeRegister) {
    var lastDays: Set<LastDay> = []
    for record in register.employments {
      if let end = record.end {
        lastDays.insert(LastDay(participant: record.participant, day: end))
      }
    }
    for record in register.trainingPlaces {
      if let end = record.end {
        lastDays.insert(LastDay(participant: record.participant, day: end))
      }
    }
    self.lastDays = lastDays
  }

  /// The day from which the transition counts.
  func day(of transition: Transition) -> CalendarDate {
    let isLastDay = lastDays.contains(
      LastDay(participant: transition.participant, day: transition.date))
    return isLastDay ? transition.date.adding(days: 1) : transition.date
  }
}
