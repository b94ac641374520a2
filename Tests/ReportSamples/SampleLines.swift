// Social lines of a fictional enterprise, written by hand, and the matrix, rungs and bridge they
// make.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes

@testable import Calculation
@testable import Rulebook

/// Lines written by hand, numbered within their series.
package struct SampleLines {
  /// The lines so far.
  public private(set) var lines: [SocialLine] = []

  /// No lines.
  package init() {}

  /// A line of the ledger: kronor from one actor to another.
  public mutating func ledger(
    _ kind: LineKind, _ from: ActorID, _ to: ActorID, ore: Int64, people: Int = 0
  ) throws {
    try add(
      .ledger, kind, nil, from, to, basis: ore, unit: .kronor, unitOre: 100, factor: 1_000_000,
      people: people)
  }

  /// A line with basis in hundredths, unit value in öre and factor in millionths.
  @discardableResult
  public mutating func add(
    _ series: Series, _ kind: LineKind, _ outcome: OutcomeKind?, _ from: ActorID, _ to: ActorID,
    basis: Int64, unit: BasisUnit, unitOre: Int64, factor: Int64, people: Int = 0,
    reduces: LineReference? = nil, parameter: Parameter? = nil
  ) throws -> SocialLine {
    let number = 1 + lines.filter { $0.series == series }.count
    let records = (0..<people).map { index in
      RecordShare(
        participant: ParticipantID(rawValue: "P\(index + 1)"),
        location: SourceLocation(file: "anstallningar.csv", line: index + 2), basis: .one)
    }
    let rates: [RateTerm] =
      factor == 1_000_000 ? [] : [.parameter(Rational(factor, 1_000_000), [])]
    let line = try SocialLine(
      series, number: number,
      LineHead(
        kind, outcome, from: from, to: to, parameterID: parameter?.id,
        validFrom: parameter?.validFrom),
      LineTerms(
        basis: LineBasis(unit, exact: Rational(basis, 100), records: records),
        unitValue: unitOre == 100
          ? .krona : .parameter(Amount(ore: unitOre), [parameter].compactMap(\.self)),
        rates: rates),
      reduces: reduces)
    lines.append(line)
    return line
  }

  /// The matrix of the lines, by plain adding.
  package func matrix(_ actors: [Actor]) throws -> [MatrixEntry] {
    struct Row: Hashable {
      let series: Series
      let kind: LineKind
      let outcome: OutcomeKind?
    }
    var rows: [Row] = []
    var entries: [MatrixEntry] = []
    for line in lines {
      let row = Row(series: line.series, kind: line.kind, outcome: line.outcome)
      if !rows.contains(row) { rows.append(row) }
    }
    for row in rows {
      let own = lines.filter {
        $0.series == row.series && $0.kind == row.kind && $0.outcome == row.outcome
      }
      for actor in actors {
        let touching = own.filter { $0.from == actor.id || $0.to == actor.id }
        let ore = touching.reduce(Int64(0)) { sum, line in
          sum + (line.to == actor.id ? line.amount.ore : -line.amount.ore)
        }
        guard ore != 0 else { continue }
        entries.append(
          MatrixEntry(
            series: row.series, kind: row.kind, outcome: row.outcome, actor: actor.id,
            amount: Amount(ore: ore)))
      }
    }
    return entries
  }

  /// The rungs of a matrix.
  package func nets(_ actors: [Actor], _ matrix: [MatrixEntry]) -> [NetEntry] {
    let gross: Set<Series> = [.ledger, .avoidedPlacements, .employment, .transitions]
    let rungs: [(NetMeasure, Set<Series>)] = [
      (.gross, gross), (.net, Set(Series.allCases)), (.ledger, [.ledger]),
    ]
    var nets: [NetEntry] = []
    func balance(_ ids: Set<ActorID>, _ series: Set<Series>) -> Amount {
      let cells = matrix.filter { ids.contains($0.actor) && series.contains($0.series) }
      return Amount(ore: cells.reduce(0) { $0 + $1.amount.ore })
    }
    let publicIDs = Set(actors.filter(\.isPublic).map(\.id))
    let society = Set(actors.map(\.id)).subtracting([.widerEconomy])
    for (measure, series) in rungs {
      for actor in actors {
        nets.append(
          NetEntry(
            measure: measure, subject: .actor(actor.id), amount: balance([actor.id], series)))
      }
      nets.append(
        NetEntry(measure: measure, subject: .publicSector, amount: balance(publicIDs, series)))
      nets.append(
        NetEntry(measure: measure, subject: .society, amount: balance(society, series)))
    }
    let paid: Set<LineKind> = ["placementFee", "grant", "wageSubsidy"]
    func input(_ ids: Set<ActorID>) -> Amount {
      let cells = matrix.filter {
        $0.series == .ledger && ids.contains($0.actor) && paid.contains($0.kind)
      }
      return Amount(ore: -cells.reduce(0) { $0 + $1.amount.ore })
    }
    for id in actors.map(\.id) where publicIDs.contains(id) {
      nets.append(NetEntry(measure: .publicInput, subject: .actor(id), amount: input([id])))
    }
    nets.append(
      NetEntry(measure: .publicInput, subject: .publicSector, amount: input(publicIDs)))
    return nets
  }

  /// The bridge of a matrix.
  package func bridge(_ matrix: [MatrixEntry], result: Amount) -> [BridgeStep] {
    let others = matrix.filter { $0.actor != .enterprise && $0.actor != .widerEconomy }
    var steps = [BridgeStep(id: .result, amount: result)]
    var kinds: [LineKind] = []
    for entry in matrix where entry.series == .ledger && !kinds.contains(entry.kind) {
      kinds.append(entry.kind)
    }
    for kind in kinds {
      let ore = others.filter { $0.series == .ledger && $0.kind == kind }
        .reduce(Int64(0)) { $0 + $1.amount.ore }
      if ore != 0 {
        steps.append(BridgeStep(id: .ledger(kind), amount: Amount(ore: ore)))
      }
    }
    for series in Series.allCases where series != .ledger {
      let ore = others.filter { $0.series == series }.reduce(Int64(0)) { $0 + $1.amount.ore }
      steps.append(BridgeStep(id: .series(series), amount: Amount(ore: ore)))
    }
    let society = steps.reduce(Int64(0)) { $0 + $1.amount.ore }
    steps.append(BridgeStep(id: .society, amount: Amount(ore: society)))
    return steps
  }
}
