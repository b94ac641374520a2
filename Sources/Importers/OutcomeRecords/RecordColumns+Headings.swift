// Matches the headings of a file with the columns that the register knows.

import Diagnostics
import Outcomes

/// Which cell of a row belongs to which column.
struct HeadingMap {
  let table: RecordTable
  /// Index of the cell by the column's Swedish heading.
  private var indices: [String: Int] = [:]
  let headingCount: Int

  /// Matches headings; unknown ones are noted, missing and doubled ones are errors.
  init(_ table: FileTable, as kind: RecordTable, into problems: inout DiagnosticList) {
    self.table = kind
    self.headingCount = table.headings.count
    for (index, heading) in table.headings.enumerated() where !heading.isBlank {
      let folded = NameMatching.folded(heading.text)
      let column = kind.columns.first {
        NameMatching.folded($0.heading) == folded || NameMatching.folded($0.alias) == folded
      }
      if let column {
        if indices[column.heading] != nil {
          problems.report("REG008", at: heading.location, ["column": column.heading])
        } else {
          indices[column.heading] = index
        }
      } else {
        // A misspelt heading stands for a column that the file seems to lack.
        let present = Set(table.headings.map { NameMatching.folded($0.text) })
        let lacking = kind.columns.filter {
          !present.contains(NameMatching.folded($0.heading))
            && !present.contains(NameMatching.folded($0.alias))
        }
        let known = (lacking.isEmpty ? kind.columns : lacking).map(\.heading)
        let nearest = NameMatching.nearest(to: heading.text, among: known)
        // What stands in a column that is only misspelt is not absent.
        let isMisspelt = lacking.contains {
          $0.heading == nearest && NameMatching.isMisspelling(heading.text, of: $0.heading)
        }
        problems.report(
          isMisspelt ? "REG052" : "REG007", at: heading.location,
          ["column": heading.text, "table": kind.swedishName, "nearest": nearest])
      }
    }
    for column in kind.columns where column.requirement == .required && !has(column) {
      problems.report(
        "REG009", at: table.headings.first?.location ?? table.location,
        ["column": column.heading, "alias": column.alias, "table": kind.swedishName])
    }
  }

  /// Whether the file has the column.
  func has(_ column: RecordColumn) -> Bool { indices[column.heading] != nil }

  /// The cell of a column in a row; nil when the file lacks the column. A row that ends early has a
  /// blank cell there.
  func cell(_ column: RecordColumn, in row: TableRow) -> TableCell? {
    guard let index = indices[column.heading] else { return nil }
    return index < row.cells.count ? row.cells[index] : TableCell("", at: row.location)
  }

  /// Whether the file has all the columns that every record needs.
  var isComplete: Bool {
    table.columns.allSatisfy { $0.requirement != .required || has($0) }
  }
}
