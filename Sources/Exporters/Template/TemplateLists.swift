// The hidden sheet of words that the drop-down lists take.

import Diagnostics
import Outcomes
import Rulebook

/// The lists, one a column of the hidden sheet.
struct TemplateLists {
  /// Heading and words of each column.
  let columns: [(heading: String, words: [String])]

  private let sheetName: String

  /// Every list that the register's columns have, each once.
  init(in language: Language = .swedish) {
    sheetName = GuideSheet.lists(in: language).rawValue
    var columns: [(heading: String, words: [String])] = []
    for column in RecordTable.allCases.flatMap(\.columns) {
      let words = Self.words(of: column)
      if !words.isEmpty, !columns.contains(where: { $0.words == words }) {
        columns.append((column.heading(in: language), words))
      }
    }
    self.columns = columns
  }

  /// The range of a column's words in the hidden sheet; nil when it has no list.
  func range(of column: RecordColumn) -> String? {
    let words = Self.words(of: column)
    guard !words.isEmpty, let index = columns.firstIndex(where: { $0.words == words }) else {
      return nil
    }
    let letter = CellPlace.letters(index)
    return "\(sheetName)!$\(letter)$2:$\(letter)$\(words.count + 1)"
  }

  private static func words(of column: RecordColumn) -> [String] {
    column.content == .municipality ? ParameterBank.municipalities : column.words
  }
}

extension GuideSheet {
  /// The sheet of lists in a language.
  static func lists(in language: Language) -> GuideSheet {
    language == .swedish ? .lists : .listsEnglish
  }

  /// The sheet of instructions in a language.
  static func instructions(in language: Language) -> GuideSheet {
    language == .swedish ? .instructions : .instructionsEnglish
  }
}
