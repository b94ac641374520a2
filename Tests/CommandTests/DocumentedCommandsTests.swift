// The handbook and README name the commands and options that the program has, and no others.

import Foundation
import Testing

@Suite struct DocumentedCommandsTests {
  private static func document(_ path: String) throws -> String {
    try String(contentsOf: Tool.root.appending(path: path), encoding: .utf8)
  }

  /// The names below SUBCOMMANDS.
  private static func commands() throws -> [String] {
    let help = try Tool.run(["--help"]).output
    let list = help.split(separator: "SUBCOMMANDS:").last ?? ""
    return list.matches(of: /(?m)^  ([a-z-]+) +\S/).map { String($0.1) }
      .filter { $0 != "help" }
  }

  @Test("every command stands in both", arguments: ["README.md", "docs/handbok.md"])
  func everyCommand(path: String) throws {
    let text = try Self.document(path)
    let commands = try Self.commands()
    #expect(commands.count >= 6)
    for command in commands {
      let isNamed = text.contains("`\(command)`") || text.contains("dualbokslut \(command)")
      #expect(isNamed, "\(command)")
    }
  }

  @Test("what is told to be typed can be typed", arguments: ["README.md", "docs/handbok.md"])
  func nothingElse(path: String) throws {
    let text = try Self.document(path)
    let commands = try Self.commands()
    var helps: [String: String] = [:]
    for command in commands { helps[command] = try Tool.run([command, "--help"]).output }
    var seen = 0
    for line in text.split(separator: "\n") {
      for match in line.matches(of: /dualbokslut ([a-z]+)(?: ([^`]*))?/) {
        let name = String(match.1)
        // An option right after the program's name, or running text, is no command.
        guard let help = helps[name] else {
          if line.contains("`dualbokslut \(name)") || line.hasPrefix("dualbokslut \(name)") {
            Issue.record("\(path): there is no command \(name)")
          }
          continue
        }
        seen += 1
        for option in (match.2 ?? "").matches(of: /--[a-zåäö-]+/) {
          #expect(help.contains(option.0), "\(path): \(name) has no \(option.0)")
        }
      }
    }
    #expect(seen >= 5)
  }
}
