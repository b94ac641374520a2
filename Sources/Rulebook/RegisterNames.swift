// What people call tables, headings and sums of the register beside our names: register-names.tsv.

import Diagnostics
import Outcomes

/// Other names of what the register holds. They are asked about and never read in place of ours.
package enum RegisterNames {
  /// What a row of the table says.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Another name of a table.
    case table
    /// A word of a name that says nothing of what it holds.
    case mark
    /// Another name of a heading.
    case heading
    /// What a row of sums begins with.
    case sum
  }

  /// A row of the table.
  package struct Row: Hashable, Sendable {
    /// What it says.
    package let kind: Kind
    /// A table's English name, or a heading of ours; empty for other kinds.
    package let of: String
    /// The other name, as `NameMatching.folded` gives it.
    package let name: String
  }

  /// All rows, in the order of the table.
  package static let rows: [Row] = EmbeddedTable(EmbeddedData.registerNames, separator: "\t").rows
    .map { row in
      guard let kind = Kind(rawValue: row["kind"]) else {
        preconditionFailure("register-names.tsv line \(row.line) has an unknown kind")
      }
      return Row(kind: kind, of: row["of"], name: NameMatching.folded(row["name"]))
    }

  private static let marks = Set(rows.filter { $0.kind == .mark }.map(\.name))
  private static let sums = Set(rows.filter { $0.kind == .sum }.map(\.name))

  /// Whether a word says nothing of what a file or sheet holds.
  package static func isMark(_ folded: String) -> Bool { marks.contains(folded) }

  /// Whether a cell begins a row of sums: `Summa`, `Totalt:`, `Summa 2025`.
  package static func isSum(_ text: String) -> Bool {
    let words = NameMatching.folded(text).split(separator: " ").map { word in
      word.hasSuffix(":") ? String(word.dropLast()) : String(word)
    }
    guard let first = words.first else { return false }
    return sums.contains(first) || sums.contains(words.joined(separator: " "))
  }

  /// The table that a name is another word for.
  package static func table(called folded: String) -> RecordTable? {
    rows.first { $0.kind == .table && $0.name == folded }.flatMap { RecordTable(rawValue: $0.of) }
  }

  /// Whether a heading is another word for a column of ours.
  package static func isHeading(_ folded: String, for column: RecordColumn) -> Bool {
    rows.contains { $0.kind == .heading && $0.of == column.heading && $0.name == folded }
  }
}
