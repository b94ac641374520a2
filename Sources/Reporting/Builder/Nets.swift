// The rungs of the ladder as data: what was valued, net, public input and the ledger alone.

import Calculation

extension ReportDraft {
  /// The table of data; the sums over actors stand in it even when they are zero.
  func nets() -> ReportPart {
    let shown = second.shownNets.filter { entry in
      if case .actor = entry.subject { !entry.amount.isZero } else { true }
    }
    let table = Table(
      id: "netto", columns: [.data("measure"), .data("actor"), .data("amount", .ore)],
      rows: shown.map { entry in
        Row([
          .text(entry.measure.rawValue), .text(entry.subject.identifier),
          .figure(.net(entry.measure, entry.subject)),
        ])
      })
    return ReportPart(data: [table])
  }
}
