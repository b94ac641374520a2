// Counts the year's records into what was observed.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Observed {
  /// Counts a year (method.md section 5). `flows` give the costs, which nobody knows when they are
  /// nil; `lines` what the evidence carries in kronor.
  init(
    _ register: OutcomeRegister, year: FiscalYear, settings: Settings, held: [HeldTransition],
    flows: [ResultFlow]?, lines: [SocialLine]
  ) throws(ArithmeticOverflow) {
    let year = YearRecords(register, year: year, settings: settings, held: held)
    let evidence = Self.evidence(year, lines: lines)
    let everyone = GroupIndicators(year, group: .all).all
    let costs = try flows.map { flows throws(ArithmeticOverflow) in
      try Indicator.costs(year, flows: flows)
    }
    let months = evidence.filter { !$0.months.number.isZero }.map {
      Indicator(id: .evidenceMonths($0.evidence), basis: .counted($0.months))
    }
    let byGroup = ParticipantGroup.allCases.dropFirst().flatMap {
      GroupIndicators(year, group: $0).all
    }
    let states = Self.states(year)
    self.init(
      indicators: everyone + (costs ?? []) + months + byGroup, funnel: Self.funnel(year),
      leaving: Self.leaving(year), work: Self.work(year), states: states,
      setbacks: Self.setbacks(year, states: states), evidence: evidence,
      knowsHolding: year.knowsHolding)
  }

  /// Counts what a register shows of a year by itself, without books: no costs.
  package init(
    _ register: OutcomeRegister, year: FiscalYear, settings: Settings
  ) throws(ArithmeticOverflow) {
    let prepared = PreparedYear(register, year: year, settings: settings)
    try self.init(
      register, year: year, settings: settings, held: prepared.held, flows: nil, lines: [])
  }

  private static func funnel(_ year: YearRecords) -> [FunnelStep] {
    func step(_ step: FunnelStage, _ inYear: [Int32], _ ever: [Int32]) -> FunnelStep {
      FunnelStep(step: step, inYear: year.list(inYear, .people), ever: year.list(ever, .people))
    }
    func held(_ name: FunnelStage, _ months: Int) -> FunnelStep {
      guard year.knowsHolding else { return FunnelStep(step: name, inYear: nil, ever: nil) }
      let ever = year.goals.filter { $0.record.isHeld(on: $0.record.due(months: months)) }
      let inYear = ever.filter { year.period.contains($0.record.due(months: months)) }
      return step(name, inYear.map(\.row), ever.map(\.row))
    }
    return FunnelStage.allCases.map { name in
      switch name {
      case .start:
        step(name, year.starts.firstRows(where: year.period.contains), year.starts.firstRows())
      case .training: step(name, year.places.map(\.row), year.placeStarts.firstRows())
      case .employment:
        step(name, year.employments.map(\.row), year.employmentStarts.firstRows())
      case .transition: step(name, year.goalsOfYear.map(\.row), year.goals.map(\.row))
      case .held6: held(name, 6)
      case .held12: held(name, 12)
      }
    }
  }

  private static func leaving(_ year: YearRecords) -> [OutcomeCount<Process>] {
    /// The last start before the transition; on one day an employment goes before a place.
    func last(_ starts: StartsHere, _ goal: YearRow<HeldTransition>) -> CalendarDate? {
      starts.of(goal.person).last { $0.day < goal.record.holding.start }?.day
    }
    return Process.allCases.map { process in
      let rows = year.goalsOfYear.filter { goal in
        let employed = last(year.employmentStarts, goal)
        let trained = last(year.placeStarts, goal)
        return switch process {
        case .all: true
        case .employment:
          employed.map { employed in trained.map { $0 <= employed } ?? true } ?? false
        case .training:
          trained.map { trained in employed.map { $0 < trained } ?? true } ?? false
        }
      }
      return OutcomeCount(kind: process, records: year.list(rows.map(\.row), .rows))
    }
  }

  private static func work(_ year: YearRecords) -> [WorkCount] {
    let here = [false, true].map { isSubsidised in
      let rows = year.employments.filter { $0.record.isSubsidised == isSubsidised }.map(\.row)
      return WorkCount(
        place: .here, isSubsidised: isSubsidised, records: year.list(rows, .rows),
        months: year.list(rows, .months))
    }
    let after = [false, true].map { isSubsidised in
      func isWork(_ goal: YearRow<HeldTransition>) -> Bool {
        goal.record.isToWork && goal.record.isSubsidised == isSubsidised
      }
      return WorkCount(
        place: .after, isSubsidised: isSubsidised,
        records: year.list(year.goalsOfYear.filter(isWork).map(\.row), .rows),
        months: year.held(year.goals.filter(isWork)))
    }
    return here + after
  }

  private static func states(_ year: YearRecords) -> [OutcomeCount<HoldingState>] {
    let byState = Dictionary(grouping: year.goals) { state(of: $0.record, in: year) }
    return HoldingState.allCases.map { state in
      OutcomeCount(kind: state, records: year.list((byState[state] ?? []).map(\.row), .rows))
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
    let told = Holding.told(
      by: transition.followUps, after: transition.transition.destination)
    return told.last?.meaning == .ends ? .ended : .unknown
  }

  private static func setbacks(
    _ year: YearRecords, states: [OutcomeCount<HoldingState>]
  ) -> [OutcomeCount<Setback>] {
    func left(to destination: Destination) -> [Int32] {
      year.transitionsOfYear.filter { $0.record.transition.destination == destination }
        .map(\.row)
    }
    func found(_ statuses: Set<FollowUpStatus>) -> [Int32] {
      year.followUps.filter { statuses.contains($0.record.status) }.map(\.row)
    }
    return Setback.allCases.map { kind in
      let rows =
        switch kind {
        case .backToSupport: left(to: .benefits)
        case .sickLeave: left(to: .sickLeave)
        case .droppedOut: left(to: .droppedOut)
        case .unknownDestination: left(to: .unknown)
        case .cameBack: year.goals.filter(year.cameBack).map(\.row)
        case .unemployed: found([.unemployed])
        case .sick: found([.sick])
        case .notReached: found([.notReached, .unknown])
        case .unknownState: states.first { $0.kind == .unknown }?.records.rows ?? []
        }
      return OutcomeCount(kind: kind, records: year.list(rows, .rows))
    }
  }

  private static func evidence(_ year: YearRecords, lines: [SocialLine]) -> [EvidenceCount] {
    let kronor = KronorByEvidence(year.goals.map(\.record), lines: lines)
    return Evidence.allCases.map { evidence in
      func rests(_ goal: YearRow<HeldTransition>) -> Bool {
        goal.record.transition.evidence == evidence
      }
      return EvidenceCount(
        evidence: evidence,
        transitions: year.list(year.goalsOfYear.filter(rests).map(\.row), .rows),
        months: year.held(year.goals.filter(rests)), shares: kronor[evidence])
    }
  }
}

extension YearRecords {
  /// The months in the year of those that are held some day of it.
  fileprivate func held(_ goals: [YearRow<HeldTransition>]) -> RecordList {
    list(goals.map(\.row).filter { rows.months(of: $0) != nil }, .months)
  }

  /// Whether the person was here again in the year, after a transition that this ended.
  fileprivate func cameBack(_ goal: YearRow<HeldTransition>) -> Bool {
    guard
      let back = starts.of(goal.person).first(where: { $0.day >= goal.record.holding.start })
    else { return false }
    return back.day == goal.record.endedBy && period.contains(back.day)
  }
}
