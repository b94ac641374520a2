// The rows of the two statements of a legal form, and which row each account lands in.

/// Which statement a row belongs to.
package enum StatementKind: String, Hashable, Sendable {
  /// *Resultaträkning*.
  case incomeStatement = "rr"
  /// *Balansräkning*.
  case balanceSheet = "br"
}

/// One row of a statement's layout, in the order of printing.
package struct LayoutRow: Hashable, Sendable {
  /// What the row holds.
  package enum Content: Hashable, Sendable {
    /// Only a heading.
    case heading
    /// The balances of the accounts that land here.
    case accounts
    /// The sum of other rows' printed values: costs print negative, so every sum is an addition.
    case sum(of: [String])
    /// The year's result from the result accounts, booked in equity or not.
    case yearResult
    /// What keeps the books from balancing; zero in sound books.
    case difference
  }

  /// The K2 element's name, or `own.<name>`.
  package let id: String
  /// Swedish label.
  package let labelSwedish: String
  /// English label.
  package let labelEnglish: String
  /// Depth of the heading it stands under, from 0.
  package let level: Int
  /// What it holds.
  package let content: Content
  /// Whether the printed value is the balance with the other sign: income, equity and liabilities
  /// are credit balances and print positive; costs are debit and print negative.
  package let printsNegated: Bool
  /// Whether the row is printed even when it is zero in both years.
  package let alwaysShown: Bool
}

/// Where a layout puts an account.
package enum AccountPlacement: Hashable, Sendable {
  /// The row of this id. `isUnsure`: BAS' own placement, but an association may use the account for
  /// something else, which its settings should say.
  case row(String, isUnsure: Bool)
  /// An account of the closing entry (899x): it moves the result and is no part of it.
  case closingEntry
  /// An account of another legal form, named in Swedish as BAS does; nil where BAS knows of none.
  case foreign(owner: String?)
  /// No row: class 9, or no number of BAS at all.
  case none
}

/// The layout (*uppställningsform*) of a legal form: rows by K2 (BFNAR 2016:10) and account rules
/// by the K2 element list's BAS references.
package struct StatementLayout: Sendable {
  /// Ids of rows that the calculation refers to.
  package enum RowID {
    /// *Nettoomsättning*.
    package static let netSales = "Nettoomsattning"
    /// *Summa rörelseintäkter, lagerförändringar m.m.*
    package static let income = "RorelseintakterLagerforandringarMm"
    /// *Summa rörelsekostnader*.
    package static let costs = "Rorelsekostnader"
    /// *Personalkostnader*.
    package static let personnel = "Personalkostnader"
    /// *Resultat efter finansiella poster*.
    package static let resultAfterFinancialItems = "ResultatEfterFinansiellaPoster"
    /// *Årets resultat*, last in the income statement.
    package static let result = "AretsResultat"
    /// *Årets resultat* in equity.
    package static let resultInEquity = "AretsResultatEgetKapital"
    /// *Balanserat resultat*.
    package static let retainedEarnings = "BalanseratResultat"
    /// *Medlemsinsatser*.
    package static let memberContributions = "own.medlemsinsatser"
    /// *Summa eget kapital*.
    package static let equity = "EgetKapital"
    /// *Summa obeskattade reserver*.
    package static let untaxedReserves = "ObeskattadeReserver"
    /// *Summa tillgångar*.
    package static let assets = "Tillgangar"
    /// *Summa eget kapital och skulder*, with the difference in the books.
    package static let equityAndLiabilities = "EgetKapitalSkulder"
    /// *Differens i bokföringen*.
    package static let difference = "own.differens"
  }

  /// The legal form.
  package let form: LegalForm
  /// The income statement's rows in the order of printing.
  package let incomeStatement: [LayoutRow]
  /// The balance sheet's rows in the order of printing.
  package let balanceSheet: [LayoutRow]
  /// The rule of every four-digit number: an index into `rules`, or -1.
  let ruleIndex: [Int16]
  let rules: [LayoutRule]
  let rowsByFlowKind: [FlowKind: String]
  /// The enterprise's own choices, and which of them decides each four-digit number (or -1).
  var overrides: [RowOverride] = []
  var overrideIndex: [Int] = []

  /// Where the account of a four-digit number goes by overrides and rules alone; the narrowest
  /// range wins.
  package func placement(ofNumber number: Int) -> AccountPlacement {
    if let override = override(ofNumber: number) { return .row(override.row, isUnsure: false) }
    guard ruleIndex.indices.contains(number), ruleIndex[number] >= 0 else { return .none }
    let rule = rules[Int(ruleIndex[number])]
    guard let row = rule.row else { return .foreign(owner: rule.owner) }
    if row == RowID.result { return .closingEntry }
    return .row(row, isUnsure: rule.isUnsure)
  }

  /// Where an account goes when the settings' kopplingar are heard too: in an ideell förening the
  /// kind of an income account (class 3) decides its row, unless an override names the row itself.
  /// Rules over objects cannot divide a balance and are passed over.
  package func placement(ofNumber number: Int, links: [AccountLink]) -> AccountPlacement {
    let byRule = placement(ofNumber: number)
    guard !rowsByFlowKind.isEmpty, (3000...3999).contains(number),
      override(ofNumber: number) == nil
    else { return byRule }
    for link in links {
      guard link.object == nil, let kind = link.kind, link.accounts?.contains(number) == true
      else { continue }
      guard let row = rowsByFlowKind[kind] else { return byRule }
      return .row(row, isUnsure: false)
    }
    return byRule
  }

  /// The rows of a statement.
  package func rows(of kind: StatementKind) -> [LayoutRow] {
    kind == .incomeStatement ? incomeStatement : balanceSheet
  }

  /// The row of an id in either statement.
  package func row(_ id: String) -> LayoutRow? {
    incomeStatement.first { $0.id == id } ?? balanceSheet.first { $0.id == id }
  }
}

extension StatementLayout {
  /// The rows that a row rests on, through the sums below it: the row itself when it is no sum.
  package func leaves(of id: String) -> Set<String> {
    guard case .sum(let terms) = row(id)?.content else { return [id] }
    return terms.reduce(into: []) { $0.formUnion(leaves(of: $1)) }
  }
}

/// One line of layout-accounts.tsv.
struct LayoutRule: Hashable, Sendable {
  let numbers: ClosedRange<Int>
  /// nil: not an account of this form.
  let row: String?
  let owner: String?
  let isUnsure: Bool
}
