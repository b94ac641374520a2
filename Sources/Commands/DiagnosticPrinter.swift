// Prints findings to stderr in the reader's language, the same way in every command.

import ArgumentParser
import Diagnostics
import Foundation

extension Language: ExpressibleByArgument {}

/// The option that every command shares.
package struct LanguageOption: ParsableArguments {
  /// `--language sv|en`; nil when left out.
  @Option(help: .text("language"))
  package var language: Language?

  /// Nothing chosen.
  package init() {}
}

/// Writes diagnostics to stderr: one finding a paragraph, sorted by place, coloured on a terminal
/// only.
package struct DiagnosticPrinter: Sendable {
  /// The language of the messages.
  package let language: Language
  private let colour: Bool

  /// A printer in the language asked for (`--language`), else that of the settings, else that of
  /// LC_ALL, LC_MESSAGES or LANG when it is English, else Swedish.
  init(
    option: Language?, settings: Language? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.language = option ?? settings ?? Self.language(of: environment)
    self.colour = isatty(STDERR_FILENO) == 1 && environment["NO_COLOR"] == nil
  }

  /// The language of the environment.
  static func language(of environment: [String: String]) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.lowercased().hasPrefix("en") ? .english : .swedish
    }
    return .swedish
  }

  /// Prints the findings that matter as much as `severity` or more.
  package func print(_ diagnostics: DiagnosticList, from severity: Severity = .note) {
    for diagnostic in diagnostics.sorted where diagnostic.severity >= severity {
      write(diagnostic.rendered(in: language, colour: colour) + "\n")
    }
  }

  /// Prints one finding.
  package func print(_ diagnostic: Diagnostic) {
    write(diagnostic.rendered(in: language, colour: colour) + "\n")
  }

  /// Says something that is no finding, on a line of its own.
  func say(_ text: String) { write(text + "\n") }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
