// The bridge from årets resultat to society's net.

import Calculation
import Figures

extension ReportDraft {
  /// The bridge's section and its table of data.
  func bridge() throws(ReportFault) -> (section: Section, data: Table) {
    let points = second.shownBridge.map(\.id)
    var rows: [Row] = []
    var group: String?
    for point in points {
      let own = self.group(of: point)
      if let own, own != group { rows.append(Row(.heading, [.text(try texts(own)), .blank])) }
      group = own
      let label: String
      var role = Row.Role.body
      switch point {
      case .result:
        role = .subtotal
        label = try labels.name(of: point)
      case .society:
        role = .total
        label = try labels.name(of: point)
      case .series: label = try labels.name(of: point)
      // Under the heading of the group the kind alone is enough.
      case .ledger(let kind): label = try name(of: kind)
      }
      rows.append(
        Row(role, level: role == .body ? 1 : 0, [.text(label), .figure(.bridge(point))]))
    }
    var notes = [Paragraph(try texts("bridge.note"))]
    if !second.coverage.isValued {
      notes.insert(Paragraph(try texts("bridge.note.partial")), at: 0)
    }
    let display = Table(
      id: "bron",
      columns: [
        Column("label", heading: "", kind: .label),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
      ], rows: rows, notes: notes)
    let data = Table(
      id: "bro",
      columns: [
        Column("step", heading: "step", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
      ],
      rows: points.map { Row([.text($0.identifier), .figure(.bridge($0))]) })
    return (
      Section(
        id: .bridge, title: try texts("section.bron"), lead: try texts("section.bron.lead"),
        blocks: [.table(display)]),
      data
    )
  }

  /// The key of the heading that a point stands under, or nil.
  private func group(of point: BridgePoint) -> String? {
    switch point {
    case .ledger: "bridge.group.ledger"
    case .series: "bridge.group.second"
    case .result, .society: nil
    }
  }
}
