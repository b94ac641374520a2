// `dualbokslut check DIR|FILE...`: every problem of an input at once, nothing written.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Enterprise
import Importers
import Reporting
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

  @Flag(help: .text("check.antaganden"))
  var antaganden = false

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if format != nil, !indikatorer {
      throw ValidationError(TerminalText.of("check.format-alone", in: HelpText.language))
    }
    if antaganden, indikatorer {
      throw ValidationError(TerminalText.of("check.one-page", in: HelpText.language))
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
      if antaganden {
        status = status.combined(with: printAssumptions(path))
      } else {
        status = status.combined(
          with: EnterpriseFolder.isFolder(path) ? checkFolder(path) : checkSIEFile(path))
      }
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
    let bokslut = EnterpriseBokslut(enterprise, year: year, diagnostics: &diagnostics)
    enterprise.reportChanges(to: &diagnostics)
    let printer = printer(for: enterprise)
    printer.print(diagnostics)
    printer.printOwnNames(of: enterprise)
    let verdict = CheckVerdict(enterprise, bokslut, diagnostics, language: printer.language)
    for line in verdict.lines { print(line) }
    return diagnostics.hasErrors ? ExitStatus(enterprise.state, hasErrors: true) : .done
  }

  /// Prints what a board has to decide. What is not filled in yet is what the page is for, so only
  /// settings that cannot be read at all stop it.
  private func printAssumptions(_ path: String) -> ExitStatus {
    let enterprise = EnterpriseReading(path)
    let printer = printer(for: enterprise)
    guard let settings = enterprise.settings else {
      printer.print(enterprise.diagnostics, from: .error)
      return ExitStatus(enterprise.state, hasErrors: true)
    }
    let page = BoardPage(settings, register: enterprise.register, language: printer.language)
    print(page.lines.joined(separator: "\n"))
    return .done
  }

  private func printer(for enterprise: EnterpriseReading) -> DiagnosticPrinter {
    DiagnosticPrinter(
      option: options.language, settings: enterprise.settings?.organisation.language)
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
