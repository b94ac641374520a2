// The year's records as indicators ask about them, each looked up once.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// A record here with its full-time months in the year.
struct YearStay<Record> {
  let record: Record
  let participant: ParticipantID
  let months: Rational
}

/// Everything that indicators count, from one walk through the register. Nothing after the year's
/// end is used.
struct YearRecords {
  let period: DateRange
  let participants: [Participant]
  let employments: [YearStay<Employment>]
  let places: [YearStay<TrainingPlace>]
  /// Transitions that count up to the year's end, in the order of people and days.
  let transitions: [HeldTransition]
  /// Those that count in the year.
  let transitionsOfYear: [HeldTransition]
  /// Those to work, own business or studies.
  let goals: [HeldTransition]
  /// First days of each person's records here up to the year's end, in order.
  let starts: [ParticipantID: [CalendarDate]]
  /// The same of training places alone.
  let placeStarts: [ParticipantID: [CalendarDate]]
  /// The same of employments alone.
  let employmentStarts: [ParticipantID: [CalendarDate]]
  /// Follow-ups dated in the year.
  let followUps: [FollowUp]
  /// bekräftelsetid; nil when the settings do not state it, and nothing is known to be held.
  let confirmationMonths: Int?
  let horizonYears: Int?
  /// Whether numbers are to name the records that they count.
  let keepsTrail: Bool
  /// Each person's first records here up to the year's end; none unless the way back is asked for.
  let firstRecords: FirstRecords

  init(
    _ register: OutcomeRegister, year: FiscalYear, settings: Settings,
    held: [HeldTransition], keepsTrail: Bool = false
  ) {
    let period = year.period
    self.period = period
    self.keepsTrail = keepsTrail
    firstRecords = keepsTrail ? FirstRecords(register, until: period.end) : FirstRecords()
    participants = register.participants
    employments = register.employments.filter { $0.days(in: period) != nil }.map {
      YearStay(
        record: $0, participant: $0.participant, months: $0.fullTimeMonths(in: period))
    }
    places = register.trainingPlaces.filter { $0.days(in: period) != nil }.map {
      YearStay(
        record: $0, participant: $0.participant, months: $0.fullTimeMonths(in: period))
    }
    confirmationMonths = settings[.confirmation]?.base.count
    horizonYears = settings[.horizon]?.base.count
    transitions = held
    transitionsOfYear = transitions.filter { period.contains($0.holding.start) }
    goals = transitions.filter { $0.transition.destination.needsExtent }
    employmentStarts = Self.starts(
      register.employments.map { ($0.participant, $0.start) }, until: period.end)
    placeStarts = Self.starts(
      register.trainingPlaces.map { ($0.participant, $0.start) }, until: period.end)
    starts = employmentStarts.merging(placeStarts) { ($0 + $1).sorted() }
    followUps = register.followUps.filter { period.contains($0.date) }
  }

  private static func starts(
    _ records: [(participant: ParticipantID, start: CalendarDate)], until end: CalendarDate
  ) -> [ParticipantID: [CalendarDate]] {
    var starts: [ParticipantID: [CalendarDate]] = [:]
    for (participant, start) in records where start <= end {
      starts[participant, default: []].append(start)
    }
    return starts.mapValues { $0.sorted() }
  }

  /// Whether the settings say what is needed to know a holding.
  var knowsHolding: Bool { confirmationMonths != nil && horizonYears != nil }

  /// Whether the person has left for good: nothing starts here from the day to the year's end.
  func hasLeft(_ transition: HeldTransition) -> Bool {
    guard let last = starts[transition.transition.participant]?.last else { return true }
    return last < transition.holding.start
  }

  /// Whether the state on the day rests on a follow-up: one that reached the person and is dated on
  /// or after the day, or whose confirmation or ending covers it.
  func isFollowedUp(_ transition: HeldTransition, on day: CalendarDate) -> Bool {
    guard let confirmationMonths else { return false }
    return transition.followUps.contains { followUp in
      let meaning = Holding.meaning(
        of: followUp, after: transition.transition.destination)
      guard meaning != .neither else { return false }
      return followUp.date >= day || meaning == .ends
        || followUp.date.adding(months: confirmationMonths) > day
    }
  }
}

/// The rows at which people came to employment, to training and to the enterprise.
struct FirstRecords {
  private(set) var employments: [CountedRecord] = []
  private(set) var places: [CountedRecord] = []
  private(set) var all: [CountedRecord] = []
  /// Of `all`, the day that each starts.
  private(set) var days: [ParticipantID: CalendarDate] = [:]

  init() {}

  init(_ register: OutcomeRegister, until end: CalendarDate) {
    typealias Start = (participant: ParticipantID, day: CalendarDate, location: SourceLocation)
    func first(_ starts: [Start]) -> [Start] {
      var seen: Set<ParticipantID> = []
      return starts.filter { $0.day <= end }
        .sorted { ($0.day, $0.location) < ($1.day, $1.location) }
        .filter { seen.insert($0.participant).inserted }
        .sorted { ($0.participant, $0.location) < ($1.participant, $1.location) }
    }
    func counted(_ starts: [Start]) -> [CountedRecord] {
      starts.map { CountedRecord(participant: $0.participant, location: $0.location) }
    }
    let employed = register.employments.map { Start($0.participant, $0.start, $0.location) }
    let trained = register.trainingPlaces.map { Start($0.participant, $0.start, $0.location) }
    employments = counted(first(employed))
    places = counted(first(trained))
    let earliest = first(employed + trained)
    all = counted(earliest)
    days = Dictionary(
      earliest.map { ($0.participant, $0.day) }, uniquingKeysWith: { one, _ in one })
  }
}

extension HeldTransition {
  var participant: ParticipantID { transition.participant }

  /// Whether the transition leads to a job or an own business.
  var isToWork: Bool {
    transition.destination.needsExtent && transition.destination != .studies
  }

  /// Whether somebody pays a part of the wage after it.
  var isSubsidised: Bool {
    switch transition.destination {
    case .supportedWork, .newStartJob: true
    default: !(transition.subsidyAmount ?? .zero).isZero
    }
  }

  /// Whether it is held on a day.
  func isHeld(on day: CalendarDate) -> Bool { holding.stretches.contains { $0.contains(day) } }

  /// The day on which it has lasted so many calendar months, clipped to the month's end.
  func due(months: Int) -> CalendarDate { holding.start.adding(months: months) }
}

extension Employment {
  /// Whether somebody pays a part of the wage.
  var isSubsidised: Bool { subsidy != .none || !(subsidyAmount ?? .zero).isZero }
}

/// How many different people.
func countPeople(_ people: some Sequence<ParticipantID>) -> Int { Set(people).count }
