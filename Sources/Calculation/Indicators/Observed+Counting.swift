// Counts the year's records into what was observed.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Observed {
  /// Counts a year (method.md section 5). `flows` give the costs, `lines` what the evidence carries
  /// in kronor.
  init(
    _ register: OutcomeRegister, input: SecondBokslutInput, held: [HeldTransition],
    flows: [ResultFlow], lines: [SocialLine]
  ) throws(ArithmeticOverflow) {
    let year = YearRecords(
      register, year: input.year, settings: input.settings, held: held,
      keepsTrail: input.keepsTrail)
    let evidence = Self.evidence(year, lines: lines)
    let everyone = GroupIndicators(year, group: .all).all
    let costs = try CostIndicators(year, flows: flows).all
    let months = evidence.filter { !$0.months.isZero }.map {
      Indicator(
        .evidenceMonths($0.evidence), .all, .months($0.months), people: $0.people,
        records: $0.recordsOfMonths)
    }
    let byGroup = ParticipantGroup.allCases.dropFirst().flatMap {
      GroupIndicators(year, group: $0).all
    }
    let states = Self.states(year)
    self.init(
      indicators: everyone + costs + months + byGroup, funnel: Self.funnel(year),
      leaving: Self.leaving(year), work: Self.work(year), states: states,
      setbacks: Self.setbacks(year, states: states),
      evidence: evidence, knowsHolding: year.knowsHolding,
      participants: year.counted(year.participants))
  }

  private static func funnel(_ year: YearRecords) -> [FunnelStep] {
    let firsts = year.starts.compactMapValues(\.first)
    let goalsOfYear = year.goals.filter { year.period.contains($0.holding.start) }
    func held(_ step: FunnelStage, _ months: Int) -> FunnelStep {
      guard year.knowsHolding else { return FunnelStep(step: step, inYear: nil, ever: nil) }
      let ever = year.goals.filter { $0.isHeld(on: $0.due(months: months)) }
      let inYear = ever.filter { year.period.contains($0.due(months: months)) }
      return FunnelStep(
        step: step, inYear: countPeople(inYear.map(\.participant)),
        ever: countPeople(ever.map(\.participant)), recordsInYear: year.counted(inYear),
        recordsEver: year.counted(ever))
    }
    return FunnelStage.allCases.map { step in
      switch step {
      case .start:
        FunnelStep(
          step: step, inYear: firsts.values.count { year.period.contains($0) },
          ever: firsts.count,
          recordsInYear: year.firstRecords.all.filter {
            year.firstRecords.days[$0.participant].map(year.period.contains) ?? false
          }, recordsEver: year.firstRecords.all)
      case .training:
        FunnelStep(
          step: step, inYear: countPeople(year.places.map(\.participant)),
          ever: year.placeStarts.count, recordsInYear: year.counted(year.places),
          recordsEver: year.firstRecords.places)
      case .employment:
        FunnelStep(
          step: step, inYear: countPeople(year.employments.map(\.participant)),
          ever: year.employmentStarts.count, recordsInYear: year.counted(year.employments),
          recordsEver: year.firstRecords.employments)
      case .transition:
        FunnelStep(
          step: step, inYear: countPeople(goalsOfYear.map(\.participant)),
          ever: countPeople(year.goals.map(\.participant)),
          recordsInYear: year.counted(goalsOfYear), recordsEver: year.counted(year.goals))
      case .held6: held(step, 6)
      case .held12: held(step, 12)
      }
    }
  }

  private static func leaving(_ year: YearRecords) -> Leaving {
    let goals = year.goals.filter { year.period.contains($0.holding.start) }
    func count(_ rows: [HeldTransition]) -> Leaving.Count {
      Leaving.Count(
        count: rows.count, people: countPeople(rows.map(\.participant)),
        records: year.counted(rows))
    }
    /// The last start before the transition; on one day an employment goes before a place.
    func last(_ starts: [ParticipantID: [CalendarDate]], _ goal: HeldTransition) -> Int32? {
      starts[goal.participant]?.last { $0 < goal.holding.start }?.dayNumber
    }
    let fromEmployment = goals.filter { goal in
      guard let employed = last(year.employmentStarts, goal) else { return false }
      return last(year.placeStarts, goal).map { $0 <= employed } ?? true
    }
    let fromTraining = goals.filter { goal in
      guard let trained = last(year.placeStarts, goal) else { return false }
      return last(year.employmentStarts, goal).map { $0 < trained } ?? true
    }
    return Leaving(
      all: count(goals), fromEmployment: count(fromEmployment),
      fromTraining: count(fromTraining))
  }

  private static func work(_ year: YearRecords) -> [WorkCount] {
    var counts: [WorkCount] = []
    for isSubsidised in [false, true] {
      let rows = year.employments.filter { $0.record.isSubsidised == isSubsidised }
      let people = countPeople(rows.map(\.participant))
      counts.append(
        WorkCount(
          place: .here, isSubsidised: isSubsidised, count: rows.count, people: people,
          months: rows.map(\.months).sum(), peopleOfMonths: people, records: year.counted(rows),
          recordsOfMonths: year.counted(rows, months: \.months)))
    }
    for isSubsidised in [false, true] {
      let all = year.goals.filter { $0.isToWork && $0.isSubsidised == isSubsidised }
      let ofYear = all.filter { year.period.contains($0.holding.start) }
      let held = all.filter { !$0.days(in: year.period).isEmpty }
      counts.append(
        WorkCount(
          place: .after, isSubsidised: isSubsidised, count: ofYear.count,
          people: countPeople(ofYear.map(\.participant)),
          months: held.map { $0.fullTimeMonths(in: year.period) }.sum(),
          peopleOfMonths: countPeople(held.map(\.participant)), records: year.counted(ofYear),
          recordsOfMonths: year.counted(held) { $0.fullTimeMonths(in: year.period) }))
    }
    return counts
  }

  private static func states(_ year: YearRecords) -> [OutcomeCount<HoldingState>] {
    let byState = Dictionary(grouping: year.goals) { state(of: $0, in: year) }
    return HoldingState.allCases.map { state in
      let rows = byState[state] ?? []
      return OutcomeCount(
        state, count: rows.count, people: countPeople(rows.map(\.participant)),
        records: year.counted(rows))
    }
  }

  /// Where a transition to work or studies stands on the year's last day.
  private static func state(
    of transition: HeldTransition, in year: YearRecords
  ) -> HoldingState {
    let last = year.period.end
    if transition.isHeld(on: last) { return .held }
    if transition.endedBy != nil { return .replaced }
    if let years = year.horizonYears,
      transition.holding.start.adding(months: 12 * years) <= last
    {
      return .pastHorizon
    }
    let told = transition.followUps
      .map { ($0.date, Holding.meaning(of: $0, after: transition.transition.destination)) }
      .filter { $0.1 != .neither }
      .max { ($0.0, $0.1 == .ends ? 0 : 1) < ($1.0, $1.1 == .ends ? 0 : 1) }
    return told?.1 == .ends ? .ended : .unknown
  }

  private static func setbacks(
    _ year: YearRecords, states: [OutcomeCount<HoldingState>]
  ) -> [OutcomeCount<Setback>] {
    func count(_ kind: Setback, _ records: [some PlacedRecord]) -> OutcomeCount<Setback> {
      OutcomeCount(
        kind, count: records.count, people: countPeople(records.map(\.participant)),
        records: year.counted(records))
    }
    func left(_ kind: Setback, to destination: Destination) -> OutcomeCount<Setback> {
      count(
        kind, year.transitionsOfYear.filter { $0.transition.destination == destination })
    }
    func found(_ kind: Setback, _ statuses: Set<FollowUpStatus>) -> OutcomeCount<Setback> {
      count(kind, year.followUps.filter { statuses.contains($0.status) })
    }
    let unknown = states.first { $0.kind == .unknown }
    return Setback.allCases.map { kind in
      switch kind {
      case .backToSupport: left(kind, to: .benefits)
      case .sickLeave: left(kind, to: .sickLeave)
      case .droppedOut: left(kind, to: .droppedOut)
      case .unknownDestination: left(kind, to: .unknown)
      case .cameBack:
        count(
          kind,
          year.goals.filter { goal in
            let back = year.starts[goal.participant]?.first { $0 >= goal.holding.start }
            return back.map { $0 == goal.endedBy && year.period.contains($0) } ?? false
          })
      case .unemployed: found(kind, [.unemployed])
      case .sick: found(kind, [.sick])
      case .notReached: found(kind, [.notReached, .unknown])
      case .unknownState:
        OutcomeCount(
          kind, count: unknown?.count ?? 0, people: unknown?.people ?? 0,
          records: unknown?.records ?? [])
      }
    }
  }

  private static func evidence(_ year: YearRecords, lines: [SocialLine]) -> [EvidenceCount] {
    let kronor = KronorByEvidence(year.goals, lines: lines)
    return Evidence.allCases.map { evidence in
      let rows = year.goals.filter { $0.transition.evidence == evidence }
      let held = rows.filter { !$0.days(in: year.period).isEmpty }
      let ofYear = rows.filter { year.period.contains($0.holding.start) }
      return EvidenceCount(
        evidence: evidence, transitions: ofYear.count,
        months: held.map { $0.fullTimeMonths(in: year.period) }.sum(),
        kronor: kronor[evidence], people: countPeople(held.map(\.participant)),
        peopleOfTransitions: countPeople(ofYear.map(\.participant)),
        recordsOfTransitions: year.counted(ofYear),
        recordsOfMonths: year.counted(held) { $0.fullTimeMonths(in: year.period) })
    }
  }
}
