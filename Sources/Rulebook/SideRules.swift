// Which balances change side in the balance sheet: a liability in debit, a receivable in credit.

import Diagnostics

/// A rule of layout-sides.tsv: accounts whose balance, on the other side than its row's, stands in
/// another row.
package struct SideRule: Hashable, Sendable {
  /// How the accounts of a rule are taken together.
  package enum Together: String, Hashable, Sendable {
    /// All as one.
    case sum
    /// Each group of ten as one.
    case tens
    /// Every account by itself.
    case alone
  }

  /// The accounts by their four digits.
  package let accounts: ClosedRange<Int>
  /// How they are taken together.
  package let together: Together
  /// The row of a balance on the other side.
  package let row: String

  /// The first account of those that an account is taken together with.
  package func group(of number: Int) -> Int {
    switch together {
    case .sum: accounts.lowerBound
    case .tens: number / 10 * 10
    case .alone: number
    }
  }

  /// All rules, in the order of the table.
  package static let all: [SideRule] = EmbeddedTable(EmbeddedData.layoutSides, separator: "\t").rows
    .map { row in
      let ends = row["accounts"].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1], let together = Together(rawValue: row["together"])
      else { preconditionFailure("the side rules' line \(row.line) says nothing known") }
      return SideRule(accounts: ends[0]...ends[1], together: together, row: row["row"])
    }

  /// The rule of an account, by the narrowest range; nil where a balance never changes side.
  package static func of(_ number: Int) -> SideRule? {
    all.filter { $0.accounts.contains(number) }.min { $0.accounts.count < $1.accounts.count }
  }
}
