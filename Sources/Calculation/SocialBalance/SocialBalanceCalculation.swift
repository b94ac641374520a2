// Values held transitions at both balance dates and everything between them.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// The valuations of method.md section 9; each step is the difference of two full ones, so that the
/// roll-forward closes to the öre.
struct SocialBalanceCalculation {
  private typealias Flows = [(key: ProjectedKey, basis: Rational)]

  private let input: SecondBokslutInput
  private let register: OutcomeRegister
  private let assumptions: ProjectionAssumptions

  /// Nil without a register or without what transitions call for.
  init?(_ input: SecondBokslutInput) {
    guard let register = input.register,
      let assumptions = ProjectionAssumptions(input.settings.assumptions)
    else { return nil }
    self.input = input
    self.register = register
    self.assumptions = assumptions
  }

  /// The balance; nil when the closing lacks a value. What is missing is a warning each: the year's
  /// own figures do not rest on it.
  func balance(
    adopted: AdoptedClosing?, actors: [Actor], diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> SocialBalance? {
    let now = input.year.end
    let before = input.year.start.adding(days: -1)
    let current = held(on: now)
    var values = ValueFinder(bank: input.bank, frozenOn: now)
    let flowsNow = try flows(of: current, from: now, at: now, values: &values)
    let closing = try SocialValuation(Array(flowsNow.values), assumptions: assumptions)
    let isClosed = values.reportUnvalued(settings: input.settings, to: &diagnostics)
    guard isClosed else { return nil }

    var entries: [SocialBalanceEntry] = []
    let last = try closing.balances()
    var openingValues = ValueFinder(bank: input.bank, frozenOn: before)
    let steps = try rollForward(
      current: current, flowsNow: flowsNow, before: before, now: now, adopted: adopted,
      values: &openingValues)
    let hasOpening = openingValues.reportUnvalued(settings: input.settings, to: &diagnostics)
    if hasOpening {
      for (step, balances) in steps { entries += Self.entries(step, balances, actors) }
    }
    entries += Self.entries(.closing, last, actors)
    return SocialBalance(
      isRecomputed: adopted == nil, hasOpening: hasOpening,
      jobs: flowsNow.values.filter { !$0.isEmpty }.count,
      people: Set(flowsNow.filter { !$0.value.isEmpty }.keys.map(\.participant)).count,
      entries: entries, lines: closing.lines)
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
  private func held(on day: CalendarDate) -> [HeldTransition] {
    HeldTransitions(
      register, lastDay: day, confirmationMonths: assumptions.confirmationMonths,
      horizonYears: assumptions.horizonYears
    ).all.filter { held in
      held.transition.destination != .studies
        && held.holding.stretches.contains { $0.contains(day) }
    }
  }

  private func flows(
    of jobs: [HeldTransition], from balanceDate: CalendarDate, at valuesDay: CalendarDate,
    values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [Transition: Flows] {
    guard let known = DateRange(input.year.start.adding(months: -1200), balanceDate) else {
      return [:]
    }
    let valued = jobs.compactMap {
      ValuedTransition($0, assumed: assumptions.monthlyWage)
    }
    let people = Person.all(
      in: register, year: FiscalYear(period: known), settings: input.settings,
      transitions: valued)
    var problems: [TaxRateProblem] = []
    let atWork = people.filter { !$0.transitions.isEmpty }
    let rules =
      atWork.isEmpty
      ? nil
      : TaxRules(
        input.bank, incomeYear: valuesDay.year, people: atWork, values: &values,
        problems: &problems)
    let projection = JobProjection(
      balanceDate: balanceDate, horizonYears: assumptions.horizonYears,
      monthlyWage: assumptions.monthlyWage, rules: rules)
    let byID = Dictionary(
      people.map { ($0.participant.id, $0) }, uniquingKeysWith: { first, _ in first })
    var flows: [Transition: Flows] = [:]
    for job in jobs {
      guard let person = byID[job.transition.participant] else { continue }
      flows[job.transition] = try projection.flows(of: job, person: person, values: &values)
    }
    return flows
  }

  /// The steps from opening to new, by actor.
  private func rollForward(
    current: [HeldTransition], flowsNow: [Transition: Flows], before: CalendarDate,
    now: CalendarDate, adopted: AdoptedClosing?, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [(SocialBalanceStep, [ActorID: Amount])] {
    let old = held(on: before)
    let flowsOld = try flows(of: old, from: before, at: before, values: &values)
    let heldNow = Set(current.map(\.transition))
    let heldBefore = Set(old.map(\.transition))
    let still = old.map(\.transition).filter(heldNow.contains)
    // Last year's values are asked for those only that were held then and are held still.
    let shifted = try flows(
      of: current.filter { heldBefore.contains($0.transition) }, from: now, at: before,
      values: &values)
    let regained = current.filter {
      !heldBefore.contains($0.transition) && $0.holding.start <= before
    }.map(\.transition)

    func value(
      _ jobs: [Transition], _ flows: [Transition: Flows], firstYear: Int = 1, drop: Int = 0,
      discount: Int = 0
    ) throws(ArithmeticOverflow) -> [ActorID: Amount] {
      try SocialValuation(
        jobs.map { flows[$0] ?? [] }, assumptions: assumptions, firstYear: firstYear,
        dropOffShift: drop, discountShift: discount
      ).balances()
    }
    let all = old.map(\.transition)
    let first = try value(all, flowsOld)
    let valuations: [(SocialBalanceStep, [ActorID: Amount])] = [
      (.correction, first),
      (.interest, try value(all, flowsOld, discount: 1)),
      (.expired, try value(all, flowsOld, firstYear: 2, discount: 1)),
      (.lost, try value(still, flowsOld, firstYear: 2, discount: 1)),
      (.held, try value(still, flowsOld, firstYear: 2, drop: 1, discount: 1)),
      (.records, try value(still, shifted)),
      (.values, try value(still, flowsNow)),
      // One settings file states one set of assumptions: last year's are this year's.
      (.assumptions, try value(still, flowsNow)),
      (.regained, try value(still + regained, flowsNow)),
      (.new, try value(current.map(\.transition), flowsNow)),
    ]
    var steps: [(SocialBalanceStep, [ActorID: Amount])] = []
    var reached = adopted?.balances ?? first
    steps.append((.opening, reached))
    for (step, balances) in valuations {
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
