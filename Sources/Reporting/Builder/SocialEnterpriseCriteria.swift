// ASF criteria, certification and Agenda 2030: what the data shows beside what is stated by hand.

import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The four criteria of an ASF, the certification and the goals of Agenda 2030. Each row says
  /// whether its value comes from the data or from the settings.
  func criteria() -> Table {
    let result = FigureID.statement(
      .incomeStatement, row: StatementLayout.RowID.result, .current)
    var rows =
      [heading(.asfPurpose)] + registered(.participants) + registered(.fullTimeEquivalents)
      + registered(.placeYears)
    rows +=
      [heading(.asfParticipation)] + registered(.members)
      + self.rows(.criterion(.members), from: .asfByHand)
    rows +=
      [heading(.asfReinvestment)] + self.rows(result, from: .asfLedger)
      + self.rows(.criterion(.dividend), from: .asfByHand)
      + self.rows(.criterion(.reinvested), from: .asfLedger)
    // Of the public sector: what the enterprise earns, and what public bodies pay for the work.
    rows +=
      [heading(.asfIndependence)] + self.rows(.criterion(.fromSales), from: .asfLedger)
      + self.rows(.criterion(.fromPublic), from: .asfLedger)
    if let name = settings.socialEnterprise?.certification {
      rows += [heading(.asfCertification), row(name, from: .asfByHand)]
    }
    return Table(
      id: "asf", title: texts(.asfTitle),
      columns: [
        .label, Column("value", heading: texts(.columnValue), kind: .number),
        Column("unit", heading: texts(.assumptionsUnit), kind: .word),
        Column("origin", heading: texts(.asfOrigin), kind: .word),
      ], rows: rows + agenda(), notes: [texts.paragraph(.asfNote)])
  }

  private func heading(_ key: TextKey) -> Row { .heading(texts(key), of: 4) }

  private func row(
    _ label: String, _ figure: FigureID? = nil, from origin: TextKey, level: Int = 1
  ) -> Row {
    Row(
      level: level,
      [
        .text(label), figure.map { .figure($0) } ?? .blank, .text(figure.map(unit) ?? ""),
        .text(texts(origin)),
      ])
  }

  /// A row of a figure, left out when there is none.
  private func rows(_ id: FigureID, from origin: TextKey, level: Int = 1) -> [Row] {
    guard figures.contains(id) else { return [] }
    return [row(labels.label(of: id), id, from: origin, level: level)]
  }

  private func registered(_ id: IndicatorID) -> [Row] {
    rows(.indicator(id), from: .asfRegister)
  }

  /// The stated goals, each with the figure that bears on it, where there is one.
  private func agenda() -> [Row] {
    let goals = settings.socialEnterprise?.agendaGoals ?? []
    guard !goals.isEmpty else { return [] }
    return [heading(.asfAgenda)]
      + goals.flatMap { goal in
        let name = texts(.agendaGoal(number: goal, name: texts(.goal, goal)))
        let evidence = Self.evidence(ofGoal: goal).map { id, group in
          rows(.indicator(id, group), from: .asfRegister, level: 2)
        }
        return [row(name, from: .asfByHand)] + (evidence ?? [])
      }
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
