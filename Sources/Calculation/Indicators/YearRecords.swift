// The year's records as indicators ask about them, each looked up once.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// A record with its number among the rows of the register.
struct YearRow<Record> {
  let record: Record
  let row: Int32
  /// The number of its person's own row.
  let person: Int32
}

/// Everything that indicators count, from one walk through the register. Nothing after the year's
/// end is used.
struct YearRecords {
  let period: DateRange
  /// Every row of the register, with what months it has in the year.
  let rows: RegisterRows
  let participants: [YearRow<Participant>]
  /// Those with days in the year.
  let employments: [YearRow<Employment>]
  /// Those with days in the year.
  let places: [YearRow<TrainingPlace>]
  /// Transitions that count in the year, in the order of people and days.
  let transitionsOfYear: [YearRow<HeldTransition>]
  /// Those to work, own business or studies that count up to the year's end.
  let goals: [YearRow<HeldTransition>]
  /// Those of them that count in the year.
  let goalsOfYear: [YearRow<HeldTransition>]
  /// Each person's records here up to the year's end.
  let starts: StartsHere
  /// The same of training places alone.
  let placeStarts: StartsHere
  /// The same of employments alone.
  let employmentStarts: StartsHere
  /// Follow-ups dated in the year.
  let followUps: [YearRow<FollowUp>]
  /// bekräftelsetid; nil when the settings do not state it, and nothing is known to be held.
  let confirmationMonths: Int?
  let horizonYears: Int?

  init(
    _ register: OutcomeRegister, year: FiscalYear, settings: Settings,
    held: [HeldTransition]
  ) {
    let period = year.period
    self.period = period
    confirmationMonths = settings[.confirmation]?.base.count
    horizonYears = settings[.horizon]?.base.count

    var rows = RegisterRows()
    func numbered<Record: RegisterRecord>(_ records: [Record]) -> [YearRow<Record>] {
      records.map { record in
        let row = rows.add(record.participant, at: record.location)
        return YearRow(record: record, row: row, person: rows.person(of: row))
      }
    }
    participants = numbered(register.participants)
    let allEmployments = numbered(register.employments)
    let allPlaces = numbered(register.trainingPlaces)
    let allTransitions = numbered(register.transitions)
    followUps = numbered(register.followUps).filter { period.contains($0.record.date) }

    employments = allEmployments.filter { $0.record.days(in: period) != nil }
    places = allPlaces.filter { $0.record.days(in: period) != nil }
    for stay in employments {
      rows.state(months: stay.record.fullTimeMonths(in: period), of: stay.row)
    }
    for stay in places {
      rows.state(months: stay.record.fullTimeMonths(in: period), of: stay.row)
    }
    employmentStarts = StartsHere(
      allEmployments.map { ($0.person, $0.record.start, $0.row) }, until: period.end, rows)
    placeStarts = StartsHere(
      allPlaces.map { ($0.person, $0.record.start, $0.row) }, until: period.end, rows)
    starts = employmentStarts.merged(with: placeStarts, rows)

    let byPlace = Dictionary(
      allTransitions.map { ($0.record.location, $0) }, uniquingKeysWith: { first, _ in first })
    let transitions = held.map { held in
      guard let own = byPlace[held.transition.location] else {
        preconditionFailure("a held transition is not of the register")
      }
      return YearRow(record: held, row: own.row, person: own.person)
    }
    transitionsOfYear = transitions.filter { period.contains($0.record.holding.start) }
    goals = transitions.filter { $0.record.transition.destination.needsExtent }
    goalsOfYear = goals.filter { period.contains($0.record.holding.start) }
    for goal in goals where !goal.record.days(in: period).isEmpty {
      rows.state(months: goal.record.fullTimeMonths(in: period), of: goal.row)
    }
    for transition in transitionsOfYear {
      guard let first = starts.of(transition.person).first,
        let days = DateRange(first.day, transition.record.holding.start.adding(days: -1))
      else { continue }
      rows.state(wait: days.months, of: transition.row)
    }
    self.rows = rows
  }

  /// Rows that a number counts.
  func list(
    _ rows: [Int32], _ measure: RecordList.Measure, _ group: ParticipantGroup = .all
  ) -> RecordList { RecordList(rows, of: self.rows, measure, group: group) }

  /// Whether the settings say what is needed to know a holding.
  var knowsHolding: Bool { confirmationMonths != nil && horizonYears != nil }

  /// Whether the person has left for good: nothing starts here from the day to the year's end.
  func hasLeft(_ transition: YearRow<HeldTransition>) -> Bool {
    guard let last = starts.of(transition.person).last else { return true }
    return last.day < transition.record.holding.start
  }

  /// Whether the state on the day rests on a follow-up: one that reached the person and is dated on
  /// or after the day, or whose confirmation or ending covers it.
  func isFollowedUp(_ transition: HeldTransition, on day: CalendarDate) -> Bool {
    guard let confirmationMonths else { return false }
    let told = Holding.told(by: transition.followUps, after: transition.transition.destination)
    return told.contains { date, meaning in
      date >= day || meaning == .ends || date.adding(months: confirmationMonths) > day
    }
  }
}

/// The days on which people's records here began, with their rows.
struct StartsHere {
  /// A day and the row of the record that began on it.
  struct Start {
    let day: CalendarDate
    let row: Int32
  }

  private var byPerson: [Int32: [Start]] = [:]

  /// The starts up to a day.
  init(
    _ starts: [(person: Int32, day: CalendarDate, row: Int32)], until end: CalendarDate,
    _ rows: RegisterRows
  ) {
    for start in starts where start.day <= end {
      byPerson[start.person, default: []].append(Start(day: start.day, row: start.row))
    }
    sort(rows)
  }

  /// These and others.
  func merged(with others: StartsHere, _ rows: RegisterRows) -> StartsHere {
    var merged = self
    merged.byPerson.merge(others.byPerson, uniquingKeysWith: +)
    merged.sort(rows)
    return merged
  }

  /// By day; the rows of one day by their place.
  private mutating func sort(_ rows: RegisterRows) {
    byPerson = byPerson.mapValues { starts in
      guard starts.count > 1 else { return starts }
      return starts.sorted { left, right in
        left.day == right.day
          ? rows.location(of: left.row) < rows.location(of: right.row) : left.day < right.day
      }
    }
  }

  /// A person's, in order.
  func of(_ person: Int32) -> [Start] { byPerson[person] ?? [] }

  /// The row of everybody's first, when it began on a day that passes.
  func firstRows(where passes: (CalendarDate) -> Bool = { _ in true }) -> [Int32] {
    byPerson.values.compactMap(\.first).filter { passes($0.day) }.map(\.row)
  }
}

extension HeldTransition {
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
