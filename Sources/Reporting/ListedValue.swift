// What a report lists of the values that it rests on: assumptions and parameters.

import Bookkeeping
import Figures

/// An assumption or a parameter as antaganden.csv and bokslut.json list it.
package struct ListedValue: Hashable, Sendable {
  /// The id: an assumption's path, a parameter's own.
  package let id: String
  /// The value's figure; nil is *obegränsat*.
  package let value: FigureID?
  /// The low case's.
  package var low: FigureID?
  /// The high case's.
  package var high: FigureID?
  /// The unit.
  package let unit: String
  /// A parameter's first day.
  package var validFrom: CalendarDate?
  /// A parameter's last day.
  package var validTo: CalendarDate?
  /// Where it was found.
  package let source: String
  /// How well the source was seen.
  package let status: String
  /// Series that rest on an assumption, kinds of lines that rest on a parameter.
  package let usedBy: [String]

  /// What is written for a value without a limit.
  package static let unlimited = "obegränsat"
}
