// Series C, A and O of a year, before deadweight, displacement and attribution.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

/// What the year's outcomes are worth before anything is taken off, as drafts with exact bases in
/// the order of lines.
struct ValuedSeries {
  /// Series C.
  var placements: [LineDraft]
  /// Series A: S and X.
  let employment: [LineDraft]
  /// J of series A, which only reductions use.
  let employmentJob: [LineDraft]
  /// Series O: J, S, X and E.
  let transitions: [LineDraft]
  /// What the tax left out or had to lean on.
  let tax: TaxSeries
  /// Held transitions that could not be valued, for want of a wage.
  let unvalued: [HeldTransition]
  /// People whose support before is none of the listed kinds, so that it has no value.
  let peopleOfUnlistedSupport: Int
  /// The kinds of outcome of the year that are left unvalued whole, for want of assumptions.
  let leftOut: [UnvaluedKind]

  /// Nil without a register or assumptions; what is missing is reported.
  init?(
    _ input: SecondBokslutInput, flows: [ResultFlow], prepared: PreparedYear?,
    target: TargetGroup?, values: inout ValueFinder, found: inout DiagnosticList
  ) throws(ArithmeticOverflow) {
    guard let register = input.register, let prepared, let target,
      let assumptions = input.settings.assumptions
    else { return nil }
    func isValued(_ kind: OutcomeKind) -> Bool { assumptions.missing(for: kind).isEmpty }
    leftOut = UnvaluedKind.all(register, prepared: prepared, assumptions, in: input.year)
    let held =
      isValued(.transition)
      ? prepared.held.filter { !$0.days(in: input.year.period).isEmpty } : []
    let wage = input.settings[.monthlyWage]?.base.amount
    var people = prepared.people(with: held.compactMap { ValuedTransition($0, assumed: wage) })
    if !isValued(.employment) {
      for index in people.indices { people[index].employments = [] }
    }
    people.removeAll { !$0.isValued }
    var problems: [TaxRateProblem] = []
    let rules =
      people.isEmpty
      ? nil
      : TaxRules(
        input.bank, incomeYear: input.year.incomeYear, people: people, values: &values,
        problems: &problems)
    for problem in problems { Self.report(problem, settings: input.settings, to: &found) }

    let here =
      isValued(.employment)
      ? try EmploymentSeries(input, people: people, target: target, values: &values) : nil
    let after = try TransitionSeries(input, people: people, values: &values)
    let tax = try TaxSeries(
      input, people: people, target: target, rules: rules, values: &values)
    self.placements =
      isValued(.trainingPlace)
      ? PlacementSeries(
        register, buyers: try PlacementBuyers(flows, settings: input.settings), year: input.year,
        settings: input.settings
      ).valued.sorted : []
    self.employment = (here?.valued ?? LineDrafts()).merged(with: tax.employment).sorted
    self.employmentJob = here?.job.sorted ?? []
    self.transitions = after.valued.merged(with: tax.transition).sorted
    self.tax = tax
    self.peopleOfUnlistedSupport = people.filter { $0.participant.supportBefore == .other }.count
    self.unvalued = held.filter { ValuedTransition($0, assumed: wage) == nil }
  }

  private static func report(
    _ problem: TaxRateProblem, settings: Settings, to found: inout DiagnosticList
  ) {
    let name: String
    switch problem {
    case .noMunicipality: name = "–"
    case .unknownMunicipality(let unknown, _): name = unknown
    }
    found.report(
      "KAL010", at: settings.organisation.municipality?.location ?? settings.location,
      ["municipality": name])
  }
}
