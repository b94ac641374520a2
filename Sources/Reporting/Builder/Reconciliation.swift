// The section Avstämning: every check with both figures, and the target group's wages.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The section and its tables of data.
  mutating func reconciliation() throws(ReportFault) -> (
    section: Section, data: Table, opening: Table
  ) {
    let opening = try openingDifferences()
    var causes: [Paragraph] = []
    var rows: [Row] = []
    var dataRows: [Row] = []
    var times: [CheckName: Int] = [:]
    for check in second.reconciliation {
      times[check.check, default: 0] += 1
      let key = CheckID(check.check, time: times[check.check] ?? 1)
      let label = try texts("check.\(check.check.rawValue)")
      let cells = try addFigures(of: check, key: key, label: label)
      rows.append(
        Row([.text(label)] + cells + [.text(try texts("check.outcome.\(check.outcome.rawValue)"))])
      )
      dataRows.append(
        Row([.text(check.check.rawValue)] + cells + [.text(check.outcome.rawValue)]))
      if check.outcome == .warning {
        causes.append(
          Paragraph(
            try "\(label): \(texts("check.cause.\(check.check.rawValue)"))"))
      }
    }
    let display = Table(
      id: "avstamning", columns: try columns(language: true), rows: rows,
      notes: causes + [Paragraph(try texts("check.note"))])
    var blocks: [Block] = [.table(display)]
    if let wages = second.targetWages {
      blocks.append(.heading(try texts("wages.heading")))
      blocks.append(.table(try table(wages)))
    }
    blocks += opening.blocks
    return (
      Section(
        id: .reconciliation, title: try texts("section.avstamning"),
        lead: try texts("section.avstamning.lead"), blocks: blocks),
      Table(
        id: "avstamning", columns: try columns(language: false), rows: dataRows),
      opening.data
    )
  }

  private mutating func addFigures(
    of check: ReconciliationCheck, key: CheckID, label: String
  ) throws(ReportFault) -> [Cell] {
    let both = max(check.leftPeople, check.rightPeople)
    var cells: [Cell] = []
    for (part, value, people) in [
      (CheckPart.left, check.left, check.leftPeople), (.right, check.right, check.rightPeople),
      // What may differ is a part of the right figure.
      (.difference, check.difference, both), (.tolerance, check.tolerance, check.rightPeople),
    ] {
      let isDifference = part == .difference && check.check != .openingBalance
      let formula: Formula? =
        isDifference
        ? .balance(
          plus: [.check(key, .left)], minus: [.check(key, .right)]) : nil
      let (figure, unit): (FigureValue, FigureUnit) =
        switch value {
        case .amount(let amount): (.amount(amount), .kronor)
        case .share(let share): (.factor(share), .share)
        }
      cells.append(
        try add(
          Figure(
            id: .check(key, part), label: try "\(label): \(texts("check.\(part.rawValue)"))",
            value: figure, unit: unit, formula: formula, people: people)))
    }
    return cells
  }

  private func columns(language: Bool) throws(ReportFault) -> [Column] {
    func heading(_ id: String) throws(ReportFault) -> String {
      language ? try texts("check.\(id)") : id
    }
    return [
      Column("check", heading: try heading("check"), kind: .label),
      Column("left", heading: try heading("left"), kind: .ore),
      Column("right", heading: try heading("right"), kind: .ore),
      Column("difference", heading: try heading("difference"), kind: .ore),
      Column("tolerance", heading: try heading("tolerance"), kind: .ore),
      Column("outcome", heading: try heading("outcome"), kind: .word),
    ]
  }

  private mutating func table(_ wages: TargetWages) throws(ReportFault) -> Table {
    let people = Set(wages.records.map(\.participant)).count
    var rows: [Row] = []
    for (part, value, people) in [
      (WagesPart.recorded, try kronor(wages.recorded), people),
      (.ledger, .amount(wages.ledgerWages), 0),
      (.ratio, try factor(wages.wageRatio), people),
      (.fees, try kronor(wages.fees), people),
      (.ledgerFees, .amount(wages.ledgerFees), 0),
      (.feeRatio, try factor(wages.feeRatio), people),
    ] {
      let label = try texts("wages.\(part.rawValue)")
      let unit: FigureUnit = if case .factor = value { .factor } else { .kronor }
      let cell = try add(
        Figure(id: .wages(part), label: label, value: value, unit: unit, people: people))
      rows.append(Row([.text(label), cell]))
    }
    return Table(
      id: "lon",
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("wages.value"), kind: .ore),
      ], rows: rows, notes: [Paragraph(try texts("wages.note"))])
  }

  private func kronor(_ exact: Rational) throws(ReportFault) -> FigureValue {
    do { return .amount(try exact.roundedToOre()) } catch { throw .overflow }
  }

  private func factor(_ exact: Rational) throws(ReportFault) -> FigureValue {
    do { return .factor(try Factor(rounding: exact)) } catch { throw .overflow }
  }
}
