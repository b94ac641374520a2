// What the template says of each column of the register, from Data/template-columns.tsv.

import Diagnostics
import Outcomes

/// A column as the template shows it.
struct TemplateColumn {
  let column: RecordColumn
  /// The heading in the template's language.
  let heading: String
  /// Characters.
  let width: Double
  /// The example row's value as text; empty is a blank cell.
  let example: String
  /// What to write in the column.
  let help: String
  /// Whether the column must be filled in, in words.
  let rule: String
  /// The words that cells may hold, in English each with what it means; empty when it is no list.
  let choices: [String]

  /// Whether the column must be filled in, and what to write: at most 255 characters for Excel.
  var hint: String {
    "\(rule.prefix(1).uppercased())\(rule.dropFirst()). \(help)"
  }

  /// The columns of a table, in the schema's order.
  static func all(
    of table: RecordTable, in language: Language = .swedish
  ) -> [TemplateColumn] {
    table.columns.map { column in
      let key = "\(table.rawValue) \(column.heading)"
      guard let row = rows[key], let width = Double(row["width"]),
        let help = language == .swedish ? row["help"] : english[key]?["help"]
      else { preconditionFailure("template-columns lacks \(table) \(column.heading)") }
      return TemplateColumn(
        column: column, heading: column.heading(in: language), width: width,
        example: row["example"], help: help,
        rule: TemplateTexts.word(column.requirement.word, in: language),
        choices: language == .swedish ? column.words : column.words.map(TemplateTexts.explained))
    }
  }

  private static let rows = rowsByColumn(EmbeddedData.templateColumns)
  private static let english = rowsByColumn(EmbeddedData.templateColumnsEn)

  private static func rowsByColumn(_ text: StaticString) -> [String: EmbeddedTable.Row] {
    Dictionary(
      EmbeddedTable(text, separator: "\t").rows.map { ("\($0["table"]) \($0["column"])", $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The template's short texts and whole files.
enum TemplateTexts {
  /// A text by its key.
  static func word(_ key: String, in language: Language = .swedish) -> String {
    guard let word = (language == .swedish ? words : english)[key] else {
      preconditionFailure("template-words has no \(key)")
    }
    return word
  }

  /// A Swedish word of a cell with what it means; a name alone where it means nothing more.
  static func explained(_ word: String) -> String {
    guard let meaning = meanings[word], meaning != word else { return word }
    return "\(word) (\(meaning))"
  }

  static let meanings: [String: String] = Dictionary(
    EmbeddedTable(EmbeddedData.templateChoicesEn, separator: "\t").rows
      .map { ($0["word"], $0["en"]) },
    uniquingKeysWith: { first, _ in first })

  private static let words = wordsByKey(EmbeddedData.templateWords)
  private static let english = wordsByKey(EmbeddedData.templateWordsEn)

  private static func wordsByKey(_ text: StaticString) -> [String: String] {
    Dictionary(
      EmbeddedTable(text, separator: "\t").rows.map { ($0["key"], $0["text"]) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A data file as it lies in the project, with its last line break.
  static func file(_ text: StaticString) -> String { "\(text)\n" }
}
