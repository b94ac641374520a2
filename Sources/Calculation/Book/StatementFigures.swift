// Figures of the books over the years: both statements, the overview, the change of equity, and the
// accounts that open otherwise than they closed.

import Bookkeeping
import Figures
import Rulebook

extension BookMaker {
  /// The figure of a statement's row; nil when the row is not shown or the year not known.
  func figure(
    _ kind: StatementKind, _ row: String, _ column: YearColumn = .current
  ) -> FigureID? {
    let statement = kind == .incomeStatement ? first.incomeStatement : first.balanceSheet
    guard let found = statement.row(row), found.layout.content != .heading,
      column == .current || found.previous != nil
    else { return nil }
    return .statement(kind, row: row, column)
  }

  // MARK: Statements

  /// Every row of both statements, this year and the year before.
  mutating func addStatements() throws(ReportFault) {
    for statement in [first.incomeStatement, first.balanceSheet] {
      for row in statement.rows where row.layout.content != .heading {
        for column in YearColumn.allCases {
          guard let amount = column == .current ? row.current : row.previous else { continue }
          try add(
            .statement(statement.kind, row: row.layout.id, column), amount,
            origin(of: row, column, in: statement.kind))
        }
      }
    }
  }

  private func origin(
    of row: StatementRow, _ column: YearColumn, in kind: StatementKind
  ) -> Origin {
    let sources = sources(of: row, column)
    switch row.layout.content {
    case .yearResult:
      // One result in both statements.
      if let result = figure(.incomeStatement, StatementLayout.RowID.result, column) {
        return .formula(.figure(result), sources)
      }
    case .sum(let parts):
      // Rows that are not shown are zero in both years.
      let terms = parts.compactMap { figure(kind, $0, column) }
      if !terms.isEmpty { return .formula(.sum(terms), sources) }
    case .heading, .accounts, .difference: break
    }
    return .from(sources.isEmpty ? [.nothing] : sources)
  }

  /// The accounts that land in a row, and what it holds beside them.
  private func sources(of row: StatementRow, _ column: YearColumn) -> [Source] {
    let balances = row.accounts.compactMap { share -> AccountBalance? in
      guard let amount = column == .current ? share.current : share.previous, !amount.isZero
      else { return nil }
      return AccountBalance(account: share.account, amount: amount)
    }
    var sources: [Source] = []
    if !balances.isEmpty {
      sources.append(
        .accounts(balances, of: column == .current ? .year : .otherYear(first.previousFile)))
    }
    let beside = column == .current ? row.currentBesideAccounts : row.previousBesideAccounts
    if let beside, !beside.isZero { sources.append(.beside(beside)) }
    return sources
  }

  // MARK: Several years

  /// What is known of each year of the overview.
  mutating func addYears(_ overview: MultiYearOverview) throws(ReportFault) {
    for entry in overview.years {
      let label = overview.label(of: entry)
      for measure in OverviewMeasure.allCases {
        guard let row = measure.row, let amount = entry.amount(of: measure) else { continue }
        try add(.year(label, measure), amount, origin(of: row.id, in: row.statement, of: entry))
      }
      guard let solidity = entry.solidity else { continue }
      try add(
        .year(label, .solidity), try share(solidity), .share,
        .rounded(
          of: [OverviewMeasure.equity, .untaxedReserves, .assets].map { .year(label, $0) },
          [.reason(.solidity(untaxedReservesShare: entry.untaxedReservesShare))]))
    }
  }

  /// The statements' own figure when the year is one of their two and the row is shown, else the
  /// year's accounts.
  private func origin(
    of row: String, in kind: StatementKind, of entry: MultiYearOverview.Entry
  ) -> Origin {
    let column: YearColumn? =
      entry.year == first.year ? .current : entry.year == first.previousYear ? .previous : nil
    if let figure = column.flatMap({ figure(kind, row, $0) }) { return .formula(.figure(figure)) }
    guard let accounts = entry.accounts[row], !accounts.isEmpty else {
      return .from(.reason(.noAccounts(entry.location)))
    }
    return .from(.accounts(accounts, of: .otherYear(entry.location)))
  }

  // MARK: Equity

  /// Every row of equity from opening to closing balance.
  mutating func addEquity(_ change: EquityChange) throws(ReportFault) {
    typealias RowID = StatementLayout.RowID
    let result = FigureID.statement(.incomeStatement, row: RowID.result, .current)
    let leaves = change.rows.filter { $0.layout.id != RowID.equity }
    let parts: [EquityColumn] = [.disposition, .contributions, .dividend, .other, .yearResult]
    for row in change.rows {
      let id = row.layout.id
      let isSum = id == RowID.equity
      func whole(_ column: EquityColumn) -> Formula {
        isSum
          ? .sum(leaves.map { .equity(row: $0.layout.id, column) })
          : .balance(
            plus: [.equity(row: id, .closing)],
            minus: [.equity(row: id, .opening)]
              + parts.filter { $0 != column }.map { .equity(row: id, $0) })
      }
      let others = leaves.filter { $0.layout.id != id }
      let before = FigureID.statement(.balanceSheet, row: id, .previous)
      let now = FigureID.statement(.balanceSheet, row: id, .current)
      let disposition: Formula =
        isSum
        ? whole(.disposition)
        : row.receivesRest
          ? .balance(plus: [], minus: others.map { .equity(row: $0.layout.id, .disposition) })
          : id == RowID.resultInEquity
            ? .balance(plus: [], minus: [before]) : .balance(plus: [now], minus: [before])
      for (column, amount, formula) in [
        (EquityColumn.opening, row.opening, Formula.figure(before)),
        (.disposition, row.disposition, disposition),
        (
          .contributions, row.contributions,
          isSum || row.isIssued ? whole(.contributions) : .balance(plus: [now], minus: [before])
        ), (.dividend, row.dividend, whole(.dividend)), (.other, row.other, whole(.other)),
        (.yearResult, row.yearResult, .figure(result)),
        (.closing, row.closing, .figure(now)),
      ] {
        // A dividend or a bonus issue is read from vouchers; what moved nothing has no source.
        let isIssue = column == .disposition && row.isIssued
        let isRead = column == .dividend && !isSum && !amount.isZero || isIssue
        let isIdle = amount.isZero && parts.contains(column) && column != .other && !isSum
        try add(
          .equity(row: id, column), amount,
          isRead
            ? .from(
              .reason(isIssue ? .movedWithinEquity : .dividendBooked), .figures([before, now]))
            : isIdle ? .from(.reason(.nothingMoved)) : .formula(formula))
      }
    }
  }

  // MARK: Opening balance

  /// The accounts whose opening balance is not last year's closing balance.
  mutating func addOpening() throws(ReportFault) {
    for difference in first.openingDifferences {
      let account = difference.account
      func id(_ column: OpeningColumn) -> FigureID { .opening(account: account.number, column) }
      func balance(_ amount: Amount) -> [AccountBalance] {
        [AccountBalance(account: account, amount: amount)]
      }
      try add(
        id(.previousClosing), difference.previousClosing,
        .from(.accounts(balance(difference.previousClosing), of: .otherYear(first.previousFile))))
      try add(
        id(.opening), difference.opening,
        .from(.accounts(balance(difference.opening), of: .opening)))
      try add(
        id(.difference), difference.difference,
        .formula(.balance(plus: [id(.opening)], minus: [id(.previousClosing)])))
    }
  }
}
