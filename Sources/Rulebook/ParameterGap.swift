// The one message for a value that a calculation needs and does not find.

import Bookkeeping
import Diagnostics

extension DiagnosticList {
  /// Reports that a value is missing on days that need it (method.md section 6): one error for a
  /// run of days, naming parameter, days and what needs it.
  ///
  /// - Parameters:
  ///   - id: the parameter.
  ///   - period: the days without a value.
  ///   - need: what needs it, as the register or the series writes it (`D01, sjukpenning`).
  ///   - settings: the settings file, where the value would be filled in.
  public mutating func reportMissingParameter(
    _ id: String, in period: DateRange, neededBy need: String, settings: SourceLocation
  ) {
    report(
      "PAR001", at: settings,
      [
        "id": .text(id), "from": .text(period.start.description),
        "to": .text(period.end.description), "need": .text(need),
      ])
  }
}
