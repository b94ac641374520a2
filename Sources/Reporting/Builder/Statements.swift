// The sections Resultaträkning and Balansräkning, and their tables of data.

import Bookkeeping
import Calculation

extension ReportDraft {
  /// Both statements, income by channel under the first.
  func statements() -> ReportPart {
    let layout = texts.paragraph(.statementNoteLayout(form: texts(.form, first.form)))
    let closing: TextKey =
      switch first.closingEntry {
      case .notBooked: .statementClosingNotBooked
      case .booked(let account): .statementClosingBooked(account: account)
      case .parked(let account): .statementClosingParked(account: account)
      }
    let rounding = texts.paragraph(.noteWholeKronor)
    let unsure = first.unsureAccounts.map(\.number).joined(separator: ", ")
    let income = table(
      first.incomeStatement, id: "resultatrakning",
      headings: (first.year, first.previousYear, .period),
      notes: (unsure.isEmpty ? [] : [texts.paragraph(.statementNoteUnsure(accounts: unsure))])
        + missingYear(first.incomeStatement) + [layout] + movedNotes(.incomeStatement)
        + [rounding])
    let balance = table(
      first.balanceSheet, id: "balansrakning",
      headings: (first.year, first.previousYear, .lastDay),
      notes: missingYear(first.balanceSheet) + [layout, texts.paragraph(closing)]
        + movedNotes(.balanceSheet) + turnedNotes() + [rounding])
    let channels = channelTable
    return ReportPart(
      sections: [
        section(
          .incomeStatement,
          [.table(income)] + (channels.rows.isEmpty ? [] : [.table(channels)])),
        section(.balanceSheet, [.table(balance)]),
      ], data: [income, balance])
  }

  /// Why the column of the year before is blank, where it is.
  private func missingYear(_ statement: Statement) -> [Paragraph] {
    guard statement.rows.allSatisfy({ $0.previous == nil }) else { return [] }
    let end = first.year.start.adding(days: -1).description
    // Balances alone make the balance sheet's column and not the income statement's.
    let hasOther = first.balanceSheet.rows.contains { $0.previous != nil }
    return [
      texts.paragraph(
        hasOther
          ? .statementNoteNoIncomeBefore(end: end) : .statementNoteNoYearBefore(end: end))
    ]
  }

  /// How a column's heading names its year.
  private enum YearHeading { case period, lastDay }

  private func table(
    _ statement: Statement, id: String,
    headings: (year: FiscalYear, previous: FiscalYear?, style: YearHeading), notes: [Paragraph]
  ) -> Table {
    func heading(_ year: FiscalYear) -> String {
      switch headings.style {
      case .period: "\(year.start) –\n\(year.end)"
      case .lastDay: "\(year.end)"
      }
    }
    let hasPrevious = statement.rows.contains { $0.previous != nil }
    let before = headings.previous.map(heading) ?? texts(.columnPrevious)
    let titles: Set = ["ResultatrakningKostnadsslagsindeladAbstract", "BalansrakningAbstract"]
    let rows = statement.rows.filter { !titles.contains($0.layout.id) }.map { row in
      Row(
        role(row, in: statement), level: row.layout.level,
        for: row.layout.content == .heading ? .page : .both,
        [
          .text(row.layout.id), .text(labels.label(row.layout)),
          cell(.statement(statement.kind, row: row.layout.id, .current)),
          cell(.statement(statement.kind, row: row.layout.id, .previous)),
        ])
    }
    return Table(
      id: id,
      columns: [
        .data("row_id"), .label,
        Column("current", heading: heading(headings.year), kind: .kronor),
        Column("previous", heading: before, kind: .kronor, for: hasPrevious ? .both : .data),
      ], rows: rows, notes: notes)
  }

  private func role(_ row: StatementRow, in statement: Statement) -> Row.Role {
    switch row.layout.content {
    case .heading: .heading
    case .accounts, .yearResult, .difference: .body
    case .sum:
      ["AretsResultat", "Tillgangar", "EgetKapitalSkulder"].contains(row.layout.id)
        ? .total : .subtotal
    }
  }
}
