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
  /// Whether the file of the year before is there to open the year.
  private let opensElsewhere: Bool
  /// The balances of every year that the file speaks of and that has any: this one, and those
  /// before it as far as the file goes. What is odd in those was said when that year was reported.
  let balances: [PreviousBooks]

  var path: String { file.path }
  var relativePath: String { file.relativePath }
  var bytes: FileBytes { file.bytes }
  var reading: SIEReading { file.reading }
  /// What keeps the file from being the books of the year; nil when nothing does.
  var incomplete: IncompleteFile? { IncompleteFile(reading, opensElsewhere: opensElsewhere) }

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
    (self.own, self.findings, opensElsewhere) = (own, findings, lastYear != nil)
    balances = all.filter { !$0.trialBalance.rows.isEmpty }
  }

  /// Tells that nothing in the file shows that the year's vouchers are all there: no closing
  /// balance and no result is stated that they could be held against.
  func reportUnstated(to diagnostics: inout DiagnosticList) {
    let ledger = file.reading.ledger
    guard file.reading.holdsBalances, !ledger.statesClosing(ofYear: offset),
      let last = ledger.lastVoucher(ofYear: offset)
    else { return }
    diagnostics.report(
      "BOK097", at: SourceLocation(file: path), ["year": year.period.description, "day": last])
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
  /// Whether a file that the settings name is not among them, which has been told.
  private(set) var lacksFiles = false
  /// The enterprise's form: the settings', else what the latest file says.
  private(set) var form: LegalForm

  init(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    form = settings.organisation.form
    let files = Self.files(settings, folder: folder, log: &log, &diagnostics)
    var read: [BooksFile] = []
    for (relative, place) in files {
      let found = log.read(
        relative, in: folder, namedAt: place, mapsLarge: true, diagnostics: &diagnostics)
      guard let bytes = found else { continue }
      let path = folder.path(of: relative)
      let reading = SIEReading(bytes, name: path)
      // Whether last year's own file gives its opening balances is known when all are read.
      if reading.isReadable, let incomplete = IncompleteFile(reading, opensElsewhere: true),
        incomplete.keepsOut(reading)
      {
        incomplete.report(in: path, to: &diagnostics)
        diagnostics.append(contentsOf: incomplete.otherFindings(of: reading))
        continue
      }
      diagnostics.append(contentsOf: reading.diagnostics)
      guard reading.isReadable else { continue }
      guard let year = reading.ledger.year(0)?.fiscalYear else {
        // Days that cannot be read have been told of.
        if !reading.diagnostics.all.contains(where: { $0.code == "SIE030" }) {
          diagnostics.report("CMD006", at: SourceLocation(file: path))
        }
        continue
      }
      read.append(
        BooksFile(
          path: path, relativePath: relative, bytes: bytes, reading: reading, year: year))
    }
    read.sort { ($0.year, $0.path) < ($1.year, $1.path) }
    if !settings.organisation.statesForm { takeForm(of: read.last, diagnostics: &diagnostics) }
    for file in read {
      guard let books = YearBooks(file, before: all.last, form: form) else { continue }
      if let incomplete = books.incomplete, incomplete.keepsOut(books.reading) {
        incomplete.report(in: books.path, to: &diagnostics)
        continue
      }
      if !books.reading.holdsBalances {
        diagnostics.report("BOK096", at: SourceLocation(file: books.path))
      }
      books.reportUnprintable(to: &diagnostics)
      all.append(books)
    }
    lacksFiles = all.count < files.count
    for (first, second) in zip(all, all.dropFirst())
    where first.year.period.intersection(second.year.period) != nil {
      diagnostics.report(
        "CMD007", at: SourceLocation(file: second.path),
        ["year": label(of: second.year), "first": first.path, "second": second.path])
    }
    WhoseBooks(settings: settings, files: all).report(to: &diagnostics)
  }

  private static func files(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    _ diagnostics: inout DiagnosticList
  ) -> [(relative: String, place: SourceLocation)] {
    switch settings.books {
    case .pattern(let pattern):
      let listed = log.list(namedAt: pattern.location, diagnostics: &diagnostics) {
        () throws(FolderListingError) in try folder.files(matching: pattern.value)
      }
      guard let files = listed else { return [] }
      if files.isEmpty,
        !reportOthers(pattern, folder: folder, log: &log, &diagnostics)
      {
        diagnostics.report("CMD003", at: pattern.location, ["pattern": pattern.value])
        log.isMissing()
      }
      return files.map { ($0, pattern.location) }
    case .files(let byYear):
      return byYear.sorted { $0.key < $1.key }.compactMap { _, file in
        // Where no file is near, reading this one tells that it is missing.
        let listed = log.list(namedAt: file.location, diagnostics: &diagnostics) {
          () throws(FolderListingError) in try folder.files(matching: file.value)
        }
        guard let listed else { return nil }
        if listed.isEmpty, reportOthers(file, folder: folder, log: &log, &diagnostics) {
          return nil
        }
        return (file.value, file.location)
      }
    }
  }

  /// Tells which files are there instead of those that `bokföring` names. False, with nothing told,
  /// when there are none.
  private static func reportOthers(
    _ named: Located<String>, folder: EnterpriseFolder, log: inout InputLog,
    _ diagnostics: inout DiagnosticList
  ) -> Bool {
    let listed = log.list(namedAt: named.location, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.files(insteadOf: named.value)
    }
    guard let there = listed else { return true }
    guard !there.isEmpty else { return false }
    let shown = there.prefix(8).joined(separator: ", ") + (there.count > 8 ? " ..." : "")
    diagnostics.report("CMD039", at: named.location, ["pattern": named.value, "names": shown])
    log.isMissing()
    return true
  }

  /// Takes the legal form that a file states where the settings state none. A form that is assumed
  /// decides how equity is laid out, so it is told; one that has no layout here stops the report.
  private mutating func takeForm(of file: BooksFile?, diagnostics: inout DiagnosticList) {
    guard let file else { return }
    let place = SourceLocation(file: file.path)
    guard let code = file.reading.ledger.organisation.form, !code.isEmpty else {
      diagnostics.report("SET120", at: place)
      return
    }
    guard let stated = LegalForm(sieCode: code) else {
      diagnostics.report("SET121", at: place, ["code": code])
      return
    }
    form = stated
  }

  /// The name that the latest file gives the enterprise.
  var name: String? { all.last?.reading.ledger.organisation.name }

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
    let ended = self.ended
    guard let wanted else {
      guard let latest = ended.last else {
        if !lacksFiles { reportNoneEnded(to: &diagnostics) }
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
    // The year may be that of a file which could not be used.
    guard !lacksFiles else { return nil }
    diagnostics.report(
      "CMD008", at: settings.location,
      [
        "year": wanted,
        "years": (all + whole).sorted { $0.year < $1.year }.map { label(of: $0.year) }
          .joined(separator: ", "),
      ])
    return nil
  }

  /// Every file was made before its year ended: tells when the latest was.
  private func reportNoneEnded(to diagnostics: inout DiagnosticList) {
    guard let latest = all.last else { return }
    diagnostics.report(
      "CMD018", at: SourceLocation(file: latest.path),
      [
        "year": label(of: latest.year), "end": latest.year.end,
        "generated": latest.reading.ledger.organisation.generated?.description,
      ])
  }

  /// The year before: its own file, else year -1 of this year's.
  func previous(of books: YearBooks) -> PreviousBooks? {
    yearBefore(books)?.own
      ?? books.balances.first { $0.trialBalance.yearOffset == books.offset - 1 }
  }

  /// The year before as its own file has it; nil when there is none.
  func yearBefore(_ books: YearBooks) -> YearBooks? {
    all.last { $0.year.end.adding(days: 1) == books.year.start }
  }

  /// The accounts of which a year's file tells some month by object only, also those of the year
  /// before where the year opens with what it closes with.
  func accountsKnownByObjectOnly(_ books: YearBooks) -> [Account] {
    let ledger = books.reading.ledger
    let own = ledger.accountsKnownByObjectOnly(books.offset)
    guard books.own.trialBalance.opening == .computed else { return own }
    let before = ledger.accountsKnownByObjectOnly(books.offset - 1)
    return own + before.filter { !own.contains($0) }
  }

  /// Tells which accounts those are.
  func reportKnownByObjectOnly(_ books: YearBooks, to diagnostics: inout DiagnosticList) {
    let untold = accountsKnownByObjectOnly(books)
    guard !untold.isEmpty else { return }
    diagnostics.report(
      "BOK095", at: SourceLocation(file: books.path),
      [
        "count": untold.count,
        "accounts": untold.prefix(10).map(\.number).joined(separator: ", ")
          + (untold.count > 10 ? " …" : ""),
      ])
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

  /// The latest day on which a file was made (#GEN); nil when none says so.
  var exportDay: CalendarDate? { all.compactMap(\.reading.ledger.organisation.generated).max() }

  /// The balances of every year that some file speaks of, the latest file first.
  var balances: [PreviousBooks] { all.reversed().flatMap(\.balances) }
}
