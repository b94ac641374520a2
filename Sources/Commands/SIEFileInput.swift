// Opens a SIE file for a command: reading, or the finding and status that say why not.

import Bookkeeping
import Diagnostics
import Importers

/// A SIE file that a command was given.
enum SIEFileInput {
  /// Reads the file; when its bytes cannot be had, prints why and gives the status.
  static func read(
    _ path: String, printer: DiagnosticPrinter
  ) -> (reading: SIEReading?, status: ExitStatus) {
    let place = SourceLocation(file: path)
    do {
      let reading = try SIEReading(path: path)
      return (reading, .done)
    } catch {
      switch error {
      case .missing:
        printer.print(Diagnostic("SIE005", at: place))
        return (nil, .missingInput)
      case .folder:
        printer.print(Diagnostic("SIE006", at: place))
        return (nil, .wrongInput)
      case .unreadable(let reason):
        printer.print(Diagnostic("SIE007", at: place, ["reason": .text(reason)]))
        return (nil, .readWriteError)
      }
    }
  }
}
