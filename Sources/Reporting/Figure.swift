// One figure of a report: value, name, way back and how many people it rests on.

/// A figure (*siffra*): the same wherever the report shows it.
package struct Figure: Hashable, Sendable {
  /// Its stable id.
  package let id: FigureID
  /// What it is, in the report's language.
  package let label: String
  /// The value.
  package let value: FigureValue
  /// The unit.
  package let unit: FigureUnit
  /// How it is computed from other figures; nil when it comes from the inputs.
  package let formula: Formula?
  /// Figures that it rests on in a way that no formula tells (a share of two amounts).
  package let restsOn: [FigureID]
  /// How many people it describes; 0 when it is not about participants.
  package let people: Int

  /// A figure.
  package init(
    id: FigureID, label: String, value: FigureValue, unit: FigureUnit, formula: Formula? = nil,
    restsOn: [FigureID] = [], people: Int = 0
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.unit = unit
    self.formula = formula
    self.restsOn = restsOn
    self.people = people
  }

  /// All figures that it is made from, each once, in the order of the formula.
  package var parts: [FigureID] {
    var seen: Set<FigureID> = []
    return ((formula?.inputs ?? []) + restsOn).filter { seen.insert($0).inserted }
  }
}
