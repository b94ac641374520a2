// A figure's way back to the inputs, as a tree of lines.

import Diagnostics
import Figures

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

  /// What the line says.
  package let pieces: [Piece]
  /// What it rests on.
  package let parts: [Explanation]
  /// The figure whose way back begins here; nil for every other line.
  let figure: FigureID?
  /// Whether that way has been told above, which the last piece then says.
  let isRepeat: Bool

  /// A line with its parts.
  package init(_ pieces: [Piece], _ parts: [Explanation] = []) {
    self.init(pieces, parts, of: nil)
  }

  /// A line that begins a figure's way back, or says that it stands above.
  init(
    _ pieces: [Piece], _ parts: [Explanation] = [], of figure: FigureID?, isRepeat: Bool = false
  ) {
    self.pieces = pieces
    self.parts = parts
    self.figure = figure
    self.isRepeat = isRepeat
  }

  /// A line of words.
  package init(_ text: String, _ parts: [Explanation] = []) {
    self.init([.text(text)], parts)
  }
}
