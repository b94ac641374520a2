// The SIE files of an enterprise, one a fiscal year, and which year is to be reported.

import Bookkeeping
import Calculation
import Diagnostics
import Importers
import Rulebook

/// A SIE file as read.
struct BooksFile {
  /// The path as the user knows it.
  let path: String
  /// The path inside the enterprise's folder.
  let relativePath: String
  /// Its bytes, which may be mapped.
  let bytes: FileBytes
  /// What it holds.
  let reading: SIEReading
  /// Its year 0.
  let year: FiscalYear
}

/// A fiscal year as a SIE file holds it: the file's own, or a whole year before it.
struct YearBooks {
  private let file: BooksFile
  /// Which of the file's years it is: 0 for the file's own.
  let offset: Int
  /// The year.
  let year: FiscalYear
  /// The trial balance of the year.
  let own: PreviousBooks
  /// What is odd in that trial balance.
  let findings: DiagnosticList
  /// The balances of every year that the file speaks of and that has any: this one, and those
  /// before it as far as the file goes. What is odd in those was said when that year was reported.
  let balances: [PreviousBooks]

  var path: String { file.path }
  var relativePath: String { file.relativePath }
  var bytes: FileBytes { file.bytes }
  var reading: SIEReading { file.reading }

  /// A year of a file; nil when the file does not say which days it has. `before`: the file before
  /// this one, whose closing balances open the year when it is the one before and this file states
  /// no opening balances.
  init?(_ file: BooksFile, offset: Int = 0, before: YearBooks?, form: LegalForm) {
    let ledger = file.reading.ledger
    guard let year = ledger.year(offset)?.fiscalYear else { return nil }
    let lastYear = before?.year.end.adding(days: 1) == year.start ? before?.own.trialBalance : nil
    func books(_ year: LedgerYear, _ found: inout DiagnosticList) -> PreviousBooks {
      PreviousBooks(
        year: year.fiscalYear,
        trialBalance: TrialBalance(
          of: ledger, yearOffset: year.offset, lastYear: year.offset == offset ? lastYear : nil,
          resultAccount: form == .nonProfitAssociation ? "2069" : "2099", diagnostics: &found),
        origin: year.offset == offset ? .ownFile : .thisFile,
        location: SourceLocation(file: file.path))
    }
    var (findings, silent) = (DiagnosticList(), DiagnosticList())
    let all = ledger.years.filter { $0.offset <= offset }.map { year in
      year.offset == offset ? books(year, &findings) : books(year, &silent)
    }
    guard let own = all.first(where: { $0.origin == .ownFile }) else { return nil }
    (self.file, self.offset, self.year) = (file, offset, year)
    (self.own, self.findings) = (own, findings)
    balances = all.filter { !$0.trialBalance.rows.isEmpty }
  }

  /// The years before that the file holds whole.
  func wholeYearsBefore(form: LegalForm) -> [YearBooks] {
    let ledger = file.reading.ledger
    return ledger.years.filter { $0.offset < offset && ledger.holdsWholeYear($0.offset) }
      .compactMap { YearBooks(file, offset: $0.offset, before: nil, form: form) }
  }
}

/// Every SIE file of an enterprise in the order of years.
struct BooksReading {
  private(set) var all: [YearBooks] = []

  init(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    var read: [BooksFile] = []
    for (relative, place) in Self.files(settings, folder: folder, log: &log, &diagnostics) {
      let found = log.read(
        relative, in: folder, namedAt: place, mapsLarge: true, diagnostics: &diagnostics)
      guard let bytes = found else { continue }
      let path = folder.path(of: relative)
      let reading = SIEReading(bytes, name: path)
      diagnostics.append(contentsOf: reading.diagnostics)
      guard reading.isReadable else { continue }
      guard let year = reading.ledger.year(0)?.fiscalYear else {
        diagnostics.report("CMD006", at: SourceLocation(file: path))
        continue
      }
      read.append(
        BooksFile(
          path: path, relativePath: relative, bytes: bytes, reading: reading, year: year))
    }
    for file in read.sorted(by: { ($0.year, $0.path) < ($1.year, $1.path) }) {
      YearBooks(file, before: all.last, form: settings.organisation.form).map { all.append($0) }
    }
    for (first, second) in zip(all, all.dropFirst())
    where first.year.period.intersection(second.year.period) != nil {
      diagnostics.report(
        "CMD007", at: SourceLocation(file: second.path),
        ["year": label(of: second.year), "first": first.path, "second": second.path])
    }
  }

  private static func files(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    _ diagnostics: inout DiagnosticList
  ) -> [(relative: String, place: SourceLocation)] {
    switch settings.books {
    case .pattern(let pattern):
      let files = folder.files(matching: pattern.value)
      if files.isEmpty {
        diagnostics.report("CMD003", at: pattern.location, ["pattern": pattern.value])
        log.isMissing()
      }
      return files.map { ($0, pattern.location) }
    case .files(let byYear):
      return byYear.sorted { $0.key < $1.key }.map { ($0.value.value, $0.value.location) }
    }
  }

  /// The label of a year among the files: with its month when two end in one calendar year.
  func label(of year: FiscalYear) -> String {
    let sameEnd = Set(all.map(\.year)).filter { $0.end.year == year.end.year }
    return year.label(amongSeveral: sameEnd.count > 1)
  }

  /// The year to report: the one asked for by label or offset, else the latest that had ended when
  /// its file was made (#GEN).
  func choose(
    _ wanted: String?, settings: Settings, diagnostics: inout DiagnosticList
  ) -> YearBooks? {
    guard !all.isEmpty else { return nil }
    let ended = all.filter { books in
      books.reading.ledger.organisation.generated.map { $0 > books.year.end } ?? true
    }
    guard let wanted else {
      guard let latest = ended.last else {
        diagnostics.report("CMD018", at: settings.location)
        return nil
      }
      if let later = all.last, later.year != latest.year {
        let generated = later.reading.ledger.organisation.generated
        diagnostics.report(
          "CMD015", at: SourceLocation(file: later.path),
          ["year": label(of: latest.year), "generated": generated?.description ?? "–"])
      }
      return latest
    }
    let form = settings.organisation.form
    let whole = inside(form: form)
    if let offset = Int(wanted), offset <= 0 {
      let base = (ended.isEmpty ? all : ended)
      let within = whole.filter { year in base.last.map { year.year.end < $0.year.start } == true }
      let years = (base + within).sorted { $0.year < $1.year }
      let index = years.count - 1 + offset
      if years.indices.contains(index) { return years[index] }
    } else if let books = (whole + all).last(where: {
      label(of: $0.year) == wanted || $0.year.label(amongSeveral: true) == wanted
    }) {
      return books
    }
    diagnostics.report(
      "CMD008", at: settings.location,
      [
        "year": wanted,
        "years": (all + whole).sorted { $0.year < $1.year }.map { label(of: $0.year) }
          .joined(separator: ", "),
      ])
    return nil
  }

  /// The year before: its own file, else year -1 of this year's.
  func previous(of books: YearBooks) -> PreviousBooks? {
    all.last { $0.year.end.adding(days: 1) == books.year.start }?.own
      ?? books.balances.first { $0.trialBalance.yearOffset == books.offset - 1 }
  }

  /// The dividends booked in a year and, where some file holds it, in the year after.
  func dividends(of books: YearBooks) -> BookedDividends {
    let next = all.first { $0.year.start == books.year.end.adding(days: 1) }
    return BookedDividends(
      thisYear: books.reading.ledger.bookedDividend(yearOffset: books.offset),
      nextYear: next?.reading.ledger.bookedDividend(yearOffset: 0))
  }

  /// Whole years that no file of their own holds, by the latest file that does.
  private func inside(form: LegalForm) -> [YearBooks] {
    var found: [YearBooks] = []
    for books in all.reversed().flatMap({ $0.wholeYearsBefore(form: form) })
    where (all + found).allSatisfy({ $0.year.period.intersection(books.year.period) == nil }) {
      found.append(books)
    }
    return found
  }

  /// The balances of every year that some file speaks of, the latest file first.
  var balances: [PreviousBooks] { all.reversed().flatMap(\.balances) }
}
