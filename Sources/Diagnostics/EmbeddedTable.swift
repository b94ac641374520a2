// Reads the data files that the EmbedData plugin puts into the binary.

/// A table with a header row; lines that begin with `#` explain the file and are skipped.
/// The files are ours and tested, so a malformed one is a fault of the program.
package struct EmbeddedTable: Sendable {
  /// One row, read by column name.
  package struct Row: Sendable {
    let columns: [String: Int]
    let fields: [String]
    /// The row's line in the data file, from 1.
    package let line: Int

    /// The field of a column that the header names.
    package subscript(column: String) -> String {
      guard let index = columns[column] else {
        preconditionFailure("a data file has no column \(column)")
      }
      return index < fields.count ? fields[index] : ""
    }
  }

  /// The rows after the header.
  package let rows: [Row]

  /// Reads tab- or comma-separated text; with a comma, fields may stand in double quotes.
  package init(_ text: StaticString, separator: Character) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    self.init(String(decoding: bytes, as: UTF8.self), separator: separator)
  }

  init(_ text: String, separator: Character) {
    var columns: [String: Int]?
    var rows: [Row] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let fields = Self.fields(of: line, separator: separator)
      if let columns {
        rows.append(Row(columns: columns, fields: fields, line: index + 1))
      } else {
        columns = Dictionary(
          fields.enumerated().map { ($0.element, $0.offset) },
          uniquingKeysWith: { first, _ in first })
      }
    }
    self.rows = rows
  }

  private static func fields(of line: Substring, separator: Character) -> [String] {
    var fields: [String] = []
    var field = ""
    var quoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      if separator == ",", character == "\"" {
        if quoted, rest.first == "\"" {
          field.append("\"")
          rest.removeFirst()
        } else {
          quoted.toggle()
        }
      } else if character == separator, !quoted {
        fields.append(field)
        field = ""
      } else {
        field.append(character)
      }
    }
    fields.append(field)
    return fields
  }
}
