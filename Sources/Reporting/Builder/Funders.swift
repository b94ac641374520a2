// Per funder: paid in and came back, year by year (method.md section 8).

import Calculation
import Figures

extension ReportDraft {
  /// The table for the eye, without rows when nobody paid and nothing came back, and the file's in
  /// long form.
  func funders(years: [String]) -> (display: Table, data: Table) {
    let measures = second.funderMeasures
    let privateFunders = second.actors.privateFunders.map { NetSubject.actor($0.id) }
    let subjects =
      second.actors.members(of: .publicSector).map(NetSubject.actor) + [.publicSector]
      + privateFunders
    let columns =
      [.label]
      + measures.map { Column($0.rawValue, heading: texts(.funder, $0), kind: .kronor) }
    func known(_ subject: NetSubject) -> [String] {
      years.filter { figures.contains(.funder(year: $0, subject, .paidIn)) }
    }
    var rows: [Row] = []
    for subject in subjects where !known(subject).isEmpty {
      let name =
        subject == .publicSector ? texts(.fundersPublic) : labels.name(of: subject)
      rows.append(.heading(name, of: columns.count))
      for year in known(subject) {
        let cells = measures.map { cell(.funder(year: year, subject, $0)) }
        rows.append(Row(level: 1, [.text(year)] + cells))
      }
    }
    var notes: [TextKey] = [.fundersNotePartial]
    if second.coverage.isValued {
      notes = years.count > 1 ? [.fundersNote, .fundersNoteRestated] : [.fundersNote]
    }
    if privateFunders.contains(where: { !known($0).isEmpty }) { notes.append(.fundersNotePrivate) }
    let display = Table(
      id: "finansiarer", columns: columns, rows: rows, notes: notes.map(texts.paragraph))
    return (display, fundersData(years, subjects))
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
      columns: ["year", "actor", "measure"].map { .data($0) } + [.data("amount", .ore)], rows: rows)
  }
}
