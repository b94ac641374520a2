// How a figure is computed from others, with an exact evaluator; only a workbook turns it into A1.

import Bookkeeping

/// A decimal number in a formula: -1, 0.25.
package struct DecimalNumber: Hashable, Sendable, CustomStringConvertible {
  /// The whole number that `decimals` scale.
  package let scaled: Int64
  /// How many of its digits are decimals.
  package let decimals: Int

  /// A decimal number.
  package init(_ scaled: Int64, decimals: Int = 0) {
    self.scaled = scaled
    self.decimals = decimals
  }

  /// The exact value.
  package var rational: Rational {
    (0..<decimals).reduce(Rational(scaled)) { value, _ in value / Rational(10) }
  }

  /// `-1`, `0.25`.
  package var description: String { ScaledText.shortString(Int128(scaled), decimals: decimals) }
}

/// A formula over figures.
package indirect enum Formula: Hashable, Sendable {
  /// Another figure's value.
  case figure(FigureID)
  /// A number.
  case number(DecimalNumber)
  /// The sum of formulas.
  case add([Formula])
  /// The product of formulas.
  case multiply([Formula])
  /// Rounded half away from zero.
  case round(Formula, decimals: Int)
  /// The sum of figures.
  case sum([FigureID])

  /// Figures received less figures given: the shape of every balance.
  package static func balance(plus: [FigureID], minus: [FigureID]) -> Formula {
    let given = Formula.multiply([.number(DecimalNumber(-1)), .sum(minus)])
    if minus.isEmpty { return .sum(plus) }
    return plus.isEmpty ? given : .add([.sum(plus), given])
  }

  /// The figures that the formula reads, in its order.
  package var inputs: [FigureID] {
    switch self {
    case .figure(let id): [id]
    case .number: []
    case .add(let terms), .multiply(let terms): terms.flatMap(\.inputs)
    case .round(let inner, _): inner.inputs
    case .sum(let ids): ids
    }
  }

  /// The exact value, with figures looked up by the caller; a figure that is not known is a fault.
  package func value(
    _ lookup: (FigureID) throws(ReportFault) -> Rational
  ) throws(ReportFault) -> Rational {
    switch self {
    case .figure(let id): return try lookup(id)
    case .number(let number): return number.rational
    case .add(let terms):
      var sum = Rational.zero
      for term in terms { sum += try term.value(lookup) }
      return sum
    case .multiply(let terms):
      var product = Rational.one
      for term in terms { product = product * (try term.value(lookup)) }
      return product
    case .round(let inner, let decimals):
      let scale = DecimalNumber(1, decimals: decimals).rational
      return Rational((try inner.value(lookup) / scale).rounded) * scale
    case .sum(let ids):
      var sum = Rational.zero
      for id in ids { sum += try lookup(id) }
      return sum
    }
  }
}
