// Draws planned sheets into the workbook.

import Bookkeeping
import Diagnostics
import Disclosure
import Figures
import Interchange
import Reporting
import Rulebook

/// Draws sheets.
struct WorkbookDrawing {
  private let report: ClearedReport
  private let places: FigurePlaces
  private var formats: [CellStyle: WorkbookFile.Format] = [:]

  init(_ report: ClearedReport, _ sheets: [SheetPlan]) {
    self.report = report
    self.places = FigurePlaces(sheets)
  }

  /// Draws one sheet.
  mutating func draw(
    _ plan: SheetPlan, index: Int, margins: PageMargins, in file: borrowing WorkbookFile
  ) throws(WorkbookError) {
    let sheet = try file.addSheet(plan.name)
    try file.setUp(
      sheet, isLandscape: plan.isLandscape, header: margins.header, footer: margins.footer)
    for (column, width) in plan.widths.enumerated() {
      try file.setWidth(sheet, column: column, width)
    }
    try file.hideColumn(sheet, plan.idColumn)
    for (row, planned) in plan.rows.enumerated() {
      if let height = planned.height { try file.setHeight(sheet, row: row, height) }
      for cell in planned.cells {
        let format = try format(cell.style, in: file)
        if cell.span > 1 {
          let text = if case .text(let text) = cell.content { text } else { "" }
          try file.merge(sheet, row: row, cell.column, span: cell.span, text: text, format)
        } else {
          let place = CellPlace(sheet: index, row: row, column: cell.column)
          try draw(cell.content, at: place, sheet, format, in: file)
        }
      }
    }
    if plan.frozenRows > 0 { file.freeze(sheet, rows: plan.frozenRows) }
    if let row = plan.repeatedRow { try file.repeatRow(sheet, row) }
    try file.setPrintArea(sheet, rows: plan.rows.count, columns: plan.widths.count)
  }

  private func draw(
    _ content: PlannedContent, at place: CellPlace, _ sheet: WorkbookFile.Sheet,
    _ format: WorkbookFile.Format, in file: borrowing WorkbookFile
  ) throws(WorkbookError) {
    switch content {
    case .blank: try file.writeBlank(sheet, place.row, place.column, format)
    case .text(let text): try file.write(sheet, place.row, place.column, text: text, format)
    case .date(let date):
      try file.write(sheet, place.row, place.column, number: Self.serial(date), format)
    case .figure(let id, let value):
      let number = Self.number(value)
      if let figure = report.figure(id), let formula = places.formula(of: figure, at: place) {
        try file.write(
          sheet, place.row, place.column, formula: formula, value: number, format)
      } else {
        try file.write(sheet, place.row, place.column, number: number, format)
      }
    }
  }

  private mutating func format(
    _ style: CellStyle, in file: borrowing WorkbookFile
  ) throws(WorkbookError) -> WorkbookFile.Format {
    if let known = formats[style] { return known }
    let format = try file.addFormat(style)
    formats[style] = format
    return format
  }

  /// Excel's number of a day: 25 569 is 1970-01-01.
  static func serial(_ date: CalendarDate) -> Double { Double(Int(date.dayNumber) + 25_569) }

  /// The binary number nearest to the exact value: one correctly rounded division.
  static func number(_ value: FigureValue) -> Double {
    var scale = 1.0
    for _ in 0..<value.decimals { scale *= 10 }
    return Double(value.scaled) / scale
  }
}

/// What stands at the top and foot of every printed page, in Excel's codes.
struct PageMargins {
  let header: String
  let footer: String

  init(_ report: ClearedReport) { self.init(name: report.organisation.name, of: report) }

  /// Those of a report of an enterprise of that name.
  init(name organisation: String, of report: ClearedReport) {
    let texts = Texts(report.language)
    let name = texts(.reportName(year: report.yearLabel))
    let page = texts(.reportPage(page: "\u{1}", pages: "\u{2}"))
    let isInternal = report.edition == .intern
    let mark = isInternal ? texts(.editionIntern) : ""
    let line = isInternal ? texts(.editionInternLine) : ""
    let font = "&\"Arial,Regular\"&8"
    let bold = "&\"Arial,Bold\"&8"
    let preliminary = report.preliminary == nil ? "" : "&C\(bold) \(texts(.preliminaryMark))"
    // A blank keeps a name that begins with a digit apart from the size.
    header = "&L\(font) \(Self.escaped(organisation, 80))\(preliminary)&R\(bold) \(mark)"
    footer =
      "&L\(font) \(Self.escaped(name, 60))&C\(font) \(Self.escaped(line, 70))&R\(font) "
      + page.map { $0 == "\u{1}" ? "&P" : $0 == "\u{2}" ? "&N" : String($0) }.joined()
  }

  /// `&` begins a code, and the whole must stay below 255 code points, of which one letter that the
  /// reader sees may have many.
  private static func escaped(_ text: String, _ longest: Int) -> String {
    var (escaped, count) = ("", 0)
    for character in text {
      let piece = character == "&" ? "&&" : String(character)
      count += character.unicodeScalars.count
      guard count <= longest else { break }
      escaped += piece.map { $0.isNewline ? " " : String($0) }.joined()
    }
    return escaped
  }
}
