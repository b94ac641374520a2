// The two editions of a year's files.

/// An edition (*upplaga*); raw values name folders and stand in bokslut.json.
package enum Edition: String, CaseIterable, Hashable, Sendable, Decodable {
  /// For everyone, after disclosure control.
  case publik
  /// For the board, in the house: all aggregates.
  case intern
}
