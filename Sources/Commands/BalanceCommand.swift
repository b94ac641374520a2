// `dualbokslut balance FILE`: the trial balance of a year in a SIE file.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Exporters
import Importers

/// Shows the trial balance (*saldobalans*) of one year.
struct BalanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("balance") }

  /// How the balance is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  @Argument(help: .text("balance.file"), completion: .file())
  var file: String

  @Option(parsing: .unconditional, help: .text("balance.year"))
  var year = "0"

  @Option(help: .text("balance.format"))
  var format = Format.text

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    guard Int(year) != nil || year.wholeMatch(of: /\d{4}-\d{2}/) != nil else {
      throw ValidationError(
        TerminalText.of("balance.year", in: HelpText.language, ["year": year]))
    }
  }

  mutating func run() throws {
    let printer = DiagnosticPrinter(option: options.language)
    let (reading, status) = SIEFileInput.read(file, printer: printer)
    guard let reading else { return try status.exit() }
    var diagnostics = reading.diagnostics
    defer { printer.print(diagnostics, from: .warning) }
    guard reading.isReadable else { return try ExitStatus.wrongInput.exit() }
    guard let offset = YearChoice(year).offset(in: reading.ledger) else {
      let known = reading.ledger.years.map { YearChoice.name(of: $0, in: reading.ledger) }
      diagnostics.report(
        "SIE050", at: SourceLocation(file: file),
        ["year": year, "known": known.joined(separator: ", ")])
      return try ExitStatus.wrongInput.exit()
    }
    let balance = TrialBalance(
      of: reading.ledger, yearOffset: offset, reading: .asStated, diagnostics: &diagnostics)
    switch format {
    case .text:
      let title = PersonalIdentityNumber.masked(reading.ledger.organisation.name ?? file)
      print(balance.text(title: title, in: options.language ?? .swedish), terminator: "")
    case .csv: print(balance.csv(), terminator: "")
    case .json: print(balance.json(), terminator: "")
    }
    if diagnostics.hasErrors { try ExitStatus.wrongInput.exit() }
  }
}
