// Figures of the books beside the statements: channels, several years, equity, key figures, and what
// is stated by hand.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// What lies under a figure of the books beside formulas and statement rows; nil when there is
  /// nothing to add.
  func books(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    if let channel = try channel(id) { return channel }
    if let year = try year(id) { return year }
    if let equity = try equity(id) { return equity }
    if let stated = try stated(id) { return stated }
    if let contributions = try contributions(id) { return contributions }
    return try opening(id)
  }

  private func channel(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    for share in second.channels {
      guard id == .channel(share.channel, .amount) else { continue }
      return try accounts(
        of: second.flows.filter { $0.kind.isIncome && $0.channel == share.channel })
    }
    return nil
  }

  /// A year of the overview that is no column of the statements, by its accounts.
  private func year(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    guard let years = review?.overview.years, let figure = report.figures[id] else { return nil }
    typealias RowID = StatementLayout.RowID
    for entry in years {
      let sameEnd = years.filter { $0.year.end.year == entry.year.end.year }
      let label = entry.year.label(amongSeveral: sameEnd.count > 1)
      if id == .year(label, .solidity) { return try solidity(entry) }
      for (measure, row) in [
        (OverviewMeasure.netSales, RowID.netSales), (.income, RowID.income),
        (.resultAfterFinancialItems, RowID.resultAfterFinancialItems),
        (.assets, RowID.assets), (.equity, RowID.equity),
        (.untaxedReserves, RowID.untaxedReserves),
      ] where id == .year(label, measure) && figure.formula == nil {
        let file = words(entry.location?.file ?? "")
        let balances = entry.accounts[row] ?? []
        guard !balances.isEmpty else {
          return [Explanation(try texts("explain.no-accounts", ["file": file]))]
        }
        var parts: [Explanation] = []
        for balance in balances {
          parts.append(Explanation(try plainAccount(balance.account, balance.amount)))
        }
        return [Explanation(try texts("explain.accounts-from", ["file": file]), parts)]
      }
    }
    return nil
  }

  private func solidity(_ entry: MultiYearOverview.Entry) throws(ReportFault) -> [Explanation] {
    guard let share = entry.untaxedReservesShare else {
      return [Explanation(try texts("explain.solidity-plain"))]
    }
    return [
      Explanation(
        try texts("explain.solidity", ["share": value(.rate(share), .share)]))
    ]
  }

  /// Equity at the year's start or end where the statement shows no such row.
  private func equity(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    guard report.figures[id]?.formula == nil else { return nil }
    for row in review?.equityChange?.rows ?? [] {
      for (part, column) in [(EquityColumn.opening, YearColumn.previous), (.closing, .current)]
      where id == .equity(row: row.layout.id, part) {
        return try first.balanceSheet.row(row.layout.id).map { row throws(ReportFault) in
          try accounts(of: row, column)
        }
      }
      for part in [EquityColumn.lastYearsResult, .other, .yearResult]
      where id == .equity(row: row.layout.id, part) {
        return [Explanation(try texts("explain.equity-nothing"))]
      }
    }
    return nil
  }

  /// What the settings state by hand, with its line.
  private func stated(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    let facts = settings.socialEnterprise
    let place: SourceLocation? =
      switch id {
      case .keyFigure(.membersStated), .criterion(.members): facts?.membersLocation
      case .keyFigure(.employeesStated): facts?.employeesLocation
      case .keyFigure(.dividend), .criterion(.dividend): facts?.dividendLocation
      default: nil
      }
    guard let place else { return nil }
    return [
      Explanation(try texts("explain.by-hand", ["place": words(place.description)]))
    ]
  }

  /// Members' contributions where the balance sheet has no such row.
  private func contributions(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    let ids = [KeyFigureID.memberContributions, .memberContributionsChange].map(FigureID.keyFigure)
    guard ids.contains(id), report.figures[id]?.restsOn.isEmpty == true else { return nil }
    return [
      Explanation(try texts("explain.no-accounts", ["file": words(postings.file)]))
    ]
  }

  /// An account's two balances, by the file that states each.
  private func opening(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    for difference in first.openingDifferences {
      let number = difference.account.number
      if id == .opening(account: number, .opening) {
        let account = try plainAccount(difference.account, difference.opening)
        return [
          Explanation(
            try texts("explain.account-from", ["account": account, "file": words(postings.file)]))
        ]
      }
      if id == .opening(account: number, .previousClosing) {
        let account = try plainAccount(difference.account, difference.previousClosing)
        let file = overviewEntry(of: first.previousYear)?.location?.file ?? ""
        return [
          Explanation(
            try texts("explain.account-from", ["account": account, "file": words(file)]))
        ]
      }
    }
    return nil
  }
}
