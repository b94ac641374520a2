// Tables of a report: columns, rows by role, typed cells.

import Bookkeeping
import Figures

/// A table, for the reader's eye or for a CSV file.
package struct Table: Hashable, Sendable {
  /// Its id; for a table of data the name of the CSV file without `.csv`.
  package let id: String
  /// A caption; nil when the section's title says it.
  package let title: String?
  /// Columns from the left.
  package let columns: [Column]
  /// Rows from the top.
  package let rows: [Row]
  /// Notes printed under the table.
  package let notes: [Paragraph]

  /// A table.
  package init(
    id: String, title: String? = nil, columns: [Column], rows: [Row], notes: [Paragraph] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// A column of a table.
package struct Column: Hashable, Sendable {
  /// What the column holds, which decides width, side and number format.
  package enum Kind: Hashable, Sendable {
    /// Names of rows: the widest column.
    case label
    /// A word or an id.
    case word
    /// Running text, such as a source; may wrap.
    case prose
    /// Kronor, shown without öre.
    case kronor
    /// Kronor with öre.
    case ore
    /// Numbers of other units, each with the decimals that its value has.
    case number
    /// Days.
    case date
  }

  /// The name of the column in CSV.
  package let id: String
  /// The heading.
  package let heading: String
  /// What it holds.
  package let kind: Kind

  /// A column.
  package init(_ id: String, heading: String, kind: Kind) {
    self.id = id
    self.heading = heading
    self.kind = kind
  }
}

/// A row of a table.
package struct Row: Hashable, Sendable {
  /// What the row is in its table.
  package enum Role: Hashable, Sendable {
    /// A heading inside the table, with no figures.
    case heading
    /// An ordinary row.
    case body
    /// A sum on the way.
    case subtotal
    /// The sum that the table leads to.
    case total
  }

  /// The role.
  package let role: Role
  /// Depth of indentation, from 0.
  package let level: Int
  /// One cell a column.
  package let cells: [Cell]

  /// A row of a role.
  package init(_ role: Role, level: Int = 0, _ cells: [Cell]) {
    self.role = role
    self.level = level
    self.cells = cells
  }

  /// An ordinary row.
  package init(level: Int = 0, _ cells: [Cell]) { self.init(.body, level: level, cells) }
}

/// What stands in a cell.
package enum Cell: Hashable, Sendable {
  /// Nothing.
  case blank
  /// Words.
  case text(String)
  /// A day.
  case date(CalendarDate)
  /// The id of a figure, written at the edge.
  case id(FigureID)
  /// A figure of the report; its type (amount, quantity, rate, count ...) is its value's.
  case figure(FigureID)

  /// A day, or nothing.
  static func optional(_ date: CalendarDate?) -> Cell { date.map { .date($0) } ?? .blank }
}
