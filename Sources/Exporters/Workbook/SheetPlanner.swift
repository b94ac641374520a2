// From a section of the report to a sheet.

import Bookkeeping
import Diagnostics
import Disclosure
import Figures
import Interchange
import Reporting
import Rulebook

/// Works out a section's sheet.
struct SheetPlanner {
  private let report: ClearedReport
  private let texts: Texts
  private let section: Section
  private let columnCount: Int
  private var plan: SheetPlan

  /// The sheet of a section.
  static func plan(_ section: Section, of report: ClearedReport) -> SheetPlan {
    var planner = SheetPlanner(section, of: report)
    planner.addHead()
    for block in section.blocks { planner.add(block) }
    planner.addIDs()
    return planner.plan
  }

  private init(_ section: Section, of report: ClearedReport) {
    self.report = report
    self.texts = Texts(report.language)
    self.section = section
    let wide: Set<Section.ID> = [
      .actorMatrix, .indicators, .socialBalance, .assumptions, .journal,
    ]
    self.plan = SheetPlan(
      name: section.title, isLandscape: wide.contains(section.id) && !section.tables.isEmpty,
      gathers: [.summary, .years, .funders].contains(section.id))
    self.columnCount = max(2, section.tables.map(\.columns.count).max() ?? 2)
    plan.widths = ColumnWidths.of(
      section.tables, count: columnCount, fitting: plan.isLandscape ? 142 : 98, in: report)
  }

  private mutating func addHead() {
    let period = texts(
      .reportPeriod(from: report.year.start.description, to: report.year.end.description))
    addMerged("\(report.organisation.name)  ·  \(period)", .organisation)
    addMerged(section.title, .title, height: 27)
    addMerged(section.lead, .lead)
    if section.id == .summary {
      var facts: [String] = []
      if let number = report.organisation.number {
        facts.append(texts(.reportNumber(number: number)))
      }
      if report.isDated { facts.append(texts(.reportDated(date: report.date.description))) }
      if !facts.isEmpty { addMerged(facts.joined(separator: "  ·  "), .lead) }
    }
    if report.preliminary != nil { addMerged(texts(.preliminaryLine), .internalMark) }
    if report.edition == .intern {
      addMerged(texts(.editionInternLine), .internalMark)
    }
    plan.rows.append(PlannedRow(height: 9))
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let text):
      addMerged(text, .heading, height: 20)
    case .paragraph(let paragraph):
      addMerged(words(paragraph), .paragraph)
      plan.rows.append(PlannedRow(height: 4))
    case .notice(let paragraph):
      addMerged(words(paragraph), .notice, padding: 6)
      plan.rows.append(PlannedRow(height: 9))
    case .table(let table):
      add(table)
      plan.rows.append(PlannedRow(height: 14))
    }
  }

  /// A text over all columns, as high as its lines need: merged cells do not grow by themselves.
  private mutating func addMerged(
    _ text: String, _ style: CellStyle, height: Double? = nil, padding: Double = 0
  ) {
    let lines = ColumnWidths.lines(of: text, width: plan.widths.reduce(0, +), in: style)
    let cell = PlannedCell(column: 0, content: .text(text), style: style, span: columnCount)
    let height = height ?? Double(lines) * style.size * 1.32 + 2 + padding
    plan.rows.append(PlannedRow(height: height, cells: [cell]))
  }

  /// The ids of the figures of every row, right of the table: of one its id, of several each with
  /// its column.
  private mutating func addIDs() {
    for (row, planned) in plan.rows.enumerated() {
      let figures = planned.cells.compactMap { cell in
        if case .figure(let id, _) = cell.content {
          (column: cell.column, id: FigureIDText.text(id))
        } else {
          nil
        }
      }
      guard let first = figures.first else { continue }
      let text =
        figures.count == 1
        ? first.id
        : figures.map { "\(CellPlace.letters($0.column)) \($0.id)" }.joined(separator: "; ")
      plan.rows[row].cells.append(
        PlannedCell(column: plan.idColumn, content: .text(text), style: .figureID))
    }
    // Above the first figure, for whoever opens the column.
    guard plan.rows.contains(where: { $0.cells.last?.column == plan.idColumn }) else { return }
    plan.rows[0].cells.append(
      PlannedCell(
        column: plan.idColumn, content: .text(texts(.workbookIds)), style: .figureID))
  }

  private func words(_ paragraph: Paragraph) -> String {
    let numbers = NumberText(report.language)
    return paragraph.pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .figure(let id):
        guard let figure = report.figure(id), let value = figure.value else { return ".." }
        return numbers.text(value, unit: figure.unit)
      }
    }.joined()
  }

  private mutating func add(_ table: Table) {
    if let title = table.title { addMerged(title, .heading, height: 20) }
    addHeadings(of: table)
    for (index, row) in table.rows.enumerated() {
      var planned = planned(row, of: table)
      // Air under the line of the headings.
      if index == 0, row.role == .body { planned.height = (planned.height ?? 0) + 2.5 }
      plan.rows.append(planned)
    }
    if !table.notes.isEmpty { plan.rows.append(PlannedRow(height: 5)) }
    for note in table.notes { addMerged(words(note), .note) }
  }

  private mutating func addHeadings(of table: Table) {
    guard table.columns.contains(where: { !$0.heading.isEmpty }) else { return }
    var row = PlannedRow()
    var lines = 1
    for (index, column) in table.columns.enumerated() {
      var style = CellStyle.columnHeading
      if followsNumbers(index, in: table) { style.indent = 1 }
      style.side = isNumeric(column.kind) ? .right : .left
      // A soft hyphen is where a narrow heading may break.
      let parts = column.heading.split(separator: "\u{AD}")
      let text = parts.joined(separator: parts.count > 1 ? "-\n" : "")
      let (place, span) = place(of: index, in: table)
      lines = max(lines, ColumnWidths.lines(of: text, width: width(place, span), in: style))
      row.cells.append(PlannedCell(column: place, content: .text(text), style: style, span: span))
    }
    row.height = 6 + Double(lines) * 12
    // Headings stay in sight when they are those of every table of the sheet.
    if plan.repeatedRow == nil, section.tables.allSatisfy({ $0.columns == table.columns }) {
      plan.frozenRows = plan.rows.count + 1
      plan.repeatedRow = plan.rows.count
    }
    plan.rows.append(row)
  }

  /// Where a table's column stands on the sheet. Tables with fewer columns than the sheet keep to
  /// its right edge, and their first column runs over those that are left.
  private func place(of index: Int, in table: Table) -> (place: Int, span: Int) {
    let shift = columnCount - table.columns.count
    return index == 0 ? (0, shift + 1) : (index + shift, 1)
  }

  private func width(_ place: Int, _ span: Int) -> Double {
    plan.widths[place..<place + span].reduce(0, +)
  }

  /// Whether words stand just right of numbers, and need some air.
  private func followsNumbers(_ index: Int, in table: Table) -> Bool {
    index > 0 && isNumeric(table.columns[index - 1].kind) && !isNumeric(table.columns[index].kind)
  }

  private func isNumeric(_ kind: Column.Kind) -> Bool {
    switch kind {
    case .kronor, .ore, .number: true
    case .label, .word, .prose, .date: false
    }
  }

  private func planned(_ row: Row, of table: Table) -> PlannedRow {
    var planned = PlannedRow()
    planned.cells.reserveCapacity(row.cells.count)
    let isHeadline = table.id == "rubriken" && row.role == .total
    var extra = 0.0
    for (index, cell) in row.cells.enumerated() {
      let column = table.columns[index]
      let (place, span) = place(of: index, in: table)
      var style = style(row, column, isFirst: index == 0)
      if followsNumbers(index, in: table) { style.indent = 1 }
      if isHeadline { style.size = 12 }
      let content = content(of: cell)
      switch content {
      case .text(let text):
        if isNumeric(column.kind) { style.side = .right }
        if style.wraps {
          let room = width(place, span) - 1 - 1.5 * Double(style.indent)
          let lines = ColumnWidths.lines(of: text, width: room, in: style)
          extra = max(extra, Double(lines - 1) * style.size * 1.25)
        }
      case .figure(let id, let value):
        style.numberFormat = NumberFormats(report.language).format(
          value, unit: report.figure(id)?.unit, in: column.kind)
        style.side = .right
      case .date:
        style.numberFormat = "yyyy-mm-dd"
      case .blank: break
      }
      planned.cells.append(PlannedCell(column: place, content: content, style: style, span: span))
    }
    if extra > 0 {
      for index in planned.cells.indices { planned.cells[index].style.height = .top }
    }
    // Not every program lets a row grow with its wrapped text, so heights are stated.
    planned.height = extra + (isHeadline ? 25 : height(row.role))
    return planned
  }

  private func height(_ role: Row.Role) -> Double {
    switch role {
    case .heading: 21
    case .body: 15.5
    case .subtotal: 17
    case .total: 19
    }
  }

  private func content(of cell: Cell) -> PlannedContent {
    switch cell {
    case .blank: .blank
    case .text(let text): text.isEmpty ? .blank : .text(text)
    case .date(let date): .date(date)
    case .id(let id): .text(FigureIDText.text(id))
    case .figure(let id):
      if let figure = report.figure(id) {
        figure.value.map { .figure(id, $0) } ?? .text("..")
      } else {
        .blank
      }
    }
  }

  private func style(_ row: Row, _ column: Column, isFirst: Bool) -> CellStyle {
    var style = CellStyle(height: .middle)
    switch row.role {
    case .heading:
      style.isBold = true
      style.colour = Palette.accent
      style.height = .bottom
    case .body: break
    case .subtotal:
      style.isBold = true
      style.top = .thin
    case .total:
      style.isBold = true
      style.top = .thin
      style.bottom = .double
    }
    if isFirst { style.indent = UInt8(min(row.level, 10)) }
    let wraps: Bool =
      switch column.kind {
      case .label, .prose: row.role != .heading
      case .word, .kronor, .ore, .number, .date: false
      }
    style.wraps = wraps
    if column.kind == .prose { style.size = 9 }
    return style
  }
}
