// The way back of other years' figures: their lines, and the command that tells the whole.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What stands behind an earlier year's figure. This year's have formulas that lead to the tree of
  /// the year's own.
  func partsOfYears(_ figure: Figure) throws(ReportFault) -> [Explanation] {
    guard figure.formula == nil else { return [] }
    switch figure.id {
    case .funder(let year, .actor(let actor), let measure):
      return try partsOfFunder(year: year, actor, measure)
    case .comparison(let id, let side):
      if side == .filed {
        let year = others.filed?.label ?? ""
        return [Explanation(try texts("explain.filed", ["year": year]))]
      }
      let last = others.earlier.first { $0.year.end.adding(days: 1) == report.year.start }
      return try last.map { year throws(ReportFault) in [try hint(id, year.label)] } ?? []
    default: return []
    }
  }

  /// The lines of a year that make up a funder's figure, and where the rest is told.
  private func partsOfFunder(
    year label: String, _ actor: ActorID, _ measure: FunderMeasure
  ) throws(ReportFault) -> [Explanation] {
    guard let year = others.earlier.first(where: { $0.label == label }),
      case .computed(_, let second) = year.content
    else { return [] }
    let isPublic = second.actors.contains { $0.id == actor && $0.isPublic }
    let lines = second.printedLines.filter { _, line in
      guard line.from == actor || line.to == actor else { return false }
      guard measure == .paidIn else { return true }
      guard line.series == .ledger, let kind = FlowKind(rawValue: line.kind.rawValue)
      else { return false }
      return kind.isPublicInput
        || (!isPublic && [.gift, .membership, .privateGrant].contains(kind))
    }
    var parts: [Explanation] = []
    for (reference, line) in lines {
      var name = try texts("kind.\(line.kind.rawValue)")
      if let outcome = line.outcome { name += ", " + (try texts("outcome.\(outcome.rawValue)")) }
      parts.append(
        Explanation(
          try texts(
            "explain.year-line",
            [
              "line": "\(reference.series.rawValue) \(reference.number)",
              "name": name, "from": self.name(of: line.from), "to": self.name(of: line.to),
              "amount": value(.amount(line.amount), .kronor),
            ])))
    }
    let facts = ["year": label, "count": String(parts.count)]
    let told: NetMeasure = measure == .paidIn ? (isPublic ? .publicInput : .ledger) : .net
    let figure = FigureID.net(told, .actor(actor))
    return [
      Explanation(try texts("explain.year-lines", facts), parts), try hint(figure, label),
    ]
  }

  /// How to have the whole tree of another year's figure.
  private func hint(_ id: FigureID, _ year: String) throws(ReportFault) -> Explanation {
    Explanation(try texts("explain.year-hint", ["id": FigureIDText.text(id), "year": year]))
  }
}
