// A year's records made ready once, for all that is computed from them: rows by person, held days,
// starts and supports.

import Bookkeeping
import Outcomes
import Rulebook

/// One participant with what series A and O ask about.
struct Person {
  let participant: Participant
  /// This person's employments that have days in the period.
  var employments: [Employment]
  /// The support that the work replaces.
  let support: SupportHistory
  /// This person's transitions that are held and can be valued.
  var transitions: [ValuedTransition] = []

  /// Whether the person stands in A or O.
  var isValued: Bool { !employments.isEmpty || !transitions.isEmpty }
}

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

/// The rows of a register by person, and the day from which each transition counts: what does not
/// depend on a year.
struct RowsByPerson {
  let participants: [Participant]
  let employments: [ParticipantID: [Employment]]
  let places: [ParticipantID: [TrainingPlace]]
  let followUps: [ParticipantID: [FollowUp]]
  /// Each person's transitions with the day from which they count, in the order of days.
  let transitions: [ParticipantID: [(transition: Transition, start: CalendarDate)]]

  init(_ register: OutcomeRegister) {
    let employments = Dictionary(grouping: register.employments, by: \.participant)
    let places = Dictionary(grouping: register.trainingPlaces, by: \.participant)
    self.participants = register.participants.sorted { $0.id < $1.id }
    self.employments = employments
    self.places = places
    self.followUps = Dictionary(grouping: register.followUps, by: \.participant)
    self.transitions = Dictionary(grouping: register.transitions, by: \.participant)
      .mapValues { rows in
        rows.map { row in
          // Dated on the last day of an employment or training place of the same person, a
          // transition counts from the next day, for every purpose (method.md section 5).
          let isLastDay =
            (employments[row.participant] ?? []).contains { $0.end == row.date }
            || (places[row.participant] ?? []).contains { $0.end == row.date }
          return (row, isLastDay ? row.date.adding(days: 1) : row.date)
        }.sorted { ($0.start, $0.transition.location) < ($1.start, $1.transition.location) }
      }
  }

  /// First days of a person's records here.
  func starts(of person: ParticipantID) -> [CalendarDate] {
    (employments[person] ?? []).map(\.start) + (places[person] ?? []).map(\.start)
  }

  /// What follow-ups and later records make of every transition, in the order of people and days;
  /// nothing after `lastDay` is used.
  func held(
    until lastDay: CalendarDate, confirmationMonths: Int, horizonYears: Int
  ) -> [HeldTransition] {
    transitions.keys.sorted().flatMap { person -> [HeldTransition] in
      let counted = (transitions[person] ?? []).filter { $0.start <= lastDay }
      let starts = starts(of: person).filter { $0 <= lastDay }
      let followUps = followUps[person] ?? []
      return counted.enumerated().map { index, row in
        let next = index + 1 < counted.count ? counted[index + 1].start : nil
        let later = starts.filter { $0 >= row.start } + [next].compactMap { $0 }
        let concerning = followUps.filter { followUp in
          followUp.date >= row.start && next.map { followUp.date < $0 } ?? true
        }
        return HeldTransition(
          transition: row.transition,
          holding: Holding(
            of: row.transition, countingFrom: row.start, followUps: concerning,
            limits: .init(
              confirmationMonths: confirmationMonths, horizonYears: horizonYears,
              lastDay: lastDay, endedBy: later.min())),
          followUps: concerning.filter { $0.date <= lastDay }, endedBy: later.min())
      }
    }
  }
}

/// A register as it is known at the end of a period: prepared once for a year, its bekräftelsetid
/// and horisont, and passed on.
struct PreparedYear {
  let period: DateRange
  /// Every transition with the days it is held, in the order of people and days.
  private(set) var held: [HeldTransition]
  private let rows: RowsByPerson
  /// Every participant in the order of ids, transitions left out.
  private let people: [Person]
  private let durations: [SupportKind: SupportDuration]
  private var confirmationMonths: Int
  private var horizonYears: Int

  /// A year's register. Without bekräftelsetid and horisont the transitions are known, and none of
  /// them is held a day.
  init(_ register: OutcomeRegister, year: FiscalYear, settings: Settings) {
    let (confirmation, horizon) = Self.limits(settings)
    self.init(
      RowsByPerson(register), period: year.period, durations: settings.supportDurations,
      confirmationMonths: confirmation, horizonYears: horizon)
  }

  private static func limits(_ settings: Settings) -> (confirmation: Int, horizon: Int) {
    guard let confirmation = settings[.confirmation]?.base.count,
      let horizon = settings[.horizon]?.base.count
    else { return (0, 0) }
    return (confirmation, horizon)
  }

  private init(
    _ rows: RowsByPerson, period: DateRange, durations: [SupportKind: SupportDuration],
    confirmationMonths: Int, horizonYears: Int
  ) {
    let rules = SupportRules(on: period.end)
    self.rows = rows
    self.period = period
    self.durations = durations
    self.confirmationMonths = confirmationMonths
    self.horizonYears = horizonYears
    held = rows.held(
      until: period.end, confirmationMonths: confirmationMonths, horizonYears: horizonYears)
    people = rows.participants.map { participant in
      // Nothing after the period's end is used for it. Someone who was never employed or in
      // training here starts with the transition itself.
      let start =
        rows.starts(of: participant.id).filter { $0 <= period.end }.min()
        ?? rows.transitions[participant.id]?.first?.start
      return Person(
        participant: participant,
        employments: (rows.employments[participant.id] ?? []).filter {
          $0.days(in: period) != nil
        },
        support: SupportHistory(
          of: participant, start: start, durations: durations, rules: rules))
    }
  }

  /// The same register under other settings.
  func under(_ settings: Settings) -> PreparedYear {
    let (confirmation, horizon) = Self.limits(settings)
    guard durations == settings.supportDurations else {
      return PreparedYear(
        rows, period: period, durations: settings.supportDurations,
        confirmationMonths: confirmation, horizonYears: horizon)
    }
    return holding(confirmationMonths: confirmation, horizonYears: horizon)
  }

  /// The same people under another bekräftelsetid and horisont.
  func holding(confirmationMonths: Int, horizonYears: Int) -> PreparedYear {
    guard
      confirmationMonths != self.confirmationMonths || horizonYears != self.horizonYears
    else { return self }
    var other = self
    other.confirmationMonths = confirmationMonths
    other.horizonYears = horizonYears
    other.held = rows.held(
      until: period.end, confirmationMonths: confirmationMonths, horizonYears: horizonYears)
    return other
  }

  /// The same register as it was known on an earlier day.
  func asKnown(
    on day: CalendarDate, confirmationMonths: Int, horizonYears: Int
  ) -> PreparedYear {
    PreparedYear(
      rows, period: DateRange(day), durations: durations,
      confirmationMonths: confirmationMonths, horizonYears: horizonYears)
  }

  /// Everybody, with the transitions of each that are valued.
  func people(with transitions: [ValuedTransition]) -> [Person] {
    let own = Dictionary(grouping: transitions, by: \.held.transition.participant)
    return people.map { person in
      var person = person
      person.transitions = own[person.participant.id] ?? []
      return person
    }
  }
}
