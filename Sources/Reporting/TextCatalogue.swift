// Every text of a report, by key, in both languages.

import Diagnostics

/// The text catalogue (`Data/texts.tsv`): keys, Swedish, English; `{name}` marks a fact.
package struct TextCatalogue: Sendable {
  /// The one catalogue of this binary.
  package static let shared = TextCatalogue(
    EmbeddedTable(EmbeddedData.texts, separator: "\t"))

  /// The keys in the order of the file.
  package let keys: [String]
  private let templates: [(swedish: String, english: String)]
  private let rows: [String: Int]

  init(_ table: EmbeddedTable) {
    keys = table.rows.map { $0["key"] }
    templates = table.rows.map { ($0["sv"], $0["en"]) }
    // EmbedData refuses a key that stands twice.
    rows = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The row of a key, from 0; nil when there is no such text.
  func row(ofKey key: String) -> Int? { rows[key] }

  /// The words of a row, with its facts in braces.
  func template(row: Int, _ language: Language) -> String {
    switch language {
    case .swedish: templates[row].swedish
    case .english: templates[row].english
    }
  }

  enum Piece: Hashable {
    case words(String)
    case fact(String)
  }

  /// The template's words and the names of its facts, in order.
  static func pieces(of template: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(template)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      pieces.append(.fact(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }
}

/// The catalogue in one language.
package struct Texts: Sendable {
  /// The language.
  package let language: Language

  /// The texts of a language.
  package init(_ language: Language) { self.language = language }
}
