// From placed accounts to printed rows: values, sums, and which rows are shown.

import Bookkeeping
import Rulebook

/// The printed value of every row of a layout in one year.
struct YearValues {
  /// Row id -> printed value; rows of the income statement are absent when the year's result
  /// accounts are unknown.
  let values: [String: Amount]

  init(_ year: PlacedYear, layout: StatementLayout) throws(ArithmeticOverflow) {
    var values: [String: Amount] = [:]
    let incomeStatement = year.result == nil ? [] : layout.incomeStatement
    for row in incomeStatement + layout.balanceSheet {
      switch row.content {
      case .heading: continue
      case .sum(let terms): values[row.id] = try terms.compactMap { values[$0] }.sum()
      case .accounts, .yearResult, .difference:
        let debit = try (year.shares[row.id] ?? []).map(\.amount).sum()
        let printed = row.printsNegated ? debit.negated : debit
        values[row.id] = try printed + (year.besideAccounts[row.id] ?? .zero)
      }
    }
    self.values = values
  }

  subscript(id: String) -> Amount? { values[id] }
}

/// Makes the two statements of two years.
struct StatementAssembly {
  let layout: StatementLayout
  let current: PlacedYear
  let currentValues: YearValues
  let previous: PlacedYear?
  let previousValues: YearValues?

  init(
    layout: StatementLayout, current: PlacedYear, previous: PlacedYear?
  ) throws(ArithmeticOverflow) {
    self.layout = layout
    self.current = current
    self.previous = previous
    currentValues = try YearValues(current, layout: layout)
    previousValues = try previous.map { year throws(ArithmeticOverflow) in
      try YearValues(year, layout: layout)
    }
  }

  /// A statement with the rows that are shown.
  func statement(_ kind: StatementKind) -> Statement {
    let rows = layout.rows(of: kind)
    let hasPrevious = kind == .balanceSheet ? previous != nil : previous?.result != nil
    let shown = shownRows(rows)
    return Statement(
      kind: kind,
      rows: rows.filter { shown.contains($0.id) }.map { row in
        StatementRow(
          layout: row, current: currentValues[row.id] ?? .zero,
          previous: hasPrevious ? previousValues?[row.id] ?? .zero : nil,
          accounts: accounts(of: row, hasPrevious: hasPrevious),
          currentBesideAccounts: current.besideAccounts[row.id] ?? .zero,
          previousBesideAccounts: hasPrevious
            ? previous?.besideAccounts[row.id] ?? .zero : nil)
      })
  }

  private func accounts(of row: LayoutRow, hasPrevious: Bool) -> [AccountShare] {
    var byNumber: [String: (account: Account, current: Amount, previous: Amount)] = [:]
    for share in previous?.shares[row.id] ?? [] {
      byNumber[share.account.number] = (share.account, .zero, share.amount)
    }
    for share in current.shares[row.id] ?? [] {
      let before = byNumber[share.account.number]?.previous ?? .zero
      byNumber[share.account.number] = (share.account, share.amount, before)
    }
    return byNumber.values.sorted { $0.account.number < $1.account.number }.map {
      AccountShare(
        account: $0.account, current: $0.current, previous: hasPrevious ? $0.previous : nil)
    }
  }

  /// A row is shown when it says so, holds something in either year, or leads or sums rows that are
  /// shown.
  private func shownRows(_ rows: [LayoutRow]) -> Set<String> {
    var shown: Set<String> = []
    for row in rows where row.content != .heading {
      let hasShownTerms: Bool
      if case .sum(let terms) = row.content {
        hasShownTerms = terms.contains(where: shown.contains)
      } else {
        hasShownTerms =
          current.shares[row.id]?.isEmpty == false || previous?.shares[row.id]?.isEmpty == false
      }
      let isZero =
        currentValues[row.id]?.isZero != false && previousValues?[row.id]?.isZero != false
      if row.alwaysShown || !isZero || hasShownTerms { shown.insert(row.id) }
    }
    // From the last row up, so that a heading sees the headings below it.
    for (position, row) in rows.enumerated().reversed() where row.content == .heading {
      let below = rows[(position + 1)...].prefix { next in
        next.content != .heading || next.level > row.level
      }
      if row.alwaysShown || below.contains(where: { $0.level > row.level && shown.contains($0.id) })
      {
        shown.insert(row.id)
      }
    }
    return shown
  }
}
