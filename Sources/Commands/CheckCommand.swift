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

  @Flag(help: .text("check.indikatorer"))
  var indikatorer = false

  @Option(help: .text("check.format"))
  var format: IndicatorCheck.Format?

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if format != nil, !indikatorer {
      throw ValidationError(TerminalText.of("check.format-alone", in: HelpText.language))
    }
    if format == .csv, paths.count > 1 {
      throw ValidationError(TerminalText.of("check.csv-many", in: HelpText.language))
    }
  }

  mutating func run() throws {
    if indikatorer {
      var status = ExitStatus.done
      let indicators = IndicatorCheck(
        year: year, format: format ?? .text, language: options.language)
      for path in paths { status = status.combined(with: indicators.run(path)) }
      return try status.exit()
    }
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
    printer.printOwnNames(of: enterprise)
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

extension DiagnosticPrinter {
  /// Says which of the settings' own headings and words the register uses, on a line of stdout.
  fileprivate func printOwnNames(of enterprise: EnterpriseReading) {
    guard let names = enterprise.register?.ownNames, !names.isEmpty else { return }
    let list = PersonalIdentityNumber.masked(names.joined(separator: ", "))
    Swift.print("\(Words.word("own-names.used", in: language)) \(list)")
  }
}
