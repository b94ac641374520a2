// Nyckeltal and income by kind.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The key figures that are known: a table for the eye, nil when none is, and the table of data.
  mutating func keyFigures(
    _ review: BooksReview
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    for figure in try list(review) {
      let label = try texts("key.\(figure.id.rawValue)")
      let cell = try add(
        Figure(
          id: .keyFigure(figure.id), label: label, value: figure.value, unit: figure.unit,
          restsOn: known(figure.restsOn)))
      rows.append(Row([.text(label), cell]))
      dataRows.append(Row([.text(figure.id.rawValue), cell, .text(figure.unit.rawValue)]))
    }
    let display = Table(
      id: "nyckeltal", title: try texts("key.heading"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("column.value"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("key.note"))])
    let data = Table(
      id: "nyckeltal",
      columns: [
        Column("figure", heading: "figure", kind: .word),
        Column("value", heading: "value", kind: .number),
        Column("unit", heading: "unit", kind: .word),
      ], rows: dataRows)
    return (rows.isEmpty ? nil : display, data)
  }

  private struct KeyFigure {
    let id: KeyFigureID
    let value: FigureValue
    var unit = FigureUnit.kronor
    var restsOn: [FigureID] = []
  }

  private func list(_ review: BooksReview) throws(ReportFault) -> [KeyFigure] {
    var found: [KeyFigure] = []
    let figures = review.keyFigures
    let contributions = StatementLayout.RowID.memberContributions
    if let members = review.stated.members {
      found.append(KeyFigure(id: .membersStated, value: .count(members), unit: .people))
    }
    if let amount = figures.memberContributions {
      found.append(
        KeyFigure(
          id: .memberContributions, value: .amount(amount),
          restsOn: [.statement(.balanceSheet, row: contributions, .current)]))
    }
    if let amount = figures.memberContributionsChange {
      found.append(
        KeyFigure(
          id: .memberContributionsChange, value: .amount(amount),
          restsOn: YearColumn.allCases.map {
            .statement(.balanceSheet, row: contributions, $0)
          }))
    }
    let result = FigureID.statement(
      .incomeStatement, row: StatementLayout.RowID.result, .current)
    if let amount = review.stated.dividend {
      found.append(KeyFigure(id: .dividend, value: .amount(amount)))
    }
    if let exact = figures.reinvestedShare {
      found.append(
        KeyFigure(
          id: .reinvestedShare, value: try share(exact), unit: .share,
          restsOn: [result, .keyFigure(.dividend)]))
    }
    if let employees = review.stated.employees {
      found.append(KeyFigure(id: .employeesStated, value: .count(employees), unit: .people))
    }
    if let exact = figures.personnelCostPerEmployee {
      do {
        found.append(
          KeyFigure(
            id: .personnelCostPerEmployee, value: .amount(try exact.roundedToOre()),
            restsOn: [
              .statement(.incomeStatement, row: StatementLayout.RowID.personnel, .current),
              .keyFigure(.employeesStated),
            ]))
      } catch { throw .overflow }
    }
    if let cost = try targetCost() { found.append(cost) }
    return found
  }

  /// Wages and contributions of the target group per full-time equivalent: both parts by the
  /// register, so like stands over like.
  private func targetCost() throws(ReportFault) -> KeyFigure? {
    guard let observed = second.observed, observed.fullTimeEquivalents > .zero else { return nil }
    let cells = known([.wageTarget, .feesTarget].map { .matrix(.ledger, $0, nil, .enterprise) })
    guard !cells.isEmpty else { return nil }
    let cost = cells.compactMap { figures[$0]?.value.rational }.sum()
    do {
      return KeyFigure(
        id: .targetCostPerFTE,
        value: .amount(try (-cost / observed.fullTimeEquivalents).roundedToOre()),
        restsOn: cells + [.indicator(.fullTimeEquivalents)])
    } catch { throw .overflow }
  }

  /// Income by kind: a table for the eye, nil when there is no income, and the table of data.
  mutating func incomeByKind(
    _ shares: [KeyFigures.IncomeShare]
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    for share in shares {
      let label = try texts("kind.\(share.kind.rawValue)")
      let kind = LineKind(rawValue: share.kind.rawValue)
      let amount = try add(
        Figure(
          id: .incomeKind(share.kind, .amount), label: label, value: .amount(share.amount),
          unit: .kronor,
          formula: known([.matrix(.ledger, kind, nil, .enterprise)]).first.map { .figure($0) }))
      var rate = Cell.blank
      if let exact = share.share {
        rate = try add(
          Figure(
            id: .incomeKind(share.kind, .share),
            label: try texts("channel.share", ["channel": label]), value: try self.share(exact),
            unit: .share, restsOn: shares.map { .incomeKind($0.kind, .amount) }))
      }
      rows.append(Row([.text(label), amount, rate]))
      dataRows.append(Row([.text(share.kind.rawValue), amount, rate]))
    }
    let display = Table(
      id: "intaktsslag", title: try texts("income-kinds.heading"),
      columns: [
        Column("label", heading: "", kind: .label),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
        Column("share", heading: try texts("column.share"), kind: .number),
      ], rows: rows, notes: [Paragraph(try texts("income-kinds.note"))])
    let data = Table(
      id: "intaktsslag",
      columns: [
        Column("kind", heading: "kind", kind: .word),
        Column("amount", heading: "amount", kind: .ore),
        Column("share", heading: "share", kind: .number),
      ], rows: dataRows)
    return (rows.isEmpty ? nil : display, data)
  }
}
