// `dualbokslut check DIR|FILE...`: every problem of an input at once, nothing written.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Enterprise
import Importers
import Rulebook

/// Lists what is odd, doubtful or wrong in the inputs.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("check") }

  @Argument(help: .text("check.paths"), completion: .file())
  var paths: [String]

  @Option(parsing: .unconditional, help: .text("check.year"))
  var year: String?

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    var status = clashes()
    for path in paths {
      status = status.combined(
        with: EnterpriseFolder.isFolder(path) ? checkFolder(path) : checkSIEFile(path))
    }
    try status.exit()
  }

  /// Tells which folders `report` would refuse since they would write over each other's reports.
  private func clashes() -> ExitStatus {
    let folders = paths.filter(EnterpriseFolder.isFolder)
    guard folders.count > 1 else { return .done }
    let printer = DiagnosticPrinter(option: options.language)
    let findings = FolderClashes(folders.map { EnterpriseReading(settingsOf: $0) }).all
    for finding in findings { printer.print(finding) }
    return findings.isEmpty ? .done : .usage
  }

  /// Checks an enterprise's folder as a report would, short of writing one.
  private func checkFolder(_ path: String) -> ExitStatus {
    let enterprise = EnterpriseReading(path)
    var diagnostics = enterprise.diagnostics
    _ = EnterpriseBokslut(enterprise, year: year, diagnostics: &diagnostics)
    enterprise.reportChanges(to: &diagnostics)
    let printer = DiagnosticPrinter(
      option: options.language, settings: enterprise.settings?.organisation.language)
    printer.print(diagnostics)
    return diagnostics.hasErrors ? ExitStatus(enterprise.state, hasErrors: true) : .done
  }

  /// Checks one SIE file, with the trial balance of every year in it, and prints all findings.
  private func checkSIEFile(_ path: String) -> ExitStatus {
    let printer = DiagnosticPrinter(option: options.language)
    let (reading, status) = SIEFileInput.read(path, printer: printer)
    guard let reading else { return status }
    var diagnostics = reading.diagnostics
    // A year that only its #RAR names has nothing to check, and that an earlier year lacks opening
    // balances is the rule.
    for year in reading.ledger.years
    where reading.isReadable && (year.offset == 0 || !year.balances.isEmpty) {
      var found = DiagnosticList()
      _ = TrialBalance(
        of: reading.ledger, yearOffset: year.offset, diagnostics: &found)
      for finding in found.all where year.offset == 0 || finding.code != "SIE062" {
        diagnostics.report(finding.code, at: finding.location, finding.arguments)
      }
    }
    printer.print(diagnostics)
    return diagnostics.hasErrors ? .wrongInput : .done
  }
}
