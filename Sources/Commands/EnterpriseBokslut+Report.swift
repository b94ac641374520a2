// From both bokslut to the neutral report, the same for every command that needs one.

import Bookkeeping
import Diagnostics
import Enterprise
import Figures
import Foundation
import Reporting

extension EnterpriseBokslut {
  /// The report of the year, in the language asked for or else the settings'.
  func report(language: Language?) throws(ReportFault) -> Report {
    try ReportBuilder.build(
      first: first, second: second, settings: settings, yearLabel: yearLabel,
      date: Self.printedDate ?? date, language: language, review: review, books: books,
      others: others, preliminary: preliminary, warnings: warnings)
  }

  /// SOURCE_DATE_EPOCH, when it is set: the day that builds which must be reproducible print.
  private static var printedDate: CalendarDate? {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
      .flatMap { Int64($0) }.map { CalendarDate(dayNumber: Int32(clamping: $0 / 86_400)) }
  }
}
