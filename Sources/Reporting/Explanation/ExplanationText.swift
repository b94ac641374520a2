// An explanation as lines for the terminal: an edge at which ids become text.

import Diagnostics
import Figures

extension Explanation {
  /// What the line says. Names of files may hold an identity number, which is masked.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .figure(let id): PersonalIdentityNumber.masked(FigureIDText.text(id))
      case .place(let place): PersonalIdentityNumber.masked(place.description)
      }
    }.joined()
  }

  /// The tree from the top, two blanks deeper for every level.
  package var lines: [String] { lines(level: 0) }

  private func lines(level: Int) -> [String] {
    [String(repeating: "  ", count: level) + text]
      + parts.flatMap { $0.lines(level: level + 1) }
  }
}
