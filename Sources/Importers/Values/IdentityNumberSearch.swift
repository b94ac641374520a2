// Looks for personal identity numbers in whole texts: the settings and the board's own words.

import Diagnostics

/// Finds personal identity numbers in a text, comments included, and names the place and never the
/// number (interfaces.md, Outcome tables).
package enum IdentityNumberSearch {
  /// One error for each identity number in a text (dualbokslut.yaml, berattelse.md).
  package static func diagnostics(in text: String, file: String) -> DiagnosticList {
    var problems = DiagnosticList()
    var line = 0
    for content in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
      line += 1
      let content = String(content)
      for range in PersonalIdentityNumber.ranges(in: content) {
        let column = content.distance(from: content.startIndex, to: range.lowerBound) + 1
        problems.report("SET026", at: SourceLocation(file: file, line: line, column: column))
      }
    }
    return problems
  }
}
