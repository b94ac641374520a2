// The sections Resultaträkning and Balansräkning, and their tables of data.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Both statements: sections for the eye and tables of data.
  mutating func statements(
    channels: Table?
  ) throws(ReportFault) -> (income: Section, balance: Section, data: [Table]) {
    try addFigures(of: first.incomeStatement)
    try addFigures(of: first.balanceSheet)
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
    return (
      income: Section(
        id: .incomeStatement, title: try texts("section.resultatrakning"),
        lead: try texts("section.resultatrakning.lead"),
        blocks: [
          .table(
            try display(
              first.incomeStatement, headings: (first.year, first.previousYear, .period),
              notes: incomeNotes))
        ] + [channels].compactMap(\.self).map { .table($0) }),
      balance: Section(
        id: .balanceSheet, title: try texts("section.balansrakning"),
        lead: try texts("section.balansrakning.lead"),
        blocks: [
          .table(
            try display(
              first.balanceSheet, headings: (first.year, first.previousYear, .lastDay),
              notes: [Paragraph(layoutNote), Paragraph(closing)]
                + movedNotes(.balanceSheet) + [roundingNote]))
        ]),
      data: [
        try data(first.incomeStatement, id: "resultatrakning"),
        try data(first.balanceSheet, id: "balansrakning"),
      ]
    )
  }

  /// How a column's heading names its year.
  private enum YearHeading { case period, lastDay }

  private mutating func addFigures(of statement: Statement) throws(ReportFault) {
    let shown = Set(
      statement.rows.filter { $0.layout.content != .heading }.map(\.layout.id))
    let withPrevious = Set(
      statement.rows.filter { $0.previous != nil }.map(\.layout.id))
    for row in statement.rows where row.layout.content != .heading {
      for column in YearColumn.allCases {
        guard let amount = column == .current ? row.current : row.previous else { continue }
        var formula: Formula?
        if row.layout.content == .yearResult {
          // One result in both statements.
          let result = known([.statement(.incomeStatement, row: "AretsResultat", column)])
          formula = result.first.map { .figure($0) }
        }
        if case .sum(let parts) = row.layout.content {
          // Rows that are not shown are zero in both years.
          let rows = parts.filter((column == .current ? shown : withPrevious).contains)
          if !rows.isEmpty {
            formula = .sum(rows.map { .statement(statement.kind, row: $0, column) })
          }
        }
        try figures.add(
          Figure(
            id: .statement(statement.kind, row: row.layout.id, column), label: label(row.layout),
            value: .amount(amount), unit: .kronor, formula: formula))
      }
    }
  }

  /// A row's label in the report's language.
  func label(_ row: LayoutRow) -> String {
    language == .swedish ? row.labelSwedish : row.labelEnglish
  }

  private func display(
    _ statement: Statement,
    headings: (year: FiscalYear, previous: FiscalYear?, style: YearHeading), notes: [Paragraph]
  ) throws(ReportFault) -> Table {
    func heading(_ year: FiscalYear) -> String {
      switch headings.style {
      case .period: "\(year.start) –\n\(year.end)"
      case .lastDay: "\(year.end)"
      }
    }
    let hasPrevious = statement.rows.contains { $0.previous != nil }
    var columns = [
      Column("label", heading: "", kind: .label),
      Column("current", heading: heading(headings.year), kind: .kronor),
    ]
    if hasPrevious {
      let before =
        if let previous = headings.previous { heading(previous) } else {
          try texts("column.previous")
        }
      columns.append(Column("previous", heading: before, kind: .kronor))
    }
    let titles: Set = ["ResultatrakningKostnadsslagsindeladAbstract", "BalansrakningAbstract"]
    let rows = statement.rows.filter { !titles.contains($0.layout.id) }.map { row in
      var cells: [Cell] = [.text(label(row.layout))]
      cells.append(cell(statement.kind, row, .current))
      if hasPrevious { cells.append(cell(statement.kind, row, .previous)) }
      return Row(role(row, in: statement), level: row.layout.level, cells)
    }
    return Table(
      id: statement.kind.rawValue, columns: columns, rows: rows, notes: notes)
  }

  private func cell(_ kind: StatementKind, _ row: StatementRow, _ column: YearColumn) -> Cell {
    let id = FigureID.statement(kind, row: row.layout.id, column)
    return figures.contains(id) ? .figure(id) : .blank
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

  private func data(_ statement: Statement, id: String) throws(ReportFault) -> Table {
    let rows = statement.rows.filter { $0.layout.content != .heading }.map { row in
      Row([
        .text(row.layout.id), .text(label(row.layout)), cell(statement.kind, row, .current),
        cell(statement.kind, row, .previous),
      ])
    }
    return Table(
      id: id,
      columns: [
        Column("row_id", heading: "row_id", kind: .word),
        Column("label", heading: "label", kind: .label),
        Column("current", heading: "current", kind: .ore),
        Column("previous", heading: "previous", kind: .ore),
      ], rows: rows)
  }
}
