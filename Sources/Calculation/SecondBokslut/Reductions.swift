// Series D, U and T: what would have happened anyway, what others lose, what others contributed.

import Bookkeeping
import Figures
import Rulebook

/// The three rates of one kind of outcome, as they apply.
struct CounterfactualRates: Hashable, Sendable {
  let deadweight: Rational
  let displacement: Rational
  let attribution: Rational

  init(deadweight: Rational, displacement: Rational, attribution: Rational) {
    self.deadweight = deadweight
    self.displacement = displacement
    self.attribution = attribution
  }

  /// Nil unless all three are stated.
  init?(_ assumptions: CounterfactualAssumptions?) {
    guard let deadweight = assumptions?.deadweight, let displacement = assumptions?.displacement,
      let attribution = assumptions?.attribution
    else { return nil }
    self.deadweight = deadweight.base.rational
    self.displacement = displacement.base.rational
    self.attribution = attribution.base.rational
  }

  /// The factor of a series on the line it reduces: the displaced job has no subsidy, so there
  /// displacement is 0 (method.md section 7).
  func factor(_ series: Series, of kind: LineKind) -> Rational {
    let displacement = kind == .jobSubsidy ? .zero : displacement
    let kept = .one - deadweight
    return switch series {
    case .deadweight: -deadweight
    case .displacement: -(kept * displacement)
    case .attribution: -(kept * (.one - displacement) * attribution)
    case .ledger, .avoidedPlacements, .employment, .transitions: .one
    }
  }
}

/// One package to reduce: the lines that stand in a series, and those that only reductions use.
struct ReducedLine {
  let draft: LineDraft
  /// The line that the draft became, when it stands in a series.
  let written: LineReference?
  let rates: CounterfactualRates
}

extension LineWriter {
  /// Writes D, then U, then T of every line, each with the same printed basis and unit value.
  mutating func writeReductions(of reduced: [ReducedLine]) throws(ArithmeticOverflow) {
    for series in [Series.deadweight, .displacement, .attribution] {
      for line in reduced {
        try write(
          line.draft, in: series,
          factor: line.rates.factor(series, of: line.draft.key.kind) * line.draft.key.rate,
          reduces: line.written)
      }
    }
  }
}
