// The actor matrix: series and kinds down, actors across, every row summing to zero.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The matrix's section and its table of data in long form.
  func actorMatrix() throws(ReportFault) -> (section: Section, data: Table) {
    let actors = second.actors.map(\.id).filter { figures.contains(.matrixSum($0)) }
    var columns = [Column("label", heading: "", kind: .label)]
    for actor in actors {
      columns.append(Column(actor.rawValue, heading: try heading(of: actor), kind: .kronor))
    }
    columns.append(Column("total", heading: try texts("matrix.total"), kind: .kronor))
    func cells(_ id: (ActorID?) -> FigureID) -> [Cell] {
      (actors.map(Optional.some) + [nil]).map { cell(id($0)) }
    }
    var rows: [Row] = []
    var brief: [Row] = []
    for series in Series.allCases where figures.contains(.seriesSum(series, nil)) {
      let name = Cell.text(try texts("series.\(series.rawValue)"))
      rows.append(Row(.heading, [name] + Array(repeating: .blank, count: actors.count + 1)))
      for row in second.matrixRows.keys where row.series == series {
        let label = Cell.text(try self.name(of: row.kind, row.outcome))
        rows.append(
          Row(
            level: 1,
            [label]
              + cells { actor in
                actor.map { .matrix(series, row.kind, row.outcome, $0) }
                  ?? .matrixRowTotal(series, row.kind, row.outcome)
              }))
      }
      let sums = cells { .seriesSum(series, $0) }
      let label = Cell.text(try texts("matrix.series-sum", ["series": series.rawValue]))
      rows.append(Row(.subtotal, [label] + sums))
      brief.append(Row(.body, [name] + sums))
    }
    let total = Row(.total, [.text(try texts("matrix.sum"))] + cells { .matrixSum($0) })
    rows.append(total)
    brief.append(total)
    return (
      Section(
        id: .actorMatrix, title: try texts("section.aktorsmatris"),
        lead: try texts("section.aktorsmatris.lead"),
        blocks: [
          .table(
            Table(
              id: "matris.kort", title: try texts("matrix.brief"), columns: columns, rows: brief)),
          .table(
            Table(
              id: "matris", title: try texts("matrix.by-kind"), columns: columns, rows: rows,
              notes: [
                Paragraph(try texts("matrix.note")), Paragraph(try texts("note.whole-kronor")),
              ])),
        ]),
      data()
    )
  }

  /// A narrow column's heading: a long name has soft hyphens where it may break.
  private func heading(of actor: ActorID) throws(ReportFault) -> String {
    let key = "actor-heading.\(actor.rawValue)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : try name(of: actor)
  }

  private func data() -> Table {
    Table(
      id: "aktorsmatris",
      columns: ["series", "kind", "outcome", "actor"].map {
        Column($0, heading: $0, kind: .word)
      } + [Column("amount", heading: "amount", kind: .ore)],
      rows: second.matrix.map { entry in
        Row([
          .text(entry.series.rawValue), .text(entry.kind.rawValue),
          .text(entry.outcome?.rawValue ?? ""), .text(entry.actor.rawValue),
          .figure(.matrix(entry.series, entry.kind, entry.outcome, entry.actor)),
        ])
      })
  }
}
