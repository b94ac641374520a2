// The chart of the social ledger: a number for every kind of line.

import Diagnostics

/// The chart of the social ledger (`Data/social-accounts.tsv`): a number for every kind of line,
/// the same from year to year.
package enum SocialChart {
  /// Numbers by kind, in the order of the file.
  package static let entries: [(kind: String, number: String)] = EmbeddedTable(
    EmbeddedData.socialAccounts, separator: "\t"
  ).rows.map { ($0["kind"], $0["number"]) }

  private static let places = Dictionary(
    entries.enumerated().map { ($0.element.kind, $0.offset) },
    uniquingKeysWith: { first, _ in first })

  /// The number of a kind; nil for one that the chart does not know.
  package static func number(of kind: String) -> String? { places[kind].map { entries[$0].number } }

  /// The place of a kind among the others in a series and in reports; one that the chart does not
  /// know is last.
  package static func order(of kind: String) -> Int { places[kind] ?? entries.count }
}
