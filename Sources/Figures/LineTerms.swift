// What a line is the product of: a basis, a unit value and rates, each term saying what it is.

import Bookkeeping
import Outcomes
import Rulebook

/// The basis (*underlag*) of a line: shares of records, or in series L accounts of the ledger.
package struct LineBasis: Hashable, Sendable {
  /// The unit.
  package let unit: BasisUnit
  /// The exact sum, before the one rounding.
  package let exact: Rational
  /// The records that make it up, in the order of people and places.
  package let records: [RecordShare]
  /// The accounts that make it up, in order.
  package let accounts: [String]
  /// What the shares were worked out with, such as the price base amount behind a change of tax.
  package let parameters: [Parameter]
  /// What was assumed in working them out, such as how long a support lasts; in the table's order.
  package let assumptions: [AssumptionID]

  /// A basis.
  package init(
    _ unit: BasisUnit, exact: Rational, records: [RecordShare] = [], accounts: [String] = [],
    parameters: [Parameter] = [], assumptions: [AssumptionID] = []
  ) {
    self.unit = unit
    self.exact = exact
    self.records = records
    self.accounts = accounts
    self.parameters = parameters
    self.assumptions = assumptions
  }

  /// What one record adds.
  package init(_ unit: BasisUnit, _ record: RecordShare, assumptions: [AssumptionID] = []) {
    self.init(unit, exact: record.basis, records: [record], assumptions: assumptions)
  }
}

/// What one unit of a basis is worth (*värde per enhet*).
package enum UnitValue: Hashable, Sendable {
  /// The basis is kronor already.
  case krona
  /// A monthly value by parameters, from the one asked for to the last that it rests on.
  case parameter(Amount, [Parameter])
  /// As the settings assume it.
  case assumption(AssumptionID, Amount)

  /// Kronor of a unit.
  package var amount: Amount {
    switch self {
    case .krona: Amount(ore: 100)
    case .parameter(let amount, _), .assumption(_, let amount): amount
    }
  }

  /// The parameters it is derived from.
  package var parameters: [Parameter] {
    if case .parameter(_, let parameters) = self { parameters } else { [] }
  }

  /// The assumption that it is.
  package var assumption: AssumptionID? {
    if case .assumption(let id, _) = self { id } else { nil }
  }
}

/// One of the rates that a line's factor is the product of.
package enum RateTerm: Hashable, Sendable {
  /// A rate by parameters: the employer contribution, or the tax of the municipalities that have
  /// it.
  case parameter(Rational, [Parameter])
  /// An assumption as it is: the deadweight of D.
  case assumption(AssumptionID, Rate)
  /// What an assumption leaves, to a whole power: (1 - rate)^power, as what is left after drop-off.
  case complement(AssumptionID, Rate, power: Int)
  /// The discount factor 1/(1+r)^years, rounded to six decimals.
  case discount(AssumptionID, Rate, years: Int)
  /// An assumption that is not made for the line, and takes nothing of it: 0.
  case excepted(AssumptionID)
  /// What the line takes back: -1.
  case reduction

  /// The exact value.
  package var value: Rational {
    switch self {
    case .parameter(let rate, _): rate
    case .assumption(_, let rate): rate.rational
    case .complement(_, let rate, let power): (.one - rate.rational).power(power)
    case .discount(_, let rate, let years):
      (.one / (.one + rate.rational).power(years)).rounded(toDecimals: 6)
    case .excepted: .zero
    case .reduction: -1
    }
  }

  /// What the term leaves of the whole; nil for one that takes nothing or is no assumption.
  package var complement: RateTerm? {
    if case .assumption(let id, let rate) = self { .complement(id, rate, power: 1) } else { nil }
  }

  /// The parameters behind it.
  package var parameters: [Parameter] {
    if case .parameter(_, let parameters) = self { parameters } else { [] }
  }

  /// The assumption that it is made of.
  package var assumption: AssumptionID? {
    switch self {
    case .parameter, .reduction: nil
    case .assumption(let id, _), .complement(let id, _, _), .discount(let id, _, _),
      .excepted(let id):
      id
    }
  }
}

/// What a line was made of. Its printed numbers all follow from here: basis and factor are rounded
/// once each, and their product with the unit value once (method.md section 7).
package struct LineTerms: Hashable, Sendable {
  /// The basis.
  package let basis: LineBasis
  /// The unit value.
  package let unitValue: UnitValue
  /// The rates, in order: what reduces the line first, then its own, then those of time.
  package let rates: [RateTerm]

  /// Terms.
  package init(basis: LineBasis, unitValue: UnitValue = .krona, rates: [RateTerm] = []) {
    self.basis = basis
    self.unitValue = unitValue
    self.rates = rates
  }

  /// The same with other rates before and after its own.
  package func multiplied(
    before first: [RateTerm] = [], after last: [RateTerm] = []
  ) -> LineTerms {
    LineTerms(basis: basis, unitValue: unitValue, rates: first + rates + last)
  }

  /// The factor as printed: the exact product of the rates, rounded once to six decimals.
  package func factor() throws(ArithmeticOverflow) -> Factor {
    try Factor(rounding: rates.map(\.value).product())
  }

  /// The basis as printed.
  package func quantity() throws(ArithmeticOverflow) -> Quantity {
    try Quantity(rounding: basis.exact)
  }

  /// Every parameter behind basis, unit value and rates, each once, in the order of lists.
  package var parameters: [Parameter] {
    var all: [Parameter] = []
    for parameter in basis.parameters + unitValue.parameters + rates.flatMap(\.parameters)
    where !all.contains(parameter) { all.append(parameter) }
    return all.sorted { $0.isListed(before: $1) }
  }

  /// Every assumption behind basis, unit value and rates.
  package var assumptions: [AssumptionID] {
    basis.assumptions + [unitValue.assumption].compactMap(\.self) + rates.compactMap(\.assumption)
  }

  /// The participants whose records the basis is made of.
  package var participants: Set<ParticipantID> { Set(basis.records.map(\.participant)) }
}
