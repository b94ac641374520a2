// One full valuation of a set of held jobs: lines with their years, and what each actor gains.

import Bookkeeping
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// A line of a valuation: a printed basis, unit value and factor of the k-th year.
package struct ProjectedLine: Hashable, Sendable {
  /// The k-th twelve months after the balance date.
  package let year: Int
  /// The package's part.
  package let kind: LineKind
  /// Who gives.
  package let from: ActorID
  /// Who receives.
  package let to: ActorID
  /// The printed basis.
  package let basis: Quantity
  /// Its unit.
  package let basisUnit: BasisUnit
  /// The printed unit value.
  package let unitValue: Amount
  /// Rates, what is kept after drop-off and the rest, and the discount factor, as printed.
  package let factor: Factor
  /// basis x unit value x factor.
  package let amount: Amount
  /// The parameter that the line names, if any.
  package let parameterID: String?
  /// What it was made from.
  package let origin: LineOrigin
}

/// A full valuation: what stands when a step has been taken.
package struct SocialBalanceValuation: Hashable, Sendable {
  /// The step that leads to it; `correction` leads to V0, `new` to the closing.
  package let step: SocialBalanceStep
  /// Its lines by year, kind and parties.
  package let lines: [ProjectedLine]
}

/// V of method.md section 9: drop-off and discount exponents may be shifted for a step.
struct SocialValuation {
  let lines: [ProjectedLine]

  /// What flows of one key add up to; changed in place, since many jobs share a key.
  private struct Sum {
    var basis = Rational.zero
    var origin = LineOrigin()

    mutating func add(_ flow: ProjectedFlow) {
      basis += flow.basis
      origin.records += flow.origin.records
      for parameter in flow.origin.parameters where !origin.parameters.contains(parameter) {
        origin.parameters.append(parameter)
      }
    }
  }

  init(
    _ jobs: [[ProjectedFlow]], assumptions: ProjectionAssumptions,
    firstYear: Int = 1, dropOffShift: Int = 0, discountShift: Int = 0
  ) throws(ArithmeticOverflow) {
    var sums: [ProjectedKey: Sum] = [:]
    for flow in jobs.joined() where flow.key.year >= firstYear {
      sums[flow.key, default: Sum()].add(flow)
    }
    var lines: [ProjectedLine] = []
    for (key, sum) in sums.sorted(by: { $0.key.isBefore($1.key) }) {
      let basis = try Quantity(rounding: sum.basis)
      var origin = sum.origin
      origin.records.sort { ($0.participant, $0.location) < ($1.participant, $1.location) }
      origin.parameters.sort { $0.isListed(before: $1) }
      let kept = assumptions.kept(of: key.line.kind, dropOffExponent: key.year - dropOffShift)
      let discount = try assumptions.discountFactor(exponent: key.year - discountShift)
      let factor = try Factor(rounding: key.line.rate * kept * discount)
      lines.append(
        ProjectedLine(
          year: key.year, kind: key.line.kind, from: key.line.from, to: key.line.to,
          basis: basis, basisUnit: key.line.basisUnit, unitValue: key.line.unitValue,
          factor: factor,
          amount: try Amount(basis: basis, unitValue: key.line.unitValue, factor: factor),
          parameterID: key.line.parameterID, origin: origin))
    }
    self.lines = lines
  }

  /// What each actor gains in all.
  func balances() throws(ArithmeticOverflow) -> [ActorID: Amount] {
    var balances: [ActorID: Amount] = [:]
    for line in lines {
      balances[line.from] = try (balances[line.from] ?? .zero) - line.amount
      balances[line.to] = try (balances[line.to] ?? .zero) + line.amount
    }
    return balances
  }
}

extension ProjectedKey {
  fileprivate func isBefore(_ other: ProjectedKey) -> Bool {
    year != other.year ? year < other.year : line.isBefore(other.line)
  }
}
