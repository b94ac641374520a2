// Income by channel: the part of the first bokslut that says how the enterprise sells.

import Calculation
import Figures
import Rulebook

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
      }
        + (second.channels.allSatisfy(\.amount.isZero)
          ? [] : tieRows(.incomeChannels, id: "avstämning")),
      notes: tieNotes(.incomeChannels))
  }

  /// What the reconciling row is, where a list has one.
  func tieNotes(_ list: TiedList) -> [Paragraph] {
    figures.contains(.tied(list, .reconciling)) ? [texts.paragraph(.tiedNote)] : []
  }

  /// The last rows of a list that is tied to the income statement: what reconciles it, and for the
  /// page the statement's sum. `id` is the reconciling row's in the file.
  func tieRows(_ list: TiedList, id: String) -> [Row] {
    guard second.ties != nil else { return [] }
    var rows: [Row] = []
    if figures.contains(.tied(list, .reconciling)) {
      rows.append(
        Row([
          .text(id), .text(texts(.tiedReconciling)), .figure(.tied(list, .reconciling)), .blank,
        ]))
    }
    let sum = list == .costs ? StatementLayout.RowID.costs : StatementLayout.RowID.income
    rows.append(
      Row(
        .total, for: .page,
        [
          .text(""),
          .text(labels.label(of: .statement(.incomeStatement, row: sum, .current))),
          cell(.tied(list, .total)), .blank,
        ]))
    return rows
  }
}
