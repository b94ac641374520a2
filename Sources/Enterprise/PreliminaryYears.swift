// Which years' figures are preliminary, told of the year that is reported and of those before it.

import Bookkeeping
import Diagnostics

extension YearBooks {
  /// Why the books of its year are preliminary; nil when they are whole.
  var preliminary: PreliminaryBooks? {
    PreliminaryBooks(of: reading.ledger.organisation, year: year)
  }

  /// Tells that they are, as a warning, or as the error that `--slutlig` makes of it.
  func reportPreliminary(
    label: String, isRefused: Bool, to diagnostics: inout DiagnosticList
  ) {
    guard let preliminary else { return }
    let code: DiagnosticCode =
      switch preliminary {
      case .madeBefore: "SIE082"
      case .coversUntil: "SIE083"
      case .dayUnreadable: "SIE081"
      case .dayMissing: "SIE080"
      case .coverageUnreadable: "SIE084"
      }
    let place = SourceLocation(file: path)
    let facts: [String: any DiagnosticFact] = [
      "year": label, "end": year.end, "day": preliminary.day?.description,
    ]
    guard isRefused else { return diagnostics.report(code, at: place, facts) }
    diagnostics.report(
      "CMD038", at: place,
      ["finding": DiagnosticArgument.finding(code, facts.mapValues(\.argument)), "year": label])
  }
}

extension BooksReading {
  /// Tells of every file up to a year whose figures are preliminary; where the report must be final
  /// (`--slutlig`) that of the year itself is an error.
  func reportPreliminary(
    upTo books: YearBooks, mustBeFinal: Bool, to diagnostics: inout DiagnosticList
  ) {
    for file in all where file.year <= books.year {
      file.reportPreliminary(
        label: label(of: file.year), isRefused: mustBeFinal && file.year == books.year,
        to: &diagnostics)
    }
  }
}
