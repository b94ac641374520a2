// The assumptions that the settings state, in the order of reports.

import Diagnostics
import Figures
import Outcomes
import Rulebook

/// One stated assumption with its range, ready for a row.
struct AssumptionEntry {
  private let row: AssumptionRow
  private let stated: StatedAssumption
  /// What follows a support whose time has run out.
  let then: SupportKind?

  /// Which.
  var id: AssumptionID { row.id }
  /// The base value; nil when the settings say that there is no limit.
  var base: FigureValue? { FigureValue(listed: stated.base) }
  /// The low case.
  var low: FigureValue? { stated.low.flatMap(FigureValue.init(listed:)) }
  /// The high case.
  var high: FigureValue? { stated.high.flatMap(FigureValue.init(listed:)) }
  /// The unit.
  var unit: FigureUnit { FigureUnit(rawValue: row.type.unit) }
  /// Where the enterprise has it from.
  var source: String { stated.source }
  /// The series that use it, by their letters.
  var usedBy: [String] { row.usedBy }
  /// Where the settings state it.
  var location: SourceLocation { stated.location }

  /// All that the settings state; what they leave out is absent here too.
  static func all(in settings: Settings) -> [AssumptionEntry] {
    AssumptionRow.all.compactMap { row in
      settings[row.id].map { stated in
        var then: SupportKind?
        if case .support(let kind) = row.subject { then = settings.supportDurations[kind]?.then }
        return AssumptionEntry(row: row, stated: stated, then: then)
      }
    }
  }
}
