// The overview of several years (flerårsöversikt) in the management report.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

/// *Flerårsöversikt*: a few figures of every year that the files speak of, newest first.
package struct MultiYearOverview: Hashable, Sendable {
  /// One year.
  package struct Entry: Hashable, Sendable {
    /// The year.
    package let year: FiscalYear
    /// *Nettoomsättning*; nil when the year's result accounts are unknown.
    package let netSales: Amount?
    /// *Summa rörelseintäkter*: what an ideell förening calls its income.
    package let income: Amount?
    /// *Resultat efter finansiella poster*.
    package let resultAfterFinancialItems: Amount?
    /// *Summa tillgångar* (*balansomslutning*); nil when the year's balances are unknown.
    package let assets: Amount?
    /// *Summa eget kapital*.
    package let equity: Amount?
    /// *Summa obeskattade reserver*.
    package let untaxedReserves: Amount?
    /// The share of untaxed reserves that counts as equity; nil before the rule table begins.
    package let untaxedReservesShare: Rate?
    /// *Soliditet* as an exact fraction: (equity + share x untaxed reserves) / assets; nil without
    /// assets, or without the share when there are untaxed reserves.
    package let solidity: Rational?
    /// Row of the statements -> the accounts below it, debit positive, for the rows shown here.
    package let accounts: [String: [AccountBalance]]
    /// The SIE file that speaks of the year.
    package let location: SourceLocation?
  }

  /// The years, newest first.
  package let years: [Entry]

  /// A year's label: with its month when two end in one calendar year.
  package func label(of entry: Entry) -> String {
    let sameEnd = years.filter { $0.year.end.year == entry.year.end.year }
    return entry.year.label(amongSeveral: sameEnd.count > 1)
  }

  /// The overview of all years known; the same year twice counts once, its own file first.
  package static func compute(
    form: LegalForm, years: [PreviousBooks], links: [AccountLink] = [],
    rowOverrides: [RowOverride] = []
  ) throws(ArithmeticOverflow) -> MultiYearOverview {
    let layout = StatementLayout.of(form).overridden(by: rowOverrides)
    var entries: [Entry] = []
    let ordered = years.filter { $0.origin == .ownFile } + years.filter { $0.origin != .ownFile }
    for books in ordered {
      guard let year = books.year ?? books.trialBalance.fiscalYear,
        !entries.contains(where: { $0.year == year })
      else { continue }
      let placed = try PlacedYear(
        books.trialBalance, layout: layout, links: links, resultIsKnown: books.resultIsKnown)
      entries.append(
        try Entry(
          year: year, books: books, values: YearValues(placed, layout: layout),
          accounts: accounts(of: placed, layout: layout)))
    }
    return MultiYearOverview(years: entries.sorted { $0.year > $1.year })
  }

  private static func accounts(
    of year: PlacedYear, layout: StatementLayout
  ) -> [String: [AccountBalance]] {
    OverviewMeasure.allCases.compactMap(\.row?.id).reduce(into: [:]) { accounts, row in
      let below = layout.leaves(of: row)
      accounts[row] = year.shares.filter { below.contains($0.key) }.flatMap(\.value)
        .sorted { ($0.account.number, $0.amount) < ($1.account.number, $1.amount) }
    }
  }
}

extension OverviewMeasure {
  /// The row of a statement that the measure is; nil for *soliditet*.
  var row: (statement: StatementKind, id: String)? {
    typealias RowID = StatementLayout.RowID
    return switch self {
    case .netSales: (.incomeStatement, RowID.netSales)
    case .income: (.incomeStatement, RowID.income)
    case .resultAfterFinancialItems: (.incomeStatement, RowID.resultAfterFinancialItems)
    case .assets: (.balanceSheet, RowID.assets)
    case .equity: (.balanceSheet, RowID.equity)
    case .untaxedReserves: (.balanceSheet, RowID.untaxedReserves)
    case .solidity: nil
    }
  }
}

extension MultiYearOverview.Entry {
  /// A measure in kronor; nil when it is not known, and for *soliditet*.
  func amount(of measure: OverviewMeasure) -> Amount? {
    switch measure {
    case .netSales: netSales
    case .income: income
    case .resultAfterFinancialItems: resultAfterFinancialItems
    case .assets: assets
    case .equity: equity
    case .untaxedReserves: untaxedReserves
    case .solidity: nil
    }
  }

  init(
    year: FiscalYear, books: PreviousBooks, values: YearValues,
    accounts: [String: [AccountBalance]]
  ) throws(ArithmeticOverflow) {
    let hasBalances = books.trialBalance.rows.contains { row in
      row.account.layoutNumber.map { $0 < 3000 } == true && !row.closing.isZero
    }
    self.year = year
    netSales = values[StatementLayout.RowID.netSales]
    income = values[StatementLayout.RowID.income]
    resultAfterFinancialItems = values[StatementLayout.RowID.resultAfterFinancialItems]
    assets = hasBalances ? values[StatementLayout.RowID.assets] : nil
    equity = hasBalances ? values[StatementLayout.RowID.equity] : nil
    untaxedReserves = hasBalances ? values[StatementLayout.RowID.untaxedReserves] : nil
    untaxedReservesShare = UntaxedReserves.equityShare(in: year)
    solidity = Self.solidity(
      assets: assets, equity: equity, untaxedReserves: untaxedReserves,
      share: untaxedReservesShare)
    self.accounts = accounts
    location = books.location
  }

  private static func solidity(
    assets: Amount?, equity: Amount?, untaxedReserves: Amount?, share: Rate?
  ) -> Rational? {
    guard let assets, let equity, let untaxedReserves, !assets.isZero else { return nil }
    let counted: Rational
    if untaxedReserves.isZero {
      counted = .zero
    } else {
      guard let share else { return nil }
      counted = Rational(kronor: untaxedReserves) * share.rational
    }
    return (Rational(kronor: equity) + counted) / Rational(kronor: assets)
  }
}
