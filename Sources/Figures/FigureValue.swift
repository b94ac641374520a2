// The typed number that a figure holds.

import Bookkeeping
import Rulebook

/// A figure's value: an exact number with the decimals that it is printed with.
package enum FigureValue: Hashable, Sendable {
  /// Kronor, in öre.
  case amount(Amount)
  /// Full-time months or another quantity, in hundredths.
  case quantity(Quantity)
  /// A fraction of one, in ten-thousandths.
  case rate(Rate)
  /// The factor of a line, in millionths.
  case factor(Factor)
  /// A whole number of people, transitions ...
  case count(Int)
  /// A parameter in its own unit, in ten-thousandths.
  case parameter(ParameterValue)

  /// The exact value: kronor for an amount.
  package var rational: Rational { Rational(scaled, Self.powerOfTen(decimals)) }

  /// The whole number that `decimals` scale.
  package var scaled: Int64 {
    switch self {
    case .amount(let amount): amount.ore
    case .quantity(let quantity): quantity.hundredths
    case .rate(let rate): rate.tenThousandths
    case .factor(let factor): factor.millionths
    case .count(let count): Int64(count)
    case .parameter(let value): value.tenThousandths
    }
  }

  /// Decimals that the value has room for.
  package var decimals: Int {
    switch self {
    case .amount, .quantity: 2
    case .rate, .parameter: 4
    case .factor: 6
    case .count: 0
    }
  }

  /// The exact decimal text of CSV and JSON: a point, an ASCII minus; kronor and quantities with
  /// two decimals, factors with six, rates and parameters without needless zeros.
  package var exactText: String {
    switch self {
    case .rate, .parameter: ScaledText.shortString(Int128(scaled), decimals: decimals)
    default: ScaledText.string(Int128(scaled), decimals: decimals)
    }
  }

  /// A value of the same kind from its exact decimal text; nil when the text is no such value.
  package func reading(_ text: String) -> FigureValue? {
    ScaledText.parse(text, decimals: decimals).flatMap(with)
  }

  /// This less another value of the same kind; nil when they are not, or beyond 64 bits.
  package func less(_ other: FigureValue) -> FigureValue? {
    let (difference, overflow) = scaled.subtractingReportingOverflow(other.scaled)
    guard !overflow, decimals == other.decimals else { return nil }
    return with(difference)
  }

  /// A value of the same kind.
  private func with(_ scaled: Int64) -> FigureValue? {
    switch self {
    case .amount: .amount(Amount(ore: scaled))
    case .quantity: .quantity(Quantity(hundredths: scaled))
    case .rate: .rate(Rate(tenThousandths: scaled))
    case .factor: .factor(Factor(millionths: scaled))
    case .count: Int(exactly: scaled).map { .count($0) }
    case .parameter: .parameter(ParameterValue(tenThousandths: scaled))
    }
  }

  private static func powerOfTen(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
}

/// The unit that a figure is counted in; raw values are what bokslut.json writes.
package struct FigureUnit: RawRepresentable, Hashable, Sendable {
  /// The unit.
  package let rawValue: String

  /// A unit by its text.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Kronor.
  package static let kronor = FigureUnit(rawValue: "kr")
  /// Full-time months (*heltidsmånader*).
  package static let months = FigureUnit(rawValue: "months")
  /// A fraction of one.
  package static let share = FigureUnit(rawValue: "share")
  /// A line's factor or another pure number.
  package static let factor = FigureUnit(rawValue: "factor")
  /// Months or years of an assumption.
  package static let count = FigureUnit(rawValue: "count")
  /// People.
  package static let people = FigureUnit(rawValue: "people")
  /// Transitions.
  package static let transitions = FigureUnit(rawValue: "transitions")
  /// Employments here.
  package static let employments = FigureUnit(rawValue: "employments")
  /// Outcomes of any kind: transitions, follow-ups, returns.
  package static let outcomes = FigureUnit(rawValue: "outcomes")
  /// Full-time years (*årsplatser*, full-time equivalents).
  package static let fullTimeYears = FigureUnit(rawValue: "full-time-years")

  /// A parameter's unit, as the bank writes it.
  package static func parameter(_ unit: ParameterUnit) -> FigureUnit {
    FigureUnit(rawValue: unit.rawValue)
  }
}
