// Matches the headings of a file with the columns that the register knows.

import Diagnostics
import Outcomes
import Rulebook

/// Which cell of a row belongs to which column.
struct HeadingMap {
  let table: RecordTable
  /// Index of the cell by the column's Swedish heading.
  private var indices: [String: Int] = [:]
  let headingCount: Int

  /// Matches headings; unknown ones are noted, missing and doubled ones are errors. A missing
  /// column is told together with the unknown heading that it may stand under.
  init(_ table: FileTable, as kind: RecordTable, into problems: inout DiagnosticList) {
    self.table = kind
    self.headingCount = table.headings.count
    var unknown: [TableCell] = []
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
        unknown.append(heading)
      }
    }
    let holder = TableHolder(of: table)
    var lacking = kind.columns.filter { !has($0) }
    for heading in unknown {
      let renamed = Self.likely(heading.text, among: lacking)
      lacking.removeAll { $0 == renamed }
      var facts = holder.facts(["heading": heading.text, "table": kind.swedishName])
      guard let renamed else {
        facts["known"] = kind.columns.map(\.heading).joined(separator: ", ")
        problems.report("REG007", at: heading.location, facts)
        continue
      }
      facts["column"] = renamed.heading
      // What stands in a column that is only misspelt is not absent.
      problems.report(
        renamed.requirement == .required ? "REG059" : "REG052", at: heading.location, facts)
    }
    for column in lacking where column.requirement == .required {
      problems.report(
        "REG009", at: table.headings.first?.location ?? table.location,
        holder.facts(["column": column.heading, "alias": column.alias]))
    }
  }

  /// The column that a heading is most likely meant for: a letter or two wrong, or another word
  /// that people use for it.
  private static func likely(_ heading: String, among lacking: [RecordColumn]) -> RecordColumn? {
    let folded = NameMatching.folded(heading)
    return lacking.first {
      NameMatching.isMisspelling(heading, of: $0.heading)
        || NameMatching.isMisspelling(heading, of: $0.alias)
    } ?? lacking.first { RegisterNames.isHeading(folded, for: $0) }
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
