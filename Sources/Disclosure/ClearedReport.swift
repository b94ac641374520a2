// The only form in which a report reaches an exporter.

import Bookkeeping
import Diagnostics
import Figures
import Interchange
import Reporting
import Rulebook

/// A report after disclosure control. Only `Disclosure.clear` makes one.
package struct ClearedReport: Sendable {
  /// The edition that it was cleared for.
  package let edition: Edition
  private let report: Report
  private let hidden: Set<FigureID>

  init(_ report: Report, for edition: Edition, hidden: Set<FigureID>) {
    self.edition = edition
    self.report = report
    self.hidden = hidden
  }

  /// Whom it is about.
  package var organisation: Organisation { report.organisation }
  /// The year.
  package var year: FiscalYear { report.year }
  /// The year's label, which names files.
  package var yearLabel: String { report.yearLabel }
  /// The day printed in it.
  package var date: CalendarDate { report.date }
  /// The language of every text in it.
  package var language: Language { report.language }
  /// Why the books of the year may still change; nil when they are whole.
  package var preliminary: PreliminaryBooks? { report.preliminary }
  /// Whether the books say on which day they were made; else `date` is the year's last day.
  package var isDated: Bool { ![.dayMissing, .dayUnreadable].contains(report.preliminary) }
  /// Every warning, the gravest first; none names a participant.
  package var warnings: [ReportWarning] { report.warnings }
  /// Its sections in order, with what the page shows of their tables.
  package var sections: [Section] { report.sections.map(\.page) }
  /// Its tables of data, one a CSV file, with what the file has of them.
  package var dataTables: [Table] { report.dataTables.map(\.data) }

  /// The assumptions and parameters that it rests on; their values are figures, cleared as others.
  package var listedValues: [ListedValue] { report.listedValues }

  /// The table of data of an id, or nil when the report has none.
  package func dataTable(_ id: String) -> Table? { report.dataTable(id)?.data }

  /// All figures in the order of the report, each cleared when it is asked for.
  package var figures: some RandomAccessCollection<ClearedFigure> {
    report.figures.figures.lazy.map(cleared)
  }

  /// The figure of an id, or nil when there is none.
  package func figure(_ id: FigureID) -> ClearedFigure? { report.figures[id].map(cleared) }

  /// The books behind the first bokslut: nil in any but the internal edition, since a voucher may
  /// concern a single person.
  package var books: AuditedBooks? { edition == .intern ? report.books : nil }

  /// The vouchers of the second bokslut; nil when an amount of them is hidden, for half a ledger
  /// would not balance.
  package var socialVouchers: SocialVouchers? {
    let vouchers = report.socialVouchers
    return vouchers.all.contains { hidden.contains($0.amount) } ? nil : vouchers
  }

  private func cleared(_ figure: Figure) -> ClearedFigure {
    let isHidden = hidden.contains(figure.id)
    // A formula with a hidden part would tell it, so the formula becomes its value.
    let shown = !isHidden && !figure.parts.contains(where: hidden.contains)
    return ClearedFigure(
      id: figure.id, label: report.label(of: figure.id), unit: figure.unit,
      value: isHidden ? nil : figure.value, formula: shown ? figure.formula : nil,
      parts: shown ? figure.parts : [])
  }
}

/// A figure after disclosure control: how many people it describes stays behind.
package struct ClearedFigure: Hashable, Sendable {
  /// Its id.
  package let id: FigureID
  /// What it is, in the report's language.
  package let label: String
  /// The unit.
  package let unit: FigureUnit
  /// The value; nil is hidden.
  package let value: FigureValue?
  /// How it is computed; nil when it is not, or when some part is hidden.
  package let formula: Formula?
  /// The figures it is made from; none when some part is hidden.
  package let parts: [FigureID]
}
