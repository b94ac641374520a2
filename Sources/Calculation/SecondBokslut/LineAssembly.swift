// From exact drafts to the numbered lines of all series, under one set of assumptions.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

/// The drafts of a year; deadweight, displacement, attribution and the share placed may be varied
/// without valuing the records anew.
struct LineAssembly {
  var input: SecondBokslutInput
  /// What each result account is.
  let flows: [ResultFlow]
  var prepared: PreparedYear?
  /// The exact drafts of series L.
  var ledger: [LineDraft]
  var target: TargetGroup?
  var valued: ValuedSeries?

  /// The same year under other assumptions: where they change which days are held or what a month
  /// earns, the records are valued anew; another own value values the wages here anew too. What
  /// only this variant lacks is an error that names it.
  func varied(
    _ settings: Settings, for variant: DiagnosticArgument?, diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> LineAssembly {
    let stated = input.settings
    let changed = AssumptionRow.all.map(\.id).filter { stated[$0]?.base != settings[$0]?.base }
    var varied = self
    varied.input = input.with(settings)
    var values = ValueFinder(bank: varied.input.bank)
    // What the base warned of is told once.
    var found = DiagnosticList()
    let hasOtherValues = settings.values != stated.values
    if hasOtherValues, let register = input.register {
      varied.target = try TargetGroup(
        varied.input, register: register, flows: flows, values: &values, diagnostics: &found)
      varied.ledger = try LedgerSeries(flows: flows, target: varied.target).drafts.sorted
      if found.hasErrors {
        found = DiagnosticList()
        found.report("KAL049", at: input.settings.location, ["key": variant ?? .settings([])])
      }
    }
    if hasOtherValues || changed.contains(where: \.decidesRecords) {
      varied.prepared = prepared?.under(settings)
      varied.valued = try ValuedSeries(
        varied.input, flows: flows, prepared: varied.prepared, target: varied.target,
        values: &values, found: &found)
      values.report(settings: settings, for: variant, to: &found)
      if found.hasErrors { diagnostics.append(contentsOf: found) }
    } else if changed.contains(where: \.decidesPlaces), let register = input.register {
      varied.valued?.placements =
        PlacementSeries(
          register, buyers: try PlacementBuyers(flows, settings: settings), year: input.year,
          settings: settings
        ).valued.sorted
    }
    return varied
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
  var packages: [Package] {
    guard let valued else { return [] }
    return [
      Counterfactual(.trainingPlace, in: input.settings).map {
        Package(series: .avoidedPlacements, counterfactual: $0, drafts: valued.placements)
      },
      Counterfactual(.employment, in: input.settings).map {
        Package(
          series: .employment, counterfactual: $0, drafts: valued.employment,
          reducedOnly: valued.employmentJob)
      },
      Counterfactual(.transition, in: input.settings).map {
        Package(series: .transitions, counterfactual: $0, drafts: valued.transitions)
      },
    ].compactMap(\.self)
  }

  /// Lines in the order of series, those that move an öre numbered from 1 in each: L, then C, A and
  /// O, then D, U and T of all of them, each with the printed basis and unit value of what it
  /// reduces.
  func lines() throws(ArithmeticOverflow) -> [SocialLine] {
    var writer = LineWriter()
    for draft in ledger { try writer.write(draft, in: .ledger) }
    let packages = packages
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

extension AssumptionID {
  /// Whether another value changes what is recorded of employments and transitions in the year.
  fileprivate var decidesRecords: Bool { isUsed(by: .employment) || isUsed(by: .transitions) }

  /// Whether another value makes places worth something else.
  fileprivate var decidesPlaces: Bool { isUsed(by: .avoidedPlacements) }

  private func isUsed(by series: Series) -> Bool {
    AssumptionRow[self].usedBy.contains(series.rawValue)
  }
}
