// `dualbokslut check DIR|FILE...`: every problem of an input at once, nothing written.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Enterprise
import Importers
import Rulebook

/// Lists what is odd, doubtful or wrong in the inputs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Granskar mappar och SIE-filer: alla problem på en gång, ingenting skrivs.")

  @Argument(help: "Företagens mappar, eller SIE-filer.")
  var paths: [String]

  @Option(
    parsing: .unconditional,
    help: "Året som mappar granskas för: 2025, 2025-04 eller -1; annars det senaste avslutade.")
  var year: String?

  @Flag(
    help: ArgumentHelp(
      "Visa i stället registrets indikatorer, också utan bokföring.",
      discussion: "Tomma nycklar i inställningarna hindrar inte; fel i registret gör det."))
  var indikatorer = false

  @Option(help: "Med --indikatorer: text, eller csv med samma kolumner som indikatorer.csv.")
  var format: IndicatorCheck.Format?

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if format != nil, !indikatorer {
      throw ValidationError("--format hör till --indikatorer.")
    }
    if format == .csv, paths.count > 1 {
      throw ValidationError("--format csv tar en mapp i taget.")
    }
  }

  mutating func run() throws {
    var status = ExitStatus.done
    if indikatorer {
      let indicators = IndicatorCheck(
        year: year, format: format ?? .text, language: options.language)
      for path in paths { status = status.combined(with: indicators.run(path)) }
      return try status.exit()
    }
    for path in paths {
      status = status.combined(
        with: EnterpriseFolder.isFolder(path) ? checkFolder(path) : checkSIEFile(path))
    }
    try status.exit()
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
