// Values held transitions at both balance dates and everything between them.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The valuations of method.md section 9; each step is the difference of two full ones, so that the
/// roll-forward closes to the öre.
struct SocialBalanceCalculation {
  private typealias Flows = [ProjectedFlow]

  /// Whose jobs, at which balance date, at which day's values, under which assumptions.
  private struct Basis {
    let balanceDate: CalendarDate
    let valuesDay: CalendarDate
    let assumptions: ProjectionAssumptions
    /// Whether the flows remember what they were made from.
    let keepsOrigins: Bool
  }

  private let input: SecondBokslutInput
  private let register: OutcomeRegister
  private let assumptions: ProjectionAssumptions
  private let keepsSteps: Bool

  /// Nil without a register or without what transitions call for.
  init?(_ input: SecondBokslutInput, keepsSteps: Bool) {
    guard let register = input.register,
      let assumptions = ProjectionAssumptions(input.settings.assumptions)
    else { return nil }
    self.input = input
    self.register = register
    self.assumptions = assumptions
    self.keepsSteps = keepsSteps
  }

  /// The balance; nil when the closing lacks a value. What is missing is a warning each: the year's
  /// own figures do not rest on it.
  func balance(
    adopted: AdoptedClosing?, actors: [Actor], diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> SocialBalance? {
    let now = input.year.end
    let current = held(on: now, assumptions)
    var values = ValueFinder(bank: input.bank)
    let flowsNow = try flows(
      of: current,
      Basis(balanceDate: now, valuesDay: now, assumptions: assumptions, keepsOrigins: true),
      values: &values)
    let closing = try SocialValuation(Array(flowsNow.values), assumptions: assumptions)
    let isClosed = values.reportUnvalued(settings: input.settings, to: &diagnostics)
    guard isClosed else { return nil }

    var entries: [SocialBalanceEntry] = []
    let last = try closing.balances()
    var openingValues = ValueFinder(bank: input.bank)
    let valuations = try valuations(
      current: current, flowsNow: flowsNow, last: adopted?.assumptions ?? assumptions,
      values: &openingValues)
    let hasOpening = openingValues.reportUnvalued(settings: input.settings, to: &diagnostics)
    if hasOpening {
      for (step, balances) in try steps(valuations, adopted: adopted) {
        entries += Self.entries(step, balances, actors)
      }
    }
    entries += Self.entries(.closing, last, actors)
    return SocialBalance(
      isRecomputed: adopted == nil, hasOpening: hasOpening,
      jobs: flowsNow.values.filter { !$0.isEmpty }.count,
      people: Set(flowsNow.filter { !$0.value.isEmpty }.keys.map(\.participant)).count,
      entries: entries, lines: closing.lines,
      valuations: hasOpening && keepsSteps
        ? valuations.map { SocialBalanceValuation(step: $0.step, lines: $0.valuation.lines) } : [],
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

  /// Jobs that a holding covers on a day, by what is known on it.
  private func held(
    on day: CalendarDate, _ assumptions: ProjectionAssumptions
  ) -> [HeldTransition] {
    HeldTransitions(
      register, lastDay: day, confirmationMonths: assumptions.confirmationMonths,
      horizonYears: assumptions.horizonYears
    ).all.filter { held in
      held.transition.destination != .studies
        && held.holding.stretches.contains { $0.contains(day) }
    }
  }

  private func flows(
    of jobs: [HeldTransition], _ basis: Basis, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [Transition: Flows] {
    guard let known = DateRange(input.year.start.adding(months: -1200), basis.balanceDate) else {
      return [:]
    }
    let wage = basis.assumptions.monthlyWage
    let valued = jobs.compactMap { ValuedTransition($0, assumed: wage) }
    let people = Person.all(
      in: register, year: FiscalYear(period: known), settings: input.settings,
      transitions: valued)
    values.frozenOn = basis.valuesDay
    var problems: [TaxRateProblem] = []
    let atWork = people.filter { !$0.transitions.isEmpty }
    let rules =
      atWork.isEmpty
      ? nil
      : TaxRules(
        input.bank, incomeYear: basis.valuesDay.year, people: atWork, values: &values,
        problems: &problems)
    let projection = JobProjection(
      balanceDate: basis.balanceDate, horizonYears: basis.assumptions.horizonYears,
      monthlyWage: wage, rules: rules, keepsOrigins: basis.keepsOrigins)
    let byID = Dictionary(
      people.map { ($0.participant.id, $0) }, uniquingKeysWith: { first, _ in first })
    var flows: [Transition: Flows] = [:]
    for job in jobs {
      guard let person = byID[job.transition.participant] else { continue }
      flows[job.transition] = try projection.flows(of: job, person: person, values: &values)
    }
    return flows
  }

  /// The full valuations from V0 to the closing, each named by the step that leads to it. Up to
  /// the step `assumptions` last year's decide which jobs are held and what they bring.
  private func valuations(
    current: [HeldTransition], flowsNow: [Transition: Flows], last: ProjectionAssumptions,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [(step: SocialBalanceStep, valuation: SocialValuation)] {
    let now = input.year.end
    let before = input.year.start.adding(days: -1)
    let isSame = last == assumptions
    func basis(_ balanceDate: CalendarDate, _ valuesDay: CalendarDate) -> Basis {
      Basis(
        balanceDate: balanceDate, valuesDay: valuesDay, assumptions: last,
        keepsOrigins: keepsSteps)
    }
    let old = held(on: before, last)
    let flowsOld = try flows(of: old, basis(before, before), values: &values)
    let heldBefore = Set(old.map(\.transition))
    // Last year's values are asked for those only that were held then and are held still.
    let stillHeld = (isSame ? current : held(on: now, last)).filter {
      heldBefore.contains($0.transition)
    }
    let shifted = try flows(of: stillHeld, basis(now, before), values: &values)
    let revalued =
      isSame
      ? flowsNow
      : try flows(of: stillHeld, basis(now, now), values: &values)
    let heldThen = Set(
      (isSame ? old : held(on: before, assumptions)).map(\.transition))

    func value(
      _ jobs: [HeldTransition], _ flows: [Transition: Flows], _ assumed: ProjectionAssumptions,
      firstYear: Int = 1, drop: Int = 0, discount: Int = 0
    ) throws(ArithmeticOverflow) -> SocialValuation {
      try SocialValuation(
        jobs.map { flows[$0.transition] ?? [] }, assumptions: assumed, firstYear: firstYear,
        dropOffShift: drop, discountShift: discount)
    }
    let kept = current.filter { heldThen.contains($0.transition) }
    let keptOrRegained = current.filter {
      heldThen.contains($0.transition) || $0.holding.start <= before
    }
    return [
      (.correction, try value(old, flowsOld, last)),
      (.interest, try value(old, flowsOld, last, discount: 1)),
      (.expired, try value(old, flowsOld, last, firstYear: 2, discount: 1)),
      (.lost, try value(stillHeld, flowsOld, last, firstYear: 2, discount: 1)),
      (.held, try value(stillHeld, flowsOld, last, firstYear: 2, drop: 1, discount: 1)),
      (.records, try value(stillHeld, shifted, last)),
      (.values, try value(stillHeld, revalued, last)),
      (.assumptions, try value(kept, flowsNow, assumptions)),
      (.regained, try value(keptOrRegained, flowsNow, assumptions)),
      (.new, try value(current, flowsNow, assumptions)),
    ]
  }

  /// What each step moves, by actor: a valuation less the one before it.
  private func steps(
    _ valuations: [(step: SocialBalanceStep, valuation: SocialValuation)],
    adopted: AdoptedClosing?
  ) throws(ArithmeticOverflow) -> [(SocialBalanceStep, [ActorID: Amount])] {
    let recomputed = try valuations.first?.valuation.balances() ?? [:]
    var reached = adopted?.balances ?? recomputed
    var steps: [(SocialBalanceStep, [ActorID: Amount])] = [(.opening, reached)]
    for (step, valuation) in valuations {
      let balances = try valuation.balances()
      var change: [ActorID: Amount] = [:]
      for actor in Set(balances.keys).union(reached.keys) {
        change[actor] = try (balances[actor] ?? .zero) - (reached[actor] ?? .zero)
      }
      steps.append((step, change))
      reached = balances
    }
    return steps
  }
}
