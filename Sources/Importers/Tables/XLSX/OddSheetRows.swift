// Rows of a sheet that are not what they seem: merged, hidden, filtered, or a table's own sums.

import Diagnostics

/// Tells what a spreadsheet does with rows and columns that no cell shows.
struct OddSheetRows {
  private let marks: SheetMarks
  private let columns: Int
  /// Merged cells that touch the table.
  private var merged: [CellRange] = []

  /// Marks of a sheet whose table has so many columns.
  init(_ marks: SheetMarks, columns: Int) {
    self.marks = marks
    self.columns = columns
  }

  /// Reports the merged cells of headings and rows, each once: all but the first hold nothing, and
  /// what they seem to hold would be taken for blank.
  mutating func reportMerged(
    from headingRow: Int, in sheet: SheetTable, into problems: inout DiagnosticList
  ) {
    merged = marks.merged.filter { range in
      range.rows.upperBound >= headingRow && range.columns.lowerBound <= columns
        && range.rows.count * range.columns.count > 1
    }
    for range in merged {
      let first = CellReference(row: range.rows.lowerBound, column: range.columns.lowerBound)
      problems.report(
        "XLS015", at: sheet.location(first), ["range": range.text, "sheet": sheet.sheet])
    }
  }

  /// Reports a column that is not shown.
  func reportHidden(column: Int, _ heading: TableCell, into problems: inout DiagnosticList) {
    guard marks.hiddenColumns.contains(where: { $0.contains(column) }) else { return }
    problems.report(
      "XLS019", at: heading.location,
      TableHolder(heading.location).facts(["column": heading.text]))
  }

  /// Whether a row is no record: a table's own sums, or cells merged across the row, which have had
  /// their message. A row that is not shown is read, and told of.
  func leavesOut(
    _ row: Int, at place: SourceLocation, in sheet: SheetTable,
    into problems: inout DiagnosticList
  ) -> Bool {
    let facts: [String: any DiagnosticFact] = ["row": row, "sheet": sheet.sheet]
    if marks.totals.contains(where: {
      $0.rows.contains(row) && $0.columns.lowerBound <= columns
    }) {
      problems.report("XLS016", at: place, facts)
      return true
    }
    if merged.contains(where: { $0.rows == row...row }) { return true }
    if marks.hiddenRows.contains(row) {
      problems.report(marks.isFiltered(row: row) ? "XLS018" : "XLS017", at: place, facts)
    }
    return false
  }

  /// The cells of a row; those that a merged range covers have had their message.
  func marked(_ cells: [TableCell], row: Int) -> [TableCell] {
    let covering = merged.filter { $0.rows.contains(row) }
    guard !covering.isEmpty else { return cells }
    let last = covering.map(\.columns.upperBound).max() ?? 0
    let padding = cells.last.map { last in
      Array(repeating: TableCell("", at: last.location), count: max(0, columns - cells.count))
    }
    return (last > cells.count ? cells + (padding ?? []) : cells).enumerated().map { index, cell in
      covering.contains { $0.columns.contains(index + 1) }
        ? TableCell(cell.text, at: cell.location, isNumber: cell.isNumber, isReported: true)
        : cell
    }
  }
}
