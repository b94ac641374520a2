// What people write for the words of the register and the settings, by Data/synonyms.tsv.

import Diagnostics

/// What a text that is none of a list's words most likely stands for. It is only proposed: nothing
/// is read as another word than it says.
package enum WordGuess: Hashable, Sendable {
  /// A word of the list.
  case word(String)
  /// Something known that the list does not tell apart; the word counts it without valuing it.
  case unlisted(String)
  /// Nothing is near.
  case none

  /// The word of the list, for a message's question.
  package var meant: DiagnosticArgument {
    if case .word(let word) = self { .meant(word) } else { .meant(nil) }
  }
}

/// The synonyms, and what they and misspellings of them propose.
package enum Synonyms {
  /// A row of the data file.
  struct Row: Sendable {
    let list: String
    let word: String
    let means: String
    let isUnlisted: Bool
    /// How it is compared.
    let key: String
  }

  /// Fewer letters are compared whole: a misspelling of `AF` may be anything.
  private static let shortestMisspelt = 5

  /// What a text stands for among the words that may stand there.
  ///
  /// - Parameters:
  ///   - list: the column's heading or the key; nil takes every list, as far as what it proposes
  ///     is among the known words.
  package static func guess(
    for text: String, among known: [String], list: String? = nil
  ) -> WordGuess {
    let names = Dictionary(
      known.map { (NameMatching.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    func proposed(_ row: Row) -> WordGuess? {
      names[NameMatching.folded(row.means)].map { row.isUnlisted ? .unlisted($0) : .word($0) }
    }
    let rows = list.flatMap { byList[NameMatching.folded($0)] } ?? (list == nil ? all : [])
    let key = key(text)
    let exact = rows.lazy.filter { $0.key == key }.compactMap(proposed).first
    if let exact { return exact }
    if let name = NameMatching.guess(for: text, among: known) { return .word(name) }
    let longer = rows.filter { $0.key.count >= shortestMisspelt && proposed($0) != nil }
    guard let near = NameMatching.guess(for: key, among: longer.map(\.key)) else { return .none }
    return longer.lazy.filter { $0.key == near }.compactMap(proposed).first ?? .none
  }

  /// A text as synonyms are compared: points and blanks do not matter either (`ek. för.`).
  private static func key(_ text: String) -> String {
    let folded = NameMatching.folded(text).filter { $0 != "." && $0 != " " }
    return folded.isEmpty ? text : folded
  }

  private static let byList = Dictionary(grouping: all) { NameMatching.folded($0.list) }

  static let all: [Row] = EmbeddedTable(EmbeddedData.synonyms, separator: "\t").rows.map { row in
    guard !row["list"].isEmpty, !row["word"].isEmpty, !row["means"].isEmpty,
      ["word", "unlisted"].contains(row["kind"])
    else { preconditionFailure("synonyms.tsv line \(row.line) is malformed") }
    return Row(
      list: row["list"], word: row["word"], means: row["means"],
      isUnlisted: row["kind"] == "unlisted", key: key(row["word"]))
  }
}
