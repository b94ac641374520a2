// Dated values with unit, source and status.

import Bookkeeping
import Diagnostics

/// A parameter's number in ten-thousandths of its unit: 9850 kr is 98 500 000, 2.53 is 25 300.
package struct ParameterValue: Hashable, Sendable, CustomStringConvertible {
  /// The value in ten-thousandths.
  package let tenThousandths: Int64

  /// A value in ten-thousandths.
  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  /// The exact value.
  package var rational: Rational { Rational(tenThousandths, 10_000) }

  /// Decimals without needless zeros: `9850`, `2.53`.
  package var description: String {
    ScaledText.shortString(Int128(tenThousandths), decimals: 4)
  }
}

/// The unit of a parameter (*enhet*); raw values are what bank and settings write.
package enum ParameterUnit: String, CaseIterable, Hashable, Sendable {
  /// kr a month.
  case kronorPerMonth = "kr/månad"
  /// kr a day of a five-day benefit, x 260/12 a month.
  case kronorPerFiveDayDay = "kr/dag5"
  /// kr a day of a calendar-day benefit, x 365/12 a month.
  case kronorPerCalendarDay = "kr/dag7"
  /// Price base amounts a year, x the day's price base amount / 12 a month.
  case priceBaseAmountsPerYear = "prisbasbelopp/år"
  /// kr a year (*prisbasbelopp* itself).
  case kronorPerYear = "kr/år"
  /// Percent.
  case percent = "%"
  /// A fraction.
  case share = "andel"
  /// Price base amounts.
  case priceBaseAmounts = "prisbasbelopp"
  /// kr a household and year (for comparison only).
  case kronorPerHouseholdAndYear = "kr/hushåll och år"

  /// Whether a value of this unit gives kr a month (the unit of support and study grants).
  package var isMonthlyAmount: Bool {
    switch self {
    case .kronorPerMonth, .kronorPerFiveDayDay, .kronorPerCalendarDay, .priceBaseAmountsPerYear:
      true
    default: false
    }
  }

  /// Whether a value of this unit is a share, written in percent or as a fraction.
  package var isShare: Bool { self == .percent || self == .share }

  /// Whether an own value of one unit can stand for a bank's value of the other.
  package func canReplace(_ other: ParameterUnit) -> Bool {
    self == other || (isMonthlyAmount && other.isMonthlyAmount) || (isShare && other.isShare)
  }
}

/// One dated value of the bank or of the settings.
package struct Parameter: Hashable, Sendable {
  /// Where the value comes from.
  package enum Origin: Hashable, Sendable {
    /// The embedded bank.
    case bank
    /// The enterprise's own settings, at this place.
    case settings(SourceLocation)
  }

  /// The id that lines and reports name.
  package let id: String
  /// Swedish name.
  package let name: String
  /// Unit.
  package let unit: ParameterUnit
  /// Value.
  package let value: ParameterValue
  /// First day.
  package let validFrom: CalendarDate
  /// Last day; nil is until further notice.
  package let validTo: CalendarDate?
  /// Where the value was found.
  package let source: String
  /// How well the source was seen: one of `bankStatuses`, or `own`.
  package let status: String
  /// Bank or settings.
  package let origin: Origin

  /// The days on which the value is valid; *tills vidare* ends with the calendar.
  package var period: DateRange? { DateRange(validFrom, validTo ?? .lastDay) }

  /// A parameter.
  package init(
    id: String, name: String, unit: ParameterUnit, value: ParameterValue,
    validFrom: CalendarDate, validTo: CalendarDate?, source: String, status: String,
    origin: Origin
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.value = value
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
    self.status = status
    self.origin = origin
  }
}

extension CalendarDate {
  /// 9999-12-31, the last day of the calendar: the end of what is valid until further notice.
  static let lastDay = CalendarDate(year: 9999, month: 12, day: 31) ?? CalendarDate(dayNumber: 0)
}

extension Parameter {
  /// Whether it stands before another in a list: by id, then days, then value; a total order, so
  /// that no list depends on how it was gathered.
  package func isListed(before other: Parameter) -> Bool {
    if id != other.id { return id < other.id }
    if validFrom != other.validFrom { return validFrom < other.validFrom }
    let (last, otherLast) = (validTo?.dayNumber ?? .max, other.validTo?.dayNumber ?? .max)
    if last != otherLast { return last < otherLast }
    if value != other.value { return value.tenThousandths < other.value.tenThousandths }
    return (unit.rawValue, name, source, status) < (
      other.unit.rawValue, other.name, other.source, other.status
    )
  }
}
