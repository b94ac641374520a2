// The indicators that are divided by gender, age and support before.

import Bookkeeping
import Figures
import Outcomes

/// The records of one group's people.
struct GroupIndicators {
  private let year: YearRecords
  private let group: ParticipantGroup
  private let participants: [Participant]
  private let employments: [YearStay<Employment>]
  private let places: [YearStay<TrainingPlace>]
  private let ofYear: [HeldTransition]
  private let goals: [HeldTransition]
  private let clients: Set<ParticipantID>

  init(_ year: YearRecords, group: ParticipantGroup) {
    self.year = year
    self.group = group
    participants = year.participants.filter { group.contains($0, at: year.period.end) }
    let members = Set(participants.map(\.id))
    employments = year.employments.filter { members.contains($0.participant) }
    places = year.places.filter { members.contains($0.participant) }
    ofYear = year.transitionsOfYear.filter { members.contains($0.participant) }
    goals = year.goals.filter { members.contains($0.participant) }
    clients = Set(employments.map(\.participant)).union(places.map(\.participant))
  }

  /// The group's indicators in the order of reports. Of a group, numbers that are zero are left
  /// out; a share of zero is a finding and stays.
  var all: [Indicator] {
    let found = people + transitions + rates + lasting + [monthsToTransition].compactMap(\.self)
    return group == .all ? found : found.filter { !$0.isZeroNumber }
  }

  private func counted(
    _ id: IndicatorID, _ people: some Sequence<ParticipantID>, _ records: [CountedRecord]
  ) -> Indicator {
    let count = countPeople(people)
    return Indicator(id, group, .people(count), people: count, records: records)
  }

  /// Every record here in the year.
  private var stays: [CountedRecord] { year.counted(employments) + year.counted(places) }

  private var people: [Indicator] {
    let end = year.period.end
    let atEnd = employments.filter { ($0.record.end ?? end) >= end }
    let members = participants.filter { $0.isMember == true && clients.contains($0.id) }
    return [
      counted(.participants, clients, stays),
      counted(.trained, places.map(\.participant), year.counted(places)),
      Indicator(
        .placeYears, group, .fullTimeYears(places.map(\.months).sum() / Rational(12)),
        people: countPeople(places.map(\.participant)),
        records: year.counted(places, months: \.months)),
      counted(.employedDuringYear, employments.map(\.participant), year.counted(employments)),
      counted(.employedAtYearEnd, atEnd.map(\.participant), year.counted(atEnd)),
      Indicator(
        .fullTimeEquivalents, group,
        .fullTimeYears(employments.map(\.months).sum() / Rational(12)),
        people: countPeople(employments.map(\.participant)),
        records: year.counted(employments, months: \.months)),
      counted(.members, members.map(\.id), year.counted(members)),
    ]
  }

  private var transitions: [Indicator] {
    Destination.allCases.map { destination in
      let rows = ofYear.filter { $0.transition.destination == destination }
      return Indicator(
        .transitions(to: destination), group, .transitions(rows.count),
        people: countPeople(rows.map(\.participant)), records: year.counted(rows))
    }
  }

  /// A share of people; nil when there is nobody to divide by. The records are what put them there.
  private func share(
    _ id: IndicatorID, _ part: Set<ParticipantID>, of whole: Set<ParticipantID>,
    partRecords: [CountedRecord], wholeRecords: [CountedRecord]
  ) -> Indicator? {
    guard !whole.isEmpty else { return nil }
    return Indicator(
      id, group, .share(Rational(part.count, whole.count)), people: whole.count,
      quotient: .init(
        .init(.people(part.count), people: part.count, records: partRecords),
        of: .init(.people(whole.count), people: whole.count, records: wholeRecords)))
  }

  private var rates: [Indicator] {
    let toWork = ofYear.filter(\.isToWork)
    let placed = Set(toWork.map(\.participant))
    // The latest transition of the year after which nothing began here; they come in date order.
    var last: [ParticipantID: HeldTransition] = [:]
    for transition in ofYear where year.hasLeft(transition) {
      last[transition.participant] = transition
    }
    let unsubsidised = ofYear.filter {
      last[$0.participant]?.holding.start == $0.holding.start && $0.isToWork
        && !$0.isSubsidised
    }
    let leaving = ofYear.filter { last[$0.participant]?.holding.start == $0.holding.start }
    return [
      share(
        .placementRate, placed, of: clients.union(placed), partRecords: year.counted(toWork),
        wholeRecords: stays + year.counted(toWork)),
      share(
        .strictPlacementRate, Set(unsubsidised.map(\.participant)),
        of: Set(ofYear.map(\.participant).filter { last[$0] != nil }),
        partRecords: year.counted(unsubsidised), wholeRecords: year.counted(leaving)),
    ].compactMap(\.self)
  }

  /// Held and followed up 6 and 12 months after, of the transitions for which that day is in the
  /// year.
  private var lasting: [Indicator] {
    guard year.knowsHolding else { return [] }
    var found: [Indicator] = []
    for months in [6, 12] {
      let due = goals.filter { year.period.contains($0.due(months: months)) }
      guard !due.isEmpty else { continue }
      let held = due.filter { $0.isHeld(on: $0.due(months: months)) }
      let known = due.filter { year.isFollowedUp($0, on: $0.due(months: months)) }
      for (id, part) in [
        (IndicatorID.held(months: months), held), (.followedUp(months: months), known),
      ] {
        found.append(
          Indicator(
            id, group, .share(Rational(part.count, due.count)),
            people: countPeople(due.map(\.participant)),
            quotient: .init(
              .init(
                .transitions(part.count), people: countPeople(part.map(\.participant)),
                records: year.counted(part)),
              of: .init(
                .transitions(due.count), people: countPeople(due.map(\.participant)),
                records: year.counted(due)))))
      }
    }
    return found
  }

  /// The median over the year's transitions, wherever to, of people who were here before.
  private var monthsToTransition: Indicator? {
    var waits: [Rational] = []
    var waiting: [ParticipantID] = []
    var records: [CountedRecord] = []
    for transition in ofYear {
      guard let first = year.starts[transition.participant]?.first,
        let days = DateRange(first, transition.holding.start.adding(days: -1))
      else { continue }
      waits.append(days.months)
      waiting.append(transition.participant)
      records += year.counted([transition]) { _ in days.months }
    }
    guard !waits.isEmpty else { return nil }
    waits.sort()
    let middle = waits.count / 2
    let median =
      waits.count % 2 == 1
      ? waits[middle] : (waits[middle - 1] + waits[middle]) / Rational(2)
    return Indicator(
      .monthsToTransition, group, .months(median), people: countPeople(waiting),
      records: records)
  }
}

extension ParticipantGroup {
  /// Whether a participant belongs to the group; age is that of the calendar year of `day`.
  func contains(_ participant: Participant, at day: CalendarDate) -> Bool {
    switch self {
    case .all: true
    case .gender(let gender): participant.gender == gender
    case .age(let band): AgeBand(age: day.year - participant.birthYear) == band
    case .support(let kind): participant.supportBefore == kind
    }
  }
}

extension Indicator {
  /// A plain number that is zero.
  var isZeroNumber: Bool {
    switch value {
    case .people(let count), .transitions(let count): count == 0
    case .fullTimeYears(let value), .months(let value): value.isZero
    case .share, .kronor: false
    }
  }
}
