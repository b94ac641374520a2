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
  /// SOURCE_DATE_EPOCH. `language` is the settings' unless the reader asks for another. `review` and
  /// `books` give what board and auditor get beside the statements, `others` what is known of other
  /// years. Throws only for faults of the program.
  package static func build(
    first: FirstBokslut, second: SecondBokslut, settings: Settings, yearLabel: String,
    date: CalendarDate, language: Language? = nil, review: BooksReview? = nil,
    books: AuditedBooks? = nil, others: OtherYears? = nil
  ) throws(ReportFault) -> Report {
    let language = language ?? settings.organisation.language
    var draft = ReportDraft(first: first, second: second, settings: settings, language: language)
    let channels = try draft.channels()
    let statements = try draft.statements(channels: channels.display)
    let journal = try draft.journal()
    let matrix = try draft.actorMatrix()
    let nets = try draft.nets()
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
        matrix.data, nets, journal.data, indicators.data, reconciliation.data,
        reconciliation.opening, assumptions.data, bridge.data, channels.data,
        socialBalance?.data, socialBalance?.lines, sensitivity?.data,
      ] + (years?.data ?? [])).compactMap(\.self),
      figures: draft.figures, listedValues: assumptions.listed,
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
  let people: LinePeople
  var figures = FigureBook()

  init(first: FirstBokslut, second: SecondBokslut, settings: Settings, language: Language) {
    self.first = first
    self.second = second
    self.settings = settings
    self.language = language
    self.texts = Texts(language)
    self.people = LinePeople(second.printedLines)
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
  func name(of id: ActorID) throws(ReportFault) -> String {
    if let own = second.actors.first(where: { $0.id == id })?.ownName { return own }
    return try texts("actor.\(id.rawValue)")
  }

  /// The name of a kind of line.
  func name(of kind: LineKind) throws(ReportFault) -> String {
    try texts("kind.\(kind.rawValue)")
  }

  /// The name of a kind with its outcome, when it has one.
  func name(of kind: LineKind, _ outcome: OutcomeKind?) throws(ReportFault) -> String {
    let name = try name(of: kind)
    guard let outcome else { return name }
    return try "\(name), \(texts("outcome.\(outcome.rawValue)"))"
  }

  /// Whether some cell of the rows describes participants.
  func describesParticipants(_ rows: [Row]) -> Bool {
    rows.contains { row in
      row.cells.contains { cell in
        if case .figure(let id) = cell { (figures[id]?.people ?? 0) > 0 } else { false }
      }
    }
  }
}
