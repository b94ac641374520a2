// Computes the second bokslut of a year: pure, all problems collected, nothing printed.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The calculation of method.md sections 4, 5, 7 and 8.
package enum SecondBokslutCalculation {
  /// How far a calculation goes.
  package enum Scope: Sendable {
    /// Everything that the report of a year shows.
    case whole
    /// The year's own figures: no social balance, no sensitivity.
    case yearAlone
  }

  /// The second bokslut; nil when something makes its figures wrong, with every reason in
  /// `diagnostics`. A broken identity is `KAL008`, a sum beyond 64 bits `KAL009`.
  package static func compute(
    _ input: SecondBokslutInput, scope: Scope = .whole, diagnostics: inout DiagnosticList
  ) -> SecondBokslut? {
    do {
      return try assemble(input, scope, &diagnostics)
    } catch {
      diagnostics.report("KAL009", at: input.settings.location)
      return nil
    }
  }

  /// What the calculation asks of books, register and settings, where one of them has errors of
  /// its own and no figure may be made: values that are missing, records that claim more than the
  /// books hold, rules that take nothing. Whoever asks leaves out what only follows from an error
  /// that was told. The input's result and statements are not looked at.
  package static func check(
    _ input: SecondBokslutInput, diagnostics: inout DiagnosticList
  ) {
    do {
      _ = try gather(input, .whole, &diagnostics)
    } catch {
      diagnostics.report("KAL009", at: input.settings.location)
    }
  }

  /// What a year is made of, before anything is added up.
  private struct Gathered {
    let flows: [ResultFlow]
    let prepared: PreparedYear?
    let target: TargetGroup?
    let valued: ValuedSeries?
  }

  private static func gather(
    _ input: SecondBokslutInput, _ scope: Scope, _ found: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> Gathered {
    let divided = try ResultFlows(input)
    let flows = divided.flows
    let use = LinkUse(input, divided)
    if scope == .whole { use.report(to: &found) }
    var values = ValueFinder(bank: input.bank)
    let prepared = input.register.map {
      PreparedYear($0, year: input.year, settings: input.settings)
    }
    var target: TargetGroup?
    if let register = input.register {
      // Of an earlier year the settings say nothing of their own, so there a rule that serves the
      // reported year is enough.
      let hasRule = input.settings.links.contains {
        $0.kind == .placementFee && (scope == .yearAlone || use.meetsSomething($0))
      }
      checkPlacementFees(input, register: register, hasRule: hasRule, diagnostics: &found)
      target = try TargetGroup(
        input, register: register, flows: flows, values: &values, diagnostics: &found)
    }
    let valued = try ValuedSeries(
      input, flows: flows, prepared: prepared, target: target, values: &values, found: &found)
    values.report(settings: input.settings, to: &found)
    return Gathered(flows: flows, prepared: prepared, target: target, valued: valued)
  }

  private static func assemble(
    _ input: SecondBokslutInput, _ scope: Scope, _ diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> SecondBokslut? {
    var found = DiagnosticList()
    defer { diagnostics.append(contentsOf: found) }
    let gathered = try gather(input, scope, &found)
    let (flows, prepared) = (gathered.flows, gathered.prepared)
    let (target, valued) = (gathered.target, gathered.valued)
    checkRates(input, valued: valued, diagnostics: &found)
    guard !found.hasErrors else { return nil }

    let assembly = LineAssembly(
      input: input, flows: flows, prepared: prepared,
      ledger: try LedgerSeries(flows: flows, target: target).drafts.sorted, target: target,
      valued: valued)
    let outlook =
      scope == .yearAlone
      ? Outlook()
      : try Outlook(
        input, prepared: prepared, assembly: assembly, actors: actors(of: input.settings),
        diagnostics: &found)
    let result = try close(
      input, prepared: prepared, lines: try assembly.lines(),
      flows: flows, target: target, valued: valued, outlook: outlook)
    for check in result.reconciliation where check.outcome == .error {
      found.report("KAL008", at: input.settings.location, check.facts)
    }
    reportDifferences(result.reconciliation, at: input.settings.location, to: &found)
    return found.hasErrors ? nil : result
  }

  /// A kind of outcome that is valued must have its three rates; the settings were held against the
  /// register before, so a missing one is caught here and never left out in silence.
  private static func checkRates(
    _ input: SecondBokslutInput, valued: ValuedSeries?, diagnostics: inout DiagnosticList
  ) {
    guard let valued, let assumptions = input.settings.assumptions else { return }
    for (outcome, drafts) in [
      (OutcomeKind.trainingPlace, valued.placements), (.employment, valued.employmentJob),
      (.employment, valued.employment), (.transition, valued.transitions),
    ] where !drafts.isEmpty && Counterfactual(outcome, in: input.settings) == nil {
      diagnostics.report("KAL006", at: assumptions.location, ["kind": outcome.rawValue])
    }
  }

  /// What differs beyond the tolerance. What has no finding here is told with the first bokslut, or
  /// by `tellUntold`.
  private static func reportDifferences(
    _ checks: [ReconciliationCheck], at place: SourceLocation, to diagnostics: inout DiagnosticList
  ) {
    let told: Set<CheckName> = [
      .balanceSheet, .balanceSheetPrevious, .targetWages, .targetFees, .openingBalance,
    ]
    for check in checks where check.outcome == .warning && !told.contains(check.check) {
      diagnostics.report(check.isOneSided ? "KAL051" : "KAL030", at: place, check.facts)
    }
  }

  private static func close(
    _ input: SecondBokslutInput, prepared: PreparedYear?, lines: [SocialLine],
    flows: [ResultFlow], target: TargetGroup?, valued: ValuedSeries?, outlook: Outlook
  ) throws(ArithmeticOverflow) -> SecondBokslut {
    let actors = actors(of: input.settings)
    let printed = lines.filter { $0.reference != nil }
    let ledger = Ledger(printed, actors: actors, year: input.year)
    let matrix = try ActorMatrix(lines: printed, actors: actors)
    let bridge = try matrix.bridge(result: input.result)
    let ties = try StatementTies(input, flows: flows)
    let reconciliation = try Reconciliation(
      input, flows: flows, ties: ties, matrix: matrix, bridge: bridge, ledger: ledger,
      target: target, socialBalance: outlook.socialBalance)
    return SecondBokslut(
      coverage: Coverage(
        hasRegister: input.register != nil, hasAssumptions: input.settings.assumptions != nil,
        unvalued: valued?.leftOut ?? []),
      actors: actors, lines: lines, ledger: ledger, matrix: matrix.entries,
      nets: try matrix.nets(), bridge: bridge, targetWages: target?.wages,
      observed: try input.register.map { register throws(ArithmeticOverflow) in
        try Observed(
          register, year: input.year, settings: input.settings, held: prepared?.held ?? [],
          flows: flows, lines: printed)
      },
      reconciliation: reconciliation.checks, channels: try ChannelShare.all(in: flows),
      ties: ties,
      parametersUsed: ParameterUse.all(in: printed),
      remarks: try Remark.all(
        input, flows: flows, target: target, valued: valued,
        hasSocialBalance: outlook.socialBalance != nil),
      socialBalance: outlook.socialBalance, sensitivity: outlook.sensitivity,
      flows: flows, taxes: valued?.tax.people ?? [])
  }

  /// Built-in actors in the order of method.md, the settings' own before the wider economy.
  private static func actors(of settings: Settings) -> [Actor] {
    let own = settings.actors.map {
      Actor(id: $0.id, ownName: $0.name, isPublic: $0.isPublic)
    }
    let builtIn = ActorID.builtIn.filter { $0 != .widerEconomy }.map {
      Actor(id: $0, ownName: nil, isPublic: ActorID.builtInPublic.contains($0))
    }
    return builtIn + own + [Actor(id: .widerEconomy, ownName: nil, isPublic: false)]
  }

  /// Training places in the year without any income for them are unpaid only if the settings say
  /// so; a rule that meets no account with an amount is no income.
  private static func checkPlacementFees(
    _ input: SecondBokslutInput, register: OutcomeRegister, hasRule: Bool,
    diagnostics: inout DiagnosticList
  ) {
    let places = register.trainingPlaces.filter { $0.days(in: input.year.period) != nil }
    guard !places.isEmpty, !input.settings.trainingPlacesAreUnpaid, !hasRule else { return }
    diagnostics.report("KAL005", at: input.settings.location, ["count": places.count])
  }
}

/// What rests on assumptions about more than the year: the social balance and the sensitivity.
private struct Outlook {
  let socialBalance: SocialBalance?
  let sensitivity: Sensitivity?

  /// Neither.
  init() {
    socialBalance = nil
    sensitivity = nil
  }

  init(
    _ input: SecondBokslutInput, prepared: PreparedYear?, assembly: LineAssembly,
    actors: [Actor], diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) {
    socialBalance = try SocialBalanceCalculation(input, prepared)?.balance(
      adopted: input.adopted, actors: actors, diagnostics: &diagnostics)
    // Nothing is sensitive where not everything is valued.
    sensitivity =
      assembly.valued?.leftOut.isEmpty == true
      ? try Sensitivity(
        assembly, settings: input.settings, actors: actors, diagnostics: &diagnostics) : nil
  }
}
