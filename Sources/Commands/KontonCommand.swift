// `dualbokslut konton DIR`: the result accounts, how each is placed, and rules to propose.

import ArgumentParser
import Diagnostics
import Enterprise
import Exporters
import Figures

/// Shows the result accounts with amounts, what each is in the second bokslut and by which rule,
/// the rules that take nothing, and rules for `kopplingar` that the accounts' names suggest.
struct KontonCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(discussed: "konton") }

  /// How the accounts are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case yaml
  }

  @Argument(help: .text("folder"), completion: .directory)
  var folder: String

  @Option(parsing: .unconditional, help: .text("year"))
  var year: String?

  @Option(help: .text("konton.format"))
  var format = Format.text

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    var enterprise = EnterpriseReading(accountsOf: folder)
    enterprise.readBooks()
    var diagnostics = enterprise.diagnostics
    let printer = DiagnosticPrinter(
      option: options.language, settings: enterprise.settings?.organisation.language)
    let listing = AccountListing(enterprise, year: year, diagnostics: &diagnostics)
    enterprise.reportChanges(to: &diagnostics)
    printer.print(diagnostics, from: .error)
    guard let listing, !diagnostics.hasErrors else {
      return try ExitStatus(enterprise.state, hasErrors: true).exit()
    }
    switch format {
    case .text: print(listing.text(in: printer.language), terminator: "")
    case .csv: print(listing.csv(), terminator: "")
    case .yaml: print(listing.rules(in: printer.language), terminator: "")
    }
  }
}
