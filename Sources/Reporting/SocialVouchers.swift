// The lines of the second bokslut as vouchers of a ledger, with names and account numbers.

import Diagnostics
import Figures

/// One line as a voucher: its amount goes from one actor to another on one account.
package struct SocialVoucher: Hashable, Sendable {
  /// L, C, A, O, D, U or T.
  package let series: String
  /// From 1 in each series.
  package let number: Int
  /// The kind's identifier.
  package let kind: String
  /// The outcome kind; nil in series L.
  package let outcome: String?
  /// What the voucher is, in the report's language.
  package let text: String
  /// Who gives, by id.
  package let from: String
  /// Who receives, by id.
  package let to: String
  /// The figure of the amount.
  package let amount: FigureID
}

/// All vouchers of the second bokslut.
package struct SocialVouchers: Hashable, Sendable {
  /// An actor by id and name.
  package struct Actor: Hashable, Sendable {
    /// The id.
    package let id: String
    /// The name in the report's language, or the settings' own.
    package let name: String
  }

  /// An account: a kind of line.
  package struct Account: Hashable, Sendable {
    /// The kind's identifier.
    package let kind: String
    /// The number.
    package let number: String
    /// The name in the report's language.
    package let name: String
  }

  /// The vouchers by series and number.
  package let all: [SocialVoucher]
  /// The actors that they move money between, in the order of reports.
  package let actors: [Actor]
  /// The accounts that they use, in the order of numbers.
  package let accounts: [Account]

  /// No vouchers.
  package static let none = SocialVouchers(all: [], actors: [], accounts: [])
}

/// The chart of the social ledger (`Data/social-accounts.tsv`): a number for every kind of line, the
/// same from year to year.
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
