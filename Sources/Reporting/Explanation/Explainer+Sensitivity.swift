// How a net of the sensitivity was computed anew: the assumptions, and the net of each series.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension Explainer {
  /// What was chosen; a scenario chooses for every assumption with a range.
  func choices(_ choices: [AssumptionChoice], isScenario: Bool) -> [Explanation] {
    let told = choices.map { choice in
      let (name, value) = (words(choice.id.path), value(of: choice))
      let chosen = texts(.sensitivityCase, choice.chosen).lowercased()
      return said(
        isScenario
          ? .explainChoice(assumption: name, case: chosen, value: value)
          : .explainOneWay(assumption: name, value: value), stated(choice))
    }
    return isScenario ? [said(.explainScenario, told)] : told
  }

  /// What each series came to.
  func nets(of series: [SeriesPart]) -> [Explanation] {
    let told = series.map { part in
      let (name, amount) = (texts(.series, part.series), value(.amount(part.amount), .kronor))
      guard let base = part.atBase else {
        return said(.explainSeries(series: name, amount: amount, count: part.lines))
      }
      return said(
        .explainSeriesBesideBase(
          series: name, amount: amount, base: value(.amount(base), .kronor), count: part.lines))
    }
    return [said(.explainRecomputed, told)]
  }

  /// A share is printed as a fraction, with the unit of its row.
  private func value(of choice: AssumptionChoice) -> String {
    if choice.value == .unlimited { return texts(.assumptionsUnlimited) }
    guard let value = choice.value.flatMap(FigureValue.init(assumed:)) else { return "" }
    let unit: FigureUnit? =
      switch (choice.id, choice.value) {
      case (_, .parameter(let parameter)): .parameter(parameter.unit)
      case (.assumption(let id), _): assumptions[id]?.unit
      default: nil
      }
    return self.value(value, unit ?? .share)
  }

  /// An assumption as the settings state it; an own value's line is the value's figure.
  private func stated(_ choice: AssumptionChoice) -> [Explanation] {
    switch choice.id {
    case .assumption(let id): stated([id])
    case .value, .commonDeadweight, .scenario: []
    }
  }

  /// The net is linear in the deadweight, so the figure is where the line meets zero.
  func breakEven(_ line: NetLine, inPlaceOf replaced: [AssumptionID]) -> [Explanation] {
    let (constant, slope) = (kronor(line.constant), kronor(line.slope))
    let full = kronor(line.constant + line.slope)
    let stated = stated(replaced)
    return [said(.explainBreakEven(constant: constant, slope: slope, full: full))]
      + (stated.isEmpty ? [] : [said(.explainBreakEvenStated, stated)])
  }
}
