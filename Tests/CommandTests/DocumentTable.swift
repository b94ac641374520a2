// Reads the marked tables of a Swedish Markdown document, for the tests alone.

import Foundation
import Testing

/// The rows of every table that follows a comment `<!-- tabell: NAME -->`.
struct DocumentTable {
  let header: [String]
  let rows: [[String]]

  init(_ name: String, in document: String) throws {
    var header: [String] = []
    var rows: [[String]] = []
    var isInside = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "<!-- tabell: \(name) -->" {
        isInside = true
        header = []
      } else if isInside, line.hasPrefix("|") {
        let cells = line.dropFirst().dropLast().split(
          separator: "|", omittingEmptySubsequences: false
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        if header.isEmpty {
          header = cells
        } else if !cells.allSatisfy({ $0.allSatisfy { "-:".contains($0) } }) {
          try #require(cells.count == header.count, "\(line)")
          rows.append(cells)
        }
      } else {
        isInside = false
      }
    }
    try #require(!rows.isEmpty, "no table \(name)")
    self.header = header
    self.rows = rows
  }

  /// The program's identifier in a cell: what stands between backticks.
  static func identifier(_ cell: String) throws -> String {
    let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
    try #require(parts.count == 3, "\(cell)")
    return String(parts[1])
  }

  /// A Swedish number, with or without unit, as the program's tables write it.
  static func number(_ cell: String) -> String {
    var text = cell
    for unit in [" kr", " mån"] where text.hasSuffix(unit) { text.removeLast(unit.count) }
    return text.filter { $0 != " " }.replacing(",", with: ".")
  }

  /// Kronor in öre.
  static func ore(_ cell: String) throws -> Int { try CSVTable.ore(number(cell)) }
}
