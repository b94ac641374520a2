// How a net of the sensitivity was computed anew: the assumptions, and the net of each series.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension Explainer {
  /// What was chosen, and what each series came to.
  func parts(of anew: Recomputed) -> [Explanation] {
    var parts: [Explanation] = []
    if anew.isScenario {
      let choices = anew.choices.map { choice in
        let chosen = texts(.sensitivityCase, choice.chosen).lowercased()
        return said(
          .explainChoice(
            assumption: words(choice.id.path), case: chosen, value: value(of: choice)),
          stated([choice.id]))
      }
      parts.append(said(.explainScenario, choices))
    } else {
      for choice in anew.choices {
        parts.append(
          said(
            .explainOneWay(assumption: words(choice.id.path), value: value(of: choice)),
            stated([choice.id])))
      }
    }
    let series = anew.series.map { part in
      let (name, amount) = (texts(.series, part.series), value(.amount(part.amount), .kronor))
      guard let base = part.atBase else {
        return said(.explainSeries(series: name, amount: amount, count: part.lines))
      }
      return said(
        .explainSeriesBesideBase(
          series: name, amount: amount, base: value(.amount(base), .kronor), count: part.lines))
    }
    return parts + [
      said(.explainRecomputed, series),
      said(.explainSee(figure: anew.atBase)),
    ]
  }

  /// A share is printed as a fraction, with the unit of its row.
  private func value(of choice: AssumptionChoice) -> String {
    guard let value = choice.value.flatMap(FigureValue.init(assumed:)) else { return "" }
    return self.value(value, assumptions[choice.id]?.unit ?? .share)
  }

  /// The net is linear in the deadweight, so the figure is where the line meets zero.
  func parts(of net: NetAlongDeadweight) -> [Explanation] {
    let line = net.line
    var parts = [
      said(
        .explainBreakEven(
          constant: kronor(line.constant), slope: kronor(line.slope),
          full: kronor(line.constant + line.slope)))
    ]
    let stated = stated(net.inPlaceOf)
    if !stated.isEmpty { parts.append(said(.explainBreakEvenStated, stated)) }
    return parts + [said(.explainSee(figure: net.atBase))]
  }
}
