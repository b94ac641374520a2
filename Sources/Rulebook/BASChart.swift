// The standard chart of accounts: what BAS calls an account, and which accounts K2 does not allow.

import Bookkeeping
import Diagnostics

/// The BAS 2025 chart (*baskontoplanen*), by four-digit number.
package struct BASChart: Sendable {
  /// One account of the chart.
  package struct Entry: Hashable, Sendable {
    /// The four-digit number.
    package let number: Int
    /// BAS' name; two meanings are divided by ` / `.
    package let name: String
    /// Whether a K2 company may use it (BFNAR 2016:10).
    package let isAllowedInK2: Bool
  }

  /// The chart of this binary.
  package static let bas2025 = BASChart(EmbeddedData.bas2025)

  /// All accounts in the order of their numbers.
  package let entries: [Entry]
  private let byNumber: [Int: Entry]

  /// The entry of a four-digit number; nil when BAS has no such account.
  package subscript(number: Int) -> Entry? { byNumber[number] }

  init(_ table: StaticString) {
    entries = EmbeddedTable(table, separator: "\t").rows.map { row in
      guard let number = Int(row["number"]) else {
        preconditionFailure("the chart's line \(row.line) has no number")
      }
      return Entry(number: number, name: row["name"], isAllowedInK2: row["k2"] == "yes")
    }
    byNumber = Dictionary(entries.map { ($0.number, $0) }) { first, _ in first }
  }
}

extension Account {
  /// The four-digit number that layouts look at: the first four digits, or a shorter number filled
  /// with zeros (193 is read as 1930); nil when the account is no number.
  package var layoutNumber: Int? {
    guard !number.isEmpty, number.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int((number + "000").prefix(4))
  }
}
