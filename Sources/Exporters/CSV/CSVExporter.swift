// Tables of data as CSV files.

import Bookkeeping
import Disclosure
import Figures
import Reporting

/// Writes tables of data as CSV.
package enum CSVExporter {
  /// One file a table of data, in `csv/`.
  package static func files(_ report: ClearedReport) -> [OutputFile] {
    report.dataTables.map { table in
      OutputFile(path: "csv/\(table.id).csv", bytes: bytes(of: table, in: report))
    }
  }

  /// A table's bytes: the columns' ids, then the rows. Figures are exact decimal text with a point
  /// and an ASCII minus, days ISO 8601; a hidden figure is `..`, as statistics mark it.
  static func bytes(of table: Table, in report: ClearedReport) -> [UInt8] {
    var csv = CSVWriter(headings: table.columns.map(\.id))
    for row in table.rows { csv.append(row.cells.map { text(of: $0, in: report) }) }
    return csv.bytes
  }

  /// A cell's plain text.
  static func text(of cell: Cell, in report: ClearedReport) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): text
    case .date(let date): date.description
    case .id(let id): FigureIDText.text(id)
    case .figure(let id): report.figure(id).map { $0.value?.exactText ?? ".." } ?? ""
    }
  }
}
