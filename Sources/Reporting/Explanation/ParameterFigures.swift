// Which figure holds which parameter, the same in the report and in its explanations.

import Calculation

enum ParameterFigures {
  /// The figures of parameters, in their order. One id and day may have two sources (own rates
  /// beside the municipality's), so a second has `-2` after it.
  static func ids(_ uses: [ParameterUse]) -> [FigureID] {
    var taken: Set<FigureID> = []
    return uses.map { use in
      let first = FigureID.parameter(use.parameter)
      var id = first
      var time = 1
      while !taken.insert(id).inserted {
        time += 1
        id = FigureID(rawValue: "\(first)-\(time)")
      }
      return id
    }
  }
}
