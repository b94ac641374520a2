// One full valuation of a set of held jobs: lines with their years, and what each actor gains.

import Bookkeeping
import Figures
import Outcomes

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

  /// Adds what one job moves, year by year.
  mutating func add(_ job: [[LineDraft]]) {
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
