// Tables of a report: columns, rows by role, typed cells; page and file of data are views of one
// table.

import Bookkeeping
import Figures

/// A table, for the reader's eye, for a CSV file or, where the rows are the same, for both: columns
/// and rows that only one of them has say so.
package struct Table: Hashable, Sendable {
  /// Its id; for one that is written as data the name of the CSV file without `.csv`.
  package let id: String
  /// A caption; nil when the section's title says it.
  package internal(set) var title: String?
  /// Columns from the left.
  package let columns: [Column]
  /// Rows from the top.
  package let rows: [Row]
  /// Notes printed under the table.
  package internal(set) var notes: [Paragraph] = []

  /// The table as the page and the sheet show it.
  package var page: Table { hiding(.data) }

  /// The table as the CSV file has it.
  package var data: Table { hiding(.page) }

  private func hiding(_ audience: Audience) -> Table {
    let shown = columns.indices.filter { columns[$0].audience != audience }
    return Table(
      id: id, title: title, columns: shown.map { columns[$0].with(.both) },
      rows: rows.filter { $0.audience != audience }.map { row in
        Row(row.role, level: row.level, shown.map { row.cells[$0] })
      }, notes: notes)
  }
}

/// Whom a column or a row of a table is for.
package enum Audience: Hashable, Sendable {
  /// Whoever reads.
  case both
  /// The page and the sheet alone: headings, words in the report's language.
  case page
  /// The CSV file alone: identifiers.
  case data
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
  /// Whom it is for.
  package let audience: Audience

  /// A column.
  init(_ id: String, heading: String, kind: Kind, for audience: Audience = .both) {
    self.id = id
    self.heading = heading
    self.kind = kind
    self.audience = audience
  }

  /// The names of rows, under no heading.
  static let label = label(for: .both)

  /// The same for one audience.
  static func label(for audience: Audience) -> Column {
    Column("label", heading: "", kind: .label, for: audience)
  }

  /// A column of the CSV file alone, which has no heading but its id.
  static func data(_ id: String, _ kind: Kind = .word) -> Column {
    Column(id, heading: id, kind: kind, for: .data)
  }

  fileprivate func with(_ audience: Audience) -> Column {
    Column(id, heading: heading, kind: kind, for: audience)
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
  /// One cell a column, also for columns that only one audience has.
  package let cells: [Cell]
  /// Whom it is for.
  package let audience: Audience

  /// A row of a role.
  init(_ role: Role, level: Int = 0, for audience: Audience = .both, _ cells: [Cell]) {
    self.role = role
    self.level = level
    self.cells = cells
    self.audience = audience
  }

  /// A heading over the rows below: words in one of so many columns, for the page alone.
  static func heading(_ words: String, at place: Int = 0, of width: Int) -> Row {
    Row(.heading, for: .page, (0..<width).map { $0 == place ? .text(words) : .blank })
  }

  /// An ordinary row.
  init(level: Int = 0, _ cells: [Cell]) { self.init(.body, level: level, cells) }
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
