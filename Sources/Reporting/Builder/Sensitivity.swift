// The section Känslighet: where the net turns, and which assumption decides most.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The section and its table of data; nil without assumptions.
  mutating func sensitivity() throws(ReportFault) -> (section: Section, data: Table)? {
    guard let sensitivity = second.sensitivity, second.coverage.isValued else { return nil }
    let breakEvens = try breakEvenRows(sensitivity)
    let oneWay = try oneWayRows(sensitivity)
    let scenarios = try scenarioRows(sensitivity)
    let headings = ["value", "public", "society"]
    func columns(_ kind: Column.Kind) throws(ReportFault) -> [Column] {
      var columns = [Column("label", heading: "", kind: .label)]
      for id in headings {
        columns.append(
          Column(
            id, heading: try texts("sensitivity.\(id)"), kind: id == "value" ? .number : kind))
      }
      return columns
    }
    func table(
      _ id: String, _ rows: [Row], _ kind: Column.Kind
    ) throws(ReportFault) -> Block {
      .table(
        Table(
          id: id, title: try texts("sensitivity.\(id)"), columns: try columns(kind), rows: rows,
          notes: [Paragraph(try texts("sensitivity.\(id).note"))]))
    }
    let data = breakEvens + oneWay + scenarios
    let dataRows = data.filter { $0.data != nil }.compactMap(\.data)
    return (
      Section(
        id: .sensitivity, title: try texts("section.kanslighet"),
        lead: try texts("section.kanslighet.lead"),
        blocks: [
          try table("break-even", breakEvens.map(\.shown), .number),
          try table("one-way", oneWay.map(\.shown), .kronor),
          try table("scenario", scenarios.map(\.shown), .kronor),
        ]),
      Table(
        id: "kanslighet",
        columns: ["assumption", "case"].map { Column($0, heading: $0, kind: .word) } + [
          Column("value", heading: "value", kind: .number),
          Column("public", heading: "public", kind: .ore),
          Column("society", heading: "society", kind: .ore),
        ], rows: dataRows)
    )
  }

  /// A row for the reader's eye and, but for headings, the row of the CSV.
  private struct SensitivityRow {
    let shown: Row
    let data: Row?
  }

  private mutating func breakEvenRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for found in sensitivity.breakEvens {
      let id =
        found.outcome.map { SensitivitySubject.assumption(.deadweight($0)) }
        ?? .commonDeadweight
      var cells: [Cell] = []
      for (part, value) in [
        (NetSubject.publicSector, found.publicSector), (.society, found.society),
      ] {
        guard let value else {
          cells.append(.text(try texts("sensitivity.none")))
          continue
        }
        cells.append(
          try add(
            Figure(
              id: .sensitivity(id, .breakEven, .net(part)),
              label: try """
              \(texts("sensitivity.break-even")), \(assumptionName(id)), \
              \(texts("subject.\(part.identifier)"))
              """,
              value: .factor(value), unit: .share)))
      }
      let data = cells.map { cell in if case .text = cell { Cell.blank } else { cell } }
      rows.append(
        SensitivityRow(
          shown: Row([.text(try assumptionName(id)), .blank] + cells),
          data: Row([.text(word(of: id)), .text("break-even"), .blank] + data)))
    }
    return rows
  }

  private mutating func oneWayRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for assumption in sensitivity.oneWay {
      rows.append(
        SensitivityRow(
          shown: Row(
            .heading,
            [.text(try assumptionName(.assumption(assumption.id))), .blank, .blank, .blank]),
          data: nil))
      for name in SensitivityCase.allCases {
        guard let assumed = assumption.values[name],
          let figureValue = FigureValue(assumed: assumed), let net = assumption.nets[name]
        else { continue }
        let value = try add(
          Figure(
            id: .sensitivity(.assumption(assumption.id), .chosen(name), .value),
            label: try """
            \(assumptionName(.assumption(assumption.id))), \(texts("sensitivity.case.\(name.rawValue)"))
            """,
            value: figureValue, unit: unit(of: assumed)))
        let nets = try addNets(net, id: .assumption(assumption.id), name: name)
        rows.append(
          SensitivityRow(
            shown: Row(
              level: 1,
              [.text(try texts("sensitivity.case.\(name.rawValue)")), value] + nets),
            data: Row([.text(assumption.id.path), .text(name.rawValue), value] + nets)))
      }
    }
    return rows
  }

  private func unit(of assumed: AssumedValue) -> FigureUnit {
    switch assumed {
    case .rate: .share
    case .amount: .kronor
    case .count, .unlimited: .count
    }
  }

  private mutating func scenarioRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for name in SensitivityCase.allCases {
      guard let net = sensitivity.scenarios[name] else { continue }
      let nets = try addNets(net, id: .scenario, name: name)
      rows.append(
        SensitivityRow(
          shown: Row(
            name == .base ? .subtotal : .body,
            [.text(try texts("sensitivity.case.\(name.rawValue)")), .blank] + nets),
          data: Row([.text(word(of: .scenario)), .text(name.rawValue), .blank] + nets)))
    }
    return rows
  }

  private mutating func addNets(
    _ net: NetPair, id: SensitivitySubject, name: SensitivityCase
  ) throws(ReportFault) -> [Cell] {
    var cells: [Cell] = []
    for (part, amount) in [
      (NetSubject.publicSector, net.publicSector), (.society, net.society),
    ] {
      cells.append(
        try add(
          Figure(
            id: .sensitivity(id, .chosen(name), .net(part)),
            label: try """
            \(assumptionName(id)), \(texts("sensitivity.case.\(name.rawValue)")), \
            \(texts("subject.\(part.identifier)"))
            """,
            value: .amount(amount), unit: .kronor)))
    }
    return cells
  }

  /// An assumption as the list of assumptions calls it; the common deadweight and the scenarios
  /// have no row there.
  private func assumptionName(_ id: SensitivitySubject) throws(ReportFault) -> String {
    switch id {
    case .commonDeadweight: return try texts("sensitivity.common-deadweight")
    case .scenario: return try texts("sensitivity.scenario")
    case .assumption(let id):
      guard let entry = AssumptionEntry.all(in: settings).first(where: { $0.id == id }) else {
        return id.path
      }
      return try name(of: entry)
    }
  }

  /// What kanslighet.csv calls a subject.
  private func word(of subject: SensitivitySubject) -> String {
    switch subject {
    case .assumption(let id): id.path
    case .commonDeadweight: "dödvikt"
    case .scenario: "scenario"
    }
  }

  /// The headline as low / base / high, with the assumption that decides most; nil without ranges.
  func headlineRange() throws(ReportFault) -> Paragraph? {
    guard let sensitivity = second.sensitivity, second.coverage.isValued,
      let most = sensitivity.oneWay.first, most.swing > 0
    else { return nil }
    return try texts.paragraph(
      "headline.range",
      figures: [
        "low": .sensitivity(.scenario, .chosen(.low), .net(.society)),
        "base": .net(.net, .society),
        "high": .sensitivity(.scenario, .chosen(.high), .net(.society)),
      ], ["assumption": try assumptionName(.assumption(most.id))])
  }
}
