// `dualbokslut check FILE...`: every problem of an input at once, nothing written.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Importers

/// Lists what is odd, doubtful or wrong in the inputs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Granskar SIE-filer: alla problem på en gång, ingenting skrivs.")

  @Argument(help: "SIE-filer.")
  var paths: [String]

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    let printer = DiagnosticPrinter(option: options.language)
    var status = ExitStatus.done
    for path in paths { status = status.combined(with: checkSIEFile(path, printer: printer)) }
    try status.exit()
  }
}

/// Checks one SIE file, with the trial balance of every year in it, and prints all findings.
func checkSIEFile(_ path: String, printer: DiagnosticPrinter) -> ExitStatus {
  let (reading, status) = SIEFileInput.read(path, printer: printer)
  guard let reading else { return status }
  var diagnostics = reading.diagnostics
  for year in reading.ledger.years where reading.isReadable {
    _ = TrialBalance(of: reading.ledger, yearOffset: year.offset, diagnostics: &diagnostics)
  }
  printer.print(diagnostics)
  return diagnostics.hasErrors ? .wrongInput : .done
}
