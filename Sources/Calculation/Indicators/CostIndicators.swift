// What the ledger adds to the indicators: cost per full-time month and per transition.

import Bookkeeping
import Figures
import Rulebook

extension FlowKind {
  /// Whether the kind is a cost of operation: no financial items, appropriations or tax.
  package var isCostOfOperation: Bool {
    switch self {
    case .purchase, .wage, .socialFees, .specialPayrollTax, .otherPersonnel, .depreciation: true
    default: false
    }
  }
}

extension Indicator {
  /// Costs of operation (*verksamhetens kostnader*) by the ledger, for each month here and each of
  /// the year's transitions to work or studies.
  static func costs(
    _ year: YearRecords, flows: [ResultFlow]
  ) throws(ArithmeticOverflow) -> [Indicator] {
    let costs = Rational(
      kronor: try flows.filter(\.kind.isCostOfOperation).map(\.balance).sum())
    let months = year.list(year.employments.map(\.row) + year.places.map(\.row), .months)
    let goals = year.list(year.goalsOfYear.map(\.row), .rows)
    return [(IndicatorID.costPerMonth, months), (.costPerTransition, goals)]
      .filter { !$0.1.number.isZero }.map { Indicator(id: $0, basis: .cost(costs, per: $1)) }
  }
}
