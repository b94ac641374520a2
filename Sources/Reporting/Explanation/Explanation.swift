// A figure's way back to the inputs, as a tree of lines.

/// One line of an explanation (*förklaring*) with what lies under it.
public struct Explanation: Hashable, Sendable {
  /// What the line says.
  public let text: String
  /// What it rests on.
  public let parts: [Explanation]

  /// A line with its parts.
  public init(_ text: String, _ parts: [Explanation] = []) {
    self.text = text
    self.parts = parts
  }

  /// The tree from the top, two blanks deeper for every level.
  public var lines: [String] { lines(level: 0) }

  private func lines(level: Int) -> [String] {
    [String(repeating: "  ", count: level) + text]
      + parts.flatMap { $0.lines(level: level + 1) }
  }
}
