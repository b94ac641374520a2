// The year seen person by person: participant, start here, support and rates.

import Bookkeeping
import Outcomes
import Rulebook

/// One participant with what series A and O ask about.
struct Person {
  let participant: Participant
  /// This person's employments that have days in the fiscal year.
  let employments: [Employment]
  /// The support that the work replaces.
  let support: SupportHistory

  /// Every participant of the register with employments in the year, in the order of ids.
  static func all(in register: OutcomeRegister, year: FiscalYear, settings: Settings) -> [Person] {
    let employments = Dictionary(grouping: register.employments, by: \.participant)
    let places = Dictionary(grouping: register.trainingPlaces, by: \.participant)
    return register.participants.sorted { $0.id < $1.id }.map { participant in
      let own = employments[participant.id] ?? []
      let starts = own.map(\.start) + (places[participant.id] ?? []).map(\.start)
      return Person(
        participant: participant,
        employments: own.filter { $0.days(in: year.period) != nil },
        support: SupportHistory(
          of: participant, start: starts.min(), durations: settings.supportDurations))
    }
  }
}
