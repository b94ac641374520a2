// What each figure is called in the report's language, by its id.

import Calculation
import Figures
import Outcomes
import Rulebook

/// The labels of a report's figures.
struct FigureLabels {
  let texts: Texts
  let book: FigureBook

  /// What a figure is.
  func label(of id: FigureID) throws(ReportFault) -> String {
    switch id {
    case .indicator(let id, let group, let part): try label(of: id, group, part)
    case .setback(let kind, _): try texts("setback.\(kind.rawValue)")
    case .funnel(let stage, _): try texts("funnel.\(stage.rawValue)")
    case .process: try texts("process.transitions")
    case .work(let place, let isSubsidised, _):
      try texts("work.\(place.rawValue).\(isSubsidised ? "subsidised" : "unsubsidised")")
    case .state(let state, _): try texts("state.\(state.rawValue)")
    case .evidence(let evidence, _): try texts("evidence.\(evidence.rawValue)")
    default: book[id]?.label ?? ""
    }
  }

  private func label(
    of id: IndicatorID, _ group: ParticipantGroup, _ part: IndicatorPart
  ) throws(ReportFault) -> String {
    var label = try name(of: id)
    if group != .all { label += ", \(try texts.name(of: group))" }
    return part == .value
      ? label : try texts("indicator.\(part.rawValue)", ["indicator": label])
  }

  /// The name of an indicator.
  func name(of id: IndicatorID) throws(ReportFault) -> String {
    switch id {
    case .transitions(let destination): try texts("destination.\(destination.rawValue)")
    case .evidenceMonths(let evidence):
      try texts(
        "indicator.evidence-months", ["evidence": texts("evidence.\(evidence.rawValue)")])
    default: try texts("indicator.\(id.identifier)")
    }
  }
}

extension Texts {
  /// The name of a group.
  func name(of group: ParticipantGroup) throws(ReportFault) -> String {
    switch group {
    case .all: try self("group.all")
    case .gender(let gender): try self("gender.\(gender.rawValue)")
    case .age(let band): try self("age.\(band.rawValue)")
    case .support(let kind): try self("support.\(kind.rawValue)")
    }
  }
}
