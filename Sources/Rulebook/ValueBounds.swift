// What values of the register and the settings may be within reason, by Data/value-bounds.tsv.

import Bookkeeping
import Diagnostics

/// What is bounded; raw values are the ids of the data file.
package enum BoundedValue: String, CaseIterable, Hashable, Sendable {
  /// *Månadslön* at full time, kr a month.
  case fullTimeWage = "full-time-wage"
  /// *Belopp före* of whoever had a wage, kr a month.
  case wageBefore = "wage-before"
  /// *Belopp före* of whoever had a support, kr a month.
  case supportBefore = "support-before"
  /// *Bidrag*, kr a month.
  case subsidy
  /// *Pris* of a training place, kr a month.
  case placePrice = "place-price"
  /// *Belopp* of *Löner*, kr for each calendar month that the row touches.
  case paidWage = "paid-wage"
  /// *Närvaro*, hours for each week begun.
  case attendedHoursPerWeek = "attended-hours-week"
  /// *Närvaro*, hours for each day.
  case attendedHoursPerDay = "attended-hours-day"
  /// Age in years at the first day here.
  case ageAtStart = "age-at-start"
  /// *Födelseår*.
  case birthYear = "birth-year"
  /// The year of a day here or after.
  case recordYear = "record-year"
  /// The year of *Utan arbete sedan*.
  case earlierYear = "earlier-year"
  /// Years from the day of the export to a day of the register.
  case afterExport = "after-export"
  /// Years from the day of the export to the last day of an employment or place.
  case endAfterExport = "end-after-export"
}

/// The bounds of one value from one day on, in hundredths of its unit (öre of kronor).
package struct ValueBounds: Hashable, Sendable {
  /// The unit of a bounded value; raw values are what the data file writes.
  package enum Unit: String, Sendable {
    /// Kronor.
    case kronor = "kr"
    /// Hours.
    case hours = "tim"
    /// A year, or a number of years.
    case years = "år"
  }

  /// The side on which a value is out of reason.
  package enum Side: String, Sendable {
    /// Too little.
    case low
    /// Too much.
    case high
  }

  /// What a value outside is.
  package struct Verdict: Hashable, Sendable {
    /// An error; else improbable, a warning.
    package let isImpossible: Bool
    /// The side.
    package let side: Side
  }

  /// What is bounded.
  package let value: BoundedValue
  /// The first day of these bounds.
  package let validFrom: CalendarDate
  /// The unit.
  package let unit: Unit
  /// Below it a value is impossible.
  package let least: Int64?
  /// Below it a value is improbable.
  package let low: Int64?
  /// Above it a value is improbable.
  package let high: Int64?
  /// Above it a value is impossible.
  package let most: Int64?
  /// Whether 0 says that there is nothing and is never out of reason.
  package let allowsZero: Bool

  /// What a value is that lies outside; nil when it is within reason.
  ///
  /// - Parameters:
  ///   - hundredths: the value.
  ///   - count: for how many months, weeks or days it stands; the upper bounds are for each.
  package func verdict(_ hundredths: Int64, count: Int = 1) -> Verdict? {
    if hundredths == 0, allowsZero { return nil }
    func isAbove(_ bound: Int64?) -> Bool {
      bound.map { Int128(hundredths) > Int128($0) * Int128(count) } ?? false
    }
    if least.map({ hundredths < $0 }) ?? false { return Verdict(isImpossible: true, side: .low) }
    if isAbove(most) { return Verdict(isImpossible: true, side: .high) }
    if low.map({ hundredths < $0 }) ?? false { return Verdict(isImpossible: false, side: .low) }
    if isAbove(high) { return Verdict(isImpossible: false, side: .high) }
    return nil
  }

  /// What a diagnostic tells of a value outside: the bounds that it broke, what they are of, and
  /// what one who wrote it may have meant.
  package func facts(of verdict: Verdict, count: Int = 1) -> [String: any DiagnosticFact] {
    let lowest = (verdict.isImpossible ? least : low ?? least) ?? 0
    let highest = (verdict.isImpossible ? most : high ?? most).map { $0 * Int64(count) }
    return [
      "what": DiagnosticArgument.word("bound.\(value.rawValue)"),
      "question": DiagnosticArgument.word("bound.\(value.rawValue).\(verdict.side.rawValue)"),
      "lowest": shown(lowest), "highest": highest.map(shown) ?? .text("∞"),
    ]
  }

  private func shown(_ hundredths: Int64) -> DiagnosticArgument {
    unit == .kronor
      ? .kronor(ore: hundredths)
      : .text(ScaledText.shortString(Int128(hundredths), decimals: 2))
  }
}

extension ValueBounds {
  /// The bounds of a value on a day, the latest where it has no day.
  package static func of(_ value: BoundedValue, on day: CalendarDate? = nil) -> ValueBounds {
    let rows = all.filter { $0.value == value }
    let row = day.map { day in rows.last { $0.validFrom <= day } ?? rows.first } ?? rows.last
    guard let row else { preconditionFailure("value-bounds.tsv has no \(value.rawValue)") }
    return row
  }

  /// The years that a day may lie in.
  package var years: ClosedRange<Int> { Int((least ?? 0) / 100)...Int((most ?? 999_900) / 100) }

  /// Every row, in the order of days.
  static let all: [ValueBounds] = EmbeddedTable(EmbeddedData.valueBounds, separator: "\t").rows
    .map { row in
      func bound(_ column: String) -> Int64? { ScaledText.parse(row[column], decimals: 2) }
      guard let value = BoundedValue(rawValue: row["id"]), let unit = Unit(rawValue: row["unit"]),
        let day = CalendarDate(row["valid_from"]), ["yes", "no"].contains(row["zero"]),
        !row["why"].isEmpty
      else { preconditionFailure("value-bounds.tsv line \(row.line) is malformed") }
      return ValueBounds(
        value: value, validFrom: day, unit: unit, least: bound("least"), low: bound("low"),
        high: bound("high"), most: bound("most"), allowsZero: row["zero"] == "yes")
    }.sorted { $0.validFrom < $1.validFrom }
}
