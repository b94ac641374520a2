// The section Ekonomisk översikt: several years, the change in equity, key figures, income by kind.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The section and its tables of data.
  mutating func overview(
    _ review: BooksReview
  ) throws(ReportFault) -> (section: Section, data: [Table]) {
    let years = try severalYears(review.overview)
    let equity = try review.equityChange.map { change throws(ReportFault) in
      try equityChange(change)
    }
    let keyFigures = try keyFigures(review)
    let kinds = try incomeByKind(review.keyFigures.incomeShares)
    let shown = [years.display, equity?.display, keyFigures.display, kinds.display]
    return (
      Section(
        id: .overview, title: try texts("section.ekonomisk-oversikt"),
        lead: try texts("section.ekonomisk-oversikt.lead"),
        blocks: shown.compactMap(\.self).map { .table($0) }),
      [
        years.data, equity?.data ?? equityData([]), keyFigures.data, kinds.data,
      ]
    )
  }

  /// A year's measures in the order of rows; solidity is a share of the others.
  private func measures(
    _ entry: MultiYearOverview.Entry
  ) throws(ReportFault) -> [(id: OverviewMeasure, value: FigureValue?)] {
    let solidity = try entry.solidity.map { exact throws(ReportFault) in try share(exact) }
    return [
      (.netSales, entry.netSales.map { .amount($0) }),
      (.income, entry.income.map { .amount($0) }),
      (.resultAfterFinancialItems, entry.resultAfterFinancialItems.map { .amount($0) }),
      (.assets, entry.assets.map { .amount($0) }),
      (.equity, entry.equity.map { .amount($0) }),
      (.untaxedReserves, entry.untaxedReserves.map { .amount($0) }),
      (.solidity, solidity),
    ]
  }

  private mutating func severalYears(
    _ overview: MultiYearOverview
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    var columns: [(label: String, cells: [OverviewMeasure: Cell])] = []
    for entry in overview.years {
      let sameEnd = overview.years.filter { $0.year.end.year == entry.year.end.year }
      let label = entry.year.label(amongSeveral: sameEnd.count > 1)
      var cells: [OverviewMeasure: Cell] = [:]
      for (id, value) in try measures(entry) {
        guard let value else { continue }
        cells[id] = try add(
          Figure(
            id: .year(label, id), label: try "\(texts("overview.\(id.rawValue)")) \(label)",
            value: value, unit: id == .solidity ? .share : .kronor,
            formula: statementFigure(id, of: entry.year).map { .figure($0) },
            restsOn: id == .solidity
              ? known(
                [OverviewMeasure.equity, .untaxedReserves, .assets].map { .year(label, $0) }) : []))
      }
      columns.append((label, cells))
    }
    let ids = try overview.years.first.map { entry throws(ReportFault) in
      try measures(entry).map(\.id)
    }
    let shown = (ids ?? []).filter { id in
      let isAssociations = first.form == .nonProfitAssociation || id != .income
      return isAssociations && columns.contains { isSomething($0.cells[id], measure: id) }
    }
    let rows = try shown.map { id throws(ReportFault) in
      Row([.text(try texts("overview.\(id.rawValue)"))] + columns.map { $0.cells[id] ?? .blank })
    }
    let display = Table(
      id: "flerarsoversikt", title: try texts("overview.heading"),
      columns: [Column("label", heading: "", kind: .label)]
        + columns.map { Column($0.label, heading: $0.label, kind: .kronor) },
      rows: rows, notes: [Paragraph(try texts("overview.note"))])
    let names = ids ?? []
    let data = Table(
      id: "flerarsoversikt",
      columns: [
        Column("year", heading: "year", kind: .word), Column("from", heading: "from", kind: .date),
        Column("to", heading: "to", kind: .date),
      ]
        + names.map {
          Column($0.rawValue, heading: $0.rawValue, kind: $0 == .solidity ? .number : .ore)
        },
      rows: zip(overview.years, columns).map { entry, column in
        Row(
          [.text(column.label), .date(entry.year.start), .date(entry.year.end)]
            + names.map { column.cells[$0] ?? .blank })
      })
    return (rows.isEmpty ? nil : display, data)
  }

  /// Untaxed reserves that no year has are not worth a row.
  private func isSomething(_ cell: Cell?, measure: OverviewMeasure) -> Bool {
    guard case .figure(let id)? = cell else { return false }
    return measure != .untaxedReserves || figures[id]?.value.scaled != 0
  }

  /// The statement's own figure of a measure, when the year is one of the statements' two and the
  /// row is shown.
  private func statementFigure(_ measure: OverviewMeasure, of year: FiscalYear) -> FigureID? {
    let column: YearColumn
    switch year {
    case first.year: column = .current
    case first.previousYear: column = .previous
    default: return nil
    }
    let row: (StatementKind, String)? =
      switch measure {
      case .netSales: (.incomeStatement, StatementLayout.RowID.netSales)
      case .income: (.incomeStatement, StatementLayout.RowID.income)
      case .resultAfterFinancialItems:
        (.incomeStatement, StatementLayout.RowID.resultAfterFinancialItems)
      case .assets: (.balanceSheet, StatementLayout.RowID.assets)
      case .equity: (.balanceSheet, StatementLayout.RowID.equity)
      case .untaxedReserves: (.balanceSheet, StatementLayout.RowID.untaxedReserves)
      case .solidity: nil
      }
    return row.flatMap { known([.statement($0.0, row: $0.1, column)]).first }
  }

  /// An exact share with four decimals.
  func share(_ exact: Rational) throws(ReportFault) -> FigureValue {
    do { return .rate(Rate(tenThousandths: try exact.rounded(decimals: 4))) } catch {
      throw .overflow
    }
  }
}
