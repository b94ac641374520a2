// Days as spreadsheets count them.

import Bookkeeping

/// How a workbook numbers its days.
enum DateSystem: Hashable {
  /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, a day that never was: Excel took it
  /// over from Lotus 1-2-3.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904

  /// The last day that Excel knows, 31 December 9999.
  private var lastSerial: Int { self == .from1900 ? 2_958_465 : 2_957_003 }

  /// The day as an ISO date, a time in it left out; nil for a number that is no day.
  func isoDay(_ number: CellNumber) -> String? {
    // Six decimals are a tenth of a second: a day that arithmetic left a hair below is that day.
    guard let millionths = number.scaled(decimals: 6), millionths >= 0 else { return nil }
    let serial = millionths / 1_000_000
    guard serial <= lastSerial else { return nil }
    switch self {
    case .from1900:
      guard serial >= 1 else { return nil }
      if serial == 60 { return "1900-02-29" }
      let dayBefore = CalendarDate(year: 1899, month: 12, day: serial < 60 ? 31 : 30)
      return dayBefore?.adding(days: serial).description
    case .from1904:
      return CalendarDate(year: 1904, month: 1, day: 1)?.adding(days: serial).description
    }
  }
}

extension CellNumber {
  /// Days as hours with at most two decimals: a cell that shows `152:30` holds 6.354…
  var hoursText: String? {
    guard let billionths = scaled(decimals: 9), abs(billionths) < 100_000_000_000_000 else {
      return nil
    }
    let hundredths = (abs(billionths) * 24 + 5_000_000) / 10_000_000
    let sign = billionths < 0 ? "-" : ""
    return CellNumber("\(sign)\(hundredths)E-2")?.text
  }
}
