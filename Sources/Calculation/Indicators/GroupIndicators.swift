// The indicators that are divided by gender, age and support before.

import Bookkeeping
import Figures
import Outcomes

/// The records of one group's people.
struct GroupIndicators {
  private let year: YearRecords
  private let group: ParticipantGroup
  private let participants: [YearRow<Participant>]
  private let employments: [YearRow<Employment>]
  private let places: [YearRow<TrainingPlace>]
  private let ofYear: [YearRow<HeldTransition>]
  private let goals: [YearRow<HeldTransition>]

  init(_ year: YearRecords, group: ParticipantGroup) {
    self.year = year
    self.group = group
    participants = year.participants.filter { group.contains($0.record, at: year.period.end) }
    let members = Set(participants.map(\.person))
    employments = year.employments.filter { members.contains($0.person) }
    places = year.places.filter { members.contains($0.person) }
    ofYear = year.transitionsOfYear.filter { members.contains($0.person) }
    goals = year.goals.filter { members.contains($0.person) }
  }

  /// The group's indicators in the order of reports. Of a group, numbers that are zero are left
  /// out; a share of zero is a finding and stays.
  var all: [Indicator] {
    let found = people + transitions + rates + lasting + monthsToTransition
    return group == .all ? found : found.filter { !$0.isCountOfNone }
  }

  private func list(_ rows: [Int32], _ measure: RecordList.Measure) -> RecordList {
    year.list(rows, measure, group)
  }

  private func counted(
    _ id: IndicatorID, _ rows: [Int32], _ measure: RecordList.Measure = .people
  ) -> Indicator { Indicator(id: id, basis: .counted(list(rows, measure))) }

  /// A share; none when there is nobody to divide by.
  private func share(
    _ id: IndicatorID, _ part: [Int32], of whole: [Int32], _ measure: RecordList.Measure
  ) -> [Indicator] {
    guard !whole.isEmpty else { return [] }
    return [Indicator(id: id, basis: .share(list(part, measure), of: list(whole, measure)))]
  }

  /// Every record here in the year.
  private var stays: [Int32] { employments.map(\.row) + places.map(\.row) }

  private var people: [Indicator] {
    let end = year.period.end
    let atEnd = employments.filter { ($0.record.end ?? end) >= end }
    let clients = Set(employments.map(\.person)).union(places.map(\.person))
    let members = participants.filter {
      $0.record.isMember == true && clients.contains($0.person)
    }
    return [
      counted(.participants, stays), counted(.trained, places.map(\.row)),
      counted(.placeYears, places.map(\.row), .years),
      counted(.employedDuringYear, employments.map(\.row)),
      counted(.employedAtYearEnd, atEnd.map(\.row)),
      counted(.fullTimeEquivalents, employments.map(\.row), .years),
      counted(.members, members.map(\.row)),
    ]
  }

  private var transitions: [Indicator] {
    Destination.allCases.map { destination in
      let rows = ofYear.filter { $0.record.transition.destination == destination }
      return counted(.transitions(to: destination), rows.map(\.row), .rows)
    }
  }

  private var rates: [Indicator] {
    let toWork = ofYear.filter(\.record.isToWork).map(\.row)
    // The latest transition of the year after which nothing began here; they come in date order.
    var last: [Int32: CalendarDate] = [:]
    for transition in ofYear where year.hasLeft(transition) {
      last[transition.person] = transition.record.holding.start
    }
    let leaving = ofYear.filter { last[$0.person] == $0.record.holding.start }
    let unsubsidised = leaving.filter { $0.record.isToWork && !$0.record.isSubsidised }
    return share(.placementRate, toWork, of: stays + toWork, .people)
      + share(
        .strictPlacementRate, unsubsidised.map(\.row), of: leaving.map(\.row), .people)
  }

  /// Held and followed up 6 and 12 months after, of the transitions for which that day is in the
  /// year.
  private var lasting: [Indicator] {
    guard year.knowsHolding else { return [] }
    return IndicatorID.monthsHeld.flatMap { months in
      let due = goals.filter { year.period.contains($0.record.due(months: months)) }
      let held = due.filter { $0.record.isHeld(on: $0.record.due(months: months)) }
      let known = due.filter {
        year.isFollowedUp($0.record, on: $0.record.due(months: months))
      }
      return share(.held(months: months), held.map(\.row), of: due.map(\.row), .rows)
        + share(.followedUp(months: months), known.map(\.row), of: due.map(\.row), .rows)
    }
  }

  /// The median over the year's transitions, wherever to, of people who were here before.
  private var monthsToTransition: [Indicator] {
    let waited = ofYear.map(\.row).filter { year.rows.wait(of: $0) != nil }
    return waited.isEmpty ? [] : [counted(.monthsToTransition, waited, .medianWait)]
  }
}

extension ParticipantGroup {
  /// Whether a participant belongs to the group; age is that of the calendar year of `day`.
  func contains(_ participant: Participant, at day: CalendarDate) -> Bool {
    switch self {
    case .all: true
    case .gender(let gender): participant.gender == gender
    case .age(let band): AgeBand(birthYear: participant.birthYear, in: day.year) == band
    case .support(let kind): participant.supportBefore == kind
    }
  }
}

extension Indicator {
  /// A plain number that is zero.
  fileprivate var isCountOfNone: Bool {
    if case .counted(let list) = basis { list.number.isZero } else { false }
  }
}
