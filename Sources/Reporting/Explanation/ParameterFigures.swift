// Which figure holds which parameter, the same in the report and in its explanations.

import Calculation
import Figures

enum ParameterFigures {
  /// The figures of parameters, in their order. One id and day may have two sources (own rates
  /// beside the municipality's), so a second has its time.
  static func ids(_ uses: [ParameterUse]) -> [FigureID] {
    var times: [ParameterKey: Int] = [:]
    return uses.map { use in
      let first = ParameterKey(id: use.parameter.id, from: use.parameter.validFrom)
      times[first, default: 0] += 1
      return .parameter(
        ParameterKey(id: first.id, from: first.from, time: times[first] ?? 1))
    }
  }
}
