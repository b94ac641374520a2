// How a net of the sensitivity was computed anew: the assumptions, and the net of each series.

import Bookkeeping
import Figures
import Rulebook

extension Explainer {
  /// What was chosen, and what each series came to.
  func parts(of anew: Recomputed) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    if anew.isScenario {
      parts.append(
        try said(
          "explain.scenario", [:],
          anew.choices.map { choice throws(ReportFault) in
            try said(
              "explain.choice",
              [
                "assumption": words(choice.id.path), "value": value(of: choice),
                "case": texts("sensitivity.case.\(choice.chosen.rawValue)").lowercased(),
              ], stated([choice.id]))
          }))
    } else {
      for choice in anew.choices {
        parts.append(
          try said(
            "explain.one-way",
            ["assumption": words(choice.id.path), "value": value(of: choice)],
            stated([choice.id])))
      }
    }
    let series = try anew.series.map { part throws(ReportFault) in
      let facts = try [
        "series": words(texts("series.\(part.series.rawValue)")),
        "amount": value(.amount(part.amount), .kronor), "count": String(part.lines),
      ]
      guard let base = part.atBase else { return try said("explain.series", facts) }
      return try said(
        "explain.series-beside-base",
        facts.merging(["base": value(.amount(base), .kronor)]) { own, _ in own })
    }
    return try parts + [
      said("explain.recomputed", [:], series),
      said("explain.see", figures: ["figure": anew.atBase]),
    ]
  }

  /// A share is printed as a fraction, with the unit of its row.
  private func value(of choice: AssumptionChoice) throws(ReportFault) -> String {
    guard let value = choice.value.flatMap(FigureValue.init(assumed:)) else { return "" }
    return try self.value(value, assumptions[choice.id]?.unit ?? .share)
  }

  /// The net is linear in the deadweight, so the figure is where the line meets zero.
  func parts(of net: NetAlongDeadweight) throws(ReportFault) -> [Explanation] {
    func kronor(_ exact: Rational) throws(ReportFault) -> String {
      do { return try value(.amount(exact.roundedToOre()), .kronor) } catch { throw .overflow }
    }
    let line = net.line
    let facts = try [
      "constant": kronor(line.constant), "slope": kronor(line.slope),
      "full": kronor(line.constant + line.slope),
    ]
    var parts = [try said("explain.break-even", facts)]
    let stated = try stated(net.inPlaceOf)
    if !stated.isEmpty { parts.append(try said("explain.break-even-stated", [:], stated)) }
    return try parts + [said("explain.see", figures: ["figure": net.atBase])]
  }
}
