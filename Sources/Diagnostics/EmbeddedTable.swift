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
  package init(_ text: StaticString, separator: Unicode.Scalar) {
    // By bytes: what separates is ASCII, and each start of the program reads all tables.
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var columns: [String: Int]?
    var rows: [Row] = []
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let fields = Self.fields(of: line, separator: UInt8(ascii: separator))
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

  private static func fields(
    of line: Slice<UnsafeBufferPointer<UInt8>>, separator: UInt8
  ) -> [String] {
    let quote = UInt8(ascii: "\"")
    // Most lines quote nothing, and the largest table none.
    guard separator == UInt8(ascii: ","), line.contains(quote) else {
      return line.split(separator: separator, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var rest = line
    while let byte = rest.popFirst() {
      if byte == quote {
        if quoted, rest.first == quote {
          field.append(rest.removeFirst())
        } else {
          quoted.toggle()
        }
      } else if byte == separator, !quoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
