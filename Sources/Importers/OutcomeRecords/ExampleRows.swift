// Finds the template's example rows that were left in.

import Diagnostics
import Outcomes

/// The example rows of a new register (`dualbokslut init`) show how a row is filled in. One that is
/// left is an error of its own, and is kept from the rules, which would only add to it.
enum ExampleRows {
  /// The tables without example rows; each one left is reported, and so is a table Deltagare that
  /// has no row at all.
  static func removed(
    from tables: [RecordTable: FileTable], into problems: inout DiagnosticList
  ) -> [RecordTable: FileTable] {
    var cleaned: [RecordTable: FileTable] = [:]
    for (kind, table) in tables {
      let example = NameMatching.folded(ParticipantID.example.rawValue)
      let names = [RecordColumn.participant.heading, RecordColumn.participant.alias]
        .map { NameMatching.folded($0) }
      let column = table.headings.firstIndex { names.contains(NameMatching.folded($0.text)) }
      var rows: [TableRow] = []
      for row in table.rows {
        if let column, column < row.cells.count,
          NameMatching.folded(row.cells[column].text) == example
        {
          problems.report(
            "INI001", at: row.cells[column].location,
            ["id": ParticipantID.example.rawValue, "table": kind.swedishName])
        } else {
          rows.append(row)
        }
      }
      if kind == .participants, table.rows.isEmpty {
        problems.report("INI002", at: table.headings.first?.location ?? table.location)
      }
      cleaned[kind] = FileTable(headings: table.headings, rows: rows, location: table.location)
    }
    return cleaned
  }
}
