// `dualbokslut report DIR...`: both bokslut of every folder, written as an edition.

import ArgumentParser
import Diagnostics

/// Makes the reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Gör de två boksluten: arbetsbok, CSV-tabeller och bokslut.json för varje mapp.")

  /// Which editions are written.
  enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
    case publik
    case intern
    case båda

    /// The word may be written without its ring.
    init?(argument: String) {
      self.init(rawValue: argument == "bada" ? "båda" : argument)
    }
  }

  @Argument(help: "Företagens mappar.")
  var folders: [String]

  @Option(
    parsing: .unconditional,
    help: "Året: 2025, 2025-04 eller -1; annars det senaste avslutade.")
  var year: String?

  @Option(help: "Mappen som rapporterna skrivs i.")
  var output = "reports"

  @Option(help: "publik, intern eller båda. Publik kommer med röjandekontrollen.")
  var edition = EditionChoice.intern

  @Flag(help: "Varningar ger slutkod 1; rapporten skrivs ändå.")
  var strict = false

  @Flag(help: "Bara ett slutligt bokslut: ett preliminärt är ett fel.")
  var slutlig = false

  @Option(help: "Förra årets antagna bokslut.json.")
  var previous: String?

  @Flag(help: "Ingenting på stdout, inte heller på en terminal.")
  var quiet = false

  @Flag(help: "Skriv vad som gjordes, och varningar, också utanför en terminal.")
  var verbose = false

  @Option(help: "Skriv händelserna som JSON-rader i filen.")
  var log: String?

  @Flag(help: "Ersätt även en utgåva som en nyare version av programmet har skrivit.")
  var force = false

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    let printer = DiagnosticPrinter(option: options.language)
    if previous != nil, folders.count > 1 {
      printer.print(Diagnostic("CMD012", at: nil, ["count": folders.count]))
      return try ExitStatus.usage.exit()
    }
    guard edition == .intern else {
      printer.print(Diagnostic("CMD010", at: nil))
      return try ExitStatus.usage.exit()
    }
    let run = ReportRun(self)
    try run.reportAll().exit()
  }
}
