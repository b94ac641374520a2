// Every transition to work or studies with the days it is held, person by person.

import Bookkeeping
import Outcomes

/// A transition with its holding.
struct HeldTransition {
  let transition: Transition
  let holding: Holding
  /// The follow-ups that concern it: dated from its day until the next transition's.
  let followUps: [FollowUp]
  /// The first day of a later record here or of the next transition; nil when neither came.
  let endedBy: CalendarDate?

  /// The held days inside a period.
  func days(in period: DateRange) -> [DateRange] {
    holding.stretches.compactMap { $0.intersection(period) }
  }

  /// Calendar months held in a period.
  func months(in period: DateRange) -> Rational { days(in: period).map(\.months).sum() }

  /// Full-time months (*heltidsmånader*) held in a period.
  func fullTimeMonths(in period: DateRange) -> Rational {
    months(in: period) * (transition.extent ?? .zero).rational
  }
}

/// What one person's follow-ups and later records make of the person's transitions; nothing after
/// `lastDay` is used.
struct HeldTransitions {
  let all: [HeldTransition]

  init(
    _ register: OutcomeRegister, lastDay: CalendarDate, confirmationMonths: Int,
    horizonYears: Int
  ) {
    let employments = Dictionary(grouping: register.employments, by: \.participant)
    let places = Dictionary(grouping: register.trainingPlaces, by: \.participant)
    let followUps = Dictionary(grouping: register.followUps, by: \.participant)
    let counting = CountingDays(register)
    var all: [HeldTransition] = []
    for (person, transitions) in Dictionary(grouping: register.transitions, by: \.participant) {
      let counted =
        transitions
        .map { (transition: $0, start: counting.day(of: $0)) }
        .filter { $0.start <= lastDay }
        .sorted { ($0.start, $0.transition.location) < ($1.start, $1.transition.location) }
      let starts =
        (employments[person] ?? []).map(\.start) + (places[person] ?? []).map(\.start)
      for (index, (transition, start)) in counted.enumerated() {
        let next = index + 1 < counted.count ? counted[index + 1].start : nil
        let later = starts.filter { $0 >= start && $0 <= lastDay } + [next].compactMap { $0 }
        let concerning = (followUps[person] ?? []).filter { followUp in
          guard followUp.date >= start else { return false }
          return next.map { followUp.date < $0 } ?? true
        }
        all.append(
          HeldTransition(
            transition: transition,
            holding: Holding(
              of: transition, countingFrom: start, followUps: concerning,
              limits: .init(
                confirmationMonths: confirmationMonths, horizonYears: horizonYears,
                lastDay: lastDay, endedBy: later.min())),
            followUps: concerning.filter { $0.date <= lastDay }, endedBy: later.min()))
      }
    }
    self.all = all.sorted {
      ($0.transition.participant, $0.holding.start, $0.transition.location)
        < ($1.transition.participant, $1.holding.start, $1.transition.location)
    }
  }
}
