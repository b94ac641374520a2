// The rows of a statement and which accounts land in each, as the layout data files say.

/// Which statement a row belongs to.
public enum StatementKind: String, Hashable, Sendable {
  /// *Resultaträkning*.
  case incomeStatement = "rr"
  /// *Balansräkning*.
  case balanceSheet = "br"
}

/// One row of a statement's layout, in the order of printing.
public struct LayoutRow: Hashable, Sendable {
  /// What the row holds.
  public enum Content: Hashable, Sendable {
    /// Only a heading.
    case heading
    /// The balances of the accounts that land here.
    case accounts
    /// The sum of other rows' printed values, with sign.
    case sum(of: [String])
  }

  /// The K2 element's name, or `own.<name>`.
  public let id: String
  /// Swedish label.
  public let labelSwedish: String
  /// English label.
  public let labelEnglish: String
  /// Depth of the heading it stands under, from 0.
  public let level: Int
  /// What it holds.
  public let content: Content
  /// Whether the printed value is the balance with the other sign: income, equity and liabilities
  /// are credit balances and print positive; costs are debit and print negative.
  public let printsNegated: Bool
  /// Whether the row is printed even when it is zero in both years.
  public let alwaysShown: Bool

  /// A row.
  public init(
    id: String, labelSwedish: String, labelEnglish: String, level: Int, content: Content,
    printsNegated: Bool, alwaysShown: Bool
  ) {
    self.id = id
    self.labelSwedish = labelSwedish
    self.labelEnglish = labelEnglish
    self.level = level
    self.content = content
    self.printsNegated = printsNegated
    self.alwaysShown = alwaysShown
  }
}
