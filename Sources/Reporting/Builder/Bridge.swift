// The bridge from årets resultat to society's net.

import Calculation

extension ReportDraft {
  /// The bridge, point by point.
  func bridge() -> ReportPart {
    let columns: [Column] = [
      .data("step"), .label(for: .page),
      Column("amount", heading: texts(.columnKronor), kind: .kronor),
    ]
    var rows: [Row] = []
    var group: String?
    for point in second.shownBridge.map(\.id) {
      let own: String?
      var label = labels.name(of: point)
      var role = Row.Role.body
      switch point {
      case .result: (own, role) = (nil, .subtotal)
      case .society: (own, role) = (nil, .total)
      case .series: own = texts(.bridgeGroupSecond)
      case .ledger(let kind):
        own = texts(.bridgeGroupLedger)
        // Under the heading of the group the kind alone is enough.
        label = labels.name(of: kind)
      }
      if let own, own != group { rows.append(.heading(own, at: 1, of: columns.count)) }
      group = own
      rows.append(
        Row(
          role, level: role == .body ? 1 : 0,
          [.text(point.identifier), .text(label), .figure(.bridge(point))]))
    }
    let table = Table(
      id: "bro", columns: columns, rows: rows, notes: [texts.paragraph(.bridgeNote)])
    // Without valuation there is no net of society to lead to: the file has no rows.
    return ReportPart(
      sections: rows.isEmpty ? [] : [section(.bridge, [.table(table)])], data: [table])
  }
}
