// What is valid on each day of a period: values and the gaps between them.

import Bookkeeping

/// A run of days with one value, or without any.
package struct ValiditySegment<Value: Sendable>: Sendable {
  /// The days.
  package let period: DateRange
  /// What is valid on each of them; nil is a gap that the caller must report if it needs a value.
  package let value: Value?
}

extension ValiditySegment: Equatable where Value: Equatable {}

/// The values that one figure comes from, the one asked for first: an own value, what it points at,
/// the price base amount it is a multiple of.
package struct ParameterChain: Hashable, Sendable {
  /// From the parameter asked for to the last that it rests on; never empty.
  package let parameters: [Parameter]

  init(_ parameters: [Parameter]) { self.parameters = parameters }

  /// The parameter asked for.
  package var first: Parameter { parameters[0] }

  /// The parameter that holds the number (an own value that points at another does not).
  package var holder: Parameter { parameters[parameters.count - 1] }

  /// The first day on which all of them are valid.
  package var validFrom: CalendarDate {
    parameters.map(\.validFrom).max() ?? first.validFrom
  }

  /// The last day on which all of them are valid; nil is until further notice.
  package var validTo: CalendarDate? { parameters.compactMap(\.validTo).min() }
}

/// A value in kr a month, derived once and rounded to the öre (method.md section 6).
package struct MonthlyValue: Hashable, Sendable {
  /// kr a month.
  package let amount: Amount
  /// What it was derived from.
  package let chain: ParameterChain

  /// The latest start of what it was derived from.
  package var validFrom: CalendarDate { chain.validFrom }
  /// The earliest end; nil is until further notice.
  package var validTo: CalendarDate? { chain.validTo }
}

/// A share such as the employer contribution, with four decimals.
package struct RateValue: Hashable, Sendable {
  /// The share.
  package let rate: Rate
  /// What it comes from.
  package let chain: ParameterChain

  /// The latest start of what it comes from.
  package var validFrom: CalendarDate { chain.validFrom }
  /// The earliest end; nil is until further notice.
  package var validTo: CalendarDate? { chain.validTo }
}
