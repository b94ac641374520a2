// `--help` in both languages, what a bare command says, and completion of paths.

import Diagnostics
import Foundation
import Testing

@testable import Commands

struct HelpTests {
  /// A command of the program's own description of its command line.
  private struct Described: Decodable {
    struct Argument: Decodable {
      let valueName: String?
      let abstract: String?
    }
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Described]?
  }

  private struct Description: Decodable { let command: Described }

  /// Every text of help with where it stands; what the parser adds by itself is left out.
  private func texts(in language: Language) throws -> [(place: String, text: String)] {
    let run = try Tool.run(["--experimental-dump-help", "--language", language.rawValue])
    #expect(run.status == 0)
    let root = try JSONDecoder().decode(Description.self, from: Data(run.output.utf8)).command
    var found: [(String, String)] = []
    func collect(_ command: Described) {
      found.append((command.commandName, command.abstract ?? ""))
      if let discussion = command.discussion { found.append((command.commandName, discussion)) }
      for argument in command.arguments ?? []
      where !["help", "version"].contains(argument.valueName) {
        found.append(
          ("\(command.commandName) \(argument.valueName ?? "")", argument.abstract ?? ""))
      }
      for inner in command.subcommands ?? [] where inner.commandName != "help" { collect(inner) }
    }
    collect(root)
    return found
  }

  @Test("the help of every command, argument and option is a row of help.tsv, in both languages")
  func everyText() throws {
    let (swedish, english) = (try texts(in: .swedish), try texts(in: .english))
    #expect(swedish.count == english.count && swedish.count > 30)
    let rows = HelpText.keys.map { key in
      [Language.swedish, .english].map { language in
        HelpText.$language.withValue(language) { HelpText.of(key) }
      }
    }
    for row in rows { #expect(row.allSatisfy { !$0.isEmpty } && row[0] != row[1], "\(row)") }
    for (one, other) in zip(swedish, english) {
      #expect(one.place == other.place)
      #expect(rows.contains([one.text, other.text]), "\(one.place): ”\(one.text)”")
    }
    // And no row is left that nobody asks for.
    let shown = Set(swedish.map(\.text))
    for row in rows { #expect(shown.contains(row[0]), "\(row[0])") }
  }

  @Test("--language goes before and after the command, and reaches its help and its work")
  func language() throws {
    let english = try Tool.run(["report", "--help", "--language", "en"])
    #expect(english.status == 0 && english.output.contains("The enterprises' folders."))
    for arguments in [
      ["--language", "en", "report", "--help"], ["report", "--language=en", "--help"],
      ["help", "report", "--language", "en"],
    ] {
      #expect(try Tool.run(arguments).output == english.output, "\(arguments)")
    }
    let swedish = try Tool.run(["report", "--help"])
    #expect(swedish.output.contains("Företagens mappar."))
    // The environment says which language help and messages speak, unless the option does.
    let environment = ["LANG": "en_GB.UTF-8"]
    #expect(
      try Tool.run(["report", "--help"], environment: environment).output == english.output)
    #expect(
      try Tool.run(["--language", "sv", "report", "--help"], environment: environment).output
        == swedish.output)
    for arguments in [
      ["--language", "en", "check", "saknas"], ["check", "saknas", "--language", "en"],
    ] {
      #expect(try Tool.run(arguments).errors.contains("What to do:"))
    }
    #expect(try Tool.run(["--language", "tyska", "check", "saknas"]).status == 64)
    // After -- it is a folder's name.
    #expect(try Tool.run(["check", "--", "--language", "en"]).errors.contains("Gör så här:"))
  }

  @Test("a bare command prints help and ends with 64; help that was asked for with 0")
  func bare() throws {
    let bare = try Tool.run([])
    #expect(bare.status == 64 && bare.errors.isEmpty)
    #expect(bare.output.contains("explain") && bare.output.contains("Gör de två boksluten"))
    let english = try Tool.run(["--language", "en"])
    #expect(english.status == 64 && english.output.contains("Makes the two sets of accounts"))
    #expect(try Tool.run(["--help"]).status == 0)
    #expect(try Tool.run(["finns-inte"]).status == 64)
  }

  @Test("parameters speak English when asked, whatever the environment says otherwise")
  func parameters() throws {
    let english = try Tool.run(["parameters", "--language", "en"])
    let head = try #require(english.output.split(separator: "\n").first)
    #expect(
      head.split(separator: " ").map(String.init)
        == ["id", "value", "unit", "from", "to", "status", "source"])
    #expect(english.output.contains("until further notice") && english.output.contains("31.42"))
    #expect(english.output.contains("SEK/month"))
    let plain = try Tool.run(["parameters"])
    #expect(plain.output.contains("tills vidare") && plain.output.contains("31,42"))
    #expect(try Tool.run(["parameters"], environment: ["LANG": "en_US"]).output == plain.output)
    let unknown = try Tool.run(["parameters", "--id", "prisbasbelop", "--language", "en"])
    #expect(unknown.status == 64 && unknown.errors.contains("What to do:"))
    let day = try Tool.run(["parameters", "--date", "igår", "--language", "en"])
    #expect(day.status == 64 && day.errors.contains("is no date"))
  }

  @Test("completions know folders and files", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try Tool.run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    let (folder, file): (String, String) =
      switch shell {
      case "bash": ("__dualbokslut_add_completions -d", "__dualbokslut_add_completions -f")
      case "zsh": (":_files -/'", ":_files'")
      default: ("__fish_complete_directories", "-F")
      }
    #expect(run.output.contains(folder), "\(shell)")
    #expect(run.output.contains(file), "\(shell)")
  }
}
