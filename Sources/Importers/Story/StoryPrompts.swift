// Finds the template's prompts that were left in the board's own words.

import Diagnostics

/// The prompts that `dualbokslut init` writes into berattelse.md: `[Skriv här: ...]`.
package enum StoryPrompts {
  /// How a prompt begins.
  package static let mark = "[Skriv här"

  /// One warning for all prompts left in a text, at the first.
  package static func diagnostics(in text: String, file: String) -> DiagnosticList {
    var problems = DiagnosticList()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    let left = lines.indices.filter { lines[$0].contains(mark) }
    guard let first = left.first, let range = lines[first].firstRange(of: mark) else {
      return problems
    }
    let column = lines[first].distance(from: lines[first].startIndex, to: range.lowerBound) + 1
    problems.report(
      "INI003", at: SourceLocation(file: file, line: first + 1, column: column),
      ["count": left.count])
    return problems
  }
}
