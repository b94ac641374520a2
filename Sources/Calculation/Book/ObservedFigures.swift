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
    for figure in try indicator.figures(flows: second.flows) {
      try add(figure.id, figure.value, figure.unit, figure.origin)
    }
  }

  /// What a list of rows comes to; `unit` is that of rows.
  private mutating func add(
    _ id: FigureID, _ list: RecordList, unit rows: FigureUnit = .transitions
  ) throws(ReportFault) {
    let figure = try list.figure(id, unit: rows)
    try add(figure.id, figure.value, figure.unit, figure.origin)
  }
}

extension FigureBook {
  /// The indicators of a register by itself.
  package init(of indicators: [Indicator]) throws(ReportFault) {
    self.init()
    for indicator in indicators {
      for figure in try indicator.figures(flows: []) { try add(figure) }
    }
  }
}

extension Indicator {
  /// Its figure, after the two numbers behind it where there are such. `flows` are those whose
  /// costs it divides.
  fileprivate func figures(flows: [ResultFlow]) throws(ReportFault) -> [Figure] {
    func id(_ part: IndicatorPart) -> FigureID { .indicator(self.id, group, part) }
    let behind: [Figure]
    let value: FigureValue
    let unit: FigureUnit
    switch basis {
    case .counted(let list): return [try list.figure(id(.value))]
    case .share(let part, let whole):
      behind = [try part.figure(id(.part)), try whole.figure(id(.whole))]
      value = .rate(Rate(tenThousandths: try fitting(try number.rounded(decimals: 4))))
      unit = .share
    case .cost(let costs, let list):
      func kronor(_ exact: Rational) throws(ReportFault) -> FigureValue {
        .amount(try fitting(try exact.roundedToOre()))
      }
      behind = [
        Figure(
          id: id(.part), value: try kronor(costs), unit: .kronor,
          origin: .from(.flows(flows.filter(\.kind.isCostOfOperation)))),
        try list.figure(id(.whole)),
      ]
      value = try kronor(number)
      unit = .kronor
    }
    return behind + [
      Figure(
        id: id(.value), value: value, unit: unit, origin: .rounded(of: [id(.part), id(.whole)]))
    ]
  }
}

extension RecordList {
  /// The figure of what the rows come to; `rows` is the unit of rows.
  fileprivate func figure(
    _ id: FigureID, unit rows: FigureUnit = .transitions
  ) throws(ReportFault) -> Figure {
    func quantity() throws(ReportFault) -> FigureValue {
      .quantity(try fitting(try Quantity(rounding: number)))
    }
    let (value, unit): (FigureValue, FigureUnit) =
      switch measure {
      case .people: (.count(people.count), .people)
      case .rows: (.count(self.rows.count), rows)
      case .months, .medianWait: (try quantity(), .months)
      case .years: (try quantity(), .fullTimeYears)
      }
    return Figure(id: id, value: value, unit: unit, origin: .from(.records(self)))
  }
}

/// What a rounding gives, or the fault.
private func fitting<Value>(
  _ value: @autoclosure () throws(ArithmeticOverflow) -> Value
) throws(ReportFault) -> Value {
  do { return try value() } catch { throw .overflow }
}
