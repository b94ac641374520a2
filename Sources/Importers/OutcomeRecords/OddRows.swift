// Rows that are no records, and days as a spreadsheet counts them: one message each.

import Diagnostics
import Outcomes
import Rulebook

/// Tells rows of sums and notes, and numbers where days should stand, in words of their own, where
/// each cell of the row would only have said that it is missing.
enum OddRows {
  /// Days of 1950 to 2100 as spreadsheets count them from 1900 or 1904.
  private static let serials = 18_000...73_500

  /// The rows that may be records. A row of sums or with a single cell is an error and left out;
  /// cells that hold the number of a day are told once a row and marked as reported.
  static func set(
    apart rows: [TableRow], headings: HeadingMap, into problems: inout DiagnosticList
  ) -> [TableRow] {
    let columns = headings.table.columns.filter(headings.has)
    return rows.compactMap { row in
      guard !row.cells.contains(where: \.isReported) else { return row }
      let filled = columns.filter { headings.cell($0, in: row)?.isBlank == false }
      let facts = ["row": row.location.line ?? 0]
      if isSum(row, filled: filled, headings: headings) {
        leaveOut(row, "REG061", facts, headings: headings, into: &problems)
        return nil
      }
      if row.cells.count(where: { !$0.isBlank }) == 1 {
        leaveOut(row, "REG062", facts, headings: headings, into: &problems)
        return nil
      }
      return marked(row, columns: columns, headings: headings, into: &problems)
    }
  }

  /// Whether a row begins with a word for sums, or holds nothing but numbers and nobody's name, and
  /// lacks what every record has.
  private static func isSum(
    _ row: TableRow, filled: [RecordColumn], headings: HeadingMap
  ) -> Bool {
    let isWhole = headings.table.columns.allSatisfy {
      $0.requirement != .required || filled.contains($0)
    }
    guard !isWhole, let first = row.cells.first(where: { !$0.isBlank }) else { return false }
    if RegisterNames.isSum(first.text) { return true }
    return !filled.isEmpty
      && filled.allSatisfy { [.kronor, .percent, .hours].contains($0.content) }
      && row.cells.allSatisfy { cell in
        cell.isBlank || !cell.text.contains(where: { $0.isLetter })
      }
  }

  /// Reports the row once, and the identity numbers in it.
  private static func leaveOut(
    _ row: TableRow, _ code: DiagnosticCode, _ facts: [String: any DiagnosticFact],
    headings: HeadingMap, into problems: inout DiagnosticList
  ) {
    let others = RecordRow(row, headings: headings).problems
    problems.append(contentsOf: others)
    let first = row.cells.first { !$0.isBlank }
    // An identity number has its one message.
    if others.all.isEmpty { problems.report(code, at: first?.location ?? row.location, facts) }
  }

  /// The row with the numbers of days told of.
  private static func marked(
    _ row: TableRow, columns: [RecordColumn], headings: HeadingMap,
    into problems: inout DiagnosticList
  ) -> TableRow {
    let found = columns.filter { column in
      guard column.content == .date, let cell = headings.cell(column, in: row),
        cell.text.utf8.count == 5, let number = Int(cell.text)
      else { return false }
      return serials.contains(number)
    }
    let cells = found.compactMap { headings.cell($0, in: row) }
    guard let first = cells.first else { return row }
    problems.report(
      "REG060", at: first.location,
      [
        "row": row.location.line ?? 0, "value": first.text,
        "columns": found.map(\.heading).joined(separator: ", "),
      ])
    return TableRow(
      cells: row.cells.map { cell in
        cells.contains(cell)
          ? TableCell(cell.text, at: cell.location, isNumber: cell.isNumber, isReported: true)
          : cell
      }, location: row.location)
  }
}
