// From exact drafts to the numbered lines of all series, under one set of assumptions.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The drafts of a year; deadweight, displacement, attribution and the share placed may be varied
/// without valuing the records anew.
struct LineAssembly {
  /// The exact drafts of series L.
  let ledger: [LineDraft]
  private let input: SecondBokslutInput
  private let prepared: PreparedYear?
  private let target: TargetGroup?
  private let valued: ValuedSeries?

  init(
    _ input: SecondBokslutInput, prepared: PreparedYear?, ledger: [LineDraft],
    target: TargetGroup?, valued: ValuedSeries?
  ) {
    self.input = input
    self.prepared = prepared
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
    let prepared = self.prepared?.holding(
      confirmationMonths: changed.confirmationMonths?.value ?? 0,
      horizonYears: changed.horizonYears?.value ?? 0)
    // A value that only this variant needs is left out of it: the base's own are all there.
    var values = ValueFinder(bank: input.bank)
    var unheard = DiagnosticList()
    let valued = try ValuedSeries(
      varied, prepared: prepared, target: target, values: &values, found: &unheard)
    return LineAssembly(
      varied, prepared: prepared, ledger: ledger, target: target, valued: valued)
  }

  /// What one kind of outcome is reduced by: its series' drafts and the job that only reductions
  /// use, in order.
  struct Package {
    let series: Series
    let counterfactual: Counterfactual
    /// Stand in the series, and are reduced.
    let drafts: [LineDraft]
    /// Are reduced only.
    var reducedOnly: [LineDraft] = []

    /// All that is reduced.
    var reduced: [LineDraft] { drafts + reducedOnly }
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
      Counterfactual(.trainingPlace, in: assumptions).map {
        Package(series: .avoidedPlacements, counterfactual: $0, drafts: placements)
      },
      Counterfactual(.employment, in: assumptions).map {
        Package(
          series: .employment, counterfactual: $0, drafts: valued.employment,
          reducedOnly: valued.employmentJob)
      },
      Counterfactual(.transition, in: assumptions).map {
        Package(series: .transitions, counterfactual: $0, drafts: valued.transitions)
      },
    ].compactMap(\.self)
  }

  /// Lines in the order of series, those that move an öre numbered from 1 in each: L, then C, A and
  /// O, then D, U and T of all of them, each with the printed basis and unit value of what it reduces.
  func lines(_ assumptions: Assumptions?) throws(ArithmeticOverflow) -> [SocialLine] {
    var writer = LineWriter()
    for draft in ledger { try writer.write(draft, in: .ledger) }
    guard let assumptions else { return writer.lines }
    let packages = packages(assumptions)
    var written: [[LineReference?]] = []
    for package in packages {
      var references: [LineReference?] = []
      for draft in package.drafts {
        references.append(try writer.write(draft, in: package.series).reference)
      }
      written.append(references + package.reducedOnly.map { _ in nil })
    }
    for series in Counterfactual.series {
      for (package, references) in zip(packages, written) {
        for (draft, reference) in zip(package.reduced, references) {
          try writer.write(
            draft, in: series,
            by: package.counterfactual.reduction(series, of: draft.key.head.kind),
            reduces: reference)
        }
      }
    }
    return writer.lines
  }
}
