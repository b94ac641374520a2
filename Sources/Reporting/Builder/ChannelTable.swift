// Income by channel: the part of the first bokslut that says how the enterprise sells.

import Calculation

extension ReportDraft {
  /// The table's file; the page has the table under the income statement.
  func channels() -> ReportPart { ReportPart(data: [channelTable]) }

  /// Income by channel; without income a table without rows.
  var channelTable: Table {
    Table(
      id: "kanaler", title: texts(.summaryChannels),
      columns: [
        .data("channel"), .label(for: .page),
        Column("amount", heading: texts(.columnKronor), kind: .kronor),
        Column("share", heading: texts(.columnShare), kind: .number),
      ],
      rows: second.channels.filter { !$0.amount.isZero }.map { share in
        Row([
          .text(share.channel?.rawValue ?? "ej fördelat"), .text(texts(.channel, share.channel)),
          cell(.channel(share.channel, .amount)), cell(.channel(share.channel, .share)),
        ])
      })
  }
}
