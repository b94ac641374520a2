// Tables of the section Indikatorer that set things side by side: processes, work, states,
// evidence, groups.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The three processes of an ASF: the individual's, the enterprise's, training and rehabilitation.
  mutating func processes(_ observed: Observed) throws(ReportFault) -> Table {
    func of(_ id: IndicatorID) -> Cell { cell(.indicator(id, .all)) }
    let sales = cell(
      .statement(.incomeStatement, row: StatementLayout.RowID.netSales, .current))
    let result = cell(.statement(.incomeStatement, row: StatementLayout.RowID.result, .current))
    let places = cell(.matrix(.ledger, "placementFee", nil, .enterprise))
    var left: [Cell] = []
    for (part, leaving) in [
      (Process.all, observed.leaving.all), (.employment, observed.leaving.fromEmployment),
      (.training, observed.leaving.fromTraining),
    ] {
      left.append(
        try count(
          .process(part), try texts("process.transitions"),
          leaving.count, unit: .transitions, people: leaving.people))
    }
    let lines: [(key: String, cells: [Cell])] = [
      ("people", [of(.participants), of(.employedDuringYear), of(.trained)]),
      ("years", [.blank, of(.fullTimeEquivalents), of(.placeYears)]),
      ("transitions", left),
      ("months", [of(.monthsToTransition), .blank, .blank]),
      ("held", [of(.held(months: 6)), .blank, .blank]),
      ("sales", [.blank, sales, places]),
      ("result", [.blank, result, .blank]),
    ]
    var rows: [Row] = []
    for line in lines {
      rows.append(Row([.text(try texts("process.\(line.key)"))] + line.cells))
    }
    return Table(
      id: "processer", title: try texts("process.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("individual", heading: try texts("process.individual"), kind: .number),
        Column("enterprise", heading: try texts("process.enterprise"), kind: .number),
        Column("training", heading: try texts("process.training"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("process.note"))], isAboutParticipants: true)
  }

  /// Subsidised and unsubsidised work, never added up.
  mutating func work(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for work in observed.work {
      let key =
        "work.\(work.place.rawValue).\(work.isSubsidised ? "subsidised" : "unsubsidised")"
      let label = try texts(key)
      func id(_ part: WorkPart) -> FigureID {
        .work(work.place, isSubsidised: work.isSubsidised, part)
      }
      let months = try shown(.months(work.months))
      rows.append(
        Row([
          .text(label),
          try count(
            id(.count), label, work.count,
            unit: work.place == .here ? .employments : .transitions, people: work.people),
          try count(id(.people), label, work.people, unit: .people),
          try add(
            Figure(
              id: id(.months), label: label, value: months.value,
              unit: months.unit, people: work.peopleOfMonths)),
        ]))
    }
    return Table(
      id: "arbete", title: try texts("work.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("count", heading: try texts("indicators.count"), kind: .number),
        Column("people", heading: try texts("indicators.people"), kind: .number),
        Column("months", heading: try texts("unit.months"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("work.note"))], isAboutParticipants: true)
  }

  /// Where those who left for work or studies stand at the year's end.
  mutating func states(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for state in observed.states {
      let label = try texts("state.\(state.kind.rawValue)")
      rows.append(
        Row([
          .text(label),
          try count(
            .state(state.kind, .count), label, state.count, unit: .transitions,
            people: state.people),
          try count(
            .state(state.kind, .people), label, state.people,
            unit: .people),
        ]))
    }
    return Table(
      id: "lage", title: try texts("state.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("count", heading: try texts("indicators.count"), kind: .number),
        Column("people", heading: try texts("indicators.people"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("state.note"))], isAboutParticipants: true)
  }

  /// What months and kronor rest on (*underlag*).
  mutating func evidence(_ observed: Observed) throws(ReportFault) -> Table {
    var rows: [Row] = []
    for row in observed.evidence {
      let label = try texts("evidence.\(row.evidence.rawValue)")
      var cells: [Cell] = [
        .text(label),
        try count(
          .evidence(row.evidence, .transitions), label, row.transitions,
          unit: .transitions, people: row.peopleOfTransitions),
      ]
      for (part, value) in [
        (EvidencePart.months, Indicator.Value.months(row.months)),
        (.kronor, .kronor(row.kronor)),
      ] {
        let shown = try shown(value)
        cells.append(
          try add(
            Figure(
              id: .evidence(row.evidence, part), label: label,
              value: shown.value, unit: shown.unit, people: row.people)))
      }
      rows.append(Row(cells))
    }
    return Table(
      id: "underlag", title: try texts("evidence.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("transitions", heading: try texts("unit.transitions"), kind: .number),
        Column("months", heading: try texts("unit.months"), kind: .number),
        Column("kronor", heading: try texts("column.kronor"), kind: .kronor),
      ], rows: rows, notes: [Paragraph(try texts("evidence.note"))], isAboutParticipants: true)
  }

  /// By gender, age and support before; groups without any indicator are left out.
  func groups(_ observed: Observed) throws(ReportFault) -> Table {
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
            [.text(try name(of: group))] + columns.map { cell(.indicator($0, group)) }))
      }
    }
    var headings = [Column("label", heading: "", kind: .label)]
    for id in columns {
      headings.append(
        Column(
          id.rawValue, heading: try texts("indicator-heading.\(id.rawValue)"), kind: .number))
    }
    return Table(
      id: "grupper", title: try texts("indicators.groups"), columns: headings,
      rows: rows,
      isAboutParticipants: describesParticipants(rows))
  }
}
