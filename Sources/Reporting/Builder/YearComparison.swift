// This year beside last year as filed and as computed today, so that nobody compares two methods.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

/// The years that a comparison holds against each other.
struct YearsCompared {
  let label: String
  let lastLabel: String
  let restated: RestatedYear?
  let filed: FiledYear?
}

extension ReportDraft {
  /// A row that may be compared.
  private struct Compared {
    let id: FigureID
    var role = Row.Role.body
    var level = 1
    /// Whether the row stands there even when every year has nothing.
    var isFixed = true
  }

  /// The table for the eye, nil when nothing is known of last year, and the table of data.
  mutating func comparison(
    _ years: YearsCompared
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    guard years.restated != nil || years.filed != nil else {
      return (nil, comparisonData([]))
    }
    let sides: [ComparisonSide] =
      years.filed == nil ? [.restated] : [.filed, .restated, .difference]
    var rows: [Row] = []
    var shown: [FigureID] = []
    var lacking: [String] = []
    var hasBlank = false
    for (key, candidates) in groups {
      var group: [Row] = []
      for candidate in candidates {
        guard let known = knownValue(candidate, years) else { continue }
        let label = try labels.label(of: known)
        try addSides(of: candidate.id, like: known, label: label, years)
        shown.append(candidate.id)
        if let filed = years.filed, filedValue(candidate.id, like: known, filed) == nil {
          lacking.append(label)
        }
        hasBlank =
          hasBlank || cell(candidate.id) == .blank
          || (years.restated != nil
            && cell(.comparison(candidate.id, .restated)) == .blank)
        group.append(
          Row(
            candidate.role, level: candidate.level,
            [.text(label), cell(candidate.id)]
              + sides.map { cell(.comparison(candidate.id, $0)) }))
      }
      guard !group.isEmpty else { continue }
      let blanks = Array(repeating: Cell.blank, count: sides.count + 1)
      rows.append(Row(.heading, [.text(try texts(key))] + blanks))
      rows += group
    }
    let display = Table(
      id: "arsjamforelse",
      columns: try comparisonColumns(sides, years), rows: rows,
      notes: try comparisonNotes(years, lacking: lacking, hasBlank: hasBlank),
      isAboutParticipants: describesParticipants(rows))
    return (display, comparisonData(shown))
  }

  /// The rows in order, under the catalogue's keys of their headings.
  private var groups: [(key: String, rows: [Compared])] {
    func income(_ row: String) -> Compared {
      Compared(id: .statement(.incomeStatement, row: row, .current))
    }
    func net(_ measure: NetMeasure, _ subject: NetSubject) -> Compared {
      Compared(id: .net(measure, subject))
    }
    var second = [net(.publicInput, .publicSector)]
    if self.second.coverage.isValued {
      second += [net(.gross, .publicSector), net(.gross, .society)]
      for actor in self.second.actors where actor.id != .widerEconomy {
        second.append(
          Compared(id: .net(.net, .actor(actor.id)), level: 2, isFixed: false))
      }
      second.append(Compared(id: .net(.net, .publicSector), role: .subtotal))
      second.append(Compared(id: .net(.net, .society), role: .total))
    }
    let destinations = Destination.allCases.map { destination in
      Compared(id: .indicator(.transitions(to: destination)), level: 2, isFixed: false)
    }
    let observed: [IndicatorID] = [
      .participants, .trained, .placeYears, .employedDuringYear, .fullTimeEquivalents,
    ]
    let held: [IndicatorID] = [.held(months: 6), .held(months: 12)]
    return [
      ("comparison.first", [income("Nettoomsattning"), income("AretsResultat")]),
      ("comparison.second", second),
      (
        "comparison.observed",
        observed.map { Compared(id: .indicator($0)) } + destinations
          + held.map { Compared(id: .indicator($0)) }
      ),
    ]
  }

  /// The figure that tells a row's label, kind of value and unit: this year's, else last year's; nil
  /// when the row has nothing to show.
  private func knownValue(_ row: Compared, _ years: YearsCompared) -> Figure? {
    let own = figures[row.id]
    let restated = years.restated?.figures[row.id]
    guard let known = own ?? restated else { return nil }
    if row.isFixed { return known }
    let filed = years.filed.flatMap { filedValue(row.id, like: known, $0) }
    let values = [own?.value, restated?.value, filed].compactMap(\.self)
    return values.contains { $0.scaled != 0 } ? known : nil
  }

  private func filedValue(
    _ id: FigureID, like figure: Figure, _ filed: FiledYear
  ) -> FigureValue? {
    filed.values[id].flatMap { figure.value.reading($0) }
  }

  private mutating func addSides(
    of id: FigureID, like known: Figure, label: String, _ years: YearsCompared
  ) throws(ReportFault) {
    let restated = years.restated?.figures[id]
    let filed = years.filed.flatMap { filedValue(id, like: known, $0) }
    // A filed figure's people are not known; it describes some where the same figure does now, and
    // an indicator of something describes somebody.
    var counted = 0
    if case .indicator = id, (filed?.scaled ?? 0) != 0 { counted = 1 }
    let people = max(known.people, restated?.people ?? 0, counted)
    func add(
      _ side: ComparisonSide, _ value: FigureValue, _ formula: Formula?, people: Int
    ) throws(ReportFault) {
      try figures.add(
        Figure(
          id: .comparison(id, side),
          label: try texts(
            "comparison.label.\(side.rawValue)",
            ["figure": label, "year": years.lastLabel]),
          value: value, unit: known.unit, formula: formula, people: people))
    }
    if let filed { try add(.filed, filed, nil, people: people) }
    if let restated { try add(.restated, restated.value, nil, people: restated.people) }
    guard let filed, let restated else { return }
    guard let difference = restated.value.less(filed) else { throw .overflow }
    try add(
      .difference, difference,
      .balance(
        plus: [.comparison(id, .restated)],
        minus: [.comparison(id, .filed)]), people: people)
  }

  private func comparisonColumns(
    _ sides: [ComparisonSide], _ years: YearsCompared
  ) throws(ReportFault) -> [Column] {
    var columns = [
      Column("label", heading: "", kind: .label),
      Column("this_year", heading: years.label, kind: .kronor),
    ]
    for side in sides {
      columns.append(
        Column(
          side.rawValue,
          heading: try texts("comparison.\(side.rawValue)", ["year": years.lastLabel]),
          kind: .kronor))
    }
    return columns
  }

  private func comparisonNotes(
    _ years: YearsCompared, lacking: [String], hasBlank: Bool
  ) throws(ReportFault) -> [Paragraph] {
    var keys: [(String, [String: String])] = []
    switch (years.filed, years.restated) {
    case (nil, _): keys.append(("comparison.note.no-package", [:]))
    case (_?, nil): keys.append(("comparison.note.not-restated", ["year": years.lastLabel]))
    case (_?, _?): keys.append(("comparison.note", [:]))
    }
    if hasBlank { keys.append(("comparison.note.blank", [:])) }
    if !lacking.isEmpty {
      keys.append(
        (
          "comparison.note.lacking",
          ["year": years.lastLabel, "figures": lacking.joined(separator: "; ")]
        ))
    }
    return try keys.map { key, facts throws(ReportFault) in Paragraph(try texts(key, facts)) }
  }

  private func comparisonData(_ ids: [FigureID]) -> Table {
    let sides = ComparisonSide.allCases
    let rows = ids.map { id in
      let unit = figures[id] ?? figures[.comparison(id, .restated)]
      return Row(
        [.id(id), .text(unit?.unit.rawValue ?? ""), cell(id)]
          + sides.map { cell(.comparison(id, $0)) })
    }
    return Table(
      id: "arsjamforelse",
      columns: [
        Column("figure", heading: "figure", kind: .word),
        Column("unit", heading: "unit", kind: .word),
      ]
        + ["this_year", "previous_filed", "previous_restated", "difference"].map {
          Column($0, heading: $0, kind: .number)
        },
      rows: rows, isAboutParticipants: describesParticipants(rows))
  }
}
