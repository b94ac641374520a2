// `dualbokslut report DIR...`: both bokslut of every folder, written as an edition.

import ArgumentParser
import Diagnostics

/// Makes the reports.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("report") }

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

  @Argument(help: .text("folders"), completion: .directory)
  var folders: [String]

  @Option(parsing: .unconditional, help: .text("year"))
  var year: String?

  @Option(help: .text("report.output"), completion: .directory)
  var output = "reports"

  @Option(help: .text("report.edition"))
  var edition = EditionChoice.intern

  @Flag(help: .text("report.strict"))
  var strict = false

  @Flag(help: .text("report.slutlig"))
  var slutlig = false

  @Option(help: .text("report.previous"), completion: .file(extensions: ["json"]))
  var previous: String?

  @Flag(help: .text("report.quiet"))
  var quiet = false

  @Flag(help: .text("report.verbose"))
  var verbose = false

  @Option(help: .text("report.log"), completion: .file())
  var log: String?

  @Flag(help: .text("report.force"))
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
