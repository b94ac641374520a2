// Income by channel: the part of the first bokslut that says how the enterprise sells.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Income by channel: a table for the eye, nil when there is no income, and the table of data.
  mutating func channels() throws(ReportFault) -> (display: Table?, data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    let total = try sum(second.channels.map(\.amount))
    for share in second.channels where !share.amount.isZero {
      let id = share.channel?.rawValue ?? "ej fördelat"
      let label = try texts("channel.\(id)")
      let amount = try add(
        Figure(
          id: .channel(share.channel, .amount), label: label, value: .amount(share.amount),
          unit: .kronor))
      var rate = Cell.blank
      if !total.isZero {
        rate = try add(
          Figure(
            id: .channel(share.channel, .share),
            label: try texts("channel.share", ["channel": label]),
            value: .rate(try self.rate(share.amount, of: total)), unit: .share,
            restsOn: second.channels.filter { !$0.amount.isZero }.map {
              .channel($0.channel, .amount)
            }))
      }
      rows.append(Row([.text(label), amount, rate]))
      dataRows.append(Row([.text(id), amount, rate]))
    }
    var display: Table?
    if !rows.isEmpty {
      display = Table(
        id: "kanaler", title: try texts("summary.channels"),
        columns: [
          Column("label", heading: "", kind: .label),
          Column("amount", heading: try texts("column.kronor"), kind: .kronor),
          Column("share", heading: try texts("column.share"), kind: .number),
        ], rows: rows)
    }
    let data = Table(
      id: "kanaler",
      columns: [
        Column("channel", heading: "channel", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
        Column("share", heading: "share", kind: .number),
      ], rows: dataRows)
    return (display, data)
  }

  /// A share of two amounts, to four decimals.
  func rate(_ part: Amount, of total: Amount) throws(ReportFault) -> Rate {
    do {
      return Rate(
        tenThousandths: try (Rational(kronor: part) / Rational(kronor: total)).rounded(
          decimals: 4))
    } catch { throw .overflow }
  }
}
