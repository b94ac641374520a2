// ASF criteria, certification and Agenda 2030: what the data shows beside what is stated by hand.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// The four criteria of an ASF, the certification and the goals of Agenda 2030. Each row says
  /// whether its value comes from the data or from the settings.
  mutating func criteria() throws(ReportFault) -> Table {
    var rows = try purpose() + participation()
    rows += try reinvestment()
    rows += try independence()
    rows += try certification() + agenda()
    return Table(
      id: "asf", title: try texts("asf.title"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
        Column("unit", heading: try texts("assumptions.unit"), kind: .word),
        Column("origin", heading: try texts("asf.origin"), kind: .word),
      ], rows: rows, notes: [Paragraph(try texts("asf.note"))], isAboutParticipants: true)
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
    let figure = FigureID.indicator(id, group)
    guard let label = figures[figure]?.label else { return [] }
    return [try row(label, .figure(figure), origin: "asf.register")]
  }

  private func purpose() throws(ReportFault) -> [Row] {
    try [heading("asf.purpose")] + rows(.participants) + rows(.fullTimeEquivalents)
      + rows(.placeYears)
  }

  private mutating func participation() throws(ReportFault) -> [Row] {
    var found = try [heading("asf.participation")] + rows(.members)
    if let members = settings.socialEnterprise?.members {
      let label = try texts("asf.members")
      let cell = try add(
        Figure(
          id: .criterion(.members), label: label, value: .count(members), unit: .people))
      found.append(try row(label, cell, origin: "asf.by-hand"))
    }
    return found
  }

  private mutating func reinvestment() throws(ReportFault) -> [Row] {
    var found = [try heading("asf.reinvestment")]
    let result = FigureID.statement(
      .incomeStatement, row: StatementLayout.RowID.result, .current)
    if let label = figures[result]?.label {
      found.append(try row(label, .figure(result), origin: "asf.ledger"))
    }
    guard let dividend = settings.socialEnterprise?.dividend else { return found }
    let label = try texts("asf.dividend")
    let id = FigureID.criterion(.dividend)
    let cell = try add(
      Figure(id: id, label: label, value: .amount(dividend), unit: .kronor))
    found.append(try row(label, cell, origin: "asf.by-hand"))
    let share: Rate?
    do {
      share = try first.keyFigures(KeyFigureInput(dividend: dividend)).reinvestedShare.map {
        exact throws(ArithmeticOverflow) in
        Rate(tenThousandths: try exact.rounded(decimals: 4))
      }
    } catch { throw .overflow }
    if let share {
      let label = try texts("asf.reinvested")
      let cell = try add(
        Figure(
          id: .criterion(.reinvested), label: label, value: .rate(share), unit: .share,
          restsOn: known([result, id])))
      found.append(try row(label, cell, origin: "asf.ledger"))
    }
    return found
  }

  /// Independence of the public sector: what the enterprise earns, and what public bodies pay for
  /// the social work.
  private mutating func independence() throws(ReportFault) -> [Row] {
    var found = [try heading("asf.independence")]
    let income = second.printedLines.filter { _, line in
      line.series == .ledger && line.to == .enterprise
        && KeyFigures.incomeKinds.map(\.rawValue).contains(line.kind.rawValue)
    }
    let lines = income.map(\.line)
    let total = try sum(lines.map(\.amount))
    guard total > .zero else { return found }
    let publicActors = Set(second.actors.filter(\.isPublic).map(\.id))
    let parts: [(id: CriterionID, amount: Amount)] = [
      (.fromSales, try sum(lines.filter { $0.kind == "sale" }.map(\.amount))),
      (
        .fromPublic,
        try sum(
          lines.filter { $0.kind != "sale" && publicActors.contains($0.from) }.map(\.amount))
      ),
    ]
    for part in parts {
      let label = try texts("asf.\(part.id.rawValue)")
      let cell = try add(
        Figure(
          id: .criterion(part.id), label: label,
          value: .rate(try rate(part.amount, of: total)), unit: .share,
          restsOn: known(income.map { .line($0.reference, .amount) })))
      found.append(try row(label, cell, origin: "asf.ledger"))
    }
    return found
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
