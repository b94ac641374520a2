// Both sides of the checks of the reconciliation, and the target group's wages beside the ledger.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// What lies under a side of a check; nil when the figure is none.
  func check(
    _ figure: FigureID, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation]? {
    guard let (check, part) = checks[figure] else { return nil }
    switch part {
    case .tolerance: return [Explanation(try tolerance(of: check))]
    case .left: return try left(of: check, &told)
    case .right: return try right(of: check, &told)
    case .difference:
      guard check.check == .openingBalance else { return [] }
      return try differences(&told)
    }
  }

  private func tolerance(of check: ReconciliationCheck) throws(ReportFault) -> String {
    let exact: Set<CheckName> = [
      .resultColumn, .vouchers, .bridge, .rollForward, .openingBalance,
    ]
    if exact.contains(check.check) { return try texts("explain.no-tolerance") }
    let rate = try value(.rate(settings.tolerance), .share)
    guard let place = settings.toleranceLocation else {
      return try texts("explain.tolerance-default", ["rate": rate])
    }
    return try texts(
      "explain.tolerance", ["rate": rate, "place": words(place.description)])
  }

  private func left(
    of check: ReconciliationCheck, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch check.check {
    case .resultColumn: return try figures([.matrixSum(.enterprise)], &told)
    case .vouchers:
      let count = String(second.ledger.vouchers.count)
      return [Explanation(try texts("explain.unbalanced", ["count": count]))]
        + (try figures([.matrixSum(nil)], &told))
    case .bridge:
      let steps = second.bridge.map(\.id).filter { $0 != .society }
      return try figures(steps.map(FigureID.bridge), &told)
    case .rollForward:
      let steps = SocialBalanceStep.allCases.filter { $0 != .closing }
      return try figures(steps.map { .socialBalance($0, .society) }, &told)
    case .targetWages: return try figures([.wages(.recorded)], &told)
    case .targetFees: return try figures([.wages(.fees)], &told)
    case .contributionRate:
      return try accounts(of: flows([.socialFees])) + accounts(of: flows([.wage]))
    case .wageSubsidy: return try records(check.records)
    case .placementIncome: return try accounts(of: flows([.placementFee]))
    case .openingBalance:
      var parts: [Explanation] = []
      for row in report.books?.trialBalance.rows ?? []
      where row.account.number.hasPrefix("1") && !row.opening.isZero {
        parts.append(Explanation(try plainAccount(row.account, row.opening)))
      }
      return [Explanation(try texts("explain.opening", ["file": words(postings.file)]), parts)]
    }
  }

  private func right(
    of check: ReconciliationCheck, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch check.check {
    case .resultColumn:
      return try figures(
        [.statement(.incomeStatement, row: StatementLayout.RowID.result, .current)], &told)
    case .vouchers: return [Explanation(try texts("explain.vouchers-zero"))]
    case .bridge: return try figures([.bridge(.society)], &told)
    case .rollForward: return try figures([.socialBalance(.closing, .society)], &told)
    case .targetWages: return try figures([.wages(.ledger)], &told)
    case .targetFees: return try figures([.wages(.ledgerFees)], &told)
    case .contributionRate: return try contributionRate()
    case .wageSubsidy: return try accounts(of: flows([.wageSubsidy]))
    case .placementIncome: return try records(check.records)
    case .openingBalance:
      guard let entry = overviewEntry(of: first.previousYear) else { return [] }
      var parts: [Explanation] = []
      for balance in entry.accounts[StatementLayout.RowID.assets] ?? [] {
        parts.append(Explanation(try plainAccount(balance.account, balance.amount)))
      }
      let file = words(entry.location?.file ?? "")
      return [Explanation(try texts("explain.closing", ["file": file]), parts)]
    }
  }

  /// The accounts that open otherwise than they closed.
  private func differences(
    _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    let ids = first.openingDifferences.map {
      FigureID.opening(account: $0.account.number, .difference)
    }
    guard !ids.isEmpty else { return [Explanation(try texts("explain.opening-same"))] }
    return [Explanation(try texts("explain.opening-differences"))] + (try figures(ids, &told))
  }

  private func contributionRate() throws(ReportFault) -> [Explanation] {
    let bank = ParameterBank(settings: settings)
    var parts: [Explanation] = []
    for segment in bank.rates("arbetsgivaravgift", in: first.year.period) {
      for parameter in segment.value?.chain.parameters ?? [] {
        parts.append(Explanation(try text(of: parameter)))
      }
    }
    return [Explanation(try texts("explain.mean-rate"), parts)]
  }

  private func flows(_ kinds: Set<FlowKind>) -> [ResultFlow] {
    second.flows.filter { kinds.contains($0.kind) }
  }

  /// The trees of the figures that the report has.
  func figures(
    _ ids: [FigureID], _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for id in ids where report.figures.contains(id) {
      parts.append(try tree(of: id, isSubtracted: false, &told))
    }
    return parts
  }

  /// What lies under a figure of the target group's wages; nil when the figure is none.
  func wages(
    _ figure: FigureID, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation]? {
    guard let wages = second.targetWages else { return nil }
    switch figure {
    case .wages(.recorded):
      let key = wages.areContractual ? "explain.contractual" : "explain.paid"
      var parts = [Explanation(try texts(key))] + (try records(wages.records))
      if !wages.paid.isEmpty {
        parts.append(
          Explanation(try texts("explain.paid-rows"), try records(wages.paid)))
      }
      return parts
    case .wages(.ledger): return try accounts(of: flows([.wage]))
    case .wages(.ledgerFees): return try accounts(of: flows([.socialFees]))
    case .wages(.ratio):
      return [Explanation(try texts("explain.ratio"))]
        + (try figures([.wages(.ledger), .wages(.recorded)], &told))
    case .wages(.feeRatio):
      return [Explanation(try texts("explain.ratio"))]
        + (try figures([.wages(.ledgerFees), .wages(.fees)], &told))
    case .wages(.fees):
      var parts = [Explanation(try texts("explain.fees"))]
      for (_, line) in second.printedLines where line.kind == .feesTarget {
        parts += try parameters(of: line) + records(of: line)
      }
      return parts
    default: return nil
    }
  }
}
