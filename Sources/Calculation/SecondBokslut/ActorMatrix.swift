// From lines to what each actor gained, and to the rungs and the bridge.

import Bookkeeping
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// The balances of every actor by series, kind and outcome.
struct ActorMatrix {
  let actors: [Actor]
  let entries: [MatrixEntry]
  private let lines: [SocialLine]

  init(lines: [SocialLine], actors: [Actor]) throws(ArithmeticOverflow) {
    struct Row: Hashable {
      let series: Series
      let kind: LineKind
      let outcome: OutcomeKind?
    }
    var rows: OrderedDictionary<Row, [ActorID: Amount]> = [:]
    for line in lines {
      let row = Row(series: line.series, kind: line.kind, outcome: line.outcome)
      for (actor, amount) in [(line.from, line.amount.negated), (line.to, line.amount)] {
        let sum = rows[row]?[actor] ?? .zero
        rows[row, default: [:]][actor] = try sum + amount
      }
    }
    self.lines = lines
    self.actors = actors
    var entries: [MatrixEntry] = []
    for (row, cells) in rows {
      for actor in actors {
        guard let amount = cells[actor.id], !amount.isZero else { continue }
        entries.append(
          MatrixEntry(
            series: row.series, kind: row.kind, outcome: row.outcome, actor: actor.id,
            amount: amount))
      }
    }
    self.entries = entries
  }

  /// The balance of some actors over some series.
  func balance(of actors: Set<ActorID>, in series: Set<Series>) throws(ArithmeticOverflow)
    -> Amount
  {
    try entries.filter { actors.contains($0.actor) && series.contains($0.series) }
      .map(\.amount).sum()
  }

  private var society: Set<ActorID> { Set(actors.members(of: .society)) }

  /// *Offentlig insats*: payments in L by public actors for places, grants and wage subsidies.
  private func publicInput(of actors: Set<ActorID>) throws(ArithmeticOverflow) -> Amount {
    try lines
      .filter { line in
        line.series == .ledger && actors.contains(line.from)
          && FlowKind(rawValue: line.kind.rawValue)?.isPublicInput == true
      }
      .map(\.amount).sum()
  }

  /// The rungs *värderat* and *netto*, series L alone and public input, per actor, public sector
  /// and society.
  func nets() throws(ArithmeticOverflow) -> [NetEntry] {
    var nets: [NetEntry] = []
    for measure in [NetMeasure.gross, .net, .ledger] {
      for subject in actors.map({ NetSubject.actor($0.id) }) + [.publicSector, .society] {
        let members = Set(actors.members(of: subject))
        let amount = try balance(of: members, in: Set(measure.series))
        nets.append(NetEntry(measure: measure, subject: subject, amount: amount))
      }
    }
    let payers = actors.filter(\.isPublic).map { NetSubject.actor($0.id) }
    for subject in payers + [.publicSector] {
      let amount = try publicInput(of: Set(actors.members(of: subject)))
      nets.append(NetEntry(measure: .publicInput, subject: subject, amount: amount))
    }
    return nets
  }

  /// The bridge (method.md section 8): årets resultat, then what every other actor of society has
  /// in L by kind, then the other series, to samhällets netto.
  func bridge(result: Amount) throws(ArithmeticOverflow) -> [BridgeStep] {
    let others = Set(actors.othersInSociety)
    var steps = [BridgeStep(id: .result, amount: result)]
    var kinds: OrderedSet<LineKind> = []
    for entry in entries where entry.series == .ledger { kinds.append(entry.kind) }
    for kind in kinds {
      let amount =
        try entries
        .filter { $0.series == .ledger && $0.kind == kind && others.contains($0.actor) }
        .map(\.amount).sum()
      guard !amount.isZero else { continue }
      steps.append(BridgeStep(id: .ledger(kind), amount: amount))
    }
    for series in Series.allCases where series != .ledger {
      steps.append(
        BridgeStep(id: .series(series), amount: try balance(of: others, in: [series])))
    }
    steps.append(
      BridgeStep(id: .society, amount: try balance(of: society, in: Set(Series.allCases))))
    return steps
  }
}
