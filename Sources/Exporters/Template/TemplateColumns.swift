// What the template says of each column of the register, from Data/template-columns.tsv.

import Diagnostics
import Outcomes

/// A column as the template shows it.
struct TemplateColumn {
  let column: RecordColumn
  /// Characters.
  let width: Double
  /// The example row's value as text; empty is a blank cell.
  let example: String
  /// What to write in the column.
  let help: String

  /// Whether the column must be filled in, and what to write: at most 255 characters for Excel.
  var hint: String {
    let rule = TemplateTexts.word(column.requirement.word)
    return "\(rule.prefix(1).uppercased())\(rule.dropFirst()). \(help)"
  }

  /// The columns of a table, in the schema's order.
  static func all(of table: RecordTable) -> [TemplateColumn] {
    table.columns.map { column in
      guard let row = rows["\(table.rawValue) \(column.heading)"],
        let width = Double(row["width"])
      else { preconditionFailure("template-columns.tsv lacks \(table) \(column.heading)") }
      return TemplateColumn(
        column: column, width: width, example: row["example"], help: row["help"])
    }
  }

  private static let rows: [String: EmbeddedTable.Row] = Dictionary(
    EmbeddedTable(EmbeddedData.templateColumns, separator: "\t").rows
      .map { ("\($0["table"]) \($0["column"])", $0) }
  ) { first, _ in first }
}

/// The template's short texts and whole files.
enum TemplateTexts {
  /// A text by its key.
  static func word(_ key: String) -> String {
    guard let word = words[key] else {
      preconditionFailure("template-words.tsv has no \(key)")
    }
    return word
  }

  private static let words: [String: String] = Dictionary(
    EmbeddedTable(EmbeddedData.templateWords, separator: "\t").rows
      .map { ($0["key"], $0["text"]) }
  ) { first, _ in first }

  /// A data file as it lies in the project, with its last line break.
  static func file(_ text: StaticString) -> String { "\(text)\n" }
}
