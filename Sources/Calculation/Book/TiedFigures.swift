// Figures of what ties income and costs by kind to the income statement.

import Bookkeeping
import Figures
import Rulebook

extension TiedList {
  /// The check of Avstämning that holds the list; costs have none of their own.
  init?(_ check: CheckName) {
    switch check {
    case .incomeKinds: self = .incomeKinds
    case .incomeChannels: self = .incomeChannels
    default: return nil
    }
  }
}

extension BookMaker {
  /// What each list sums to, what stands in other rows of the statement, and the statement's sum.
  mutating func addTies() throws(ReportFault) {
    guard let ties = second.ties else { return }
    let kinds = (input.review?.keyFigures.incomeShares ?? []).map {
      FigureID.incomeKind($0.kind, .amount)
    }
    let channels = second.channels.filter { !$0.amount.isZero }.map {
      FigureID.channel($0.channel, .amount)
    }
    let costs = FlowKind.allCases.filter(\.isCostOfOperation).map { FigureID.cost($0) }
      .filter { book[$0] != nil }
    try add(.incomeKinds, ties.income, of: kinds, \.isIncome)
    try add(.incomeChannels, ties.income, of: channels, \.isIncome)
    guard second.observed != nil else { return }
    try add(.costs, ties.costs, of: costs, \.isCostOfOperation)
  }

  private mutating func add(
    _ list: TiedList, _ tie: StatementTie, of parts: [FigureID],
    _ isListed: (FlowKind) -> Bool
  ) throws(ReportFault) {
    let flows = second.flows.filter { isListed($0.kind) }
    try add(
      .tied(list, .listed), tie.byKind,
      parts.isEmpty ? .from(flows.isEmpty ? .nothing : .flows(flows)) : .formula(.sum(parts)))
    if !tie.reconciling.isZero {
      try add(
        .tied(list, .reconciling), tie.reconciling,
        .from(.reason(.standsElsewhere), .flows(tie.elsewhere)))
    }
    let sum = list == .costs ? StatementLayout.RowID.costs : StatementLayout.RowID.income
    let row = figure(.incomeStatement, sum)
    try add(
      .tied(list, .total), tie.total,
      row.map { .formula(list == .costs ? .balance(plus: [], minus: [$0]) : .figure($0)) }
        ?? .from(.nothing))
  }

  /// The figures that the left side of a check of a list adds up.
  func sides(of list: TiedList) -> [FigureID] {
    [.tied(list, .listed), .tied(list, .reconciling)].filter { book[$0] != nil }
  }

  /// Costs of operation by kind, where the year has any.
  mutating func addCosts() throws(ReportFault) {
    for kind in FlowKind.allCases where kind.isCostOfOperation {
      let flows = second.flows.filter { $0.kind == kind }
      let amount = try sum(flows.map(\.balance))
      guard !amount.isZero else { continue }
      try add(.cost(kind), amount, .from(.flows(flows)))
    }
  }
}
