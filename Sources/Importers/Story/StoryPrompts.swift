// Finds the template's prompts that were left in the board's own words.

import Diagnostics

/// The prompts that `dualbokslut init` writes into berattelse.md: `[Skriv här: ...]` or
/// in English.
package enum StoryPrompts {
  /// How a prompt begins.
  private static let marks = ["[Skriv här", "[Write here"]

  /// One warning for all prompts left in a text, at the first.
  package static func diagnostics(in text: String, file: String) -> DiagnosticList {
    var problems = DiagnosticList()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    func prompt(in line: Substring) -> Range<String.Index>? {
      marks.compactMap { line.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }
    let left = lines.indices.filter { prompt(in: lines[$0]) != nil }
    guard let first = left.first, let range = prompt(in: lines[first]) else { return problems }
    let column = lines[first].distance(from: lines[first].startIndex, to: range.lowerBound) + 1
    problems.report(
      "INI003", at: SourceLocation(file: file, line: first + 1, column: column),
      ["count": left.count])
    return problems
  }
}
