// Figures of the reconciliation: both sides of every check, and the target group's wages beside the
// ledger.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension BookMaker {
  // MARK: Wages

  /// Wages and fees of the target group; none without a register.
  mutating func addWages() throws(ReportFault) {
    guard let wages = second.targetWages else { return }
    var recorded: [Source] = [
      .reason(wages.areContractual ? .contractualWages : .paidWages), .kronor(wages.records),
    ]
    if !wages.paid.isEmpty { recorded.append(.paidWages(wages.paid)) }
    let fees = wages.contributions.flatMap { contribution in
      contribution.parameters.map { Source.parameter($0) } + [.kronor(contribution.records)]
    }
    try add(.wages(.recorded), try kronor(wages.recorded), .kronor, .from(recorded))
    try add(.wages(.ledger), wages.ledgerWages, .from(flows(.wage)))
    try addRatio(.ratio, wages.wageRatio, of: .ledger, to: .recorded)
    try add(
      .wages(.fees), try kronor(wages.fees), .kronor, .from([.reason(.contributionsByDay)] + fees))
    try add(.wages(.ledgerFees), wages.ledgerFees, .from(flows(.socialFees)))
    try addRatio(.feeRatio, wages.feeRatio, of: .ledgerFees, to: .fees)
  }

  private mutating func addRatio(
    _ id: WagesPart, _ exact: Rational, of ledger: WagesPart, to register: WagesPart
  ) throws(ReportFault) {
    try add(
      .wages(id), .factor(try factor(exact)), .factor,
      .from(.reason(.scaledToLedger), .figures([.wages(ledger), .wages(register)])))
  }

  private func flows(_ kind: FlowKind) -> Source {
    .flows(second.flows.filter { $0.kind == kind })
  }

  // MARK: Checks

  /// Both sides of every check, what they differ by and what they may. A side that repeats another
  /// figure is the same fact.
  mutating func addChecks() throws(ReportFault) {
    for (id, check) in second.numberedChecks {
      func side(_ part: CheckPart) -> FigureID { .check(id, part) }
      guard let left = check.left, let right = check.right, let difference = check.difference,
        let tolerance = check.tolerance
      else { continue }
      for (part, value, origin) in [
        (CheckPart.left, left, self.left(of: check)), (.right, right, self.right(of: check)),
      ] {
        try addFigure(side(part), value, origin)
        if origin.sources.count == 1, let same = origin.sources[0].figures.first,
          origin.sources[0].figures.count == 1
        {
          tie(side(part), same)
        }
      }
      try addFigure(
        side(.difference), difference,
        .formula(
          .balance(plus: [side(.left)], minus: [side(.right)]),
          restsOn: check.check == .openingBalance ? differingAccounts : [],
          check.check == .openingBalance ? [.reason(openingReason)] : []))
      try addFigure(
        side(.tolerance), tolerance,
        isIdentity(check.check)
          ? .from(.reason(.mustAgree))
          : .from(
            .reason(.tolerance(settings.tolerance, settings.toleranceLocation)),
            .figures([side(.right)])))
    }
  }

  private mutating func addFigure(
    _ id: FigureID, _ value: CheckValue, _ origin: Origin
  ) throws(ReportFault) {
    switch value {
    case .amount(let amount): try add(id, amount, origin)
    case .share(let share): try add(id, .factor(share), .share, origin)
    }
  }

  private func isIdentity(_ check: CheckName) -> Bool {
    switch check {
    case .balanceSheet, .balanceSheetPrevious, .resultColumn, .vouchers, .bridge, .rollForward,
      .openingBalance, .incomeKinds, .incomeChannels:
      true
    case .targetWages, .targetFees, .contributionRate, .wageSubsidy, .placementIncome: false
    }
  }

  private func left(of check: ReconciliationCheck) -> Origin {
    switch check.check {
    case .balanceSheet: return assets(.current)
    case .balanceSheetPrevious: return assets(.previous)
    case .resultColumn:
      // An enterprise without any line has no column.
      let hasColumn = second.matrix.contains { $0.actor == .enterprise }
      return .from(hasColumn ? .figures([.matrixSum(.enterprise)]) : .nothing)
    case .vouchers:
      return .from(
        .reason(.imbalance(vouchers: second.ledger.vouchers.count)), .figures([.matrixSum(nil)]))
    case .bridge:
      let steps = second.shownBridge.map(\.id).filter { $0 != .society }
      return .from(.figures(steps.map { .bridge($0) }))
    case .rollForward:
      let steps = SocialBalanceStep.allCases.filter { $0 != .closing }
      return .from(.figures(steps.map { .socialBalance($0, .society) }))
    case .targetWages: return .from(.figures([.wages(.recorded)]))
    case .targetFees: return .from(.figures([.wages(.fees)]))
    case .contributionRate: return .from(flows(.socialFees), flows(.wage))
    case .wageSubsidy: return .from(.kronor(check.records))
    case .placementIncome: return .from(flows(.placementFee))
    case .openingBalance:
      return .from(
        .reason(.sumWithoutSigns), .accounts(first.opening?.openingBalances ?? [], of: .opening))
    case .incomeKinds, .incomeChannels:
      return .from(.figures(TiedList(check.check).map(sides) ?? []))
    }
  }

  private func right(of check: ReconciliationCheck) -> Origin {
    switch check.check {
    case .balanceSheet: return equityAndLiabilities(.current)
    case .balanceSheetPrevious: return equityAndLiabilities(.previous)
    case .resultColumn:
      let result = figure(.incomeStatement, StatementLayout.RowID.result)
      return .from(result.map { .figures([$0]) } ?? .nothing)
    case .vouchers: return .from(.reason(.vouchersSumToZero))
    case .bridge: return .from(.figures([.bridge(.society)]))
    case .rollForward: return .from(.figures([.socialBalance(.closing, .society)]))
    case .targetWages: return .from(.figures([.wages(.ledger)]))
    case .targetFees: return .from(.figures([.wages(.ledgerFees)]))
    case .contributionRate:
      let rates = ParameterBank(settings: settings).rates(
        "arbetsgivaravgift", in: first.year.period)
      return .from(
        [.reason(.meanRate)]
          + rates.flatMap { $0.value?.chain.parameters ?? [] }.map { .parameter($0) })
    case .wageSubsidy: return .from(flows(.wageSubsidy))
    case .placementIncome: return .from(.kronor(check.records))
    case .openingBalance:
      return .from(
        .reason(.sumWithoutSigns),
        .accounts(first.opening?.closingBalances ?? [], of: .otherYear(first.previousFile)))
    case .incomeKinds, .incomeChannels:
      return .from(.figures(TiedList(check.check).map { [.tied($0, .total)] } ?? []))
    }
  }

  private func assets(_ column: YearColumn) -> Origin {
    let sum = figure(.balanceSheet, StatementLayout.RowID.assets, column)
    return .from(sum.map { .figures([$0]) } ?? .nothing)
  }

  /// The balance sheet's sum without what its row of difference holds.
  private func equityAndLiabilities(_ column: YearColumn) -> Origin {
    let sum = figure(.balanceSheet, StatementLayout.RowID.equityAndLiabilities, column)
    guard let sum else { return .from(.nothing) }
    let difference = figure(.balanceSheet, StatementLayout.RowID.difference, column)
    return difference.map { .formula(.balance(plus: [sum], minus: [$0])) }
      ?? .from(.figures([sum]))
  }

  /// The accounts that open otherwise than they closed.
  private var differingAccounts: [FigureID] {
    first.openingDifferences.map { .opening(account: $0.account.number, .difference) }
  }

  private var openingReason: Reason {
    first.openingDifferences.isEmpty ? .opensAsClosed : .opensOtherwise
  }
}
