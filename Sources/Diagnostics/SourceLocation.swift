// Where in the reader's own files something stands.

/// A place in an input: a file with line and column (both from 1), or a cell of a workbook.
package struct SourceLocation: Hashable, Sendable {
  /// The path as the user would recognise it, relative to where the command was run when possible.
  package let file: String
  /// Sheet and cell (`Anställningar!B7`), for workbooks.
  package let cell: String?
  // Every record of a register has its place, so that places are kept small: 0 is none.
  private let lineNumber: Int32
  private let columnNumber: Int32

  /// Line from 1; nil when the whole file is meant.
  package var line: Int? { lineNumber == 0 ? nil : Int(lineNumber) }
  /// Column from 1, counted in characters; nil when the whole line is meant.
  package var column: Int? { columnNumber == 0 ? nil : Int(columnNumber) }

  /// A place in a text file.
  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.cell = nil
    self.lineNumber = Int32(clamping: line ?? 0)
    self.columnNumber = Int32(clamping: column ?? 0)
  }

  /// A cell of a workbook; `row` and `columnNumber` from 1 serve the order of diagnostics.
  package init(file: String, sheet: String, cell: String, row: Int, columnNumber: Int) {
    self.file = file
    self.cell = "\(sheet)!\(cell)"
    self.lineNumber = Int32(clamping: row)
    self.columnNumber = Int32(clamping: columnNumber)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `FILE:LINE:COLUMN` or `FILE:SHEET!B7`.
  package var description: String {
    if let cell { return "\(file):\(cell)" }
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

extension SourceLocation: Comparable {
  /// By file, then line, then column: the order in which a reader goes through the faults.
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return (left.line ?? 0) < (right.line ?? 0) }
    if left.column != right.column { return (left.column ?? 0) < (right.column ?? 0) }
    return (left.cell ?? "") < (right.cell ?? "")
  }
}
