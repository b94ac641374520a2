// A sum that grows by brackets of income, in kronor of one year.

import Bookkeeping
import Rulebook

/// Brackets with their numbers filled in and turned into kronor: limits and bases in units of
/// 10^-10 kr, rates in millionths, sums in units of 10^-16 kr.
struct BracketScale {
  /// Units of a sum to the krona.
  static let unitsPerKrona: Int128 = 10_000_000_000_000_000

  private static let million = Int128(IncomeTaxRules.million)

  private struct Step {
    let above: Int128
    let base: Int128
    let rate: Int128
  }

  private let steps: [Step]

  /// Nil when there is no bracket, or a number that the brackets name is not among `numbers`, which
  /// are in ten-thousandths like the price base amount.
  init?(
    _ brackets: [IncomeTaxRules.Bracket], priceBaseAmount: ParameterValue,
    numbers: [String: ParameterValue]
  ) {
    guard !brackets.isEmpty else { return nil }
    func millionths(_ number: IncomeTaxRules.Number) -> Int128? {
      switch number {
      case .stated(let value): Int128(value)
      case .parameter(let id): numbers[id].map { Int128($0.tenThousandths) * 100 }
      }
    }
    var steps: [Step] = []
    for bracket in brackets {
      guard let base = millionths(bracket.base), let rate = millionths(bracket.rate) else {
        return nil
      }
      let amount: Int128 =
        switch bracket.unit {
        case .priceBaseAmounts: Int128(priceBaseAmount.tenThousandths)
        case .kronor: 10_000
        }
      steps.append(Step(above: Int128(bracket.above) * amount, base: base * amount, rate: rate))
    }
    self.steps = steps
  }

  /// The sum at an income in whole kronor: an income on a limit belongs to the bracket below.
  func value(at kronor: Int128) -> Int128 {
    let income = kronor * (Self.unitsPerKrona / Self.million)
    guard let step = steps.last(where: { $0.above < income }) ?? steps.first else { return 0 }
    return step.base * Self.million + (step.rate == 0 ? 0 : (income - step.above) * step.rate)
  }

  /// The sum in kronor at an income that was not rounded.
  func value(at income: Rational) -> Rational {
    let unit = Rational(Self.unitsPerKrona / Self.million)
    let scaled = income * unit
    guard let step = steps.last(where: { Rational($0.above) < scaled }) ?? steps.first else {
      return .zero
    }
    let exceeding = (scaled - Rational(step.above)) * Rational(step.rate, Self.million)
    return (Rational(step.base) + exceeding) / unit
  }
}
