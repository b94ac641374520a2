// All figures of a report by id, checked against their formulas.

import Bookkeeping

/// The figures of a report, each once, in the order of the report.
package struct FigureBook: Sendable {
  /// In the order added.
  package private(set) var figures: [Figure] = []
  /// Pairs of figures that state one fact, and so must be equal.
  package private(set) var ties: [(FigureID, FigureID)] = []
  private var indices: [FigureID: Int] = [:]

  /// An empty book.
  package init() {}

  /// The figure of an id, or nil.
  package subscript(id: FigureID) -> Figure? { indices[id].map { figures[$0] } }

  /// Whether there is such a figure.
  package func contains(_ id: FigureID) -> Bool { indices[id] != nil }

  /// Adds a figure; an id comes once.
  package mutating func add(_ figure: Figure) throws(ReportFault) {
    guard indices.updateValue(figures.count, forKey: figure.id) == nil else {
      throw .duplicateFigure(figure.id)
    }
    figures.append(figure)
  }

  /// The same figures in the order of reports.
  package var inReportOrder: FigureBook {
    var book = self
    book.figures = figures.enumerated()
      .sorted { ($0.element.id.family, $0.offset) < ($1.element.id.family, $1.offset) }
      .map(\.element)
    book.indices = Dictionary(uniqueKeysWithValues: zip(book.figures.map(\.id), 0...))
    return book
  }

  /// States that two figures are one fact.
  package mutating func tie(_ one: FigureID, _ other: FigureID) { ties.append((one, other)) }

  /// Checks that every formula reads known figures, gives its figure's value exactly and never
  /// comes back to itself, and that what states one fact is equal.
  package func check() throws(ReportFault) {
    for figure in figures {
      for part in figure.madeFrom where !contains(part) {
        throw .unknownFigure(part, namedBy: FigureIDText.text(figure.id))
      }
      guard let formula = figure.formula else { continue }
      let computed = try formula.value { id throws(ReportFault) in
        guard let part = self[id] else {
          throw .unknownFigure(id, namedBy: FigureIDText.text(figure.id))
        }
        return part.value.rational
      }
      guard computed == figure.value.rational else {
        throw .formulaMismatch(
          figure.id, stated: figure.value.exactText, computed: computed.text(decimals: 8))
      }
    }
    try checkThatFormulasEnd()
    for (one, other) in ties {
      guard let value = self[one]?.value, let same = self[other]?.value else {
        throw .unknownFigure(contains(one) ? other : one, namedBy: "a tie")
      }
      guard value.rational == same.rational else { throw .untied(one, other) }
    }
  }

  /// Figures and all that they are made from, however far down.
  package func figures(behind ids: [FigureID]) -> Set<FigureID> {
    var found: Set<FigureID> = []
    var left = ids
    while let id = left.popLast() {
      guard let figure = self[id], found.insert(id).inserted else { continue }
      left += figure.madeFrom
    }
    return found
  }

  private func checkThatFormulasEnd() throws(ReportFault) {
    enum State { case open, closed }
    var states: [FigureID: State] = [:]
    for figure in figures where states[figure.id] == nil {
      // A walk with a stack of its own: formulas may be chained deeper than the call stack.
      var stack: [(id: FigureID, parts: [FigureID])] = [(figure.id, figure.madeFrom)]
      states[figure.id] = .open
      while let (id, parts) = stack.last {
        guard let next = parts.last else {
          states[id] = .closed
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].parts.removeLast()
        switch states[next] {
        case .open: throw .circularFormula(next)
        case .closed: continue
        case nil:
          states[next] = .open
          stack.append((next, self[next]?.madeFrom ?? []))
        }
      }
    }
  }
}
