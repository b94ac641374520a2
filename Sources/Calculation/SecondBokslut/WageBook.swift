// Full-time months and wages of employments here, exact and to the day.

import Bookkeeping
import Outcomes

/// Wages (*löner*) by employment and period: contractual, or paid where the table Löner covers the
/// day (method.md section 5).
struct WageBook {
  private struct Payment {
    let days: DateRange
    /// The row's sum in kronor divided by its days with an employment.
    let perDay: Rational
  }

  private let employments: [ParticipantID: [Employment]]
  private let payments: [ParticipantID: [Payment]]

  init(_ register: OutcomeRegister) {
    let employments = Dictionary(grouping: register.employments, by: \.participant)
    self.employments = employments
    var payments: [ParticipantID: [Payment]] = [:]
    for row in register.paidWages ?? [] {
      guard let days = DateRange(row.from, row.to) else { continue }
      let worked = (employments[row.participant] ?? []).compactMap { $0.days(in: days) }
      let count = Self.daysCovered(by: worked)
      guard count > 0 else { continue }
      payments[row.participant, default: []].append(
        Payment(days: days, perDay: Rational(kronor: row.amount) / Rational(count)))
    }
    self.payments = payments
  }

  /// How many different days lie in any of the ranges.
  private static func daysCovered(by ranges: [DateRange]) -> Int {
    var count = 0
    var reached: CalendarDate?
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let start = reached.map { max($0.adding(days: 1), range.start) } ?? range.start
      guard let fresh = DateRange(start, range.end) else { continue }
      count += fresh.days
      reached = fresh.end
    }
    return count
  }

  /// The wage in kronor of an employment in a period, before any scaling.
  func wage(of employment: Employment, in period: DateRange) -> Rational {
    guard let days = employment.days(in: period) else { return .zero }
    let payments = payments[employment.participant] ?? []
    let others = employments[employment.participant] ?? []
    var cuts: [CalendarDate] = []
    for payment in payments where payment.days.intersection(days) != nil {
      cuts += [payment.days.start, payment.days.end.adding(days: 1)]
    }
    if !cuts.isEmpty {
      for other in others {
        cuts.append(other.start)
        if let end = other.end { cuts.append(end.adding(days: 1)) }
      }
    }
    var wage = Rational.zero
    for part in days.split(at: cuts) {
      if let payment = payments.first(where: { $0.days.contains(part.start) }) {
        let extents = others.filter { $0.days(in: part) != nil }.map(\.extent.rational).sum()
        guard !extents.isZero else { continue }
        wage +=
          payment.perDay * Rational(part.days) * employment.extent.rational / extents
      } else {
        wage +=
          part.months * employment.extent.rational * Rational(kronor: employment.monthlyWage)
      }
    }
    return wage
  }
}

extension Stay {
  /// Full-time months (*heltidsmånader*) in a period: months x extent.
  func fullTimeMonths(in period: DateRange) -> Rational {
    guard let days = days(in: period) else { return .zero }
    return days.months * extent.rational
  }
}

extension DateRange {
  /// The period cut before each of these days that lie inside it.
  func split(at cuts: [CalendarDate]) -> [DateRange] {
    var parts: [DateRange] = []
    var first = start
    for cut in Set(cuts).sorted() where cut > start && cut <= end {
      if let part = DateRange(first, cut.adding(days: -1)) { parts.append(part) }
      first = cut
    }
    if let part = DateRange(first, end) { parts.append(part) }
    return parts
  }
}
