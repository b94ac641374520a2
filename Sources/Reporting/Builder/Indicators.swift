// The section Indikatorer: what was observed, beside nothing that is valued.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// What was observed; without a register a file without rows.
  func indicators() -> ReportPart {
    let all = allIndicators()
    guard let observed = second.observed else { return ReportPart(data: [all]) }
    var blocks: [Block] = [.table(all)]
    if !observed.knowsHolding { blocks.append(.notice(texts.paragraph(.indicatorsHoldingUnknown))) }
    blocks.append(.table(setbacks(observed)))
    if observed.setbacks.allSatisfy({ $0.records.rows.isEmpty }) {
      blocks.append(.notice(texts.paragraph(.setbacksNone)))
    }
    for table in [funnel, processes, work, states, evidence, groups] {
      blocks.append(.table(table(observed)))
    }
    blocks.append(.table(criteria()))
    if second.ties != nil { blocks.append(.table(costs())) }
    return ReportPart(sections: [section(.indicators, blocks)], data: [all])
  }

  /// The costs behind the costs per month and transition, tied to the income statement.
  private func costs() -> Table {
    let kinds = FlowKind.allCases.filter { figures.contains(.cost($0)) }
    return Table(
      id: "kostnader", title: texts(.costsTitle),
      columns: [
        .data("kind"), .label, Column("amount", heading: texts(.columnKronor), kind: .kronor),
        .data("share"),
      ],
      rows: kinds.map { kind in
        Row([.text(kind.rawValue), .text(texts(.flow, kind)), .figure(.cost(kind)), .blank])
      } + tieRows(.costs, id: "reconciling"), notes: tieNotes(.costs))
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
  func indicatorsInBrief(_ observed: Observed) -> Table {
    var rows: [Row] = []
    for id in Self.inBrief {
      guard let indicator = observed.indicator(id) else { continue }
      let isDestination = id.destination != nil
      if isDestination, indicator.number.isZero { continue }
      let figure = FigureID.indicator(id)
      rows.append(
        Row(
          level: isDestination ? 1 : 0,
          [
            .text(labels.name(of: id)), .figure(figure), .text(unit(of: figure)),
            cell(.indicator(id, .all, .part)), cell(.indicator(id, .all, .whole)),
          ]))
    }
    return Table(
      id: "observerat", title: texts(.summaryObserved),
      columns: [
        .label, Column("value", heading: texts(.columnValue), kind: .number),
        Column("unit", heading: texts(.assumptionsUnit), kind: .word),
        Column("part", heading: texts(.indicatorsPart), kind: .number),
        Column("whole", heading: texts(.indicatorsWhole), kind: .number),
      ], rows: rows, notes: [texts.paragraph(.summaryObservedNote)])
  }

  /// Every indicator of every group; the page shows those of everyone.
  private func allIndicators() -> Table {
    IndicatorTable.all(second.observed?.indicators ?? [], figures: figures, texts)
  }

  /// A table of counts, each row under the label of its first figure. What cannot be known is no
  /// figure and says so.
  private func counts(
    _ id: String, _ title: TextKey, columns: [(id: String, heading: TextKey)],
    _ rows: [[FigureID]], note: TextKey
  ) -> Table {
    Table(
      id: id, title: texts(title),
      columns: [.label]
        + columns.map {
          Column($0.id, heading: texts($0.heading), kind: $0.id == "kronor" ? .kronor : .number)
        },
      rows: rows.map { ids in
        Row(
          [.text(labels.label(of: ids[0]))]
            + ids.map {
              figures.contains($0) ? .figure($0) : .text(texts(.indicatorsNotKnown))
            })
      }, notes: [texts.paragraph(note)])
  }

  private var countAndPeople: [(id: String, heading: TextKey)] {
    [("count", .indicatorsCount), ("people", .indicatorsPeople)]
  }

  /// *Negativa och okända utfall*: every row, every year; no setting leaves it out.
  private func setbacks(_ observed: Observed) -> Table {
    counts(
      "negativa-utfall", .setbacksTitle, columns: countAndPeople,
      observed.setbacks.map { row in CountPart.allCases.map { .setback(row.kind, $0) } },
      note: .setbacksNote)
  }

  private func funnel(_ observed: Observed) -> Table {
    counts(
      "tratten", .funnelTitle,
      columns: [("year", .funnelInYear), ("ever", .funnelEver)],
      observed.funnel.map { row in FunnelPart.allCases.map { .funnel(row.step, $0) } },
      note: .funnelNote)
  }

  /// The three processes of an ASF: the individual's, the enterprise's, training and
  /// rehabilitation.
  private func processes(_ observed: Observed) -> Table {
    func of(_ id: IndicatorID) -> Cell { cell(.indicator(id)) }
    func income(_ row: String) -> Cell {
      cell(.statement(.incomeStatement, row: row, .current))
    }
    let places = cell(.matrix(.ledger, "placementFee", nil, .enterprise))
    let rows: [(label: TextKey, cells: [Cell])] = [
      (.processPeople, [of(.participants), of(.employedDuringYear), of(.trained)]),
      (.processYears, [.blank, of(.fullTimeEquivalents), of(.placeYears)]),
      (.processTransitions, observed.leaving.map { .figure(.process($0.kind)) }),
      (.processMonths, [of(.monthsToTransition), .blank, .blank]),
      (.processHeld, [of(.held(months: 6)), .blank, .blank]),
      (.processSales, [.blank, income(StatementLayout.RowID.netSales), places]),
      (.processResult, [.blank, income(StatementLayout.RowID.result), .blank]),
    ]
    return Table(
      id: "processer", title: texts(.processTitle),
      columns: [
        .label,
        Column("individual", heading: texts(.processIndividual), kind: .number),
        Column("enterprise", heading: texts(.processEnterprise), kind: .number),
        Column("training", heading: texts(.processTraining), kind: .number),
      ], rows: rows.map { Row([.text(texts($0.label))] + $0.cells) },
      notes: [texts.paragraph(.processNote)])
  }

  /// Subsidised and unsubsidised work, never added up.
  private func work(_ observed: Observed) -> Table {
    counts(
      "arbete", .workTitle,
      columns: countAndPeople + [("months", .unitMonths)],
      observed.work.map { row in
        WorkPart.allCases.map { .work(row.place, isSubsidised: row.isSubsidised, $0) }
      }, note: .workNote)
  }

  /// Where those who left for work or studies stand at the year's end.
  private func states(_ observed: Observed) -> Table {
    counts(
      "lage", .stateTitle, columns: countAndPeople,
      observed.states.map { row in CountPart.allCases.map { .state(row.kind, $0) } },
      note: .stateNote)
  }

  /// What months and kronor rest on (*underlag*).
  private func evidence(_ observed: Observed) -> Table {
    counts(
      "underlag", .evidenceTitle,
      columns: [
        ("transitions", .unitTransitions), ("months", .unitMonths),
        ("kronor", .columnKronor),
      ],
      observed.evidence.map { row in
        EvidencePart.allCases.map { .evidence(row.evidence, $0) }
      }, note: .evidenceNote)
  }

  /// By gender, age and support before, a share with the number that it is a share of; groups
  /// without any indicator are left out.
  private func groups(_ observed: Observed) -> Table {
    let indicators: [IndicatorID] = [
      .participants, .trained, .employedDuringYear, .fullTimeEquivalents, .placementRate,
      .held(months: 6),
    ]
    let shares: Set<IndicatorID> = [.placementRate, .held(months: 6)]
    let columns =
      [.label]
      + indicators.flatMap { id in
        [Column(id.identifier, heading: texts(.indicatorHeading, id), kind: .number)]
          + (shares.contains(id)
            ? [
              Column("\(id.identifier)-whole", heading: texts(.indicatorsWhole), kind: .number)
            ] : [])
      }
    let present = Set(observed.indicators.map(\.group))
    let dimensions: [(heading: TextKey?, groups: [ParticipantGroup])] = [
      (nil, [.all]), (.groupGender, Gender.allCases.map { .gender($0) }),
      (.groupAge, AgeBand.allCases.map { .age($0) }),
      (.groupSupport, SupportKind.allCases.map { .support($0) }),
    ]
    var rows: [Row] = []
    for (heading, groups) in dimensions {
      let shown = groups.filter(present.contains)
      if let heading, !shown.isEmpty { rows.append(.heading(texts(heading), of: columns.count)) }
      for group in shown {
        rows.append(
          Row(
            level: heading == nil ? 0 : 1,
            [.text(texts.name(of: group))]
              + indicators.flatMap { id in
                [cell(.indicator(id, group))]
                  + (shares.contains(id) ? [cell(.indicator(id, group, .whole))] : [])
              }))
      }
    }
    return Table(id: "grupper", title: texts(.indicatorsGroups), columns: columns, rows: rows)
  }
}
