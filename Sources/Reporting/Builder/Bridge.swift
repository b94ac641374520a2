// The bridge from årets resultat to society's net.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The bridge's section and its table of data.
  mutating func bridge() throws(ReportFault) -> (section: Section, data: Table) {
    let steps = second.bridge.filter { step in
      // A series that cancels out inside society is shown as the zero it is.
      !step.amount.isZero || step.id == .result || step.id == .society
        || (second.coverage.isValued && isSeries(step.id))
    }
    let society = steps.filter { $0.id != .society }.map { FigureID.bridge($0.id) }
    var rows: [Row] = []
    var group: String?
    for step in steps {
      let own = self.group(ofStep: step.id)
      if let own, own != group { rows.append(Row(.heading, [.text(try texts(own)), .blank])) }
      group = own
      let label = try name(ofStep: step.id)
      let cell = try add(
        Figure(
          id: .bridge(step.id), label: label, value: .amount(step.amount), unit: .kronor,
          formula: step.id == .society ? .sum(society) : formula(ofStep: step.id),
          people: people(ofStep: step.id)))
      let shown = try kind(ofStep: step.id).map { kind throws(ReportFault) in
        try name(of: kind)
      }
      let role: Row.Role =
        step.id == .society ? .total : (step.id == .result ? .subtotal : .body)
      rows.append(Row(role, level: role == .body ? 1 : 0, [.text(shown ?? label), cell]))
    }
    let about = describesParticipants(rows)
    var notes = [Paragraph(try texts("bridge.note"))]
    if !second.coverage.isValued {
      notes.insert(Paragraph(try texts("bridge.note.partial")), at: 0)
    }
    let display = Table(
      id: "bron",
      columns: [
        Column("label", heading: "", kind: .label),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
      ], rows: rows, notes: notes, isAboutParticipants: about)
    let data = Table(
      id: "bro",
      columns: [
        Column("step", heading: "step", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
      ],
      rows: steps.map { Row([.text($0.id.identifier), .figure(.bridge($0.id))]) },
      isAboutParticipants: about)
    return (
      Section(
        id: .bridge, title: try texts("section.bron"), lead: try texts("section.bron.lead"),
        blocks: [.table(display)]),
      data
    )
  }

  /// The key of the heading that a step stands under, or nil.
  private func group(ofStep id: BridgePoint) -> String? {
    if kind(ofStep: id) != nil { return "bridge.group.ledger" }
    return isSeries(id) ? "bridge.group.second" : nil
  }

  /// The kind of a step `ledger.<kind>`, or nil.
  private func kind(ofStep id: BridgePoint) -> LineKind? {
    if case .ledger(let kind) = id { kind } else { nil }
  }

  private func isSeries(_ id: BridgePoint) -> Bool {
    if case .series = id { true } else { false }
  }

  private func name(ofStep id: BridgePoint) throws(ReportFault) -> String {
    if let kind = kind(ofStep: id) {
      return try texts("bridge.ledger", ["kind": name(of: kind)])
    }
    return try texts("bridge.\(id.identifier)")
  }

  /// Those whose balances stand between the enterprise's result and society's net.
  private var othersInSociety: [ActorID] {
    second.actors.map(\.id).filter { $0 != .enterprise && $0 != .widerEconomy }
  }

  private func formula(ofStep id: BridgePoint) -> Formula? {
    let parts: [FigureID]
    if id == .result {
      parts = [.statement(.incomeStatement, row: "AretsResultat", .current)]
    } else if let kind = kind(ofStep: id) {
      parts = othersInSociety.map { .matrix(.ledger, kind, nil, $0) }
    } else if case .series(let series) = id {
      parts = othersInSociety.map { .seriesSum(series, $0) }
    } else {
      return nil
    }
    let shown = known(parts)
    return shown.isEmpty ? nil : .sum(shown)
  }

  private func people(ofStep id: BridgePoint) -> Int {
    let others = Set(othersInSociety)
    if let kind = kind(ofStep: id) {
      return people.count { line in
        line.series == .ledger && line.kind == kind
          && (others.contains(line.from) || others.contains(line.to))
      }
    }
    if case .series(let series) = id {
      return people.count(series: [series], actors: others)
    }
    return id == .society ? people.count(series: Set(Series.allCases), actors: others) : 0
  }
}
