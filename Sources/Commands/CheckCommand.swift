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
  // A year that only its #RAR names has nothing to check, and that an earlier year lacks opening
  // balances is the rule.
  for year in reading.ledger.years
  where reading.isReadable && (year.offset == 0 || !year.balances.isEmpty) {
    var found = DiagnosticList()
    _ = TrialBalance(of: reading.ledger, yearOffset: year.offset, diagnostics: &found)
    for finding in found.all where year.offset == 0 || finding.code != "SIE062" {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
  }
  printer.print(diagnostics)
  return diagnostics.hasErrors ? .wrongInput : .done
}
