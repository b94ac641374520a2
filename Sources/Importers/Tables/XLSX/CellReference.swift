// The names of cells: A1, B7, AA30.

/// A cell by row and column, both from 1.
struct CellReference: Hashable {
  let row: Int
  let column: Int

  /// A cell by its numbers.
  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B7` or `$B$7`; nil for anything else and for cells that no sheet has.
  init?(_ text: String) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default:
        return nil
      }
      guard column <= WorkbookLimits.lastColumn, row <= WorkbookLimits.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// `B7`.
  var text: String {
    var letters = ""
    var rest = column
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }
}
