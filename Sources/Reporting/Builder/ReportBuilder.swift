// From the results of the calculation to the neutral report.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Builds the neutral report.
package enum ReportBuilder {
  /// The report of a year. `date` is the day printed in it: the SIE file's #GEN or
  /// SOURCE_DATE_EPOCH. `language` is the settings' unless the reader asks for another. `review`
  /// and `books` give what board and auditor get beside the statements, `others` what is known of
  /// other years. Throws only for faults of the program.
  package static func build(
    first: FirstBokslut, second: SecondBokslut, settings: Settings, yearLabel: String,
    date: CalendarDate, language: Language? = nil, review: BooksReview? = nil,
    books: AuditedBooks? = nil, others: OtherYears? = nil
  ) throws(ReportFault) -> Report {
    let language = language ?? settings.organisation.language
    var draft = ReportDraft(first: first, second: second, settings: settings, language: language)
    let made = try FigureBook(
      of: BookInput(
        first: first, second: second, settings: settings, review: review, books: books,
        others: others, yearLabel: yearLabel))
    draft.figures = made
    draft.labels.lastYear =
      others?.filed?.label
      ?? others?.earlier.first { $0.year.end.adding(days: 1) == first.year.start }?.label ?? ""
    let channels = try draft.channels()
    let statements = try draft.statements(channels: channels)
    let journal = try draft.journal()
    let matrix = try draft.actorMatrix()
    let nets = draft.nets()
    let bridge = try draft.bridge()
    let indicators = try draft.indicators()
    let overview = try review.map { review throws(ReportFault) in try draft.overview(review) }
    let assumptions = try draft.assumptionsAndParameters()
    let reconciliation = try draft.reconciliation()
    let socialBalance = try draft.socialBalance()
    let sensitivity = try draft.sensitivity()
    let ratios = try draft.ratios()
    let years = try others.map { others throws(ReportFault) in
      try draft.yearByYear(others, yearLabel: yearLabel)
    }
    let summary = try draft.summary(ratios: ratios, indicators: indicators.brief)
    let figures = try draft.figures.inReportOrder
    var names = draft.labels
    names.book = figures
    var labels: [FigureID: String] = [:]
    for figure in figures.figures { labels[figure.id] = try names.label(of: figure.id) }
    return try Report(
      organisation: settings.organisation, year: first.year, yearLabel: yearLabel, date: date,
      language: language,
      sections: [summary] + (years?.sections ?? [])
        + [
          statements.income, statements.balance, overview?.section, matrix.section,
          bridge.section, indicators.section, socialBalance?.section, sensitivity?.section,
          assumptions.section, reconciliation.section, journal.section,
        ].compactMap(\.self),
      dataTables: (statements.data + (overview?.data ?? []) + [
        matrix.data, nets, journal.data, indicators.data, assumptions.data, bridge.data, channels,
        socialBalance?.data, socialBalance?.lines, sensitivity?.data,
      ] + reconciliation.data + (years?.data ?? [])).compactMap(\.self),
      figures: figures, labels: labels, listedValues: assumptions.listed,
      socialVouchers: try draft.socialVouchers(), books: books)
  }
}

/// The report while it is being built: what it is made from, and the figures so far.
struct ReportDraft {
  let first: FirstBokslut
  let second: SecondBokslut
  let settings: Settings
  let language: Language
  let texts: Texts
  var figures = FigureBook()
  /// The labels of figures, and the names that they are made of.
  var labels: FigureLabels

  init(first: FirstBokslut, second: SecondBokslut, settings: Settings, language: Language) {
    self.first = first
    self.second = second
    self.settings = settings
    self.language = language
    self.texts = Texts(language)
    self.labels = FigureLabels(texts: texts, first: first, second: second)
  }

  /// Adds a figure and gives the cell that shows it.
  mutating func add(_ figure: Figure) throws(ReportFault) -> Cell {
    try figures.add(figure)
    return .figure(figure.id)
  }

  /// The exact sum, or the fault.
  func sum(_ amounts: [Amount]) throws(ReportFault) -> Amount {
    do { return try amounts.sum() } catch { throw .overflow }
  }

  /// The ids of which there are figures.
  func known(_ ids: [FigureID]) -> [FigureID] { ids.filter(figures.contains) }

  /// An actor's name in the report's language, or the settings' own.
  func name(of id: ActorID) throws(ReportFault) -> String { try labels.name(of: id) }

  /// The name of a kind of line.
  func name(of kind: LineKind) throws(ReportFault) -> String { try labels.name(of: kind) }

  /// The name of a kind with its outcome, when it has one.
  func name(of kind: LineKind, _ outcome: OutcomeKind?) throws(ReportFault) -> String {
    try labels.name(of: kind, outcome)
  }
}
