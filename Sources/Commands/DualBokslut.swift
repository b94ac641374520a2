// The command and its subcommands.

import ArgumentParser

/// The command line of the whole tool.
public struct DualBokslut: ParsableCommand {
  /// Name, abstract and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "dualbokslut",
    abstract: "De två boksluten för arbetsintegrerande sociala företag.",
    subcommands: [
      BalanceCommand.self, CheckCommand.self, ExplainCommand.self, InitCommand.self,
      ParametersCommand.self,
      ReportCommand.self,
    ])

  /// An empty command for the parser.
  public init() {}
}
