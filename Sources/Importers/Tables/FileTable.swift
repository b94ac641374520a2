// A table as a file gives it: headings and rows of text cells, each with its place.

import Diagnostics

/// A cell of a table, whatever file it came from.
package struct TableCell: Hashable, Sendable {
  /// The text, without blanks at either end. A workbook's dates are ISO dates here, its percent
  /// cells end in `%`, its numbers have a decimal point and at most 15 significant digits.
  package let text: String
  /// The place.
  package let location: SourceLocation
  /// Whether the file holds a number here and not a text: its point is then the decimal one.
  package let isNumber: Bool
  /// Whether the cell's fault has been reported already (a formula that failed): its value is
  /// unknown, and nobody says more of it.
  package let isReported: Bool

  init(
    _ text: String, at location: SourceLocation, isNumber: Bool = false, isReported: Bool = false
  ) {
    self.text = text.trimmed
    self.location = location
    self.isNumber = isNumber
    self.isReported = isReported
  }

  /// Whether nothing stands in it.
  package var isBlank: Bool { text.isEmpty }
}

/// A row of a table.
package struct TableRow: Hashable, Sendable {
  /// Its cells, from the first column; blank cells at the end may be left out.
  package let cells: [TableCell]
  /// The place of the row's first cell.
  package let location: SourceLocation
}

/// A table: its headings and the rows below that are not blank.
package struct FileTable: Hashable, Sendable {
  /// The headings; empty when the file holds nothing.
  package let headings: [TableCell]
  /// The rows.
  package let rows: [TableRow]
  /// The file, or the sheet.
  package let location: SourceLocation
}
