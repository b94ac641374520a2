// The workbook being written, by libxlsxwriter; nothing outside this file sees its pointers.

import CXlsxWriter
import Glibc

/// Why a workbook could not be made.
package enum WorkbookError: Error, Hashable, Sendable {
  /// The temporary file cannot be made, written or read (exit 74).
  case temporaryFile(errno: Int32)
  /// A call of libxlsxwriter failed with this code: a fault of the program (exit 70).
  case refused(operation: String, code: UInt32)
  /// A text is longer than a cell can be; the sheet's name and the row from 1.
  case textTooLong(sheet: String, row: Int)
  /// A sheet's name is too long or holds a character that Excel refuses (exit 70).
  case badSheetName(String)

  /// The exit code of interfaces.md.
  package var exitCode: Int32 {
    if case .temporaryFile = self { 74 } else { 70 }
  }
}

/// A workbook that exists until it is closed.
struct WorkbookFile: ~Copyable {
  /// A sheet of it.
  struct Sheet {
    fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
    fileprivate let name: String
  }

  /// A format of it.
  struct Format {
    fileprivate let pointer: UnsafeMutablePointer<lxw_format>
  }

  private let handle: UnsafeMutablePointer<lxw_workbook>

  /// A workbook that will be written to a path when it is closed.
  init(path: String) throws(WorkbookError) {
    guard let handle = workbook_new(path) else {
      throw .refused(operation: "workbook_new", code: 0)
    }
    self.handle = handle
  }

  deinit { lxw_workbook_free(handle) }

  /// Writes the file and ends the workbook.
  consuming func close() throws(WorkbookError) {
    let handle = self.handle
    // workbook_close frees the workbook whatever comes of it.
    discard self
    switch workbook_close(handle) {
    case LXW_NO_ERROR: return
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      throw .temporaryFile(errno: errno)
    case let error: try Self.check(error, "workbook_close")
    }
  }

  private static func check(_ error: lxw_error, _ operation: String) throws(WorkbookError) {
    guard error == LXW_NO_ERROR else {
      throw .refused(operation: operation, code: error.rawValue)
    }
  }

  /// Excel's own bound on a cell's text, in UTF-16 units.
  private static let longestText = 32_767

  private static func checkLength(
    _ text: String, _ sheet: Sheet, _ row: Int
  ) throws(WorkbookError) {
    guard text.utf8.count <= longestText || text.utf16.count <= longestText else {
      throw .textTooLong(sheet: sheet.name, row: row + 1)
    }
  }

  /// Title, author and a fixed day of creation, so that the same workbook gives the same bytes.
  func setProperties(
    title: String, author: String, createdSeconds: Int
  ) throws(WorkbookError) {
    let error = title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.company = UnsafeMutablePointer(mutating: author)
        properties.created = createdSeconds
        return workbook_set_properties(handle, &properties)
      }
    }
    try Self.check(error, "workbook_set_properties")
  }

  /// Adds a sheet; the name is checked first, since the library prints what it refuses.
  func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard !name.isEmpty, name.utf16.count <= 31, !name.contains(where: "[]:*?/\\".contains),
      !name.hasPrefix("'"), !name.hasSuffix("'"), name.lowercased() != "history"
    else { throw .badSheetName(name) }
    guard let pointer = workbook_add_worksheet(handle, name) else {
      throw .refused(operation: "workbook_add_worksheet", code: 0)
    }
    return Sheet(pointer: pointer, name: name)
  }

  /// Adds a format.
  func addFormat(_ style: CellStyle) throws(WorkbookError) -> Format {
    guard let format = workbook_add_format(handle) else {
      throw .refused(operation: "workbook_add_format", code: 0)
    }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, style.size)
    format_set_font_color(format, style.colour)
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    let side =
      switch style.side {
      case .left: LXW_ALIGN_LEFT
      case .right: LXW_ALIGN_RIGHT
      case .centre: LXW_ALIGN_CENTER
      }
    format_set_align(format, UInt8(side.rawValue))
    let vertical =
      switch style.height {
      case .top: LXW_ALIGN_VERTICAL_TOP
      case .middle: LXW_ALIGN_VERTICAL_CENTER
      case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
      }
    format_set_align(format, UInt8(vertical.rawValue))
    if style.indent > 0 { format_set_indent(format, style.indent) }
    if style.wraps { format_set_text_wrap(format) }
    if let top = style.top { format_set_top(format, Self.border(top)) }
    if let bottom = style.bottom { format_set_bottom(format, Self.border(bottom)) }
    if let left = style.left { format_set_left(format, Self.border(left)) }
    format_set_top_color(format, Palette.line)
    format_set_bottom_color(format, Palette.line)
    format_set_left_color(format, Palette.line)
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill)
    }
    return Format(pointer: format)
  }

  private static func border(_ line: CellStyle.Line) -> UInt8 {
    switch line {
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .double: UInt8(LXW_BORDER_DOUBLE.rawValue)
    }
  }

  /// A4, fitted to one page's width, without grid lines unless they help to fill the sheet in.
  func setUp(
    _ sheet: Sheet, isLandscape: Bool, header: String, footer: String, hasGrid: Bool = false
  ) throws(WorkbookError) {
    worksheet_set_paper(sheet.pointer, 9)
    if isLandscape { worksheet_set_landscape(sheet.pointer) }
    worksheet_fit_to_pages(sheet.pointer, 1, 0)
    worksheet_set_margins(sheet.pointer, 0.6, 0.6, 0.8, 0.8)
    if !hasGrid { worksheet_gridlines(sheet.pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    try Self.check(worksheet_set_header(sheet.pointer, header), "worksheet_set_header")
    try Self.check(worksheet_set_footer(sheet.pointer, footer), "worksheet_set_footer")
  }

  /// What of a sheet is printed.
  func setPrintArea(_ sheet: Sheet, rows: Int, columns: Int) throws(WorkbookError) {
    try Self.check(
      worksheet_print_area(
        sheet.pointer, 0, 0, UInt32(max(rows, 1) - 1), UInt16(max(columns, 1) - 1)),
      "worksheet_print_area")
  }

  /// Rows and columns that stay when the reader scrolls.
  func freeze(_ sheet: Sheet, rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(sheet.pointer, UInt32(rows), UInt16(columns))
  }

  /// A sheet that readers do not see.
  func hide(_ sheet: Sheet) { worksheet_hide(sheet.pointer) }

  /// The colour of a sheet's tab.
  func setTab(_ sheet: Sheet, colour: UInt32) { worksheet_set_tab_color(sheet.pointer, colour) }

  /// A row at the top of every printed page.
  func repeatRow(_ sheet: Sheet, _ row: Int) throws(WorkbookError) {
    try Self.check(
      worksheet_repeat_rows(sheet.pointer, UInt32(row), UInt32(row)), "worksheet_repeat_rows")
  }

  /// A column's width, and the format of its cells that have none of their own.
  func setWidth(
    _ sheet: Sheet, column: Int, _ width: Double, _ format: Format? = nil
  ) throws(WorkbookError) {
    try Self.check(
      worksheet_set_column(
        sheet.pointer, UInt16(column), UInt16(column), width, format?.pointer),
      "worksheet_set_column")
  }

  /// A column that stays hidden until the reader opens its group, with the sign above the next.
  func hideColumn(_ sheet: Sheet, _ column: Int) throws(WorkbookError) {
    for (column, hidden, level, collapsed) in [(column, 1, 1, 0), (column + 1, 0, 0, 1)] {
      var options = lxw_row_col_options()
      options.hidden = UInt8(hidden)
      options.level = UInt8(level)
      options.collapsed = UInt8(collapsed)
      try Self.check(
        worksheet_set_column_opt(
          sheet.pointer, UInt16(column), UInt16(column), hidden == 1 ? 60 : 8.43, nil, &options),
        "worksheet_set_column_opt")
    }
  }

  func setHeight(_ sheet: Sheet, row: Int, _ height: Double) throws(WorkbookError) {
    try Self.check(
      worksheet_set_row(sheet.pointer, UInt32(row), height, nil), "worksheet_set_row")
  }

  func write(
    _ sheet: Sheet, _ row: Int, _ column: Int, text: String, _ format: Format
  ) throws(WorkbookError) {
    try Self.checkLength(text, sheet, row)
    try Self.check(
      worksheet_write_string(sheet.pointer, UInt32(row), UInt16(column), text, format.pointer),
      "worksheet_write_string")
  }

  func write(
    _ sheet: Sheet, _ row: Int, _ column: Int, number: Double, _ format: Format
  ) throws(WorkbookError) {
    try Self.check(
      worksheet_write_number(sheet.pointer, UInt32(row), UInt16(column), number, format.pointer),
      "worksheet_write_number")
  }

  /// A formula, with the value that a reader shows until it computes for itself.
  func write(
    _ sheet: Sheet, _ row: Int, _ column: Int, formula: String, value: Double, _ format: Format
  ) throws(WorkbookError) {
    try Self.check(
      worksheet_write_formula_num(
        sheet.pointer, UInt32(row), UInt16(column), "=\(formula)", format.pointer, value),
      "worksheet_write_formula_num")
  }

  func writeBlank(
    _ sheet: Sheet, _ row: Int, _ column: Int, _ format: Format
  ) throws(WorkbookError) {
    try Self.check(
      worksheet_write_blank(sheet.pointer, UInt32(row), UInt16(column), format.pointer),
      "worksheet_write_blank")
  }

  /// Text over several columns of a row.
  func merge(
    _ sheet: Sheet, row: Int, _ column: Int, span: Int, text: String, _ format: Format
  ) throws(WorkbookError) {
    try Self.checkLength(text, sheet, row)
    try Self.check(
      worksheet_merge_range(
        sheet.pointer, UInt32(row), UInt16(column), UInt32(row), UInt16(column + span - 1), text,
        format.pointer),
      "worksheet_merge_range")
  }

  /// What readers may write into the cells of a column.
  func restrict(
    _ sheet: Sheet, rows: ClosedRange<Int>, column: Int, to rule: CellRule
  ) throws(WorkbookError) {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    defer { for copy in copies { free(copy) } }
    func copied(_ text: String) -> UnsafeMutablePointer<CChar>? {
      copies.append(text.isEmpty ? nil : strdup(text))
      return copies.last ?? nil
    }
    var validation = lxw_data_validation()
    // Left at zero, the library's switches for messages and drop-down lists are on.
    validation.error_type = UInt8(
      (rule.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
    validation.input_title = copied(rule.hintTitle)
    validation.input_message = copied(rule.hint)
    validation.error_title = copied(rule.refusalTitle)
    validation.error_message = copied(rule.refusal)
    let (type, criteria): (lxw_validation_types, lxw_validation_criteria)
    switch rule.condition {
    case .anything:
      (type, criteria) = (LXW_VALIDATION_TYPE_ANY, LXW_VALIDATION_CRITERIA_NONE)
    case .list(let range):
      (type, criteria) = (LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
      validation.value_formula = copied("=\(range)")
    case .formula(let formula):
      (type, criteria) = (LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
      validation.value_formula = copied("=\(formula)")
    case .number(let numbers):
      (type, criteria) = (LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN)
      validation.minimum_number = numbers.lowerBound
      validation.maximum_number = numbers.upperBound
    case .days(let first, let last):
      (type, criteria) = (LXW_VALIDATION_TYPE_DATE_NUMBER, LXW_VALIDATION_CRITERIA_BETWEEN)
      validation.minimum_number = Double(first.serialNumber)
      validation.maximum_number = Double(last.serialNumber)
    }
    validation.validate = UInt8(type.rawValue)
    validation.criteria = UInt8(criteria.rawValue)
    try Self.check(
      worksheet_data_validation_range(
        sheet.pointer, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
        UInt16(column), &validation),
      "worksheet_data_validation_range")
  }
}
