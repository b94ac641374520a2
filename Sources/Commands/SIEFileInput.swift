// Opens a SIE file for a command: reading, or the finding and status that say why not.

import Diagnostics
import Enterprise
import Importers

/// A SIE file that a command was given.
enum SIEFileInput {
  /// Reads the file; when its bytes cannot be had, prints why and gives the status.
  static func read(
    _ path: String, printer: DiagnosticPrinter
  ) -> (reading: SIEReading?, status: ExitStatus) {
    let place = SourceLocation(file: path)
    do throws(FileReadingError) {
      return (try SIEReading(path: path), .done)
    } catch {
      switch error {
      case .missing: printer.print(Diagnostic("SIE005", at: place))
      case .folder: printer.print(Diagnostic("SIE006", at: place))
      case .unreadable(let reason):
        printer.print(Diagnostic("SIE007", at: place, ["reason": reason]))
      }
      return (nil, ExitStatus(error.state))
    }
  }
}
