// Starts the program and ends it with the right code and words.

import ArgumentParser
import Diagnostics
import Foundation

extension DualBokslut {
  /// Parses the command line and runs the command, with help in the language asked for. What the
  /// parser says of a mistyped value repeats it, so identity numbers are masked there too.
  package static func start() -> Never {
    let language = HelpText.language(
      of: Array(CommandLine.arguments.dropFirst()),
      environment: ProcessInfo.processInfo.environment)
    HelpText.$language.withValue(language) { runAndExit() }
  }

  private static func runAndExit() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      let status = exitCode(for: error).rawValue
      let text = PersonalIdentityNumber.masked(fullMessage(for: error))
      if !text.isEmpty {
        let stream = status == 0 ? FileHandle.standardOutput : FileHandle.standardError
        stream.write(Data("\(text)\n".utf8))
      }
      Foundation.exit(status)
    }
  }
}
