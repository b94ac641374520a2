// The rules of consistency for transitions, follow-ups, paid wages and subsidies.

import Bookkeeping
import Diagnostics
import Outcomes

extension RegisterConsistency {
  // MARK: Transitions and follow-ups

  mutating func checkTransitions() {
    for transition in register.transitions {
      let id = transition.participant
      let destination = transition.destination.rawValue
      // On the last day it counts from the next; before that the person has not left.
      let inside = stays[transition.participant]?.first {
        $0.covers(transition.date) && $0.end != transition.date
      }
      if let inside {
        problems.report(
          "REG034", at: transition.location,
          ["participant": id, "date": transition.date, "other": inside.location])
      }
      if transition.destination.needsExtent, transition.extent == nil {
        problems.report(
          "REG036", at: transition.location,
          ["participant": id, "destination": destination])
      }
      if [.supportedWork, .newStartJob].contains(transition.destination),
        transition.subsidyAmount == nil
      {
        problems.report(
          "REG037", at: transition.location,
          ["participant": id, "destination": destination])
      }
    }
    checkTransitionDays()
  }

  /// Two transitions of one person on one day, as written or as counted.
  private mutating func checkTransitionDays() {
    for (participant, transitions) in transitions {
      let ordered = transitions.sorted { $0.location < $1.location }
      for (index, transition) in ordered.enumerated() {
        let other = ordered[..<index].first {
          $0.date == transition.date || countingDay($0) == countingDay(transition)
        }
        guard let other else { continue }
        problems.report(
          "REG035", at: transition.location,
          ["participant": participant, "date": transition.date, "other": other.location])
      }
    }
  }

  /// The day from which a transition counts: the next, when it is dated on a record's last day.
  private func countingDay(_ transition: Transition) -> CalendarDate {
    let isLastDay =
      stays[transition.participant]?.contains { $0.end == transition.date } ?? false
    return isLastDay ? transition.date.adding(days: 1) : transition.date
  }

  mutating func checkFollowUps() {
    for followUp in register.followUps where !mayBeIncomplete(followUp.participant) {
      let concerns = transitions[followUp.participant]?.contains {
        countingDay($0) <= followUp.date
      }
      guard concerns != true else { continue }
      problems.report(
        "REG038", at: followUp.location,
        ["participant": followUp.participant, "date": followUp.date])
    }
  }

  // MARK: Paid wages

  mutating func checkPaidWageOverlaps() {
    for (participant, wages) in Dictionary(
      grouping: register.paidWages ?? [], by: \.participant)
    {
      let ordered = wages.filter { $0.from <= $0.to }
        .sorted { ($0.from, $0.location) < ($1.from, $1.location) }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) where later.from <= earlier.to {
        problems.report(
          "REG039", at: later.location,
          ["participant": participant, "date": later.from, "other": earlier.location])
      }
    }
  }

  mutating func checkPaidWageCover() {
    for wage in register.paidWages ?? [] where !mayBeIncomplete(wage.participant) {
      guard let days = DateRange(wage.from, wage.to) else { continue }
      let isCovered = employments[wage.participant]?.contains { $0.days(in: days) != nil }
      guard isCovered != true else { continue }
      problems.report(
        "REG040", at: wage.location,
        ["participant": wage.participant, "from": wage.from, "to": wage.to])
    }
  }

  // MARK: Subsidies

  mutating func checkSubsidies() {
    for employment in register.employments {
      let paid = employment.subsidyAmount.map { !$0.isZero } ?? false
      let facts: [String: any DiagnosticFact] = [
        "participant": employment.participant
      ]
      if employment.subsidy == .none, paid {
        problems.report("REG043", at: employment.location, facts)
      } else if employment.subsidy != .none, employment.subsidyAmount == nil {
        problems.report(
          "REG044", at: employment.location,
          facts.merging(["subsidy": employment.subsidy.rawValue]) { first, _ in first })
      }
    }
  }
}
