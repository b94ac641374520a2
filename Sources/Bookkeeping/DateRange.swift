// Periods of days with both ends inside, and how many calendar months they make.

/// A period of days, both ends inclusive (*fr.o.m.* - *t.o.m.*), never empty.
package struct DateRange: Hashable, Sendable {
  /// The first day.
  package let start: CalendarDate
  /// The last day, never before the first.
  package let end: CalendarDate

  /// A period; nil when it would be empty.
  package init?(_ start: CalendarDate, _ end: CalendarDate) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// One day.
  package init(_ day: CalendarDate) {
    self.start = day
    self.end = day
  }

  /// The days of both, or nil.
  package func intersection(_ other: DateRange) -> DateRange? {
    DateRange(max(start, other.start), min(end, other.end))
  }

  /// Whether a day lies inside.
  package func contains(_ date: CalendarDate) -> Bool { start <= date && date <= end }

  /// How many days.
  package var days: Int { Int(end.dayNumber - start.dayNumber) + 1 }

  /// The parts of the period by calendar month, in order.
  package var monthParts: [DateRange] {
    var parts: [DateRange] = []
    var first = start
    while first <= end {
      let last = min(first.endOfMonth, end)
      if let part = DateRange(first, last) { parts.append(part) }
      first = last.adding(days: 1)
    }
    return parts
  }

  /// Months (*månader*): the sum over calendar months of days inside / days of the month
  /// (method.md section 5), exact.
  package var months: Rational {
    // 377 580 is the least common multiple of 28, 29, 30 and 31.
    var parts = 0
    for part in monthParts {
      let (year, month, _) = part.start.components
      parts += part.days * 377_580 / CalendarDate.daysInMonth(year: year, month: month)
    }
    return Rational(parts, 377_580)
  }
}

extension DateRange: CustomStringConvertible {
  /// `2025-01-01--2025-12-31`.
  package var description: String { "\(start)--\(end)" }
}
