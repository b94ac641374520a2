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
    // By the bytes in place: what separates is ASCII, and each start of the program reads tables.
    let newline = UInt8(ascii: "\n")
    let separator = UInt8(ascii: separator)
    let (bytes, end) = (text.utf8Start, text.utf8CodeUnitCount)
    var columns: [String: Int]?
    var rows: [Row] = []
    var (start, line) = (0, 1)
    while start < end {
      var stop = start
      while stop < end, bytes[stop] != newline { stop += 1 }
      if stop > start, bytes[start] != UInt8(ascii: "#") {
        let fields = Self.fields(of: bytes + start, count: stop - start, separator: separator)
        if let columns {
          rows.append(Row(columns: columns, fields: fields, line: line))
        } else {
          columns = Dictionary(
            fields.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        }
      }
      start = stop + 1
      line += 1
    }
    self.rows = rows
  }

  private static func fields(
    of bytes: UnsafePointer<UInt8>, count: Int, separator: UInt8
  ) -> [String] {
    let quote = UInt8(ascii: "\"")
    let mayQuote = separator == UInt8(ascii: ",")
    var fields: [String] = []
    var (start, quotes, isQuoted) = (0, 0, false)
    func add(upTo end: Int) {
      let field = UnsafeBufferPointer(start: bytes + start, count: end - start)
      fields.append(
        quotes == 0
          ? String(decoding: field, as: UTF8.self)
          : String(decoding: unquoted(field), as: UTF8.self))
      (start, quotes) = (end + 1, 0)
    }
    var index = 0
    while index < count {
      let byte = bytes[index]
      if byte == separator, !isQuoted {
        add(upTo: index)
      } else if mayQuote, byte == quote {
        quotes += 1
        isQuoted.toggle()
      }
      index += 1
    }
    add(upTo: count)
    return fields
  }

  /// A field without its quotes; of two in a row inside them one stays.
  private static func unquoted(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var kept: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < field.count {
      let byte = field[index]
      if byte != quote {
        kept.append(byte)
      } else if isQuoted, index + 1 < field.count, field[index + 1] == quote {
        kept.append(quote)
        index += 1
      } else {
        isQuoted.toggle()
      }
      index += 1
    }
    return kept
  }
}
