// The section Ekonomisk översikt: several years, the change in equity, key figures, income by kind.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The first bokslut in context; nothing without it.
  func overview() -> ReportPart {
    guard let review = input.review else { return ReportPart() }
    let years = severalYears(review.overview)
    let others = [
      equityChange(review.equityChange), keyFigures(),
      incomeByKind(review.keyFigures.incomeShares),
    ]
    // A table that is written without rows is not shown.
    let shown = ([years.display] + others).filter { !$0.rows.isEmpty }
    return ReportPart(
      sections: [section(.overview, shown.map { .table($0) })], data: [years.data] + others)
  }

  /// Years across for the eye, down in the file.
  private func severalYears(_ overview: MultiYearOverview) -> (display: Table, data: Table) {
    let measures = OverviewMeasure.allCases
    let names = overview.years.map(overview.label)
    let isAssociation = first.form == .nonProfitAssociation
    let shown = measures.filter { measure in
      (isAssociation || measure != .income) && names.contains { isSomething($0, measure) }
    }
    let display = Table(
      id: "flerarsoversikt", title: texts(.overviewHeading),
      columns: [.label] + names.map { Column($0, heading: $0, kind: .kronor) },
      rows: shown.map { measure in
        Row([.text(texts(.overview, measure))] + names.map { cell(.year($0, measure)) })
      }, notes: [texts.paragraph(.overviewNote)])
    let data = Table(
      id: "flerarsoversikt",
      columns: [.data("year"), .data("from", .date), .data("to", .date)]
        + (names.isEmpty ? [] : measures).map {
          .data($0.rawValue, $0 == .solidity ? .number : .ore)
        },
      rows: zip(overview.years, names).map { entry, label in
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
  private func equityChange(_ change: EquityChange?) -> Table {
    let parts = EquityColumn.allCases
    let rows = (change?.rows ?? []).map { row in
      let isSum = row.layout.id == StatementLayout.RowID.equity
      return Row(
        isSum ? .total : .body, level: isSum ? 0 : 1,
        [.text(row.layout.id), .text(labels.label(row.layout))]
          + parts.map { .figure(.equity(row: row.layout.id, $0)) })
    }
    return Table(
      id: "eget-kapital", title: texts(.equityHeading),
      columns: [.data("row_id"), .label]
        + parts.map { Column($0.rawValue, heading: texts(.equity, $0), kind: .kronor) },
      rows: rows, notes: [texts.paragraph(.equityNote)])
  }

  /// The key figures that are known.
  private func keyFigures() -> Table {
    let known = KeyFigureID.allCases.compactMap { id in figures[.keyFigure(id)].map { (id, $0) } }
    return Table(
      id: "nyckeltal", title: texts(.keyHeading),
      columns: [
        .data("figure"), .label(for: .page),
        Column("value", heading: texts(.columnValue), kind: .number), .data("unit"),
      ],
      rows: known.map { id, figure in
        Row([
          .text(id.rawValue), .text(labels.label(of: figure.id)), .figure(figure.id),
          .text(figure.unit.rawValue),
        ])
      }, notes: [texts.paragraph(.keyNote)])
  }

  /// Income by kind.
  private func incomeByKind(_ shares: [KeyFigures.IncomeShare]) -> Table {
    Table(
      id: "intaktsslag", title: texts(.incomeKindsHeading),
      columns: [
        .data("kind"), .label(for: .page),
        Column("amount", heading: texts(.columnKronor), kind: .kronor),
        Column("share", heading: texts(.columnShare), kind: .number),
      ],
      rows: shares.map { share in
        Row([
          .text(share.kind.rawValue), .text(texts(.flow, share.kind)),
          cell(.incomeKind(share.kind, .amount)), cell(.incomeKind(share.kind, .share)),
        ])
      } + (shares.isEmpty ? [] : tieRows(.incomeKinds, id: "reconciling")),
      notes: [texts.paragraph(.incomeKindsNote)] + tieNotes(.incomeKinds))
  }
}
