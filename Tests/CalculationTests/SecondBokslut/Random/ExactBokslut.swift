// The second bokslut before any rounding, for properties that hold exactly.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

@testable import Calculation

/// Every line with its exact basis and factor, and whose records it comes from.
struct ExactBokslut {
  /// A line that was never rounded.
  struct Line {
    let series: Series
    let key: LineKey
    let basis: Rational
    let factor: Rational
    let records: [RecordShare]

    /// basis x unit value x factor.
    var kronor: Rational { basis * Rational(kronor: key.unitValue) * factor }
  }

  /// What one person's row adds to one line.
  struct Share: Hashable {
    let series: Series
    let key: LineKey
    let record: RecordShare
  }

  let lines: [Line]

  init(_ enterprise: RandomEnterprise) throws {
    let input = try enterprise.input()
    var values = ValueFinder(bank: input.bank)
    var found = DiagnosticList()
    let flows = try ResultFlows(input).flows
    let target = try TargetGroup(
      input, register: enterprise.register, flows: flows, values: &values, diagnostics: &found)
    let prepared = PreparedYear(
      enterprise.register, year: enterprise.year, settings: enterprise.settings)
    let valued = try ValuedSeries(
      input, flows: flows, prepared: prepared, target: target, values: &values, found: &found)
    let assembly = LineAssembly(
      input: input, flows: flows, prepared: prepared,
      ledger: try LedgerSeries(flows: flows, target: target).drafts.sorted, target: target,
      valued: valued)
    guard !found.hasErrors, input.settings.assumptions != nil else {
      throw RandomEnterprise.Refused(codes: found.all.map(\.code.rawValue))
    }
    func line(_ draft: LineDraft, _ series: Series, _ factor: Rational) -> Line {
      Line(
        series: series, key: draft.key, basis: draft.terms.basis.exact, factor: factor,
        records: draft.terms.basis.records)
    }
    var lines = assembly.ledger.map { line($0, .ledger, $0.key.rate) }
    for package in assembly.packages {
      lines += package.drafts.map { line($0, package.series, $0.key.rate) }
      for draft in package.reduced {
        for series in Counterfactual.series {
          let rates = package.counterfactual.reduction(series, of: draft.key.head.kind)
          lines.append(line(draft, series, rates.map(\.value).product() * draft.key.rate))
        }
      }
    }
    self.lines = lines
  }

  /// What some actors gain in all.
  func net(of actors: Set<ActorID>) -> Rational {
    lines.map { line in
      let direction = (actors.contains(line.key.head.to) ? 1 : 0)
      return line.kronor * Rational(direction - (actors.contains(line.key.head.from) ? 1 : 0))
    }.sum()
  }

  /// What one person's rows add, line by line; equal shares are counted.
  func shares(of person: ParticipantID) -> [Share: Int] {
    lines.reduce(into: [:]) { shares, line in
      for record in line.records where record.participant == person && !record.basis.isZero {
        shares[Share(series: line.series, key: line.key, record: record), default: 0] += 1
      }
    }
  }

  /// Exact kronor by series, kind, outcome and the two actors.
  func sums() -> [[String]: Rational] {
    lines.reduce(into: [:]) { sums, line in
      let name = [
        line.series.rawValue, line.key.head.kind.rawValue, line.key.head.outcome?.rawValue ?? "",
        line.key.head.from.rawValue, line.key.head.to.rawValue,
      ]
      sums[name, default: .zero] += line.kronor
    }
  }
}
