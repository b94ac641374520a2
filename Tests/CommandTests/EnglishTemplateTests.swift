// `dualbokslut init --language en`: the same keys and words as in Swedish, explained in English.

import Exporters
import Foundation
import Importers
import Testing

struct EnglishTemplateTests {
  private func settings(_ file: String) throws -> String {
    let files = try EnterpriseTemplate.files(
      register: .workbook, in: file == "en" ? .english : .swedish)
    let settings = try #require(files.first { $0.path == "dualbokslut.yaml" })
    return String(decoding: settings.bytes, as: UTF8.self)
  }

  /// The settings that stand in a template, in order, each with its indentation and whether it is
  /// switched off: lines but explanations, up to the colon or the end.
  private func keys(_ template: String) -> [Substring] {
    template.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^ *(?:#(?=[^ #]))?(?:- )?[^#:]+(?::|$)/)?.0
    }
  }

  @Test("both settings files have the same keys in the same order, on and off, and the same blanks")
  func sameKeys() throws {
    let (swedish, english) = (try settings("sv"), try settings("en"))
    #expect(keys(swedish).count > 150)
    #expect(keys(swedish) == keys(english))
    let (ours, theirs) = (swedish.split(separator: "\n"), english.split(separator: "\n"))
    #expect(
      ours.filter { $0.hasSuffix(": # FYLL I") }.map { $0.dropLast(6) }
        == theirs.filter { $0.hasSuffix(": # FILL IN") }.map { $0.dropLast(7) })
    #expect(!english.contains("FYLL I") && english.contains("\n  språk: en\n"))
    // Every explanation is in English; what is left in both are lists of Swedish words and rules.
    let same = Set(ours.filter { $0.contains(/^ *# [^-]/) }).intersection(theirs)
    #expect(same.count <= 6, "\(same)")
  }

  @Test("the register has English sheets or files and headings that the reader knows")
  func register() throws {
    let work = try TemporaryFolder()
    for (folder, option) in [("bok", []), ("tabeller", ["--csv"])] {
      let made = try Tool.run(["--language", "en", "init", folder] + option, in: work.url)
      #expect(made.status == 0 && made.output.contains("marked FILL IN"))
      let check = try Tool.run(["check", folder], in: work.url)
      #expect(check.status == 66)
      // The settings say that the report is in English, and so are the messages.
      #expect(check.errors.contains("What to do:"))
      #expect(check.errors.contains("[INI001]") && check.errors.contains("[INI003]"))
      for unknown in ["REG001", "REG003", "REG007", "REG009", "REG052"] {
        #expect(!check.errors.contains("[\(unknown)]"), "\(unknown)")
      }
    }
    let names = try work.files().keys
    for name in ["participants.csv", "follow_ups.csv", "README.txt"] {
      #expect(names.contains("tabeller/utfall/\(name)"))
    }
    let head = try Data(
      contentsOf: work.url.appending(path: "tabeller/utfall/participants.csv"))
    #expect(
      String(decoding: head.dropFirst(3), as: UTF8.self)
        .hasPrefix("Participant;Birth year;Gender;Referred by;"))
  }

  @Test("files never look at the environment; what is told in the terminal does")
  func environment() throws {
    let work = try TemporaryFolder()
    _ = try Tool.run(["init", "sv"], in: work.url)
    let other = try Tool.run(["init", "en"], in: work.url, environment: ["LANG": "en_US.UTF-8"])
    #expect(other.output.contains("marked FYLL I"))
    let files = try work.files()
    for (name, bytes) in files where name.hasPrefix("sv/") {
      #expect(files["en/" + name.dropFirst(3)] == bytes, "\(name)")
    }
  }
}
