// What ties income and costs by kind to the income statement: the accounts that stand elsewhere.

import Bookkeeping
import Figures
import Rulebook

/// Flows of some kinds beside the sum of the income statement that they belong to (method.md
/// section 10). A new start job credited in class 7 is income by kind and a lower cost in the
/// statement; the reconciling row holds that, account by account.
package struct StatementTie: Hashable, Sendable {
  /// Which sum of the income statement.
  package enum Side: Hashable, Sendable {
    /// *Summa rörelseintäkter, lagerförändringar m.m.*
    case income
    /// *Summa rörelsekostnader*, as a positive amount.
    case costs
  }

  /// Flows that one of the two has and the other has not.
  package let elsewhere: [ResultFlow]
  /// The flows of the kinds, income or cost positive.
  package let byKind: Amount
  /// What `elsewhere` comes to, to be added to `byKind`.
  package let reconciling: Amount
  /// The statement's own sum.
  package let total: Amount
}

extension StatementTie {
  /// The tie of a side; the rows' accounts are the statement's own, so that the sum is worked out
  /// apart from it. Throws when a sum does not fit.
  init(
    _ side: Side, flows: [ResultFlow], statement: Statement, layout: StatementLayout
  ) throws(ArithmeticOverflow) {
    let sumRow = side == .income ? StatementLayout.RowID.income : StatementLayout.RowID.costs
    let leaves = layout.leaves(of: sumRow)
    let inRows = Set(
      statement.rows.filter { leaves.contains($0.layout.id) }
        .flatMap { $0.accounts.map(\.account.number) })
    func isOfKind(_ flow: ResultFlow) -> Bool {
      side == .income ? flow.kind.isIncome : flow.kind.isCostOfOperation
    }
    func signed(_ flow: ResultFlow) -> Amount {
      side == .income ? flow.balance.negated : flow.balance
    }
    byKind = try flows.filter(isOfKind).map(signed).sum()
    elsewhere = flows.filter { isOfKind($0) != inRows.contains($0.account.number) }
    reconciling = try elsewhere.map { isOfKind($0) ? signed($0).negated : signed($0) }.sum()
    let printed = statement.row(sumRow)?.current ?? .zero
    total = side == .income ? printed : printed.negated
  }
}

/// What ties this year's flows to its income statement.
package struct StatementTies: Hashable, Sendable {
  /// Income by kind and by channel.
  package let income: StatementTie
  /// Costs of operation.
  package let costs: StatementTie

  init?(
    _ input: SecondBokslutInput, flows: [ResultFlow]
  ) throws(ArithmeticOverflow) {
    guard let statement = input.statement else { return nil }
    let layout = StatementLayout.of(input.settings.organisation.form)
    income = try StatementTie(.income, flows: flows, statement: statement, layout: layout)
    costs = try StatementTie(.costs, flows: flows, statement: statement, layout: layout)
  }
}
