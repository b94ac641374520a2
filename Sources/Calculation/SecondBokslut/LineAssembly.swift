// From exact drafts to the numbered lines of all series, under one set of assumptions.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The drafts of a year; deadweight, displacement, attribution and the share placed may be varied
/// without valuing the records anew.
struct LineAssembly {
  private let input: SecondBokslutInput
  private let ledger: [LineDraft]
  private let target: TargetGroup?
  private let valued: ValuedSeries?

  init(
    _ input: SecondBokslutInput, ledger: LedgerSeries, target: TargetGroup?,
    valued: ValuedSeries?
  ) {
    self.init(input, ledger: ledger.drafts.sorted, target: target, valued: valued)
  }

  private init(
    _ input: SecondBokslutInput, ledger: [LineDraft], target: TargetGroup?,
    valued: ValuedSeries?
  ) {
    self.input = input
    self.ledger = ledger
    self.target = target
    self.valued = valued
  }

  /// The same year under other assumptions: where they change which days are held or what a month
  /// earns, the records are valued anew.
  func revalued(_ assumptions: Assumptions) throws(ArithmeticOverflow) -> LineAssembly {
    let stated = input.settings.assumptions?.transition
    let changed = assumptions.transition
    guard
      stated?.horizonYears?.value != changed.horizonYears?.value
        || stated?.confirmationMonths?.value != changed.confirmationMonths?.value
        || stated?.monthlyWage?.value != changed.monthlyWage?.value
    else { return self }
    var settings = input.settings
    settings.assumptions = assumptions
    let varied = input.with(settings)
    // A value that only this variant needs is left out of it: the base's own are all there.
    var values = ValueFinder(bank: input.bank)
    var unheard = DiagnosticList()
    let valued = try ValuedSeries(varied, target: target, values: &values, found: &unheard)
    return LineAssembly(varied, ledger: ledger, target: target, valued: valued)
  }

  /// What one kind of outcome is reduced by: its series' drafts and the job that only reductions
  /// use, in order.
  struct Package {
    let series: Series
    let outcome: OutcomeKind
    /// Stand in the series, and are reduced.
    let drafts: [LineDraft]
    /// Are reduced only.
    let reducedOnly: [LineDraft]
  }

  /// The packages of C, A and O.
  func packages(_ assumptions: Assumptions) -> [Package] {
    guard let valued, let register = input.register else { return [] }
    let alternative = assumptions.alternativePlacement
    let placements =
      alternative == input.settings.assumptions?.alternativePlacement
      ? valued.placements
      : PlacementSeries(register, year: input.year, alternative: alternative).valued.sorted
    return [
      Package(
        series: .avoidedPlacements, outcome: .trainingPlace, drafts: placements,
        reducedOnly: []),
      Package(
        series: .employment, outcome: .employment, drafts: valued.employment,
        reducedOnly: valued.employmentJob),
      Package(
        series: .transitions, outcome: .transition, drafts: valued.transitions,
        reducedOnly: []),
    ]
  }

  /// The exact drafts of series L.
  var ledgerDrafts: [LineDraft] { ledger }

  /// Lines in the order of series, each numbered from 1.
  func lines(_ assumptions: Assumptions?) throws(ArithmeticOverflow) -> [SocialLine] {
    var writer = LineWriter()
    for draft in ledger { try writer.write(draft, in: .ledger, factor: draft.key.rate) }
    guard let assumptions else { return writer.lines }
    var reduced: [ReducedLine] = []
    for package in packages(assumptions) {
      guard let rates = CounterfactualRates(assumptions.counterfactual[package.outcome]) else {
        continue
      }
      for draft in package.drafts {
        let line = try writer.write(draft, in: package.series, factor: draft.key.rate)
        reduced.append(ReducedLine(draft: draft, written: line?.reference, rates: rates))
      }
      for draft in package.reducedOnly {
        reduced.append(ReducedLine(draft: draft, written: nil, rates: rates))
      }
    }
    try writer.writeReductions(of: reduced)
    return writer.lines
  }
}
