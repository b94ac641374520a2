// Figures of the indicators: value, unit, people, and the two numbers behind a share or a cost.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// Adds every indicator of every group; nothing without a register.
  mutating func addIndicatorFigures() throws(ReportFault) {
    for indicator in second.observed?.indicators ?? [] {
      let label = try label(of: indicator)
      var parts: [FigureID] = []
      if let quotient = indicator.quotient {
        for (name, part) in [
          (IndicatorPart.part, quotient.part), (.whole, quotient.whole),
        ] {
          let id = FigureID.indicator(indicator.id, indicator.group, name)
          parts.append(id)
          let shown = try shown(part.value)
          try figures.add(
            Figure(
              id: id, label: try texts("indicator.\(name.rawValue)", ["indicator": label]),
              value: shown.value, unit: shown.unit, people: part.people))
        }
      }
      let shown = try shown(indicator.value)
      try figures.add(
        Figure(
          id: .indicator(indicator.id, indicator.group), label: label, value: shown.value,
          unit: shown.unit, restsOn: parts, people: indicator.people))
    }
  }

  private func label(of indicator: Indicator) throws(ReportFault) -> String {
    let name = try name(of: indicator.id)
    guard indicator.group != .all else { return name }
    return try "\(name), \(self.name(of: indicator.group))"
  }

  /// The name of an indicator in the report's language.
  func name(of id: IndicatorID) throws(ReportFault) -> String {
    let text = id.rawValue
    if text.hasPrefix("transitions.") {
      return try texts("destination.\(text.dropFirst("transitions.".count))")
    }
    if text.hasPrefix("evidence-months.") {
      let evidence = try texts("evidence.\(text.dropFirst("evidence-months.".count))")
      return try texts("indicator.evidence-months", ["evidence": evidence])
    }
    return try texts("indicator.\(text)")
  }

  /// The name of a group in the report's language.
  func name(of group: ParticipantGroup) throws(ReportFault) -> String {
    try texts.name(of: group)
  }

  /// A value with the decimals that it is printed with.
  func shown(
    _ value: Indicator.Value
  ) throws(ReportFault) -> (value: FigureValue, unit: FigureUnit) {
    do {
      return switch value {
      case .people(let count): (.count(count), .people)
      case .transitions(let count): (.count(count), .transitions)
      case .fullTimeYears(let exact): (.quantity(try Quantity(rounding: exact)), .fullTimeYears)
      case .months(let exact): (.quantity(try Quantity(rounding: exact)), .months)
      case .share(let exact):
        (.rate(Rate(tenThousandths: try exact.rounded(decimals: 4))), .share)
      case .kronor(let exact): (.amount(try exact.roundedToOre()), .kronor)
      }
    } catch { throw .overflow }
  }

  /// A count of people or rows as a figure, and the cell that shows it; blank when it is unknown.
  mutating func count(
    _ id: FigureID, _ label: String, _ count: Int?, unit: FigureUnit, people: Int? = nil
  ) throws(ReportFault) -> Cell {
    guard let count else { return .text(try texts("indicators.not-known")) }
    return try add(
      Figure(
        id: id, label: label, value: .count(count), unit: unit, people: people ?? count))
  }

  /// The cell of a figure, blank when the report has none.
  func cell(_ id: FigureID) -> Cell { figures.contains(id) ? .figure(id) : .blank }

  /// The table of data: every indicator of every group.
  func indicatorData() -> Table {
    var rows: [Row] = []
    for indicator in second.observed?.indicators ?? [] {
      let id = FigureID.indicator(indicator.id, indicator.group)
      guard let figure = figures[id] else { continue }
      rows.append(
        Row([
          .text(indicator.id.rawValue), .text(indicator.group.identifier), .figure(id),
          .text(figure.unit.rawValue), .text(indicator.id.irisID ?? ""),
        ]))
    }
    return Table(
      id: "indikatorer",
      columns: [
        Column("indicator", heading: "indicator", kind: .word),
        Column("group", heading: "group", kind: .word),
        Column("value", heading: "value", kind: .number),
        Column("unit", heading: "unit", kind: .word),
        Column("iris_id", heading: "iris_id", kind: .word),
      ], rows: rows, isAboutParticipants: describesParticipants(rows))
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
