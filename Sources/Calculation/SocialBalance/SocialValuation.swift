// One full valuation of a set of held jobs: lines with their years, and what each actor gains.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// A line of a valuation: a printed basis, unit value and factor of the k-th year.
package struct ProjectedLine: Hashable, Sendable {
  /// The k-th twelve months after the balance date.
  package let year: Int
  /// What it says beside its numbers.
  package let head: LineHead
  /// What it was made of: its own rates, what is kept after the counterfactual, drop-off, discount.
  package let terms: LineTerms
  /// The printed basis.
  package let basis: Quantity
  /// The printed unit value.
  package let unitValue: Amount
  /// The printed factor.
  package let factor: Factor
  /// basis x unit value x factor.
  package let amount: Amount

  init(year: Int, _ head: LineHead, _ terms: LineTerms) throws(ArithmeticOverflow) {
    self.year = year
    self.head = head
    self.terms = terms
    self.basis = try terms.quantity()
    self.unitValue = terms.unitValue.amount
    self.factor = try terms.factor()
    self.amount = try Amount(basis: basis, unitValue: unitValue, factor: factor)
  }

  /// The package's part.
  package var kind: LineKind { head.kind }
  /// Who gives.
  package var from: ActorID { head.from }
  /// Who receives.
  package var to: ActorID { head.to }
  /// The unit of the basis.
  package var basisUnit: BasisUnit { terms.basis.unit }
}

/// A full valuation: what stands when a step has been taken.
package struct SocialBalanceValuation: Hashable, Sendable {
  /// The step that leads to it; `correction` leads to V0, `new` to the closing.
  package let step: SocialBalanceStep
  /// Its lines by year, kind and parties.
  package let lines: [ProjectedLine]

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

/// What a set of jobs moves in each twelve months after a balance date, before drop-off and
/// discount.
struct ProjectedJobs {
  private var gathered: [LineDrafts] = []
  private var years: [[LineDraft]] = []
  /// How many jobs move something.
  private(set) var jobs = 0
  /// Their people.
  private(set) var people: Set<ParticipantID> = []

  /// Adds what one job moves, year by year.
  mutating func add(_ job: [[LineDraft]], of person: ParticipantID) {
    guard !job.isEmpty else { return }
    jobs += 1
    people.insert(person)
    for (index, drafts) in job.enumerated() {
      if index == gathered.count { gathered.append(LineDrafts()) }
      for draft in drafts { gathered[index].add(draft) }
    }
  }

  /// Puts what was gathered in order, once for all valuations of it.
  mutating func close() {
    years = gathered.map(\.sorted)
    gathered = []
  }

  /// V of method.md section 9; the exponents of drop-off and discount may be shifted for a step.
  func lines(
    _ assumed: ProjectionAssumptions, from firstYear: Int = 1, dropOffShift: Int = 0,
    discountShift: Int = 0
  ) throws(ArithmeticOverflow) -> [ProjectedLine] {
    var lines: [ProjectedLine] = []
    for (index, drafts) in years.enumerated() where index + 1 >= firstYear {
      let year = index + 1
      for draft in drafts {
        let rates = assumed.rates(
          of: draft.key.head.kind, dropOffYears: year - dropOffShift,
          discountYears: year - discountShift)
        lines.append(
          try ProjectedLine(year: year, draft.key.head, draft.terms.multiplied(after: rates)))
      }
    }
    return lines
  }
}
