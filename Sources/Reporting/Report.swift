// The neutral report that every exporter starts from.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

/// A report of one year, the same for both editions and every file format.
package struct Report: Sendable {
  /// Whom it is about.
  package let organisation: Organisation
  /// The year.
  package let year: FiscalYear
  /// The year's label, which names files: `2025`.
  package let yearLabel: String
  /// The day printed in it; it comes from the inputs, never from the clock.
  package let date: CalendarDate
  /// The language of every text in it.
  package let language: Language
  /// Why the books of the year may still change: the report then says *Preliminär* on every page.
  package let preliminary: PreliminaryBooks?
  /// Its sections in order.
  package let sections: [Section]
  /// Its tables of data, one a CSV file; most stand in a section too.
  package let dataTables: [Table]
  /// Every figure that sections and tables name.
  package let figures: FigureBook
  /// What each figure is called, in the report's language.
  let labels: [FigureID: String]
  /// The assumptions and parameters that it rests on.
  package let listedValues: [ListedValue]
  /// The lines of the second bokslut as vouchers, for exports as a ledger.
  package let socialVouchers: SocialVouchers
  /// Every warning, the gravest first.
  package let warnings: [ReportWarning]
  /// The books behind the first bokslut, for an internal edition only.
  package let books: AuditedBooks?

  /// The report, checked: every figure is there, every formula gives its figure's value, every row
  /// has its table's number of cells.
  func checked() throws(ReportFault) -> Report {
    try figures.check()
    for voucher in socialVouchers.all where !figures.contains(voucher.amount) {
      throw .unknownFigure(voucher.amount, namedBy: "the social vouchers")
    }
    for id in listedValues.flatMap({ [$0.value, $0.low, $0.high] }).compactMap(\.self)
    where !figures.contains(id) {
      throw .unknownFigure(id, namedBy: "the listed values")
    }
    for table in dataTables { try check(table) }
    for block in sections.flatMap(\.blocks) {
      switch block {
      case .table(let table): try check(table)
      case .paragraph(let text), .notice(let text): try check(text, in: "a paragraph")
      case .heading: break
      }
    }
    return self
  }

  /// What a figure is called.
  package func label(of id: FigureID) -> String { labels[id] ?? "" }

  /// The section of an id, or nil when the report has none.
  package func section(_ id: Section.ID) -> Section? { sections.first { $0.id == id } }

  /// The table of data of an id, or nil when the report has none.
  package func dataTable(_ id: String) -> Table? { dataTables.first { $0.id == id } }

  private func check(_ table: Table) throws(ReportFault) {
    for row in table.rows {
      guard row.cells.count == table.columns.count else { throw .raggedTable(table.id) }
      for case .figure(let id) in row.cells where !figures.contains(id) {
        throw .unknownFigure(id, namedBy: table.id)
      }
    }
    for note in table.notes { try check(note, in: table.id) }
  }

  private func check(_ text: Paragraph, in place: String) throws(ReportFault) {
    for id in text.figures where !figures.contains(id) {
      throw .unknownFigure(id, namedBy: place)
    }
  }
}
