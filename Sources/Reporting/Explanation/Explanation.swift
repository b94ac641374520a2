// A figure's way back to the inputs, as a tree of lines.

import Diagnostics
import Figures
import Outcomes

/// One line of an explanation (*förklaring*) with what lies under it. Figures and places stand in
/// it as what they are, so that a page can link them.
package struct Explanation: Hashable, Sendable {
  /// A piece of a line.
  package enum Piece: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A figure, by its id.
    case figure(FigureID)
    /// A place in an input: file and line, or sheet and cell.
    case place(SourceLocation)
  }

  /// What has a way back that is told once and afterwards only named.
  enum Subject: Hashable, Sendable {
    /// A figure's.
    case figure(FigureID)
    /// A person's tax, step by step.
    case tax(ParticipantID)
  }

  /// What the line says.
  package let pieces: [Piece]
  /// What it rests on.
  package let parts: [Explanation]
  /// Whose way back begins here; nil for every other line.
  let subject: Subject?
  /// Whether that way has been told above, which the last piece then says.
  let isRepeat: Bool

  /// A line with its parts.
  package init(_ pieces: [Piece], _ parts: [Explanation] = []) {
    self.init(pieces, parts, of: nil)
  }

  /// A line that begins a way back, or says that it stands above.
  init(
    _ pieces: [Piece], _ parts: [Explanation] = [], of subject: Subject?, isRepeat: Bool = false
  ) {
    self.pieces = pieces
    self.parts = parts
    self.subject = subject
    self.isRepeat = isRepeat
  }

  /// A line of words.
  package init(_ text: String, _ parts: [Explanation] = []) {
    self.init([.text(text)], parts)
  }
}
