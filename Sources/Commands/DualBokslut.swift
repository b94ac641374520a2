// The command and its subcommands.

import ArgumentParser
import Interchange

/// The command line of the whole tool.
package struct DualBokslut: ParsableCommand {
  /// Name, abstract and subcommands.
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dualbokslut",
      abstract: HelpText.of("root"),
      version: "\(ReportRun.program.name) \(ReportRun.program.version)",
      subcommands: [
        AdoptCommand.self, BalanceCommand.self, CheckCommand.self, ExplainCommand.self,
        InitCommand.self, KontonCommand.self, ParametersCommand.self, ReportCommand.self,
      ])
  }

  /// `--language` may stand before the command too.
  @OptionGroup package var options: LanguageOption

  /// An empty command for the parser.
  package init() {}

  /// Without a command there is nothing to do but to tell which there are.
  package mutating func run() throws {
    print(Self.helpMessage())
    try ExitStatus.usage.exit()
  }
}
