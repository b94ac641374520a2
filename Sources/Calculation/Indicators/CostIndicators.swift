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

/// Costs of operation (*verksamhetens kostnader*) by the ledger, beside months and transitions.
struct CostIndicators {
  let all: [Indicator]

  init(_ year: YearRecords, flows: [ResultFlow]) throws(ArithmeticOverflow) {
    let costs = Rational(
      kronor: try flows.filter(\.kind.isCostOfOperation).map(\.balance).sum())
    let months = (year.employments.map(\.months) + year.places.map(\.months)).sum()
    let clients = countPeople(
      year.employments.map(\.participant) + year.places.map(\.participant))
    let goals = year.transitionsOfYear.filter { $0.transition.destination.needsExtent }
    let people = countPeople(goals.map(\.participant))
    var all: [Indicator] = []
    // The ledger's costs are not about participants; what they are divided by is.
    let part = Indicator.Part(.kronor(costs), people: 0)
    if !months.isZero {
      all.append(
        Indicator(
          .costPerMonth, .all, .kronor(costs / months), people: clients,
          quotient: .init(
            part,
            of: .init(
              .months(months), people: clients,
              records: year.counted(year.employments, months: \.months)
                + year.counted(year.places, months: \.months)))))
    }
    if !goals.isEmpty {
      all.append(
        Indicator(
          .costPerTransition, .all, .kronor(costs / Rational(goals.count)), people: people,
          quotient: .init(
            part,
            of: .init(
              .transitions(goals.count), people: people, records: year.counted(goals)))))
    }
    self.all = all
  }
}
