// Reads a register's own headings and words as ours, by rubriker and ord of the settings.

import Diagnostics
import Outcomes
import Rulebook

/// The settings' own names, and which of them a register uses.
struct OwnNames {
  private let headings: [OwnHeading]
  private let words: [OwnWord]
  private let actors: [String]
  private var usedHeadings: Set<Int> = []
  private var usedWords: Set<Int> = []

  init(_ settings: Settings?) {
    headings = settings?.headings ?? []
    words = settings?.words ?? []
    actors = settings?.actors.map(\.id.rawValue) ?? []
  }

  /// The table with our headings and words in place of the register's own; places stay.
  mutating func translated(_ table: FileTable, as kind: RecordTable) -> FileTable {
    guard !headings.isEmpty || !words.isEmpty else { return table }
    let found = table.headings.map { heading(of: $0, in: kind) }
    let columns = found.map { heading in
      kind.columns.first { column in
        [column.heading, column.alias].contains {
          NameMatching.folded($0) == NameMatching.folded(heading.text)
        }
      }
    }
    let meanings = columns.map { column in column.map(meanings(in:)) ?? [:] }
    guard meanings.contains(where: { !$0.isEmpty }) else {
      return FileTable(headings: found, rows: table.rows, location: table.location)
    }
    let rows = table.rows.map { row in
      TableRow(
        cells: row.cells.enumerated().map { index, cell in
          index < meanings.count ? word(of: cell, meanings[index]) : cell
        }, location: row.location)
    }
    return FileTable(headings: found, rows: rows, location: table.location)
  }

  private mutating func heading(of cell: TableCell, in kind: RecordTable) -> TableCell {
    let folded = NameMatching.folded(cell.text)
    // A rule for this table goes before one for all of them.
    let matching = headings.indices.filter { index in
      NameMatching.folded(headings[index].name) == folded
        && headings[index].column(in: kind) != nil
    }.sorted { headings[$0].table != nil && headings[$1].table == nil }
    guard let index = matching.first, let column = headings[index].column(in: kind) else {
      return cell
    }
    usedHeadings.insert(index)
    return TableCell(column.heading, at: cell.location)
  }

  /// The rule of each own word that a column may hold, by the folded word.
  private func meanings(in column: RecordColumn) -> [String: Int] {
    let known = column.knownWords(actors: actors)
    guard !known.isEmpty else { return [:] }
    var meanings: [String: Int] = [:]
    for (index, word) in words.enumerated()
    where (word.heading ?? column.heading) == column.heading && known.contains(word.word) {
      let folded = NameMatching.folded(word.name)
      if meanings[folded] == nil || word.heading != nil { meanings[folded] = index }
    }
    return meanings
  }

  private mutating func word(of cell: TableCell, _ meanings: [String: Int]) -> TableCell {
    guard !meanings.isEmpty, !cell.isReported,
      let index = meanings[NameMatching.folded(cell.text)]
    else { return cell }
    usedWords.insert(index)
    return TableCell(words[index].word, at: cell.location)
  }

  /// Warns of each name that no table holds: it is misspelt, or the register has changed.
  func reportUnused(into problems: inout DiagnosticList) {
    for (index, heading) in headings.enumerated() where !usedHeadings.contains(index) {
      problems.report(
        "SET115", at: heading.location, ["name": heading.name, "ours": heading.heading])
    }
    for (index, word) in words.enumerated() where !usedWords.contains(index) {
      problems.report("SET116", at: word.location, ["name": word.name, "ours": word.word])
    }
  }

  /// The names that were read for ours, as `own = ours`, headings first, in file order.
  var used: [String] {
    usedHeadings.sorted().map { "\(headings[$0].name) = \(headings[$0].heading)" }
      + usedWords.sorted().map { "\(words[$0].name) = \(words[$0].word)" }
  }
}

extension RecordColumn {
  /// The words that a cell may hold, the ids of the settings' own actors among them.
  func knownWords(actors: [String]) -> [String] {
    if case .commissioner(let words) = content { words + actors } else { words }
  }
}
