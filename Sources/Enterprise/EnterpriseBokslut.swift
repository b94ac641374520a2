// From an enterprise as read to both bokslut of one year.

import Bookkeeping
import Calculation
import Diagnostics
import Importers
import Interchange
import Rulebook

/// Both bokslut of a year; nil where something makes a figure wrong.
package struct EnterpriseBokslut {
  /// The enterprise's settings.
  package let settings: Settings
  /// The label of the year: `2025`, or `2025-04` when two end in one calendar year.
  package let yearLabel: String
  /// The day that the report prints: #GEN, else the year's last day.
  package let date: CalendarDate
  /// The first bokslut.
  package let first: FirstBokslut
  /// The second.
  package let second: SecondBokslut
  /// The first in context: several years, equity and key figures.
  package let review: BooksReview
  /// The books of the year, for whoever audits them.
  package let books: AuditedBooks
  /// The years before it, computed anew, and last year as filed.
  package let others: OtherYears
  /// Why the books of the year are preliminary; nil when they are whole.
  package let preliminary: PreliminaryBooks?
  /// Digests of the files that both are made from.
  package let inputs: [FileDigest]
  /// Every warning of reading, statement, register and calculation, as the terminal prints them.
  package let warnings: [Diagnostic]

  /// Computes both; every problem is added to `diagnostics`. Preliminary books are an error where
  /// the report must be final (`--slutlig`).
  package init?(
    _ enterprise: EnterpriseReading, year wanted: String?, mustBeFinal: Bool = false,
    diagnostics: inout DiagnosticList
  ) {
    guard let stated = enterprise.settings, let all = enterprise.books,
      let books = all.choose(wanted, settings: stated, diagnostics: &diagnostics)
    else { return nil }
    let settings = all.settings(stated, for: books, diagnostics: &diagnostics)
    func check(soundBooks: Bool, _ diagnostics: inout DiagnosticList) {
      // Where the newest file cannot be read, an older year would be asked in its stead.
      guard wanted != nil || !all.lacksFiles else { return }
      CalculationCheck(
        enterprise: enterprise, settings: settings, books: books, areBooksSound: soundBooks
      ).report(to: &diagnostics)
    }
    if let incomplete = books.incomplete {
      incomplete.report(in: books.path, to: &diagnostics)
      check(soundBooks: false, &diagnostics)
      return nil
    }
    let filed = enterprise.previous?.opening(of: books.year, diagnostics: &diagnostics)
    inputs = enterprise.inputs + (filed?.input.map { [$0] } ?? [])
    let ledger = books.reading.ledger
    let balance = books.own.trialBalance
    // What a year's balances sum to is told with its balance sheet.
    for finding in books.findings.all where !["SIE054", "SIE055"].contains(finding.code) {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
    all.reportPreliminary(upTo: books, mustBeFinal: mustBeFinal, to: &diagnostics)
    for file in all.all where file.year < books.year { file.reportUnstated(to: &diagnostics) }
    books.reportUnstated(to: &diagnostics)
    preliminary = books.preliminary
    let place = SourceLocation(file: books.path)
    let previous = all.previous(of: books)
    let outcome = FirstBokslut.compute(
      FirstBokslutInput(
        form: settings.organisation.form, year: books.year, current: balance, previous: previous,
        links: settings.links, rowOverrides: settings.rowOverrides, location: place))
    let untold = all.accountsKnownByObjectOnly(books)
    // Accounts that are not known keep the balance sheet from tying: one cause, one message.
    // So does a form that is not known, which decides the rows.
    let isFormKnown = !settings.faultyKeys.contains("organisation")
    for finding in outcome.diagnostics.all
    where (untold.isEmpty || finding.code != "BOK011")
      && (isFormKnown || finding.arguments["form"] == nil)
    {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
    all.reportKnownByObjectOnly(books, to: &diagnostics)
    // Of what is wrong in books, settings or register no figure is made, but what else the
    // calculation would ask of them is told too.
    let areBooksSound = !outcome.diagnostics.hasErrors && untold.isEmpty
    guard let first = outcome.bokslut, areBooksSound, !enterprise.diagnostics.hasErrors,
      settings.outcomes == nil || enterprise.register != nil
    else {
      check(
        soundBooks: areBooksSound && outcome.bokslut != nil
          && !books.reading.diagnostics.hasErrors && !books.findings.hasErrors,
        &diagnostics)
      return nil
    }
    let bank = ParameterBank(settings: settings)
    let ties: [BalanceSheetTie]
    do throws(ArithmeticOverflow) {
      ties = try first.balanceSheetTies()
    } catch {
      diagnostics.report("BOK090", at: place)
      return nil
    }
    let second = SecondBokslutCalculation.compute(
      SecondBokslutInput(
        settings: settings, year: books.year, ledger: ledger, yearOffset: books.offset,
        trialBalance: balance,
        opening: previous?.origin == .ownFile ? first.opening : nil, balanceSheets: ties,
        result: first.result, statement: first.incomeStatement, register: enterprise.register,
        bank: bank, adopted: filed?.adopted),
      diagnostics: &diagnostics)
    guard let second else { return nil }
    second.tellUntold(at: settings.location, diagnostics: &diagnostics)
    // A year inside a later file is known best by the file as read for it.
    let known = books.offset == 0 ? all.balances : books.balances + all.balances
    others = OtherYears(
      earlier: EarlierYear.all(
        before: books, in: all, known: known, of: enterprise, bank: bank,
        diagnostics: &diagnostics),
      filed: filed?.filed)
    do throws(ArithmeticOverflow) {
      review = try BooksReview.compute(
        first: first, second: second, years: known, settings: settings,
        dividends: all.dividends(of: books),
        transfers: ledger.transfersWithinEquity(yearOffset: books.offset))
    } catch {
      diagnostics.report("KAL009", at: place)
      return nil
    }
    var found = enterprise.diagnostics
    found.append(contentsOf: diagnostics)
    warnings = found.sorted.filter { $0.severity == .warning }
    self.books = AuditedBooks(
      ledger: ledger, yearOffset: books.offset, trialBalance: balance, file: books.relativePath)
    self.settings = settings
    self.yearLabel = all.label(of: books.year)
    self.date = ledger.organisation.generated ?? books.year.end
    self.first = first
    self.second = second
  }
}
