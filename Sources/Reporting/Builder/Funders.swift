// Per funder: paid in and came back, year by year (method.md section 8).

import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The table for the eye, nil when nobody paid and nothing came back, and the table of data.
  func funders(labels: [String]) throws(ReportFault) -> (display: Table?, data: Table) {
    let measures = second.funderMeasures
    let privateFunders = second.actors.privateFunders.map { NetSubject.actor($0.id) }
    let publicFunders = second.actors.members(of: .publicSector).map(NetSubject.actor)
    var rows: [Row] = []
    for subject in publicFunders + [.publicSector] + privateFunders {
      let known = labels.filter { figures.contains(.funder(year: $0, subject, .paidIn)) }
      guard !known.isEmpty else { continue }
      let name =
        subject == .publicSector
        ? try texts("funders.public") : try self.labels.name(of: subject)
      rows.append(
        Row(.heading, [.text(name)] + Array(repeating: .blank, count: measures.count)))
      for label in known {
        let cells = measures.map { cell(.funder(year: label, subject, $0)) }
        rows.append(Row(level: 1, [.text(label)] + cells))
      }
    }
    var columns = [Column("label", heading: "", kind: .label)]
    for measure in measures {
      columns.append(
        Column(
          measure.rawValue, heading: try texts("funders.\(measure.rawValue)"), kind: .kronor))
    }
    var notes: [Paragraph] = []
    if second.coverage.isValued {
      notes.append(Paragraph(try texts("funders.note")))
      if labels.count > 1 { notes.append(Paragraph(try texts("funders.note.restated"))) }
    } else {
      notes.append(Paragraph(try texts("funders.note.partial")))
    }
    let hasPrivate = privateFunders.contains { funder in
      labels.contains { figures.contains(.funder(year: $0, funder, .paidIn)) }
    }
    if hasPrivate { notes.append(Paragraph(try texts("funders.note.private"))) }
    let display = Table(
      id: "finansiarer", columns: columns, rows: rows, notes: notes)
    return (
      rows.isEmpty ? nil : display,
      fundersData(labels, publicFunders + [.publicSector] + privateFunders)
    )
  }

  private func fundersData(_ years: [String], _ subjects: [NetSubject]) -> Table {
    var rows: [Row] = []
    for year in years {
      for subject in subjects {
        for measure in FunderMeasure.allCases {
          let id = FigureID.funder(year: year, subject, measure)
          guard let figure = figures[id],
            figure.value.scaled != 0 || subject == .publicSector
          else { continue }
          rows.append(
            Row([
              .text(year), .text(subject.identifier), .text(measure.rawValue), .figure(id),
            ]))
        }
      }
    }
    return Table(
      id: "finansiarer",
      columns: ["year", "actor", "measure"].map { Column($0, heading: $0, kind: .word) }
        + [Column("amount", heading: "amount", kind: .ore)],
      rows: rows)
  }
}
