// The year of the accounts and its label.

/// A fiscal year (*räkenskapsår*), of whole or broken calendar months.
public struct FiscalYear: Hashable, Sendable {
  /// Its days.
  public let period: DateRange

  /// A fiscal year of these days.
  public init(period: DateRange) { self.period = period }

  /// The first day.
  public var start: CalendarDate { period.start }
  /// The last day (*balansdag*).
  public var end: CalendarDate { period.end }

  /// The income year for tax: the calendar year in which it ends (method.md section 7, X).
  public var incomeYear: Int { end.year }

  /// The number of months (*n*), exact.
  public var months: Rational { period.months }

  /// The label: the calendar year in which it ends (`2025`); with `amongSeveral`, when two end in
  /// one year, the month too (`2025-04`).
  public func label(amongSeveral: Bool = false) -> String {
    let text = end.description
    return String(text.prefix(amongSeveral ? 7 : 4))
  }
}

extension FiscalYear: Comparable {
  /// By the last day, then the first.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool {
    (left.end, left.start) < (right.end, right.start)
  }
}
