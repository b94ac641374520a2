// Reads the tables that a report writes, for the tests alone.

import Foundation
import Testing

/// A CSV file as rows by column name.
struct CSVTable {
  /// One row.
  struct Row {
    let fields: [String: String]

    subscript(column: String) -> String? { fields[column] }

    /// A column with two decimals in hundredths.
    func ore(_ column: String) throws -> Int { try CSVTable.ore(#require(fields[column])) }
  }

  let rows: [Row]

  init(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\r\n").map { Self.fields(of: $0) }
    let header = try #require(lines.first)
    rows = lines.dropFirst().map {
      Row(fields: Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }))
    }
  }

  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == ",", !quoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// Kronor in öre.
  static func ore(_ text: String) throws -> Int { try scaled(text, decimals: 2) }

  /// Decimal text as a scaled whole number.
  static func scaled(_ text: String, decimals: Int) throws -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: decimals - fraction.count)
    let digits = String(parts[0]) + padded
    let number: Int? = Int(digits)
    return try #require(number)
  }
}
