// The rungs of the ladder as data: what was valued, net, public input and the ledger alone.

import Calculation
import Figures

extension ReportDraft {
  /// The table of data; the sums over actors stand in it even when they are zero.
  func nets() -> Table {
    let shown = second.shownNets.filter { entry in
      if case .actor = entry.subject { !entry.amount.isZero } else { true }
    }
    return Table(
      id: "netto",
      columns: [
        Column("measure", heading: "measure", kind: .word),
        Column("actor", heading: "actor", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
      ],
      rows: shown.map { entry in
        Row([
          .text(entry.measure.rawValue), .text(entry.subject.identifier),
          .figure(.net(entry.measure, entry.subject)),
        ])
      })
  }
}
