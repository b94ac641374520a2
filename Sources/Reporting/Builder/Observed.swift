// What was observed without valuation: indicators of the register, and income by channel.

import Bookkeeping
import Calculation
import Outcomes
import Rulebook

/// An indicator with its IRIS+ id where one fits.
private struct Indicator {
  let id: String
  let value: FigureValue
  let unit: FigureUnit
  let people: Int
  var iris = ""
}

extension ReportDraft {
  /// The indicators: a table for the eye, nil without a register, and the table of data.
  mutating func indicators() throws(ReportFault) -> (display: Table?, data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    if let observed = second.observed {
      for indicator in try indicators(of: observed) {
        let label = try name(ofIndicator: indicator.id)
        let cell = try add(
          Figure(
            id: .indicator(indicator.id), label: label, value: indicator.value,
            unit: indicator.unit, people: indicator.people))
        let isDestination = indicator.id.hasPrefix("transitions.")
        if !isDestination || indicator.people > 0 {
          rows.append(
            Row(
              level: isDestination ? 1 : 0,
              [.text(label), cell, .text(try texts("unit.\(indicator.unit.rawValue)"))]))
        }
        dataRows.append(
          Row([
            .text(indicator.id), .text("all"), cell, .text(indicator.unit.rawValue),
            .text(indicator.iris),
          ]))
      }
    }
    let about = describesParticipants(dataRows)
    var display: Table?
    if second.observed != nil {
      display = Table(
        id: "observerat", title: try texts("summary.observed"),
        columns: [
          Column("label", heading: "", kind: .label),
          Column("value", heading: try texts("column.value"), kind: .number),
          Column("unit", heading: try texts("assumptions.unit"), kind: .word),
        ], rows: rows, notes: [Paragraph(try texts("summary.observed.note"))],
        isAboutParticipants: about)
    }
    let data = Table(
      id: "indikatorer",
      columns: [
        Column("indicator", heading: "indicator", kind: .word),
        Column("group", heading: "group", kind: .word),
        Column("value", heading: "value", kind: .number),
        Column("unit", heading: "unit", kind: .word),
        Column("iris_id", heading: "iris_id", kind: .word),
      ], rows: dataRows, isAboutParticipants: about)
    return (display, data)
  }

  private func name(ofIndicator id: String) throws(ReportFault) -> String {
    guard id.hasPrefix("transitions.") else { return try texts("indicator.\(id)") }
    return try texts("destination.\(id.dropFirst("transitions.".count))")
  }

  private func indicators(of observed: Observed) throws(ReportFault) -> [Indicator] {
    func quantity(_ exact: Rational) throws(ReportFault) -> FigureValue {
      do { return .quantity(try Quantity(rounding: exact)) } catch { throw .overflow }
    }
    func people(_ id: String, _ count: Int, iris: String = "") -> Indicator {
      Indicator(id: id, value: .count(count), unit: .people, people: count, iris: iris)
    }
    let fixed = [
      people("participants", observed.participants, iris: "PI4060"),
      people("employed-during-year", observed.employedDuringYear),
      people("employed-year-end", observed.employedAtYearEnd),
      Indicator(
        id: "fte", value: try quantity(observed.fullTimeEquivalents), unit: .fullTimeYears,
        people: observed.employedDuringYear),
      people("trained", observed.trained, iris: "PI2998"),
      Indicator(
        id: "place-years", value: try quantity(observed.placeYears), unit: .fullTimeYears,
        people: observed.trained),
      people("members", observed.members),
      Indicator(
        id: "follow-ups", value: .count(observed.followUps), unit: .followUps,
        people: observed.followUps),
    ]
    return fixed
      + observed.transitions.map { count in
        Indicator(
          id: "transitions.\(count.destination.rawValue)", value: .count(count.count),
          unit: .transitions, people: count.people)
      }
  }

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
          id: .channel(id, "amount"), label: label, value: .amount(share.amount), unit: .kronor))
      var rate = Cell.blank
      if !total.isZero {
        rate = try add(
          Figure(
            id: .channel(id, "share"), label: try texts("channel.share", ["channel": label]),
            value: .rate(try self.rate(share.amount, of: total)), unit: .share,
            restsOn: second.channels.filter { !$0.amount.isZero }.map {
              .channel($0.channel?.rawValue ?? "ej fördelat", "amount")
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
        ], rows: rows, isAboutParticipants: false)
    }
    let data = Table(
      id: "kanaler",
      columns: [
        Column("channel", heading: "channel", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
        Column("share", heading: "share", kind: .number),
      ], rows: dataRows, isAboutParticipants: false)
    return (display, data)
  }

  private func rate(_ part: Amount, of total: Amount) throws(ReportFault) -> Rate {
    do {
      return Rate(
        tenThousandths: try (Rational(kronor: part) / Rational(kronor: total)).rounded(
          decimals: 4))
    } catch { throw .overflow }
  }
}
