// The top of a figure's tree: as many steps down as the reader asked for.

import Figures

extension Explainer {
  /// The figure's tree so many steps down, and how many of its lines go on below. What is told
  /// above is told at least as far down as it would be here.
  package func explain(_ id: FigureID, depth: Int) -> (tree: Explanation, cut: Int) {
    var cutting = Cutting(explain(id), depth: depth, above: above)
    return cutting.top()
  }

  /// The last line of a tree that was cut: how to see more.
  package func deeper(than depth: Int, cut: Int) -> Explanation {
    said(.explainDeeper(count: cut, depth: depth + 1))
  }
}

/// Cuts a tree off below some depth.
private struct Cutting {
  private let whole: Explanation
  private let depth: Int
  private let above: Explanation.Piece
  /// What lies under each figure or tax, which the whole tree tells once.
  private var under: [Explanation.Subject: [Explanation]] = [:]
  /// How far from the top a way back has been told, at the least.
  private var told: [Explanation.Subject: Int] = [:]
  private var cut = 0

  init(_ whole: Explanation, depth: Int, above: Explanation.Piece) {
    self.whole = whole
    self.depth = depth
    self.above = above
    collect(whole)
  }

  private mutating func collect(_ line: Explanation) {
    if let subject = line.subject, !line.isRepeat { under[subject] = line.parts }
    for part in line.parts { collect(part) }
  }

  mutating func top() -> (tree: Explanation, cut: Int) {
    let tree = line(whole, at: 0)
    return (tree, cut)
  }

  private mutating func line(_ line: Explanation, at level: Int) -> Explanation {
    var (pieces, parts) = (line.pieces, line.parts)
    if let subject = line.subject {
      if line.isRepeat { pieces.removeLast() }
      parts = under[subject] ?? []
      // A way that was told further down was cut shorter than this one will be.
      if let shown = told[subject], shown <= level {
        return Explanation(pieces + [above], of: subject, isRepeat: true)
      }
      if level < depth { told[subject] = level }
    }
    guard level < depth || parts.isEmpty else {
      cut += 1
      return Explanation(pieces + [.text(" …")], of: line.subject)
    }
    return Explanation(pieces, parts.map { self.line($0, at: level + 1) }, of: line.subject)
  }
}
