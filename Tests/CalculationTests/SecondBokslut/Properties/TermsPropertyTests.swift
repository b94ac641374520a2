// Every line's numbers follow from its terms, and one counterfactual serves all who reduce by it,
// over random enterprises.

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct TermsPropertyTests {
  /// A term's value worked out here, from what the term says it is.
  private func value(_ term: RateTerm) -> Rational {
    func left(_ rate: Rate) -> Rational { Rational(10_000 - rate.tenThousandths, 10_000) }
    switch term {
    case .parameter(let rate, _): return rate
    case .assumption(_, let rate): return Rational(rate.tenThousandths, 10_000)
    case .complement(_, let rate, let power):
      return repeatElement(left(rate), count: power).reduce(1, *)
    case .discount(_, let rate, let years):
      let growth = Rational(10_000 + rate.tenThousandths, 10_000)
      let exact = Rational(1_000_000) / repeatElement(growth, count: years).reduce(1, *)
      return Rational(exact.rounded, 1_000_000)
    case .excepted: return 0
    case .reduction: return -1
    }
  }

  @Test("a line's printed numbers follow from its terms", arguments: PropertyCase.all)
  func lines(tried: PropertyCase) throws {
    for line in tried.bokslut.lines {
      let factor = line.terms.rates.map(value).reduce(1, *)
      #expect(try Factor(rounding: factor) == line.factor)
      #expect(try Quantity(rounding: line.terms.basis.exact) == line.basis)
      #expect(line.terms.unitValue.amount == line.unitValue)
      let shares = line.records.map(\.basis).sum()
      #expect(line.records.isEmpty || shares == line.terms.basis.exact, "\(line.kind.rawValue)")
      #expect(line.records.isEmpty || line.terms.basis.accounts.isEmpty)
    }
    for valuation in tried.bokslut.socialBalance?.valuations ?? [] {
      for line in valuation.lines {
        #expect(
          try Factor(rounding: line.terms.rates.map(value).reduce(1, *)) == line.factor)
        #expect(line.terms.basis.records.map(\.basis).sum() == line.terms.basis.exact)
      }
    }
  }

  @Test(
    "lines that move an öre are numbered from 1 in their series, others have no number",
    arguments: PropertyCase.all)
  func numbers(tried: PropertyCase) {
    for (series, lines) in Dictionary(grouping: tried.bokslut.lines, by: \.series) {
      let printed = lines.compactMap(\.reference)
      #expect(
        printed == printed.indices.map { LineReference(series: series, number: $0 + 1) })
      #expect(lines.allSatisfy { ($0.reference == nil) == $0.amount.isZero })
    }
  }

  @Test(
    "D, U and T reduce every line of C, A and O and the job of A, with a rate of zero too",
    arguments: PropertyCase.all)
  func reductions(tried: PropertyCase) throws {
    var enterprise = tried.enterprise
    enterprise.state(deadweight: nil, displacement: .zero)
    let lines = try enterprise.computed().lines
    func heads(_ series: Set<Series>) -> [LineHead] {
      lines.filter { series.contains($0.series) }.map(\.head)
    }
    let reduced = heads([.avoidedPlacements, .employment, .transitions])
    #expect(heads([.deadweight]).count >= reduced.count)
    for series in Counterfactual.series {
      #expect(heads([series]) == heads([.deadweight]))
      #expect(Set(heads([series])).isSuperset(of: reduced))
    }
    let displaced = lines.filter { $0.series == .displacement }
    #expect(displaced.allSatisfy { $0.reference == nil && $0.factor.millionths == 0 })
  }

  @Test("D, U and T together are what is kept, less the whole", arguments: PropertyCase.all)
  func kept(tried: PropertyCase) throws {
    for outcome in OutcomeKind.allCases {
      let counterfactual = try #require(
        Counterfactual(outcome, in: tried.enterprise.settings))
      for kind in [LineKind.earnings, .jobSubsidy, .municipalTax] {
        let taken = Counterfactual.series.map {
          counterfactual.reduction($0, of: kind).map(value).reduce(1, *)
        }
        let kept = counterfactual.kept(of: kind).map(value).reduce(1, *)
        #expect(taken.sum() == kept - 1)
        // The displaced job has no subsidy.
        let takesNothing = kind == .jobSubsidy || counterfactual.displacement == .zero
        #expect(taken[1].isZero == (takesNothing || counterfactual.deadweight == .one))
      }
    }
  }
}
