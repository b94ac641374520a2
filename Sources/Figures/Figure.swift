// One figure of a report: id, value, unit and where it comes from.

/// A figure (*siffra*): the same wherever the report shows it.
package struct Figure: Sendable {
  /// Its stable id.
  package let id: FigureID
  /// The value.
  package let value: FigureValue
  /// The unit.
  package let unit: FigureUnit
  /// Where it comes from.
  package let origin: Origin

  /// A figure. One that is of the register and not zero must name somebody there: nothing else
  /// keeps what is about people apart from what is not.
  package init(
    id: FigureID, value: FigureValue, unit: FigureUnit, origin: Origin
  ) {
    precondition(
      value.scaled == 0 || !origin.lacksPeople,
      "\(FigureIDText.text(id)) is about people and names none")
    self.id = id
    self.value = value
    self.unit = unit
    self.origin = origin
  }

  /// How it is computed from other figures; nil when it is not by a formula over printed ones.
  package var formula: Formula? { origin.formula }

  /// The figures that bokslut.json says it is made from, each once.
  package var parts: [FigureID] { origin.figures }

  /// All figures that it is made from, those that only its sources name too.
  var madeFrom: [FigureID] { origin.figures + origin.sources.flatMap(\.figures) }
}
