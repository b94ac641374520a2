// The actor matrix: series and kinds down, actors across, every row summing to zero.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

/// A row of the matrix.
private struct MatrixRow: Hashable {
  let series: Series
  let kind: LineKind
  let outcome: OutcomeKind?
}

extension ReportDraft {
  /// The matrix's section and its table of data in long form.
  mutating func actorMatrix() throws(ReportFault) -> (section: Section, data: Table) {
    let entries = second.matrix.filter { !$0.amount.isZero }
    for entry in entries { try addFigure(of: entry) }
    let actors = second.actors.map(\.id).filter { id in entries.contains { $0.actor == id } }
    var rows: [Row] = []
    for series in Series.allCases {
      let own = entries.filter { $0.series == series }
      guard !own.isEmpty else { continue }
      let heading = Cell.text(try texts("series.\(series.rawValue)"))
      rows.append(Row(.heading, [heading] + Array(repeating: .blank, count: actors.count + 1)))
      var seen: Set<MatrixRow> = []
      for entry in own {
        let row = MatrixRow(series: series, kind: entry.kind, outcome: entry.outcome)
        guard seen.insert(row).inserted else { continue }
        rows.append(try displayRow(row, actors, entries: own))
      }
      rows.append(try seriesSumRow(series, actors, entries: own))
    }
    rows.append(try grandTotalRow(actors, entries: entries))
    var columns = [Column("label", heading: "", kind: .label)]
    for actor in actors {
      columns.append(Column(actor.rawValue, heading: try heading(of: actor), kind: .kronor))
    }
    columns.append(Column("total", heading: try texts("matrix.total"), kind: .kronor))
    let detail = Table(
      id: "matris", title: try texts("matrix.by-kind"), columns: columns, rows: rows,
      notes: [Paragraph(try texts("matrix.note")), Paragraph(try texts("note.whole-kronor"))],
      isAboutParticipants: describesParticipants(rows))
    let brief = try brief(actors, columns: columns)
    return (
      Section(
        id: .actorMatrix, title: try texts("section.aktorsmatris"),
        lead: try texts("section.aktorsmatris.lead"), blocks: [.table(brief), .table(detail)]),
      data(entries)
    )
  }

  /// The matrix in brief: one row a series.
  private func brief(_ actors: [ActorID], columns: [Column]) throws(ReportFault) -> Table {
    func row(
      _ role: Row.Role, _ label: String, _ id: (ActorID?) -> FigureID
    ) -> Row? {
      let cells = (actors.map(Optional.some) + [nil]).map { actor -> Cell in
        figures.contains(id(actor)) ? .figure(id(actor)) : .blank
      }
      return cells.contains { $0 != .blank } ? Row(role, [.text(label)] + cells) : nil
    }
    var rows: [Row?] = []
    for series in Series.allCases {
      rows.append(
        row(.body, try texts("series.\(series.rawValue)")) { .seriesSum(series, $0) })
    }
    rows.append(row(.total, try texts("matrix.sum")) { .matrixSum($0) })
    let shown = rows.compactMap(\.self)
    return Table(
      id: "matris.kort", title: try texts("matrix.brief"), columns: columns, rows: shown,
      isAboutParticipants: describesParticipants(shown))
  }

  /// A narrow column's heading: a long name has soft hyphens where it may break.
  private func heading(of actor: ActorID) throws(ReportFault) -> String {
    let key = "actor-heading.\(actor.rawValue)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : try name(of: actor)
  }

  private mutating func addFigure(of entry: MatrixEntry) throws(ReportFault) {
    var received: [FigureID] = []
    var given: [FigureID] = []
    for (reference, line) in second.printedLines
    where line.series == entry.series && line.kind == entry.kind && line.outcome == entry.outcome {
      if line.to == entry.actor { received.append(.line(reference, .amount)) }
      if line.from == entry.actor { given.append(.line(reference, .amount)) }
    }
    let id = FigureID.matrix(entry.series, entry.kind, entry.outcome, entry.actor)
    let label = try "\(name(of: entry.kind, entry.outcome)): \(name(of: entry.actor))"
    try figures.add(
      Figure(
        id: id, label: label, value: .amount(entry.amount), unit: .kronor,
        formula: .balance(plus: received, minus: given), people: entry.people))
  }

  private mutating func displayRow(
    _ row: MatrixRow, _ actors: [ActorID], entries: [MatrixEntry]
  ) throws(ReportFault) -> Row {
    let own = entries.filter { $0.kind == row.kind && $0.outcome == row.outcome }
    let ids = own.map { FigureID.matrix($0.series, $0.kind, $0.outcome, $0.actor) }
    let label = try name(of: row.kind, row.outcome)
    let id = FigureID.matrixRowTotal(row.series, row.kind, row.outcome)
    let total = try sum(own.map(\.amount))
    guard total.isZero else { throw .unbalancedRow(id, sum: total) }
    let totalCell = try add(
      Figure(
        id: id, label: label, value: .amount(total), unit: .kronor, formula: .sum(ids)))
    let cells: [Cell] = actors.map { actor in
      let id = FigureID.matrix(row.series, row.kind, row.outcome, actor)
      return figures.contains(id) ? .figure(id) : .blank
    }
    return Row(level: 1, [.text(label)] + cells + [totalCell])
  }

  private mutating func seriesSumRow(
    _ series: Series, _ actors: [ActorID], entries: [MatrixEntry]
  ) throws(ReportFault) -> Row {
    let label = try texts("matrix.series-sum", ["series": series.rawValue])
    var cells: [Cell] = []
    for actor in actors {
      let own = entries.filter { $0.actor == actor }
      guard !own.isEmpty else {
        cells.append(.blank)
        continue
      }
      cells.append(
        try add(
          Figure(
            id: .seriesSum(series, actor), label: "\(label): \(name(of: actor))",
            value: .amount(sum(own.map(\.amount))), unit: .kronor,
            formula: .sum(own.map { .matrix($0.series, $0.kind, $0.outcome, $0.actor) }),
            people: people.count(series: [series], actors: [actor]))))
    }
    let ids = known(actors.map { .seriesSum(series, $0) })
    cells.append(
      try add(
        Figure(
          id: .seriesSum(series, nil), label: label, value: .amount(sum(entries.map(\.amount))),
          unit: .kronor, formula: .sum(ids))))
    return Row(.subtotal, [.text(label)] + cells)
  }

  private mutating func grandTotalRow(
    _ actors: [ActorID], entries: [MatrixEntry]
  ) throws(ReportFault) -> Row {
    let label = try texts("matrix.sum")
    var cells: [Cell] = []
    for actor in actors {
      let amounts = entries.filter { $0.actor == actor }.map(\.amount)
      cells.append(
        try add(
          Figure(
            id: .matrixSum(actor), label: "\(label): \(name(of: actor))",
            value: .amount(sum(amounts)), unit: .kronor,
            formula: .sum(known(Series.allCases.map { .seriesSum($0, actor) })),
            people: people.count(series: Set(Series.allCases), actors: [actor]))))
    }
    cells.append(
      try add(
        Figure(
          id: .matrixSum(nil), label: label, value: .amount(sum(entries.map(\.amount))),
          unit: .kronor, formula: .sum(actors.map { .matrixSum($0) }))))
    return Row(.total, [.text(label)] + cells)
  }

  private func data(_ entries: [MatrixEntry]) -> Table {
    let rows = entries.map { entry in
      Row([
        .text(entry.series.rawValue), .text(entry.kind.rawValue),
        .text(entry.outcome?.rawValue ?? ""), .text(entry.actor.rawValue),
        .figure(.matrix(entry.series, entry.kind, entry.outcome, entry.actor)),
      ])
    }
    return Table(
      id: "aktorsmatris",
      columns: ["series", "kind", "outcome", "actor"].map {
        Column($0, heading: $0, kind: .word)
      } + [Column("amount", heading: "amount", kind: .ore)],
      rows: rows, isAboutParticipants: describesParticipants(rows))
  }
}
