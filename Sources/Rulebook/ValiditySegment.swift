// What is valid on each day of a period: values and the gaps between them.

import Bookkeeping

/// A run of days with one value, or without any.
public struct ValiditySegment<Value: Sendable>: Sendable {
  /// The days.
  public let period: DateRange
  /// What is valid on each of them; nil is a gap that the caller must report if it needs a value.
  public let value: Value?

  /// A segment.
  public init(period: DateRange, value: Value?) {
    self.period = period
    self.value = value
  }
}

extension ValiditySegment: Equatable where Value: Equatable {}

/// The values that one figure comes from, the one asked for first: an own value, what it points at,
/// the price base amount it is a multiple of.
public struct ParameterChain: Hashable, Sendable {
  /// From the parameter asked for to the last that it rests on; never empty.
  public let parameters: [Parameter]

  init(_ parameters: [Parameter]) { self.parameters = parameters }

  /// The parameter asked for.
  public var first: Parameter { parameters[0] }

  /// The parameter that holds the number (an own value that points at another does not).
  public var holder: Parameter { parameters[parameters.count - 1] }

  /// The first day on which all of them are valid.
  public var validFrom: CalendarDate {
    parameters.map(\.validFrom).max() ?? first.validFrom
  }

  /// The last day on which all of them are valid; nil is until further notice.
  public var validTo: CalendarDate? { parameters.compactMap(\.validTo).min() }
}

/// A value in kr a month, derived once and rounded to the öre (method.md section 6).
public struct MonthlyValue: Hashable, Sendable {
  /// kr a month.
  public let amount: Amount
  /// What it was derived from.
  public let chain: ParameterChain

  /// The latest start of what it was derived from.
  public var validFrom: CalendarDate { chain.validFrom }
  /// The earliest end; nil is until further notice.
  public var validTo: CalendarDate? { chain.validTo }
}

/// A share such as the employer contribution, with four decimals.
public struct RateValue: Hashable, Sendable {
  /// The share.
  public let rate: Rate
  /// What it comes from.
  public let chain: ParameterChain

  /// The latest start of what it comes from.
  public var validFrom: CalendarDate { chain.validFrom }
  /// The earliest end; nil is until further notice.
  public var validTo: CalendarDate? { chain.validTo }
}
