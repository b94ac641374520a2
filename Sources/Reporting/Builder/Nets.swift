// The rungs of the ladder: what was valued, net, public input and the ledger alone, by actor.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The rungs that this year's inputs allow: without register or assumptions nothing is valued,
  /// and *värderat* and *netto* are absent rather than shown as the ledger's balance.
  var netEntries: [NetEntry] {
    second.nets.filter { entry in
      second.coverage.isValued || entry.measure == .publicInput || entry.measure == .ledger
    }
  }

  /// Adds the rungs' figures and gives their table of data.
  mutating func nets() throws(ReportFault) -> Table {
    let entries = netEntries
    // Actors before the sums over them.
    let order = entries.enumerated().sorted { left, right in
      (isActor(left.element), right.offset) > (isActor(right.element), left.offset)
    }
    for (_, entry) in order { try addFigure(of: entry, among: entries) }
    let rows = entries.filter { entry in isFixed(entry) || !entry.amount.isZero }.map { entry in
      Row([
        .text(entry.measure.rawValue), .text(entry.subject.identifier),
        .figure(.net(entry.measure, entry.subject)),
      ])
    }
    return Table(
      id: "netto",
      columns: [
        Column("measure", heading: "measure", kind: .word),
        Column("actor", heading: "actor", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
      ], rows: rows)
  }

  private func isActor(_ entry: NetEntry) -> Int {
    if case .actor = entry.subject { 1 } else { 0 }
  }

  /// The sums over actors are shown even when they are zero.
  private func isFixed(_ entry: NetEntry) -> Bool { isActor(entry) == 0 }

  private mutating func addFigure(
    of entry: NetEntry, among entries: [NetEntry]
  ) throws(ReportFault) {
    let subject =
      switch entry.subject {
      case .actor(let id): try name(of: id)
      case .publicSector: try texts("subject.public")
      case .society: try texts("subject.society")
      }
    // Actors with nothing are not shown, so a sum reads only the others.
    let measured = entries.filter { $0.measure == entry.measure && !$0.amount.isZero }
      .map(\.subject)
    try figures.add(
      Figure(
        id: .net(entry.measure, entry.subject),
        label: try "\(texts("measure.\(entry.measure.rawValue)")): \(subject)",
        value: .amount(entry.amount), unit: .kronor,
        formula: formula(entry, measured: measured)))
  }

  private func series(_ measure: NetMeasure) -> [Series] {
    switch measure {
    case .gross: [.ledger, .avoidedPlacements, .employment, .transitions]
    case .net: Series.allCases
    case .ledger, .publicInput: [.ledger]
    }
  }

  private var publicActors: [ActorID] { second.actors.filter(\.isPublic).map(\.id) }

  private var societyActors: [ActorID] {
    second.actors.map(\.id).filter { $0 != .widerEconomy }
  }

  private func formula(_ entry: NetEntry, measured: [NetSubject]) -> Formula? {
    switch entry.subject {
    case .actor(let actor):
      let parts =
        entry.measure == .publicInput
        ? known(publicInputCells(actor))
        : known(series(entry.measure).map { .seriesSum($0, actor) })
      guard !parts.isEmpty else { return nil }
      return entry.measure == .publicInput ? .balance(plus: [], minus: parts) : .sum(parts)
    case .publicSector, .society:
      // Only public actors pay public input, whoever's it is called.
      let all = entry.subject == .society && entry.measure != .publicInput
      let actors = (all ? societyActors : publicActors).filter {
        measured.contains(.actor($0))
      }
      guard !actors.isEmpty else { return nil }
      return .sum(actors.map { .net(entry.measure, .actor($0)) })
    }
  }

  private func publicInputCells(_ actor: ActorID) -> [FigureID] {
    let kinds: [LineKind] = ["placementFee", "grant", "wageSubsidy"]
    return kinds.map { .matrix(.ledger, $0, nil, actor) }
  }
}
