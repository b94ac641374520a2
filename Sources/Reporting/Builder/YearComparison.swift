// This year beside last year as filed and as computed today, so that nobody compares two methods.

import Calculation
import Figures
import Outcomes

/// The years that a comparison holds against each other.
struct YearsCompared {
  let label: String
  let lastLabel: String
  let isRestated: Bool
  let isFiled: Bool
}

extension ReportDraft {
  /// The table for the eye, nil when nothing is known of last year, and the table of data.
  func comparison(
    _ years: YearsCompared
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    guard years.isRestated || years.isFiled else { return (nil, comparisonData([])) }
    let sides: [ComparisonSide] = years.isFiled ? ComparisonSide.allCases : [.restated]
    var rows: [Row] = []
    var shown: [FigureID] = []
    var lacking: [String] = []
    var hasBlank = false
    for group in ComparisonGroup.allCases {
      let ids = second.compared(group).filter(isCompared)
      guard !ids.isEmpty else { continue }
      let blanks = Array(repeating: Cell.blank, count: sides.count + 1)
      rows.append(
        Row(.heading, [.text(try texts("comparison.\(group.rawValue)"))] + blanks))
      for id in ids {
        let label = try labels.label(of: id)
        shown.append(id)
        if years.isFiled, !figures.contains(.comparison(id, .filed)) { lacking.append(label) }
        hasBlank =
          hasBlank || cell(id) == .blank
          || (years.isRestated && cell(.comparison(id, .restated)) == .blank)
        let place = place(of: id)
        rows.append(
          Row(
            place.role, level: place.level,
            [.text(label), cell(id)] + sides.map { cell(.comparison(id, $0)) }))
      }
    }
    let display = Table(
      id: "arsjamforelse",
      columns: try comparisonColumns(sides, years), rows: rows,
      notes: try comparisonNotes(years, lacking: lacking, hasBlank: hasBlank))
    return (display, comparisonData(shown))
  }

  /// Whether some year has the figure, and something to show where zeros are left out.
  private func isCompared(_ id: FigureID) -> Bool {
    if ComparisonSide.allCases.contains(where: { figures.contains(.comparison(id, $0)) }) {
      return true
    }
    guard let own = figures[id] else { return false }
    return id.isAlwaysCompared || own.value.scaled != 0
  }

  private func place(of id: FigureID) -> (role: Row.Role, level: Int) {
    switch id {
    case .net(.net, .publicSector): (.subtotal, 1)
    case .net(.net, .society): (.total, 1)
    default: (.body, id.isAlwaysCompared ? 1 : 2)
    }
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
    switch (years.isFiled, years.isRestated) {
    case (false, _): keys.append(("comparison.note.no-package", [:]))
    case (true, false): keys.append(("comparison.note.not-restated", ["year": years.lastLabel]))
    case (true, true): keys.append(("comparison.note", [:]))
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
      let unit = (figures[id] ?? figures[.comparison(id, .restated)])?.unit
      return Row(
        [.id(id), .text(unit?.rawValue ?? ""), cell(id)]
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
      rows: rows)
  }
}
