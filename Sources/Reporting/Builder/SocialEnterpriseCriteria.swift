// ASF criteria, certification and Agenda 2030: what the data shows beside what is stated by hand.

import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The four criteria of an ASF, the certification and the goals of Agenda 2030. Each row says
  /// whether its value comes from the data or from the settings.
  func criteria() throws(ReportFault) -> Table {
    let rows =
      try purpose() + participation() + reinvestment() + independence() + certification()
      + agenda()
    return Table(
      id: "asf", title: try texts("asf.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
        Column("unit", heading: try texts("assumptions.unit"), kind: .word),
        Column("origin", heading: try texts("asf.origin"), kind: .word),
      ], rows: rows, notes: [Paragraph(try texts("asf.note"))])
  }

  private func heading(_ key: String) throws(ReportFault) -> Row {
    Row(.heading, [.text(try texts(key)), .blank, .blank, .blank])
  }

  private func row(_ label: String, _ value: Cell, origin: String) throws(ReportFault) -> Row {
    var unit = ""
    if case .figure(let id) = value, let own = figures[id]?.unit, own != .share {
      unit = try texts("unit.\(own.rawValue)")
    }
    return Row(level: 1, [.text(label), value, .text(unit), .text(try texts(origin))])
  }

  /// A row of an indicator, left out when there is none.
  private func rows(
    _ id: IndicatorID, _ group: ParticipantGroup = .all
  ) throws(ReportFault) -> [Row] {
    try rows(.indicator(id, group), origin: "asf.register")
  }

  private func purpose() throws(ReportFault) -> [Row] {
    try [heading("asf.purpose")] + rows(.participants) + rows(.fullTimeEquivalents)
      + rows(.placeYears)
  }

  /// A row of a criterion's figure, left out when there is none.
  private func rows(_ id: CriterionID, origin: String) throws(ReportFault) -> [Row] {
    try rows(.criterion(id), origin: origin)
  }

  private func rows(_ id: FigureID, origin: String) throws(ReportFault) -> [Row] {
    guard figures.contains(id) else { return [] }
    return [try row(labels.label(of: id), .figure(id), origin: origin)]
  }

  private func participation() throws(ReportFault) -> [Row] {
    try [heading("asf.participation")] + rows(.members)
      + rows(CriterionID.members, origin: "asf.by-hand")
  }

  private func reinvestment() throws(ReportFault) -> [Row] {
    let result = FigureID.statement(
      .incomeStatement, row: StatementLayout.RowID.result, .current)
    return try [heading("asf.reinvestment")] + rows(result, origin: "asf.ledger")
      + rows(.dividend, origin: "asf.by-hand") + rows(.reinvested, origin: "asf.ledger")
  }

  /// Independence of the public sector: what the enterprise earns, and what public bodies pay for
  /// the social work.
  private func independence() throws(ReportFault) -> [Row] {
    try [heading("asf.independence")] + rows(.fromSales, origin: "asf.ledger")
      + rows(.fromPublic, origin: "asf.ledger")
  }

  private func certification() throws(ReportFault) -> [Row] {
    guard let name = settings.socialEnterprise?.certification else { return [] }
    return [
      try heading("asf.certification"), try row(name, .blank, origin: "asf.by-hand"),
    ]
  }

  /// The stated goals, each with the figure that bears on it, where there is one.
  private func agenda() throws(ReportFault) -> [Row] {
    let goals = settings.socialEnterprise?.agendaGoals ?? []
    guard !goals.isEmpty else { return [] }
    var found = [try heading("asf.agenda")]
    for goal in goals {
      found.append(
        try row(
          texts("agenda.goal", ["number": String(goal), "name": texts("agenda.\(goal)")]),
          .blank, origin: "asf.by-hand"))
      guard let (id, group) = Self.evidence(ofGoal: goal) else { continue }
      for row in try rows(id, group) {
        found.append(Row(row.role, level: 2, row.cells))
      }
    }
    return found
  }

  /// The indicator that bears on a goal: poverty on those who lived on social assistance,
  /// education on training, equality on women, decent work on full-time jobs, inequality on
  /// everyone who took part.
  private static func evidence(ofGoal goal: Int) -> (IndicatorID, ParticipantGroup)? {
    switch goal {
    case 1: (.participants, .support(.socialAssistance))
    case 4: (.trained, .all)
    case 5: (.participants, .gender(.woman))
    case 8: (.fullTimeEquivalents, .all)
    case 10: (.participants, .all)
    default: nil
    }
  }
}
