// Reads a cell as people write it: `Sammanfattning B13`, and as spreadsheets do.

import Diagnostics

/// What somebody may have meant by a text, where a cell was possible.
package enum CellText: Hashable, Sendable {
  /// A cell of a sheet.
  case cell(WorkbookCell)
  /// A cell of a sheet that the workbook lacks.
  case unknownSheet(String)
  /// A whole sheet, by its index.
  case sheet(Int)
  /// A cell without a sheet, or a sheet with something that is no cell.
  case incomplete
  /// No cell at all.
  case other
}

extension WorkbookLayout {
  /// Reads `Sammanfattning B13`, `Sammanfattning!B13`, `'Social balans'!$B$13`,
  /// `Sammanfattning.B13` (LibreOffice) and the like; sheets by their names whatever the case and
  /// accents. Without a `!` a text is a cell only where it begins with a sheet's name.
  package func cell(_ text: String) -> CellText {
    var text = text[...].trimmed
    if text.hasPrefix("=") { text = text.dropFirst() }
    if Self.address(text) != nil { return .incomplete }
    for mark: Character in ["!", ".", " "] {
      guard let split = text.lastIndex(of: mark) else { continue }
      let name = Self.sheetName(text[..<split])
      let place = Self.address(text[text.index(after: split)...].trimmed)
      switch (sheet(name), place) {
      case (let sheet?, let place?):
        return .cell(
          WorkbookCell(
            sheet: sheet, sheetName: sheetNames[sheet], row: place.row, column: place.column))
      case (_?, nil): return .incomplete
      case (nil, _?) where mark == "!": return .unknownSheet(name)
      case (nil, nil) where mark == "!": return .incomplete
      case (nil, _): continue
      }
    }
    return sheet(text).map { .sheet($0) } ?? .other
  }

  private func sheet(_ name: some StringProtocol) -> Int? {
    sheetNames.firstIndex { NameMatching.folded($0) == NameMatching.folded(name) }
  }

  /// A sheet's name without quotation marks, the workbook's name in brackets and `$`.
  private static func sheetName(_ text: Substring) -> String {
    var name = text.trimmed
    if name.hasPrefix("$") { name = name.dropFirst() }
    if name.count > 1, name.first == "'", name.last == "'" { name = name.dropFirst().dropLast() }
    if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
      name = name[name.index(after: end)...]
    }
    return String(name).replacing("''", with: "'")
  }

  /// `B13`, `b13` and `$B$13`, as Excel bounds them.
  private static func address(_ text: Substring) -> (row: Int, column: Int)? {
    guard let match = text.wholeMatch(of: /\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})/),
      let row = Int(match.2)
    else { return nil }
    let column = match.1.uppercased().unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    guard column <= 16_384, row <= 1_048_576 else { return nil }
    return (row - 1, column - 1)
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
