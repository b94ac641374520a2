// What identifiers are called in findings, so that no code word reaches a reader.

/// The words of `Data/words.tsv`.
package enum Words {
  private static let byID: [String: [Language: String]] = Dictionary(
    uniqueKeysWithValues: EmbeddedTable(EmbeddedData.words, separator: "\t").rows.map { row in
      (row["id"], [.swedish: row["sv"], .english: row["en"]])
    })

  /// The ids, sorted.
  package static var ids: [String] { byID.keys.sorted() }

  /// What an id is called; one without a word is a fault of the program.
  package static func word(_ id: String, in language: Language) -> String {
    guard let word = byID[id]?[language] else {
      preconditionFailure("words.tsv has no \(id)")
    }
    return word
  }
}
