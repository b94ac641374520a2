// Values held transitions at both balance dates and everything between them.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The valuations of method.md section 9; each step is the difference of two full ones, so that the
/// roll-forward closes to the öre.
struct SocialBalanceCalculation {
  private let input: SecondBokslutInput
  private let prepared: PreparedYear
  private let assumptions: ProjectionAssumptions

  /// Nil without a register or without what transitions call for.
  init?(_ input: SecondBokslutInput, _ prepared: PreparedYear?) {
    guard let prepared,
      let assumptions = ProjectionAssumptions({ input.settings[$0]?.base })
    else { return nil }
    self.input = input
    self.prepared = prepared
    self.assumptions = assumptions
  }

  /// The balance; nil when the closing lacks a value. What is missing is a warning each: the year's
  /// own figures do not rest on it.
  func balance(
    adopted: AdoptedClosing?, actors: [Actor], diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> SocialBalance? {
    let last = adopted?.assumptions ?? assumptions
    let sets = Sets(self, last: last)
    var values = ValueFinder(bank: input.bank)
    let today = try project(
      sets.current, of: prepared, valuedOn: input.year.end, assumptions,
      [{ _ in true }, sets.isKept, sets.isKeptOrRegained, sets.isStillHeld], values: &values)
    let closing = SocialBalanceValuation(step: .new, lines: try today[0].lines(assumptions))
    let isClosed = values.reportUnvalued(settings: input.settings, to: &diagnostics)
    guard isClosed else { return nil }

    var openingValues = ValueFinder(bank: input.bank)
    let valuations =
      try valuationsOfLastYear(sets, last, today: today[3], values: &openingValues)
      + [
        SocialBalanceValuation(step: .assumptions, lines: try today[1].lines(assumptions)),
        SocialBalanceValuation(step: .regained, lines: try today[2].lines(assumptions)), closing,
      ]
    let hasOpening = openingValues.reportUnvalued(settings: input.settings, to: &diagnostics)
    var entries: [SocialBalanceEntry] = []
    if hasOpening {
      for (step, balances) in try steps(valuations, adopted: adopted) {
        entries += Self.entries(step, balances, actors)
      }
    }
    entries += Self.entries(.closing, try closing.balances(), actors)
    return SocialBalance(
      isRecomputed: adopted == nil, hasOpening: hasOpening, jobs: today[0].jobs,
      people: today[0].people.count, entries: entries, lines: closing.lines,
      valuations: hasOpening ? valuations : [],
      usesAdoptedAssumptions: adopted?.assumptions != nil)
  }

  private static func entries(
    _ step: SocialBalanceStep, _ balances: [ActorID: Amount], _ actors: [Actor]
  ) -> [SocialBalanceEntry] {
    actors.compactMap { actor in
      balances[actor.id].flatMap {
        $0.isZero ? nil : SocialBalanceEntry(step: step, actor: actor.id, amount: $0)
      }
    }
  }

  /// Jobs that a holding covers on the last day that is known.
  private func jobs(of known: PreparedYear) -> [HeldTransition] {
    known.held.filter {
      $0.transition.destination != .studies && $0.isHeld(on: known.period.end)
    }
  }

  /// The jobs of both balance dates. Up to the step `assumptions` last year's assumptions decide
  /// which of them are held.
  private struct Sets {
    /// What was known on the last balance date.
    let known: PreparedYear
    /// Held then, by last year's assumptions.
    let old: [HeldTransition]
    /// Of those, held still by last year's assumptions.
    let stillHeld: [HeldTransition]
    /// Held now.
    let current: [HeldTransition]
    private let stillHeldRows: Set<Transition>
    /// Held then, by this year's assumptions.
    private let heldThen: Set<Transition>

    init(_ calculation: SocialBalanceCalculation, last: ProjectionAssumptions) {
      let prepared = calculation.prepared
      let assumptions = calculation.assumptions
      known = prepared.asKnown(
        on: prepared.period.start.adding(days: -1),
        confirmationMonths: last.confirmationMonths, horizonYears: last.horizonYears)
      old = calculation.jobs(of: known)
      current = calculation.jobs(of: prepared)
      let heldBefore = Set(old.map(\.transition))
      stillHeld = calculation.jobs(
        of: prepared.holding(
          confirmationMonths: last.confirmationMonths, horizonYears: last.horizonYears)
      ).filter { heldBefore.contains($0.transition) }
      stillHeldRows = Set(stillHeld.map(\.transition))
      let knownByThisYear = known.holding(
        confirmationMonths: assumptions.confirmationMonths,
        horizonYears: assumptions.horizonYears)
      heldThen = Set(calculation.jobs(of: knownByThisYear).map(\.transition))
    }

    func isStillHeld(_ job: HeldTransition) -> Bool { stillHeldRows.contains(job.transition) }

    func isKept(_ job: HeldTransition) -> Bool { heldThen.contains(job.transition) }

    func isKeptOrRegained(_ job: HeldTransition) -> Bool {
      isKept(job) || job.holding.start <= known.period.end
    }
  }

  /// What the jobs of some sets move together in the years after the last day that is known, at a
  /// day's values. A job's own lines are many and are let go as soon as they are added.
  private func project(
    _ jobs: [HeldTransition], of known: PreparedYear, valuedOn day: CalendarDate,
    _ assumed: ProjectionAssumptions, _ sets: [(HeldTransition) -> Bool] = [{ _ in true }],
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [ProjectedJobs] {
    let valued = jobs.compactMap { ValuedTransition($0, assumed: assumed.monthlyWage) }
    let people = known.people(with: valued).filter { !$0.transitions.isEmpty }
    values.frozenOn = day
    var problems: [TaxRateProblem] = []
    let rules =
      people.isEmpty
      ? nil
      : TaxRules(
        input.bank, incomeYear: day.year, people: people, values: &values, problems: &problems)
    let projection = JobProjection(
      balanceDate: known.period.end, horizonYears: assumed.horizonYears, rules: rules)
    var projected = sets.map { _ in ProjectedJobs() }
    for person in people {
      for job in person.transitions {
        let years = try projection.years(of: job, person: person, values: &values)
        for (index, isIn) in sets.enumerated() where isIn(job.held) {
          projected[index].add(years, of: person.participant.id)
        }
      }
    }
    for index in projected.indices { projected[index].close() }
    return projected
  }

  /// The full valuations from V0 up to this year's values, each named by the step that leads to it,
  /// under last year's assumptions.
  private func valuationsOfLastYear(
    _ sets: Sets, _ last: ProjectionAssumptions, today: ProjectedJobs,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [SocialBalanceValuation] {
    let then = try project(
      sets.old, of: sets.known, valuedOn: sets.known.period.end, last,
      [{ _ in true }, sets.isStillHeld], values: &values)
    // Last year's values are asked for those only that were held then and are held still.
    let shifted = try project(
      sets.stillHeld, of: prepared, valuedOn: sets.known.period.end, last, values: &values)
    let revalued =
      last == assumptions
      ? [today]
      : try project(
        sets.stillHeld, of: prepared, valuedOn: input.year.end, last, values: &values)
    return [
      .init(step: .correction, lines: try then[0].lines(last)),
      .init(step: .interest, lines: try then[0].lines(last, discountShift: 1)),
      .init(step: .expired, lines: try then[0].lines(last, from: 2, discountShift: 1)),
      .init(step: .lost, lines: try then[1].lines(last, from: 2, discountShift: 1)),
      .init(
        step: .held, lines: try then[1].lines(last, from: 2, dropOffShift: 1, discountShift: 1)),
      .init(step: .records, lines: try shifted[0].lines(last)),
      .init(step: .values, lines: try revalued[0].lines(last)),
    ]
  }

  /// What each step moves, by actor: a valuation less the one before it.
  private func steps(
    _ valuations: [SocialBalanceValuation], adopted: AdoptedClosing?
  ) throws(ArithmeticOverflow) -> [(SocialBalanceStep, [ActorID: Amount])] {
    var reached: [ActorID: Amount] = [:]
    if let adopted {
      reached = adopted.balances
    } else if let recomputed = valuations.first {
      reached = try recomputed.balances()
    }
    var steps: [(SocialBalanceStep, [ActorID: Amount])] = [(.opening, reached)]
    for valuation in valuations {
      let balances = try valuation.balances()
      var change: [ActorID: Amount] = [:]
      for actor in Set(balances.keys).union(reached.keys) {
        change[actor] = try (balances[actor] ?? .zero) - (reached[actor] ?? .zero)
      }
      steps.append((valuation.step, change))
      reached = balances
    }
    return steps
  }
}
