// What readers may write into cells that they fill in.

import Bookkeeping

/// A rule for cells, with what the spreadsheet program says of it.
struct CellRule {
  /// What a cell may hold.
  enum Condition {
    /// Whatever the reader likes.
    case anything
    /// One of the texts in a range: `Listor!$A$2:$A$5`.
    case list(String)
    /// What a formula over the first cell finds true.
    case formula(String)
    /// A number.
    case number(ClosedRange<Double>)
    /// A day between two, both included.
    case days(CalendarDate, CalendarDate)
  }

  var condition: Condition
  /// Whether something else is refused; otherwise the program asks.
  var isStrict = true
  /// What is shown while the cell is chosen; Excel takes 32 and 255 characters. Empty is nothing.
  var hintTitle = ""
  var hint = ""
  /// What is shown when something else was written; Excel takes 32 and 255 characters.
  var refusalTitle = ""
  var refusal = ""
}

extension CalendarDate {
  /// The day's number in spreadsheets: 1 January 1970 is 25569. Right from 1 March 1900.
  var serialNumber: Int { Int(dayNumber) + 25_569 }
}
