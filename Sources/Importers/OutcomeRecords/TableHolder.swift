// What holds a table, as messages call it: the file or the sheet, with its name.

import Diagnostics

/// A file or a sheet with a table of the register in it, or something that looks like one.
struct TableHolder {
  /// Whether it is a sheet of a workbook.
  let isSheet: Bool
  /// The file's own name, or the name on the sheet's tab.
  let name: String

  /// A holder by its name.
  init(name: String, isSheet: Bool) {
    self.name = name
    self.isSheet = isSheet
  }

  /// The holder of a table that was read.
  init(of table: FileTable) { self.init(table.location) }

  /// The holder of what stands at a place.
  init(_ place: SourceLocation) {
    if let cell = place.cell, let mark = cell.lastIndex(of: "!") {
      self.init(name: String(cell[..<mark]), isSheet: true)
    } else {
      self.init(
        name: place.file.split(separator: "/").last.map(String.init) ?? place.file,
        isSheet: false)
    }
  }

  /// *filen* or *bladet*, in the reader's language.
  var word: DiagnosticArgument { .word(isSheet ? "holder.sheet" : "holder.file") }

  /// The facts `holder` and `name` beside others.
  func facts(_ others: [String: any DiagnosticFact] = [:]) -> [String: any DiagnosticFact] {
    others.merging(["holder": word, "name": name]) { own, _ in own }
  }
}
