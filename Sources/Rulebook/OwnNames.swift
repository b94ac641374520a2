// rubriker and ord: a register's own headings and words, mapped once to ours.

import Diagnostics
import Outcomes

/// One of rubriker: a heading of the register's own for a column of ours.
package struct OwnHeading: Hashable, Sendable {
  /// As the register writes it.
  package let name: String
  /// Our Swedish heading.
  package let heading: String
  /// The table that it holds in; nil for every table that has the column.
  package let table: RecordTable?
  /// Where it stands in the settings.
  package let location: SourceLocation

  /// A heading.
  package init(
    name: String, heading: String, table: RecordTable?, location: SourceLocation
  ) {
    self.name = name
    self.heading = heading
    self.table = table
    self.location = location
  }

  /// The column of a table that is meant; nil where the table has none.
  package func column(in table: RecordTable) -> RecordColumn? {
    guard self.table == nil || self.table == table else { return nil }
    return table.columns.first { $0.heading == heading }
  }
}

/// One of ord: a word of the register's own for one of ours.
package struct OwnWord: Hashable, Sendable {
  /// As the register writes it.
  package let name: String
  /// Our word, or the id of an own actor.
  package let word: String
  /// The heading of the only column that it holds in; nil for every column that has the word.
  package let heading: String?
  /// Where it stands in the settings.
  package let location: SourceLocation

  /// A word.
  package init(name: String, word: String, heading: String?, location: SourceLocation) {
    self.name = name
    self.word = word
    self.heading = heading
    self.location = location
  }
}
