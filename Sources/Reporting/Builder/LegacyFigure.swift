// Figures that do not name their origin yet; goes when every family does.

import Figures

extension Figure {
  init(
    id: FigureID, label: String, value: FigureValue, unit: FigureUnit, formula: Formula? = nil,
    restsOn: [FigureID] = [], people: Int = 0, sources: [Source] = []
  ) {
    let sources = sources + (people == 0 ? [] : [Source.unnamed(people: people)])
    let origin: Origin =
      if let formula {
        .formula(formula, restsOn: restsOn, sources)
      } else if !restsOn.isEmpty {
        .rounded(of: restsOn, sources)
      } else {
        .from(sources)
      }
    self.init(id: id, label: label, value: value, unit: unit, origin: origin)
  }

  /// Figures that it rests on in a way that no formula tells.
  var restsOn: [FigureID] {
    if case .rounded(let figures) = origin.rule { figures } else { origin.restsOn }
  }

  /// How many people it describes.
  package var people: Int {
    origin.sources.reduce(0) { count, source in
      if case .unnamed(let people) = source { max(count, people) } else { count }
    }
  }
}
