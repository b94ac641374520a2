// The sections Resultaträkning and Balansräkning, and their tables of data.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Both statements: sections, and the tables that are files too.
  func statements(
    channels: Table
  ) throws(ReportFault) -> (income: Section, balance: Section, data: [Table]) {
    let layoutNote = try texts(
      "statement.note.layout", ["form": texts("form.\(first.form.dataKey)")])
    let closing =
      switch first.closingEntry {
      case .notBooked: try texts("statement.closing.not-booked")
      case .booked(let account): try texts("statement.closing.booked", ["account": account])
      case .parked(let account): try texts("statement.closing.parked", ["account": account])
      }
    let roundingNote = Paragraph(try texts("note.whole-kronor"))
    var incomeNotes =
      try [Paragraph(layoutNote)] + movedNotes(.incomeStatement) + [roundingNote]
    if !first.unsureAccounts.isEmpty {
      let accounts = first.unsureAccounts.map(\.number).joined(separator: ", ")
      incomeNotes.insert(
        Paragraph(try texts("statement.note.unsure", ["accounts": accounts])), at: 0)
    }
    let income = try table(
      first.incomeStatement, id: "resultatrakning",
      headings: (first.year, first.previousYear, .period), notes: incomeNotes)
    let balance = try table(
      first.balanceSheet, id: "balansrakning",
      headings: (first.year, first.previousYear, .lastDay),
      notes: [Paragraph(layoutNote), Paragraph(closing)] + movedNotes(.balanceSheet)
        + [roundingNote])
    return (
      income: Section(
        id: .incomeStatement, title: try texts("section.resultatrakning"),
        lead: try texts("section.resultatrakning.lead"),
        blocks: [.table(income)] + (channels.rows.isEmpty ? [] : [.table(channels)])),
      balance: Section(
        id: .balanceSheet, title: try texts("section.balansrakning"),
        lead: try texts("section.balansrakning.lead"), blocks: [.table(balance)]),
      data: [income, balance]
    )
  }

  /// How a column's heading names its year.
  private enum YearHeading { case period, lastDay }

  private func table(
    _ statement: Statement, id: String,
    headings: (year: FiscalYear, previous: FiscalYear?, style: YearHeading), notes: [Paragraph]
  ) throws(ReportFault) -> Table {
    func heading(_ year: FiscalYear) -> String {
      switch headings.style {
      case .period: "\(year.start) –\n\(year.end)"
      case .lastDay: "\(year.end)"
      }
    }
    let hasPrevious = statement.rows.contains { $0.previous != nil }
    let before =
      if let previous = headings.previous { heading(previous) } else {
        try texts("column.previous")
      }
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
        .data("row_id"), Column("label", heading: "", kind: .label),
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
