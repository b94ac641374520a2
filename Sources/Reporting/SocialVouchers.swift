// The lines of the second bokslut as vouchers of a ledger, with names and account numbers.

import Diagnostics

/// One line as a voucher: its amount goes from one actor to another on one account.
public struct SocialVoucher: Hashable, Sendable {
  /// L, C, A, O, D, U or T.
  public let series: String
  /// From 1 in each series.
  public let number: Int
  /// The kind's identifier.
  public let kind: String
  /// The outcome kind; nil in series L.
  public let outcome: String?
  /// What the voucher is, in the report's language.
  public let text: String
  /// Who gives, by id.
  public let from: String
  /// Who receives, by id.
  public let to: String
  /// The figure of the amount.
  public let amount: FigureID
}

/// All vouchers of the second bokslut.
public struct SocialVouchers: Hashable, Sendable {
  /// An actor by id and name.
  public struct Actor: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The name in the report's language, or the settings' own.
    public let name: String
  }

  /// An account: a kind of line.
  public struct Account: Hashable, Sendable {
    /// The kind's identifier.
    public let kind: String
    /// The number.
    public let number: String
    /// The name in the report's language.
    public let name: String
  }

  /// The vouchers by series and number.
  public let all: [SocialVoucher]
  /// The actors that they move money between, in the order of reports.
  public let actors: [Actor]
  /// The accounts that they use, in the order of numbers.
  public let accounts: [Account]

  /// No vouchers.
  public static let none = SocialVouchers(all: [], actors: [], accounts: [])
}

/// The chart of the social ledger (`Data/social-accounts.tsv`): a number for every kind of line, the
/// same from year to year.
public enum SocialChart {
  /// Numbers by kind, in the order of the file.
  public static let entries: [(kind: String, number: String)] = EmbeddedTable(
    EmbeddedData.socialAccounts, separator: "\t"
  ).rows.map { ($0["kind"], $0["number"]) }

  private static let numbers = Dictionary(
    entries.map { ($0.kind, $0.number) }, uniquingKeysWith: { first, _ in first })

  /// The number of a kind; nil for one that the chart does not know.
  public static func number(of kind: String) -> String? { numbers[kind] }
}
