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
    let data = indicatorData()
    guard let observed = second.observed else { return (nil, nil, data) }
    var blocks: [Block] = [.table(try all(observed))]
    if !observed.knowsHolding {
      blocks.append(.notice(Paragraph(try texts("indicators.holding-unknown"))))
    }
    blocks.append(.table(try setbacks(observed)))
    if observed.setbacks.allSatisfy({ $0.records.rows.isEmpty }) {
      blocks.append(.notice(Paragraph(try texts("setbacks.none"))))
    }
    for table in [funnel, processes, work, states, evidence, groups] {
      blocks.append(.table(try table(observed)))
    }
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
      let isDestination = id.destination != nil
      if isDestination, indicator.number.isZero { continue }
      rows.append(
        Row(level: isDestination ? 1 : 0, [.text(try labels.name(of: id))] + (try shown(id))))
    }
    return Table(
      id: "observerat", title: try texts("summary.observed"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
        Column("unit", heading: try texts("assumptions.unit"), kind: .word),
      ], rows: rows, notes: [Paragraph(try texts("summary.observed.note"))])
  }

  /// The cells of an indicator of everyone and of its unit; a share shows its own sign.
  private func shown(_ id: IndicatorID) throws(ReportFault) -> [Cell] {
    let id = FigureID.indicator(id)
    var unit = ""
    if let own = figures[id]?.unit, own != .share { unit = try texts("unit.\(own.rawValue)") }
    return [.figure(id), .text(unit)]
  }

  private func all(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for id in observed.indicators.filter({ $0.group == .all }).map(\.id) {
      rows.append(
        Row(
          [.text(try labels.name(of: id))] + (try shown(id)) + [
            cell(.indicator(id, .all, .part)), cell(.indicator(id, .all, .whole)),
            .text(id.irisID ?? ""),
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
      ], rows: rows, notes: [Paragraph(try texts("indicators.note"))])
  }

  /// A table of counts, each row under the label of its first figure. What cannot be known is no
  /// figure and says so.
  private func counts(
    _ id: String, _ title: String, columns: [(id: String, heading: String)],
    _ rows: [[FigureID]], note: String
  ) throws(ReportFault) -> Table {
    let notKnown = Cell.text(try texts("indicators.not-known"))
    return Table(
      id: id, title: title,
      columns: [Column("label", heading: "", kind: .label)]
        + columns.map {
          Column($0.id, heading: $0.heading, kind: $0.id == "kronor" ? .kronor : .number)
        },
      rows: try rows.map { ids throws(ReportFault) in
        Row(
          [.text(try labels.label(of: ids[0]))]
            + ids.map { figures.contains($0) ? .figure($0) : notKnown })
      }, notes: [Paragraph(note)])
  }

  private func countAndPeople() throws(ReportFault) -> [(id: String, heading: String)] {
    [("count", try texts("indicators.count")), ("people", try texts("indicators.people"))]
  }

  /// *Negativa och okända utfall*: every row, every year; no setting leaves it out.
  private func setbacks(_ observed: Observed) throws(ReportFault) -> Table {
    try counts(
      "negativa-utfall", texts("setbacks.title"), columns: countAndPeople(),
      observed.setbacks.map { row in CountPart.allCases.map { .setback(row.kind, $0) } },
      note: texts("setbacks.note"))
  }

  private func funnel(_ observed: Observed) throws(ReportFault) -> Table {
    try counts(
      "tratten", texts("funnel.title"),
      columns: [("year", texts("funnel.in-year")), ("ever", texts("funnel.ever"))],
      observed.funnel.map { row in FunnelPart.allCases.map { .funnel(row.step, $0) } },
      note: texts("funnel.note"))
  }

  /// The three processes of an ASF: the individual's, the enterprise's, training and
  /// rehabilitation.
  private func processes(_ observed: Observed) throws(ReportFault) -> Table {
    func of(_ id: IndicatorID) -> Cell { cell(.indicator(id)) }
    func income(_ row: String) -> Cell {
      cell(.statement(.incomeStatement, row: row, .current))
    }
    let places = cell(.matrix(.ledger, "placementFee", nil, .enterprise))
    let rows: [(label: String, cells: [Cell])] = try [
      (texts("process.people"), [of(.participants), of(.employedDuringYear), of(.trained)]),
      (texts("process.years"), [.blank, of(.fullTimeEquivalents), of(.placeYears)]),
      (texts("process.transitions"), observed.leaving.map { .figure(.process($0.kind)) }),
      (texts("process.months"), [of(.monthsToTransition), .blank, .blank]),
      (texts("process.held"), [of(.held(months: 6)), .blank, .blank]),
      (texts("process.sales"), [.blank, income(StatementLayout.RowID.netSales), places]),
      (texts("process.result"), [.blank, income(StatementLayout.RowID.result), .blank]),
    ]
    return Table(
      id: "processer", title: try texts("process.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("individual", heading: try texts("process.individual"), kind: .number),
        Column("enterprise", heading: try texts("process.enterprise"), kind: .number),
        Column("training", heading: try texts("process.training"), kind: .number),
      ], rows: rows.map { Row([.text($0.label)] + $0.cells) },
      notes: [Paragraph(try texts("process.note"))])
  }

  /// Subsidised and unsubsidised work, never added up.
  private func work(_ observed: Observed) throws(ReportFault) -> Table {
    try counts(
      "arbete", texts("work.title"),
      columns: countAndPeople() + [("months", texts("unit.months"))],
      observed.work.map { row in
        WorkPart.allCases.map { .work(row.place, isSubsidised: row.isSubsidised, $0) }
      }, note: texts("work.note"))
  }

  /// Where those who left for work or studies stand at the year's end.
  private func states(_ observed: Observed) throws(ReportFault) -> Table {
    try counts(
      "lage", texts("state.title"), columns: countAndPeople(),
      observed.states.map { row in CountPart.allCases.map { .state(row.kind, $0) } },
      note: texts("state.note"))
  }

  /// What months and kronor rest on (*underlag*).
  private func evidence(_ observed: Observed) throws(ReportFault) -> Table {
    try counts(
      "underlag", texts("evidence.title"),
      columns: [
        ("transitions", texts("unit.transitions")), ("months", texts("unit.months")),
        ("kronor", texts("column.kronor")),
      ],
      observed.evidence.map { row in
        EvidencePart.allCases.map { .evidence(row.evidence, $0) }
      }, note: texts("evidence.note"))
  }

  /// By gender, age and support before; groups without any indicator are left out.
  private func groups(_ observed: Observed) throws(ReportFault) -> Table {
    let columns: [IndicatorID] = [
      .participants, .trained, .employedDuringYear, .fullTimeEquivalents, .placementRate,
      .held(months: 6),
    ]
    let present = Set(observed.indicators.map(\.group))
    let dimensions: [(heading: String?, groups: [ParticipantGroup])] = [
      (nil, [.all]), ("group.gender", Gender.allCases.map { .gender($0) }),
      ("group.age", AgeBand.allCases.map { .age($0) }),
      ("group.support", SupportKind.allCases.map { .support($0) }),
    ]
    var rows: [Row] = []
    for (heading, groups) in dimensions {
      let shown = groups.filter(present.contains)
      if let heading, !shown.isEmpty {
        let blanks = columns.map { _ in Cell.blank }
        rows.append(Row(.heading, [.text(try texts(heading))] + blanks))
      }
      for group in shown {
        rows.append(
          Row(
            level: heading == nil ? 0 : 1,
            [.text(try texts.name(of: group))] + columns.map { cell(.indicator($0, group)) }))
      }
    }
    var headings = [Column("label", heading: "", kind: .label)]
    for id in columns {
      headings.append(
        Column(
          id.identifier, heading: try texts("indicator-heading.\(id.identifier)"),
          kind: .number))
    }
    return Table(
      id: "grupper", title: try texts("indicators.groups"), columns: headings, rows: rows)
  }

  /// The table of data: every indicator of every group.
  private func indicatorData() -> Table {
    let rows = (second.observed?.indicators ?? []).map { indicator in
      let id = FigureID.indicator(indicator.id, indicator.group)
      return Row([
        .text(indicator.id.identifier), .text(indicator.group.identifier), .figure(id),
        .text(figures[id]?.unit.rawValue ?? ""), .text(indicator.id.irisID ?? ""),
      ])
    }
    return Table(
      id: "indikatorer",
      columns: [
        Column("indicator", heading: "indicator", kind: .word),
        Column("group", heading: "group", kind: .word),
        Column("value", heading: "value", kind: .number),
        Column("unit", heading: "unit", kind: .word),
        Column("iris_id", heading: "iris_id", kind: .word),
      ], rows: rows)
  }

  /// The cell of a figure, blank when the report has none.
  func cell(_ id: FigureID) -> Cell { figures.contains(id) ? .figure(id) : .blank }
}
