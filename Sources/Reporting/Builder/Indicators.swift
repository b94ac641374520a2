// The section Indikatorer: what was observed, beside nothing that is valued.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The section, the short table of the summary and the table of data; section and short table
  /// are nil without a register.
  mutating func indicators() throws(ReportFault) -> (section: Section?, brief: Table?, data: Table)
  {
    try addIndicatorFigures()
    let data = indicatorData()
    guard let observed = second.observed else { return (nil, nil, data) }
    var blocks: [Block] = [.table(try all(observed))]
    if !observed.knowsHolding {
      blocks.append(.notice(Paragraph(try texts("indicators.holding-unknown"))))
    }
    blocks.append(.table(try setbacks(observed)))
    if observed.setbacks.allSatisfy({ $0.count == 0 }) {
      blocks.append(
        .notice(Paragraph(try texts("setbacks.none"), isAboutParticipants: true)))
    }
    blocks.append(.table(try funnel(observed)))
    blocks.append(.table(try processes(observed)))
    blocks.append(.table(try work(observed)))
    blocks.append(.table(try states(observed)))
    blocks.append(.table(try evidence(observed)))
    blocks.append(.table(try groups(observed)))
    blocks.append(.table(try criteria()))
    let section = Section(
      id: .indicators, title: try texts("section.indikatorer"),
      lead: try texts("section.indikatorer.lead"), blocks: blocks)
    return (section, try brief(observed), data)
  }

  private static let inBrief: [IndicatorID] =
    [
      .participants, .trained, .placeYears, .employedDuringYear, .employedAtYearEnd,
      .fullTimeEquivalents,
    ] + Destination.allCases.map { .transitions(to: $0) } + [
      .held(months: 6), .held(months: 12), .members,
    ]

  /// The first page's table: the most telling indicators of all, destinations without transitions
  /// left out.
  private func brief(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for id in Self.inBrief {
      guard let indicator = observed.indicator(id) else { continue }
      let isDestination = id.rawValue.hasPrefix("transitions.")
      if isDestination, indicator.people == 0 { continue }
      let figure = FigureID.indicator(id, .all)
      rows.append(
        Row(
          level: isDestination ? 1 : 0,
          [.text(try name(of: id)), .figure(figure), .text(try unit(of: figure))]))
    }
    return Table(
      id: "observerat", title: try texts("summary.observed"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
        Column("unit", heading: try texts("assumptions.unit"), kind: .word),
      ], rows: rows, notes: [Paragraph(try texts("summary.observed.note"))],
      isAboutParticipants: describesParticipants(rows))
  }

  /// The name of a figure's unit; a share shows its own sign.
  private func unit(of id: FigureID) throws(ReportFault) -> String {
    guard let unit = figures[id]?.unit, unit != .share else { return "" }
    return try texts("unit.\(unit.rawValue)")
  }

  private func all(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for indicator in observed.indicators where indicator.group == .all {
      let id = FigureID.indicator(indicator.id, .all)
      rows.append(
        Row([
          .text(try name(of: indicator.id)), .figure(id), .text(try unit(of: id)),
          cell(.indicator(indicator.id, .all, .part)),
          cell(.indicator(indicator.id, .all, .whole)),
          .text(indicator.id.irisID ?? ""),
        ]))
    }
    return Table(
      id: "indikatorer-alla", title: try texts("indicators.all"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
        Column("unit", heading: try texts("assumptions.unit"), kind: .word),
        Column("part", heading: try texts("indicators.part"), kind: .number),
        Column("whole", heading: try texts("indicators.whole"), kind: .number),
        Column("iris_id", heading: "IRIS+", kind: .word),
      ], rows: rows, notes: [Paragraph(try texts("indicators.note"))],
      isAboutParticipants: describesParticipants(rows))
  }

  /// *Negativa och okända utfall*: every row, every year; no setting leaves it out.
  private mutating func setbacks(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for setback in observed.setbacks {
      let label = try texts("setback.\(setback.kind.rawValue)")
      let id = FigureID.setback(setback.kind, .count)
      rows.append(
        Row([
          .text(label),
          try count(id, label, setback.count, unit: .outcomes, people: setback.people),
          try count(
            .setback(setback.kind, .people), label, setback.people,
            unit: .people),
        ]))
    }
    return Table(
      id: "negativa-utfall", title: try texts("setbacks.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("count", heading: try texts("indicators.count"), kind: .number),
        Column("people", heading: try texts("indicators.people"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("setbacks.note"))], isAboutParticipants: true)
  }

  private mutating func funnel(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for step in observed.funnel {
      let label = try texts("funnel.\(step.step.rawValue)")
      var cells: [Cell] = [.text(label)]
      for (part, value) in [(FunnelPart.year, step.inYear), (.ever, step.ever)] {
        cells.append(
          try count(.funnel(step.step, part), label, value, unit: .people))
      }
      rows.append(Row(cells))
    }
    return Table(
      id: "tratten", title: try texts("funnel.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("year", heading: try texts("funnel.in-year"), kind: .number),
        Column("ever", heading: try texts("funnel.ever"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("funnel.note"))], isAboutParticipants: true)
  }
}
