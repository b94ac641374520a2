// The actor matrix: series and kinds down, actors across, every row summing to zero.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The matrix; the file has it in long form.
  func actorMatrix() -> ReportPart {
    let actors = second.actors.map(\.id).filter { figures.contains(.matrixSum($0)) }
    let columns =
      [.label]
      + actors.map { actor in
        // A long name has soft hyphens where it may break.
        let heading = texts(ifAny: .actorHeading, actor) ?? labels.name(of: actor)
        return Column(actor.rawValue, heading: heading, kind: .kronor)
      } + [Column("total", heading: texts(.matrixTotal), kind: .kronor)]
    func cells(_ id: (ActorID?) -> FigureID) -> [Cell] {
      (actors.map(Optional.some) + [nil]).map { cell(id($0)) }
    }
    var rows: [Row] = []
    var brief: [Row] = []
    for series in Series.allCases where figures.contains(.seriesSum(series, nil)) {
      let name = texts(.series, series)
      rows.append(.heading(name, of: columns.count))
      for row in second.matrixRows.keys where row.series == series {
        rows.append(
          Row(
            level: 1,
            [.text(labels.name(of: row.kind, row.outcome))]
              + cells { actor in
                actor.map { .matrix(series, row.kind, row.outcome, $0) }
                  ?? .matrixRowTotal(series, row.kind, row.outcome)
              }))
      }
      let sums = cells { .seriesSum(series, $0) }
      rows.append(
        Row(.subtotal, [.text(texts(.matrixSeriesSum(series: series.rawValue)))] + sums))
      brief.append(Row([.text(name)] + sums))
    }
    let total = Row(.total, [.text(texts(.matrixSum))] + cells { .matrixSum($0) })
    rows.append(total)
    brief.append(total)
    let tables = [
      Table(id: "matris.kort", title: texts(.matrixBrief), columns: columns, rows: brief),
      Table(
        id: "matris", title: texts(.matrixByKind), columns: columns, rows: rows,
        notes: [texts.paragraph(.matrixNote)]
          + (second.coverage.isValued ? [texts.paragraph(.matrixNoteSociety)] : [])
          + [texts.paragraph(.noteWholeKronor)]),
    ]
    return ReportPart(
      sections: [section(.actorMatrix, tables.map { .table($0) })], data: [matrixData()])
  }

  private func matrixData() -> Table {
    Table(
      id: "aktorsmatris",
      columns: ["series", "kind", "outcome", "actor"].map { .data($0) } + [.data("amount", .ore)],
      rows: second.matrix.map { entry in
        Row([
          .text(entry.series.rawValue), .text(entry.kind.rawValue),
          .text(entry.outcome?.rawValue ?? ""), .text(entry.actor.rawValue),
          .figure(.matrix(entry.series, entry.kind, entry.outcome, entry.actor)),
        ])
      })
  }
}
