// Tells which table of the register a file's or a sheet's name looks like, and whose copy it is.

import Diagnostics
import Outcomes
import Rulebook

/// Names that people and programs give to a table's file or sheet when it is copied, saved anew or
/// renamed: `Övergångar (2)`, `Kopia av Deltagare`, `anställda_2025`, `Uppföljning`.
package enum NameLikeness {
  /// The table that a name looks like without being its name; nil when it looks like none.
  static func table(like name: String) -> RecordTable? {
    let words = words(of: name)
    let core = words.filter { !RegisterNames.isMark($0) }
    guard !core.isEmpty else { return nil }
    let joined = core.joined(separator: " ")
    let whole = words.joined(separator: " ")
    let names = RecordTable.allCases.flatMap { table in
      [table.swedishName, table.rawValue].map { (table: table, name: NameMatching.folded($0)) }
    }
    if let same = names.first(where: { $0.name == joined }) { return same.table }
    if let known = RegisterNames.table(called: whole) ?? RegisterNames.table(called: joined) {
      return known
    }
    if let misspelt = names.first(where: { NameMatching.isMisspelling(joined, of: $0.name) }) {
      return misspelt.table
    }
    return names.first { " \(joined) ".contains(" \($0.name) ") }?.table
  }

  /// Whether a file's name is that of another one, saved anew, copied or misspelt:
  /// `utfall (1).xlsx`, `Kopia av utfall.xlsx` and `Utfall.xls` of `utfall.xlsx`.
  package static func isCopy(_ name: String, of other: String) -> Bool {
    func core(_ name: String) -> String {
      words(of: stem(of: name)).filter { !RegisterNames.isMark($0) }.joined(separator: " ")
    }
    let wanted = core(other)
    let found = core(name)
    return name != other && !wanted.isEmpty
      && (found == wanted || NameMatching.isMisspelling(found, of: wanted))
  }

  /// A file's name without the endings after it: `overgangar.csv.txt` is `overgangar`.
  static func stem(of name: String) -> String {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false)
    while let last = parts.last, parts.count > 1, (1...5).contains(last.count),
      last.allSatisfy({ $0.isLetter || $0.isNumber }), last.contains(where: \.isLetter)
    {
      parts.removeLast()
    }
    return parts.joined(separator: ".")
  }

  /// The words of a name, folded; numbers, years and signs say nothing of what it holds.
  private static func words(of name: String) -> [String] {
    NameMatching.folded(name).split { !$0.isLetter && !$0.isNumber }.compactMap { word in
      let letters = String(word.reversed().drop { $0.isNumber }.reversed())
      return letters.isEmpty ? nil : letters
    }
  }
}
