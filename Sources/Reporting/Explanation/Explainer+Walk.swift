// Walks a figure's origin: the formula's figures, then the sources, one branch a kind of source.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// Whether the figure's family has been given typed origins; goes when all have.
  func namesItsOrigin(_ figure: Figure) -> Bool {
    switch figure.id {
    case .matrix, .matrixRowTotal, .seriesSum, .matrixSum, .net, .bridge, .ratio, .funder,
      .comparison, .indicator, .setback, .funnel, .process, .work, .state, .evidence:
      true
    default: false
    }
  }

  /// What lies under a figure, by its origin.
  func walk(
    _ figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    var parts = try people(behind: figure)
    switch figure.origin.rule {
    case .formula(let formula):
      if !formula.inputs.isEmpty {
        parts.append(try said("explain.formula", ["formula": FormulaText(texts).text(formula)]))
        for term in unique(FormulaText.terms(formula)) {
          parts.append(try tree(of: term.id, isSubtracted: term.isSubtracted, &told))
        }
      }
      try restOn(figure.origin.restsOn, &parts, &told)
    case .rounded(let figures): try restOn(figures, &parts, &told)
    case .sources: break
    }
    for source in figure.origin.sources {
      parts += try self.parts(of: source, in: figure, &told)
    }
    // Only a sum over nothing and a row without accounts rest on no figure, record or account.
    if parts.isEmpty {
      let isZero = figure.value.scaled == 0
      parts.append(try said(isZero ? "explain.nothing" : "explain.calculation"))
    }
    return parts
  }

  /// How many people are behind a figure, when there are any.
  func people(behind figure: Figure) throws(ReportFault) -> [Explanation] {
    let known = people[figure.id] ?? report.figures.people(of: figure.id)
    let count = max(known.count, figure.people)
    return count == 0 ? [] : [try said("explain.people", ["count": String(count)])]
  }

  private func restOn(
    _ figures: [FigureID], _ parts: inout [Explanation], _ told: inout Set<FigureID>
  ) throws(ReportFault) {
    guard !figures.isEmpty else { return }
    var under: [Explanation] = []
    for id in figures { under.append(try tree(of: id, isSubtracted: false, &told)) }
    parts.append(Explanation(try texts("explain.rests-on"), under))
  }

  /// What a source says.
  private func parts(
    of source: Source, in figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch source {
    case .unnamed: []
    case .nothing: [try said("explain.nothing")]
    case .filed(let year): [try said("explain.filed", ["year": year])]
    case .otherYear(let year, let figures, _):
      try figures.map { id throws(ReportFault) in
        try said("explain.year-hint", ["year": year], figures: ["id": id])
      }
    case .records(let list): try rows(of: list)
    case .shares(let records): try self.records(records)
    case .lineShares(let lines): try shares(of: lines)
    case .flows(let kinds): try accounts(of: second.flows.filter { kinds.contains($0.kind) })
    }
  }

  /// A text of the catalogue in which figures and places stand as what they are.
  func said(
    _ key: String, _ facts: [String: String] = [:], figures: [String: FigureID] = [:],
    places: [String: SourceLocation] = [:], _ parts: [Explanation] = []
  ) throws(ReportFault) -> Explanation {
    let marked = Dictionary(
      uniqueKeysWithValues: (Array(figures.keys) + Array(places.keys)).map { ($0, "{\($0)}") })
    let filled = try texts(key, facts.merging(marked) { words, _ in words })
    let pieces = TextCatalogue.pieces(of: filled).map { piece -> Explanation.Piece in
      switch piece {
      case .words(let words): return .text(words)
      case .fact(let name):
        if let id = figures[name] { return .figure(id) }
        return places[name].map { .place($0) } ?? .text("{\(name)}")
      }
    }
    return Explanation(pieces, parts)
  }
}
