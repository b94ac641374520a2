// A figure's way back to the inputs, as a tree of lines.

import Figures

/// One line of an explanation (*förklaring*) with what lies under it.
package struct Explanation: Hashable, Sendable {
  /// What the line says.
  package let text: String
  /// What it rests on.
  package let parts: [Explanation]

  /// A line with its parts.
  package init(_ text: String, _ parts: [Explanation] = []) {
    self.text = text
    self.parts = parts
  }

  /// The tree from the top, two blanks deeper for every level.
  package var lines: [String] { lines(level: 0) }

  private func lines(level: Int) -> [String] {
    [String(repeating: "  ", count: level) + text]
      + parts.flatMap { $0.lines(level: level + 1) }
  }
}
