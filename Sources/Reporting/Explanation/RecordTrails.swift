// Which records each observed figure counts, by the figure's id.

import Calculation
import Outcomes

/// The records behind a figure, and the group whose people they are.
struct RecordTrail {
  let records: [CountedRecord]
  var group = ParticipantGroup.all
}

/// The trails of every figure of the section Indikatorer.
struct RecordTrails {
  private var trails: [FigureID: RecordTrail] = [:]

  subscript(id: FigureID) -> RecordTrail? { trails[id] }

  /// The trails of what was observed; none without a register.
  init(_ observed: Observed?) {
    guard let observed else { return }
    for indicator in observed.indicators { add(indicator) }
    for step in observed.funnel {
      add(["tratt", step.step.rawValue, "year"], step.recordsInYear)
      add(["tratt", step.step.rawValue, "ever"], step.recordsEver)
    }
    add(["process", "transitions", "all"], observed.leaving.all.records)
    add(["process", "transitions", "employment"], observed.leaving.fromEmployment.records)
    add(["process", "transitions", "training"], observed.leaving.fromTraining.records)
    for work in observed.work {
      let kind = work.isSubsidised ? "subsidised" : "unsubsidised"
      let id = ["work", work.place.rawValue, kind]
      add(id + ["count"], work.records)
      add(id + ["people"], work.records)
      add(id + ["months"], work.recordsOfMonths)
    }
    for state in observed.states {
      add(["lage", state.kind.rawValue], state.records)
      add(["lage", state.kind.rawValue, "people"], state.records)
    }
    for setback in observed.setbacks {
      add(["motgang", setback.kind.rawValue], setback.records)
      add(["motgang", setback.kind.rawValue, "people"], setback.records)
    }
    for evidence in observed.evidence {
      let id = ["underlag", evidence.evidence.rawValue]
      add(id + ["transitions"], evidence.recordsOfTransitions)
      add(id + ["months"], evidence.recordsOfMonths)
    }
  }

  private mutating func add(_ parts: [String], _ records: [CountedRecord]) {
    trails[FigureID(rawValue: parts.joined(separator: "."))] = RecordTrail(records: records)
  }

  private mutating func add(_ indicator: Indicator) {
    let group = indicator.group
    guard let quotient = indicator.quotient else {
      trails[.indicator(indicator.id, group)] = RecordTrail(
        records: indicator.records, group: group)
      return
    }
    for (name, part) in [("part", quotient.part), ("whole", quotient.whole)] {
      // What costs are divided into is the ledger's.
      if case .kronor = part.value { continue }
      trails[.indicator(indicator.id, part: name, group: group)] = RecordTrail(
        records: part.records, group: group)
    }
  }
}
