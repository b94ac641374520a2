// From the results of the calculation to the neutral report, part by part.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

/// Builds the neutral report.
package enum ReportBuilder {
  /// The report of a year. `date` is the day printed in it: the SIE file's #GEN or
  /// SOURCE_DATE_EPOCH. `language` is the settings' unless the reader asks for another. `review`
  /// and `books` give what board and auditor get beside the statements, `others` what is known of
  /// other years, `preliminary` why the books may still change. `warnings` are what the terminal
  /// prints. Throws only for faults of the program.
  package static func build(
    first: FirstBokslut, second: SecondBokslut, settings: Settings, yearLabel: String,
    date: CalendarDate, language: Language? = nil, review: BooksReview? = nil,
    books: AuditedBooks? = nil, others: OtherYears? = nil, preliminary: PreliminaryBooks? = nil,
    warnings: [Diagnostic] = []
  ) throws(ReportFault) -> Report {
    let draft = try ReportDraft(
      BookInput(
        first: first, second: second, settings: settings, review: review, books: books,
        others: others, yearLabel: yearLabel),
      language ?? settings.organisation.language, warnings, preliminary: preliminary)
    let made = parts.map { $0(draft) }
    let sections = made.flatMap(\.sections)
    let figures = draft.figures.inReportOrder
    var labels: [FigureID: String] = [:]
    for figure in figures.figures { labels[figure.id] = draft.labels.label(of: figure.id) }
    return try Report(
      organisation: settings.organisation, year: first.year, yearLabel: yearLabel, date: date,
      language: draft.texts.language, preliminary: preliminary,
      sections: Section.ID.allCases.compactMap { id in sections.first { $0.id == id } },
      dataTables: made.flatMap(\.data), figures: figures, labels: labels,
      listedValues: draft.listedValues, socialVouchers: draft.socialVouchers(),
      warnings: draft.warnings, books: books
    ).checked()
  }

  /// The parts of a report in the order of their CSV files; each has a file of its own.
  private static var parts: [(ReportDraft) -> ReportPart] {
    [
      { $0.statements() }, { $0.overview() }, { $0.actorMatrix() }, { $0.nets() },
      { $0.journal() }, { $0.indicators() }, { $0.assumptionsAndParameters() }, { $0.bridge() },
      { $0.channels() }, { $0.socialBalance() }, { $0.sensitivity() }, { $0.reconciliation() },
      { $0.yearByYear() }, { $0.summary() },
    ]
  }
}

/// A part of a report: what it shows on the page, and the tables of it that are CSV files. Most
/// tables are both; a part only reads the figures.
struct ReportPart {
  /// On the page, in the order of `Section.ID`.
  var sections: [Section] = []
  /// In the order of their files.
  var data: [Table] = []
}

/// What the parts of a report are made from.
struct ReportDraft {
  let input: BookInput
  let texts: Texts
  let figures: FigureBook
  /// The labels of figures, and the names that they are made of.
  let labels: FigureLabels
  /// Why the books of the year may still change.
  let preliminary: PreliminaryBooks?
  /// Every warning, the gravest first.
  let warnings: [ReportWarning]

  var first: FirstBokslut { input.first }
  var second: SecondBokslut { input.second }
  var settings: Settings { input.settings }

  init(
    _ input: BookInput, _ language: Language, _ findings: [Diagnostic],
    preliminary: PreliminaryBooks? = nil
  ) throws(ReportFault) {
    self.input = input
    self.preliminary = preliminary
    texts = Texts(language)
    warnings = ReportWarning.all(findings, checks: input.second.reconciliation, texts)
    figures = try FigureBook(of: input)
    labels = FigureLabels(input, texts)
  }

  /// A section under its title and lead.
  func section(_ id: Section.ID, _ blocks: [Block]) -> Section {
    // Without valuation there is no value to society to promise.
    let isPartial = id == .summary && !second.coverage.isValued
    return Section(
      id: id, title: texts(.section, id),
      lead: isPartial ? texts(.summaryLeadPartial) : texts(.sectionLead, id), blocks: blocks)
  }

  /// The cell of a figure, blank when the report has none.
  func cell(_ id: FigureID) -> Cell { figures.contains(id) ? .figure(id) : .blank }

  /// The unit of a figure in words; a share shows its own sign.
  func unit(of id: FigureID) -> String {
    guard let unit = figures[id]?.unit, unit != .share else { return "" }
    return texts(.unit, unit)
  }
}

extension BookInput {
  /// The year before, when anything of its own is known.
  var lastYear: EarlierYear? {
    others?.earlier.first { $0.year.end.adding(days: 1) == first.year.start }
  }
}
