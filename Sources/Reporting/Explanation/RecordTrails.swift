// Which records each observed figure counts, by the figure's id.

import Calculation
import Figures
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
      add(.funnel(step.step, .year), step.recordsInYear)
      add(.funnel(step.step, .ever), step.recordsEver)
    }
    add(.process(.all), observed.leaving.all.records)
    add(.process(.employment), observed.leaving.fromEmployment.records)
    add(.process(.training), observed.leaving.fromTraining.records)
    for work in observed.work {
      for (part, records) in [
        (WorkPart.count, work.records), (.people, work.records), (.months, work.recordsOfMonths),
      ] { add(.work(work.place, isSubsidised: work.isSubsidised, part), records) }
    }
    for part in CountPart.allCases {
      for state in observed.states { add(.state(state.kind, part), state.records) }
      for setback in observed.setbacks { add(.setback(setback.kind, part), setback.records) }
    }
    for evidence in observed.evidence {
      add(.evidence(evidence.evidence, .transitions), evidence.recordsOfTransitions)
      add(.evidence(evidence.evidence, .months), evidence.recordsOfMonths)
    }
  }

  private mutating func add(_ id: FigureID, _ records: [CountedRecord]) {
    trails[id] = RecordTrail(records: records)
  }

  private mutating func add(_ indicator: Indicator) {
    let group = indicator.group
    guard let quotient = indicator.quotient else {
      trails[.indicator(indicator.id, group)] = RecordTrail(
        records: indicator.records, group: group)
      return
    }
    for (name, part) in [
      (IndicatorPart.part, quotient.part), (.whole, quotient.whole),
    ] {
      // What costs are divided into is the ledger's.
      if case .kronor = part.value { continue }
      trails[.indicator(indicator.id, group, name)] = RecordTrail(
        records: part.records, group: group)
    }
  }
}
