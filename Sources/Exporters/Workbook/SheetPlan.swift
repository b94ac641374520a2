// A sheet worked out cell by cell before anything is written.

import Bookkeeping
import Figures

/// A sheet: what stands in which cell, and how it prints.
struct SheetPlan {
  /// Its name: at most 31 characters, none of `[]:*?/\`.
  let name: String
  let isLandscape: Bool
  /// Whether it gathers figures that have a sheet of their own.
  var gathers = false
  /// Widths of the columns in characters of the standard font.
  var widths: [Double] = []
  /// Rows from the top.
  var rows: [PlannedRow] = []
  /// The column that holds the ids of each row's figures, which stays hidden until it is opened.
  var idColumn: Int { widths.count }
  /// How many rows stay when the reader scrolls; 0 is none.
  var frozenRows = 0
  /// The row that every printed page repeats.
  var repeatedRow: Int?
}

/// A row of a sheet.
struct PlannedRow {
  /// Points; nil leaves it to the program that opens the file.
  var height: Double?
  /// Cells in the order of columns.
  var cells: [PlannedCell] = []
}

/// A cell.
struct PlannedCell {
  /// The first of its columns, from 0.
  let column: Int
  let content: PlannedContent
  var style: CellStyle
  /// How many columns it runs over.
  var span = 1
}

/// What stands in a cell.
enum PlannedContent {
  case blank
  case text(String)
  case date(CalendarDate)
  /// A figure with its value; the formula is made when every place is known.
  case figure(FigureID, FigureValue)
}

/// A cell's place in the workbook, from 0.
struct CellPlace: Hashable {
  let sheet: Int
  let row: Int
  let column: Int

  /// `B7`.
  var address: String { "\(Self.letters(column))\(row + 1)" }

  /// `B` of column 1.
  static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(Character(Unicode.Scalar(UInt8(65 + digit)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
