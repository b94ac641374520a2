// The command and its subcommands.

import ArgumentParser
import Interchange

/// The command line of the whole tool.
package struct DualBokslut: ParsableCommand {
  /// Name, abstract and subcommands.
  package static let configuration = CommandConfiguration(
    commandName: "dualbokslut",
    abstract: "De två boksluten för arbetsintegrerande sociala företag.",
    version: "\(ReportRun.program.name) \(ReportRun.program.version)",
    subcommands: [
      AdoptCommand.self,
      BalanceCommand.self, CheckCommand.self, ExplainCommand.self, InitCommand.self,
      KontonCommand.self,
      ParametersCommand.self,
      ReportCommand.self,
    ])

  /// An empty command for the parser.
  package init() {}
}
