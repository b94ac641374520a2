// The section Ekonomisk översikt: several years, the change in equity, key figures, income by kind.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The section and its tables of data.
  func overview(
    _ review: BooksReview
  ) throws(ReportFault) -> (section: Section, data: [Table]) {
    let years = try severalYears(review.overview)
    let equity = try equityChange(review.equityChange)
    let keyFigures = try keyFigures()
    let kinds = try incomeByKind(review.keyFigures.incomeShares)
    // A table that is written without rows is not shown.
    let shown = [years.display, equity, keyFigures, kinds].filter { !$0.rows.isEmpty }
    return (
      Section(
        id: .overview, title: try texts("section.ekonomisk-oversikt"),
        lead: try texts("section.ekonomisk-oversikt.lead"), blocks: shown.map { .table($0) }),
      [years.data, equity, keyFigures, kinds]
    )
  }

  /// Years across for the eye, down in the file.
  private func severalYears(
    _ overview: MultiYearOverview
  ) throws(ReportFault) -> (display: Table, data: Table) {
    let measures = OverviewMeasure.allCases
    let labels = overview.years.map(overview.label)
    let isAssociation = first.form == .nonProfitAssociation
    let shown = measures.filter { measure in
      (isAssociation || measure != .income) && labels.contains { isSomething($0, measure) }
    }
    let rows = try shown.map { measure throws(ReportFault) in
      Row(
        [.text(try texts("overview.\(measure.rawValue)"))]
          + labels.map { cell(.year($0, measure)) })
    }
    let display = Table(
      id: "flerarsoversikt", title: try texts("overview.heading"),
      columns: [Column("label", heading: "", kind: .label)]
        + labels.map { Column($0, heading: $0, kind: .kronor) },
      rows: rows, notes: [Paragraph(try texts("overview.note"))])
    let data = Table(
      id: "flerarsoversikt",
      columns: [.data("year"), .data("from", .date), .data("to", .date)]
        + (labels.isEmpty ? [] : measures).map {
          .data($0.rawValue, $0 == .solidity ? .number : .ore)
        },
      rows: zip(overview.years, labels).map { entry, label in
        Row(
          [.text(label), .date(entry.year.start), .date(entry.year.end)]
            + measures.map { cell(.year(label, $0)) })
      })
    return (display, data)
  }

  /// Untaxed reserves that no year has are not worth a row.
  private func isSomething(_ year: String, _ measure: OverviewMeasure) -> Bool {
    guard let figure = figures[.year(year, measure)] else { return false }
    return measure != .untaxedReserves || figure.value.scaled != 0
  }

  /// *Förändringar i eget kapital*: every row of equity from opening to closing balance; without
  /// rows when nothing is known of the year before.
  private func equityChange(_ change: EquityChange?) throws(ReportFault) -> Table {
    let parts = EquityColumn.allCases
    let rows = (change?.rows ?? []).map { row in
      let isSum = row.layout.id == StatementLayout.RowID.equity
      return Row(
        isSum ? .total : .body, level: isSum ? 0 : 1,
        [.text(row.layout.id), .text(labels.label(row.layout))]
          + parts.map { .figure(.equity(row: row.layout.id, $0)) })
    }
    return Table(
      id: "eget-kapital", title: try texts("equity.heading"),
      columns: [.data("row_id"), Column("label", heading: "", kind: .label)]
        + (try parts.map { part throws(ReportFault) in
          Column(part.rawValue, heading: try texts("equity.\(part.rawValue)"), kind: .kronor)
        }), rows: rows, notes: [Paragraph(try texts("equity.note"))])
  }

  /// The key figures that are known.
  private func keyFigures() throws(ReportFault) -> Table {
    var rows: [Row] = []
    for id in KeyFigureID.allCases {
      guard let figure = figures[.keyFigure(id)] else { continue }
      rows.append(
        Row([
          .text(id.rawValue), .text(try labels.label(of: figure.id)), .figure(figure.id),
          .text(figure.unit.rawValue),
        ]))
    }
    return Table(
      id: "nyckeltal", title: try texts("key.heading"),
      columns: [
        .data("figure"), Column("label", heading: "", kind: .label, for: .page),
        Column("value", heading: try texts("column.value"), kind: .number), .data("unit"),
      ], rows: rows, notes: [Paragraph(try texts("key.note"))])
  }

  /// Income by kind.
  private func incomeByKind(_ shares: [KeyFigures.IncomeShare]) throws(ReportFault) -> Table {
    Table(
      id: "intaktsslag", title: try texts("income-kinds.heading"),
      columns: [
        .data("kind"), Column("label", heading: "", kind: .label, for: .page),
        Column("amount", heading: try texts("column.kronor"), kind: .kronor),
        Column("share", heading: try texts("column.share"), kind: .number),
      ],
      rows: try shares.map { share throws(ReportFault) in
        Row([
          .text(share.kind.rawValue), .text(try texts("kind.\(share.kind.rawValue)")),
          cell(.incomeKind(share.kind, .amount)), cell(.incomeKind(share.kind, .share)),
        ])
      }, notes: [Paragraph(try texts("income-kinds.note"))])
  }
}
