// This year beside last year as filed and as computed today, so that nobody compares two methods.

import Calculation
import Figures

extension ReportDraft {
  /// The comparison; without rows when nothing is known of last year.
  func comparison(_ others: OtherYears) -> Table {
    let isFiled = others.filed != nil
    let isRestated = input.lastYear?.isComputed == true
    let year = labels.lastYear
    let columns: [Column] =
      [
        .data("figure"), .data("unit"), .label(for: .page),
        Column("this_year", heading: input.yearLabel, kind: .kronor),
      ]
      + ComparisonSide.allCases.map { side in
        let heading: TextKey =
          switch side {
          case .filed: .comparisonPreviousFiled(year: year)
          case .restated: .comparisonPreviousRestated(year: year)
          case .difference: .comparisonDifference
          }
        return Column(
          side.rawValue, heading: texts(heading), kind: .kronor,
          for: isFiled || side == .restated ? .both : .data)
      }
    var rows: [Row] = []
    var lacking: [String] = []
    var hasBlank = false
    for group in ComparisonGroup.allCases where isFiled || isRestated {
      let ids = second.compared(group).filter(isCompared)
      if !ids.isEmpty { rows.append(.heading(heading(of: group), at: 2, of: columns.count)) }
      for id in ids {
        let label = labels.label(of: id)
        if isFiled, !figures.contains(.comparison(id, .filed)) { lacking.append(label) }
        hasBlank =
          hasBlank || cell(id) == .blank
          || (isRestated && cell(.comparison(id, .restated)) == .blank)
        let unit = (figures[id] ?? figures[.comparison(id, .restated)])?.unit
        let place = place(of: id)
        rows.append(
          Row(
            place.role, level: place.level,
            [.id(id), .text(unit?.rawValue ?? ""), .text(label), cell(id)]
              + ComparisonSide.allCases.map { cell(.comparison(id, $0)) }))
      }
    }
    var notes: [TextKey] = [.comparisonNoteNoPackage]
    if isFiled { notes = [isRestated ? .comparisonNote : .comparisonNoteNotRestated(year: year)] }
    if hasBlank { notes.append(.comparisonNoteBlank) }
    if !lacking.isEmpty {
      notes.append(
        .comparisonNoteLacking(year: year, figures: lacking.joined(separator: "; ")))
    }
    return Table(
      id: "arsjamforelse", columns: columns, rows: rows, notes: notes.map(texts.paragraph))
  }

  private func heading(of group: ComparisonGroup) -> String {
    switch group {
    case .first: texts(.comparisonFirst)
    case .second: texts(.comparisonSecond)
    case .observed: texts(.comparisonObserved)
    }
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
}
