// Income by channel: the part of the first bokslut that says how the enterprise sells.

import Calculation
import Figures

extension ReportDraft {
  /// Income by channel; without income a table without rows.
  func channels() throws(ReportFault) -> Table {
    let shares = second.channels.filter { !$0.amount.isZero }
    return Table(
      id: "kanaler", title: try texts("summary.channels"),
      columns: [
        .data("channel"), Column("label", heading: "", kind: .label, for: .page),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
        Column("share", heading: try texts("column.share"), kind: .number),
      ],
      rows: try shares.map { share throws(ReportFault) in
        Row([
          .text(share.channel?.rawValue ?? "ej fördelat"),
          .text(try labels.name(of: share.channel)), cell(.channel(share.channel, .amount)),
          cell(.channel(share.channel, .share)),
        ])
      })
  }
}
