// Tables of data as CSV: RFC 4180 with CRLF, UTF-8 without byte-order mark.

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
    var text = table.columns.map { quoted($0.id) }.joined(separator: ",") + "\r\n"
    for row in table.rows {
      text += row.cells.map { quoted(Self.text(of: $0, in: report)) }.joined(separator: ",")
      text += "\r\n"
    }
    return Array(text.utf8)
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

  /// RFC 4180: a field with a comma, quote or line break stands in quotes, quotes doubled.
  static func quoted(_ field: String) -> String {
    let special = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard special else { return field }
    let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
