// A sum that grows by brackets of income, in kronor of one year.

import Bookkeeping
import Rulebook

/// Brackets with their numbers filled in and turned into kronor.
struct BracketScale {
  private struct Step {
    let above: Rational
    let base: Rational
    let rate: Rational
  }

  private let steps: [Step]

  /// Nil when a number that the brackets name is not among `numbers`.
  init?(
    _ brackets: [IncomeTaxRules.Bracket], priceBaseAmount: Rational, numbers: [String: Rational]
  ) {
    func number(_ number: IncomeTaxRules.Number) -> Rational? {
      switch number {
      case .stated(let value): value
      case .parameter(let id): numbers[id]
      }
    }
    var steps: [Step] = []
    for bracket in brackets {
      guard let base = number(bracket.base), let rate = number(bracket.rate) else { return nil }
      steps.append(
        Step(
          above: bracket.above * priceBaseAmount, base: base * priceBaseAmount, rate: rate))
    }
    self.steps = steps
  }

  /// The sum at an income: an income on a limit belongs to the bracket below.
  func value(at income: Rational) -> Rational {
    guard let step = steps.last(where: { $0.above < income }) ?? steps.first else { return .zero }
    return step.rate.isZero ? step.base : step.base + (income - step.above) * step.rate
  }
}
