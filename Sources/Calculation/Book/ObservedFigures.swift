// Figures of what was observed: every number with the rows of the register that it counts.

import Bookkeeping
import Figures

extension BookMaker {
  /// Everything that was observed; nothing without a register.
  mutating func addObserved() throws(ReportFault) {
    guard let observed = second.observed else { return }
    for indicator in observed.indicators { try add(indicator) }
    for setback in observed.setbacks {
      try add(.setback(setback.kind, .count), setback.records, unit: .outcomes)
      try add(.setback(setback.kind, .people), setback.records.measured(.people))
    }
    for step in observed.funnel {
      for (part, people) in [(FunnelPart.year, step.inYear), (.ever, step.ever)] {
        if let people { try add(.funnel(step.step, part), people) }
      }
    }
    for process in observed.leaving { try add(.process(process.kind), process.records) }
    for work in observed.work {
      func id(_ part: WorkPart) -> FigureID {
        .work(work.place, isSubsidised: work.isSubsidised, part)
      }
      try add(
        id(.count), work.records, unit: work.place == .here ? .employments : .transitions)
      try add(id(.people), work.records.measured(.people))
      try add(id(.months), work.months)
    }
    for state in observed.states {
      try add(.state(state.kind, .count), state.records)
      try add(.state(state.kind, .people), state.records.measured(.people))
    }
    for row in observed.evidence {
      try add(.evidence(row.evidence, .transitions), row.transitions)
      try add(.evidence(row.evidence, .months), row.months)
      try add(
        .evidence(row.evidence, .kronor), try kronor(row.kronor), .kronor,
        .from(.lineShares(row.shares)))
    }
  }

  /// An indicator, after the two numbers behind it where there are such.
  private mutating func add(_ indicator: Indicator) throws(ReportFault) {
    func id(_ part: IndicatorPart) -> FigureID {
      .indicator(indicator.id, indicator.group, part)
    }
    let value: FigureValue
    let unit: FigureUnit
    switch indicator.basis {
    case .counted(let list): return try add(id(.value), list)
    case .share(let part, let whole):
      try add(id(.part), part)
      try add(id(.whole), whole)
      value = try share(indicator.number)
      unit = .share
    case .cost(let costs, let list):
      try add(
        id(.part), try kronor(costs), .kronor,
        .from(.flows(second.flows.filter(\.kind.isCostOfOperation))))
      try add(id(.whole), list)
      value = try kronor(indicator.number)
      unit = .kronor
    }
    try add(id(.value), value, unit, .rounded(of: [id(.part), id(.whole)]))
  }

  /// What a list of rows comes to; `unit` is that of rows.
  private mutating func add(
    _ id: FigureID, _ list: RecordList, unit rows: FigureUnit = .transitions
  ) throws(ReportFault) {
    func quantity() throws(ReportFault) -> FigureValue {
      .quantity(try fitting(try Quantity(rounding: list.number)))
    }
    let (value, unit): (FigureValue, FigureUnit) =
      switch list.measure {
      case .people: (.count(list.people.count), .people)
      case .rows: (.count(list.rows.count), rows)
      case .months, .medianWait: (try quantity(), .months)
      case .years: (try quantity(), .fullTimeYears)
      }
    try add(id, value, unit, .from(.records(list)))
  }
}
