// The words of the command line in both languages, from Data/help.tsv and Data/terminal.tsv.

import ArgumentParser
import Diagnostics

/// What `--help` says. The parser asks for a text each time it makes a command, so the language is
/// chosen once, before the command line is parsed.
package enum HelpText {
  /// The language of every help text that is asked for.
  @TaskLocal package static var language = Language.swedish

  private static let texts = CommandTexts(EmbeddedData.help, key: "help")

  /// The keys, one a row of the file.
  static var keys: [String] { Array(texts.keys) }

  /// A text by its key.
  static func of(_ key: String) -> String { texts(key, in: language) }

  /// The language of help, which is written before the command line is understood: what follows
  /// `--language` wherever it stands, else that of the environment, else Swedish.
  static func language(of arguments: [String], environment: [String: String]) -> Language {
    let options = arguments.prefix { $0 != "--" }
    let stated = zip(options, options.dropFirst() + [""]).compactMap { option, next in
      if option == "--language" { return Language(rawValue: next) }
      guard option.hasPrefix("--language=") else { return nil }
      return Language(rawValue: String(option.dropFirst("--language=".count)))
    }
    return stated.last ?? DiagnosticPrinter.language(of: environment)
  }
}

extension ArgumentHelp {
  /// The help of an argument or option by its key.
  static func text(_ key: String) -> ArgumentHelp { ArgumentHelp(HelpText.of(key)) }
}

extension CommandConfiguration {
  /// A command whose help stands in the table under its name.
  init(_ name: String) {
    self.init(commandName: name, abstract: HelpText.of(name))
  }

  /// The same with more to say than fits in a line.
  init(discussed name: String) {
    self.init(
      commandName: name, abstract: HelpText.of(name),
      discussion: HelpText.of("\(name).discussion"))
  }
}

/// What commands say beside diagnostics.
enum TerminalText {
  private static let texts = CommandTexts(EmbeddedData.terminal, key: "text")

  /// A text with its facts in place.
  static func of(
    _ key: String, in language: Language, _ facts: KeyValuePairs<String, String> = [:]
  ) -> String {
    facts.reduce(texts(key, in: language)) { text, fact in
      text.replacing("{\(fact.key)}", with: fact.value)
    }
  }
}

/// A table of texts by key, in both languages.
private struct CommandTexts {
  private let rows: [String: EmbeddedTable.Row]

  init(_ table: StaticString, key: String) {
    rows = Dictionary(
      EmbeddedTable(table, separator: "\t").rows.map { ($0[key], $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var keys: Dictionary<String, EmbeddedTable.Row>.Keys { rows.keys }

  func callAsFunction(_ key: String, in language: Language) -> String {
    guard let row = rows[key] else { preconditionFailure("no text of commands has the key \(key)") }
    return row[language.rawValue]
  }
}
