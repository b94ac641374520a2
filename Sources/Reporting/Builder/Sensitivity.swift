// The section Känslighet: where the net turns, and which assumption decides most.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The section and its table of data; nil without assumptions.
  func sensitivity() throws(ReportFault) -> (section: Section, data: Table)? {
    guard let sensitivity = second.shownSensitivity else { return nil }
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

  private func breakEvenRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for found in sensitivity.breakEvens {
      let id = found.subject
      let cells = try [NetSubject.publicSector, .society].map { subject throws(ReportFault) in
        let figure = FigureID.sensitivity(id, .breakEven, .net(subject))
        return figures.contains(figure) ? Cell.figure(figure) : .text(try texts("sensitivity.none"))
      }
      let data = cells.map { cell in if case .text = cell { Cell.blank } else { cell } }
      rows.append(
        SensitivityRow(
          shown: Row([.text(try labels.name(of: id)), .blank] + cells),
          data: Row([.text(word(of: id)), .text("break-even"), .blank] + data)))
    }
    return rows
  }

  private func oneWayRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for assumption in sensitivity.oneWay {
      rows.append(
        SensitivityRow(
          shown: Row(
            .heading,
            [.text(try labels.name(of: assumption.id)), .blank, .blank, .blank]),
          data: nil))
      for name in SensitivityCase.allCases {
        let id = SensitivitySubject.assumption(assumption.id)
        let figure = FigureID.sensitivity(id, .chosen(name), .value)
        guard figures.contains(figure) else { continue }
        let value = Cell.figure(figure)
        let nets = Self.nets(id, name)
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

  private func scenarioRows(
    _ sensitivity: Sensitivity
  ) throws(ReportFault) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for name in SensitivityCase.allCases {
      guard sensitivity.scenarios[name] != nil else { continue }
      let nets = Self.nets(.scenario, name)
      rows.append(
        SensitivityRow(
          shown: Row(
            name == .base ? .subtotal : .body,
            [.text(try texts("sensitivity.case.\(name.rawValue)")), .blank] + nets),
          data: Row([.text(word(of: .scenario)), .text(name.rawValue), .blank] + nets)))
    }
    return rows
  }

  private static func nets(_ id: SensitivitySubject, _ name: SensitivityCase) -> [Cell] {
    [NetSubject.publicSector, .society].map { .figure(.sensitivity(id, .chosen(name), .net($0))) }
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
    guard let sensitivity = second.shownSensitivity,
      let most = sensitivity.oneWay.first, most.swing > 0
    else { return nil }
    return try texts.paragraph(
      "headline.range",
      figures: [
        "low": .sensitivity(.scenario, .chosen(.low), .net(.society)),
        "base": .net(.net, .society),
        "high": .sensitivity(.scenario, .chosen(.high), .net(.society)),
      ], ["assumption": try labels.name(of: SensitivitySubject.assumption(most.id))])
  }
}
