// The year seen person by person: participant, start here, work here and after.

import Bookkeeping
import Outcomes
import Rulebook

/// One participant with what series A and O ask about.
struct Person {
  let participant: Participant
  /// This person's employments that have days in the fiscal year.
  let employments: [Employment]
  /// This person's transitions that are held some day of the year and can be valued.
  let transitions: [ValuedTransition]
  /// The support that the work replaces.
  let support: SupportHistory

  /// Whether the person stands in A or O.
  var isValued: Bool { !employments.isEmpty || !transitions.isEmpty }

  /// Every participant of the register, in the order of ids.
  static func all(
    in register: OutcomeRegister, year: FiscalYear, settings: Settings,
    transitions: [ValuedTransition]
  ) -> [Person] {
    let employments = Dictionary(grouping: register.employments, by: \.participant)
    let places = Dictionary(grouping: register.trainingPlaces, by: \.participant)
    let left = Dictionary(grouping: register.transitions, by: \.participant)
    let counting = CountingDays(register)
    let rules = SupportRules(on: year.end)
    let valued = Dictionary(grouping: transitions, by: \.held.transition.participant)
    return register.participants.sorted { $0.id < $1.id }.map { participant in
      let own = employments[participant.id] ?? []
      // Nothing after the year's end is used for the year.
      let starts = (own.map(\.start) + (places[participant.id] ?? []).map(\.start))
        .filter { $0 <= year.end }
      // Someone who was never employed or in training here starts with the transition itself.
      let start =
        starts.min()
        ?? (left[participant.id] ?? []).map { counting.day(of: $0) }.min()
      return Person(
        participant: participant,
        employments: own.filter { $0.days(in: year.period) != nil },
        transitions: valued[participant.id] ?? [],
        support: SupportHistory(
          of: participant, start: start, durations: settings.supportDurations, rules: rules))
    }
  }
}
