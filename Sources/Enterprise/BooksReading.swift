// The SIE files of an enterprise, one a fiscal year, and which year is to be reported.

import Bookkeeping
import Calculation
import Diagnostics
import Importers
import Rulebook

/// One SIE file that holds a fiscal year.
struct YearBooks {
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
  /// The trial balance of its own year.
  let own: PreviousBooks
  /// What is odd in that trial balance.
  let findings: DiagnosticList
  /// The balances of every year that it speaks of and that has any: its own, and those before it as
  /// far as the file goes. What is odd in those was said when that year was reported.
  let balances: [PreviousBooks]

  /// The books of a file; nil when it does not say which days its year 0 has.
  init?(path: String, relativePath: String, bytes: FileBytes, reading: SIEReading) {
    let ledger = reading.ledger
    guard let year = ledger.year(0)?.fiscalYear else { return nil }
    func books(_ year: LedgerYear, _ found: inout DiagnosticList) -> PreviousBooks {
      PreviousBooks(
        year: year.fiscalYear,
        trialBalance: TrialBalance(of: ledger, yearOffset: year.offset, diagnostics: &found),
        origin: year.offset == 0 ? .ownFile : .thisFile, location: SourceLocation(file: path))
    }
    var (findings, silent) = (DiagnosticList(), DiagnosticList())
    let all = ledger.years.filter { $0.offset <= 0 }.map { year in
      year.offset == 0 ? books(year, &findings) : books(year, &silent)
    }
    guard let own = all.first(where: { $0.origin == .ownFile }) else { return nil }
    (self.path, self.relativePath, self.bytes, self.reading) = (path, relativePath, bytes, reading)
    (self.year, self.own, self.findings) = (year, own, findings)
    balances = all.filter { !$0.trialBalance.rows.isEmpty }
  }
}

/// Every SIE file of an enterprise in the order of years.
struct BooksReading {
  private(set) var all: [YearBooks] = []

  init(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    for (relative, place) in Self.files(settings, folder: folder, log: &log, &diagnostics) {
      let found = log.read(
        relative, in: folder, namedAt: place, mapsLarge: true, diagnostics: &diagnostics)
      guard let bytes = found else { continue }
      let path = folder.path(of: relative)
      let reading = SIEReading(bytes, name: path)
      diagnostics.append(contentsOf: reading.diagnostics)
      guard reading.isReadable else { continue }
      let books = YearBooks(path: path, relativePath: relative, bytes: bytes, reading: reading)
      guard let books else {
        diagnostics.report("CMD006", at: SourceLocation(file: path))
        continue
      }
      books.reportUnprintable(to: &diagnostics)
      all.append(books)
    }
    all.sort { ($0.year, $0.path) < ($1.year, $1.path) }
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
      let listed = log.list(namedAt: pattern.location, diagnostics: &diagnostics) {
        () throws(FolderListingError) in try folder.files(matching: pattern.value)
      }
      guard let files = listed else { return [] }
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
    if let offset = Int(wanted), offset <= 0 {
      let base = (ended.isEmpty ? all : ended)
      let index = base.count - 1 + offset
      if base.indices.contains(index) { return base[index] }
    } else if let books = all.last(where: {
      label(of: $0.year) == wanted || $0.year.label(amongSeveral: true) == wanted
    }) {
      return books
    }
    diagnostics.report(
      "CMD008", at: settings.location,
      [
        "year": wanted,
        "years": all.map { label(of: $0.year) }.joined(separator: ", "),
      ])
    return nil
  }

  /// The year before: its own file, else year -1 of this year's.
  func previous(of books: YearBooks) -> PreviousBooks? {
    all.last { $0.year.end.adding(days: 1) == books.year.start }?.own
      ?? books.balances.first { $0.trialBalance.yearOffset == -1 }
  }

  /// The balances of every year that some file speaks of, the latest file first.
  var balances: [PreviousBooks] { all.reversed().flatMap(\.balances) }
}
