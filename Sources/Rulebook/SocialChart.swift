// The chart of the social ledger: a number for every kind of line.

import Diagnostics

/// The chart of the social ledger (`Data/social-accounts.tsv`): a number for every kind of line,
/// the same from year to year.
package enum SocialChart {
  /// Numbers by kind, in the order of the file.
  package static let entries: [(kind: String, number: String)] = EmbeddedTable(
    EmbeddedData.socialAccounts, separator: "\t"
  ).rows.map { ($0["kind"], $0["number"]) }

  private static let numbers = Dictionary(
    entries.map { ($0.kind, $0.number) }, uniquingKeysWith: { first, _ in first })

  /// The number of a kind; nil for one that the chart does not know.
  package static func number(of kind: String) -> String? { numbers[kind] }
}
