// `dualbokslut explain` by what people call a figure: its name, its cell, and how deep the way is.

import Diagnostics
import Disclosure
import Exporters
import Figures
import Foundation
import Testing

@testable import Commands

/// The figures of a sample, found without starting the program for each.
private struct FoundSample {
  let finder: FigureFinder
  let homes: [FigureID: WorkbookCell]

  init(_ sample: String, _ language: Language) throws {
    let report = try ExplainedFolder(sample: sample, language: language).report
    let layout = WorkbookLayout(try Disclosure.clear(report, for: .intern))
    finder = FigureFinder(report, layout, language: language)
    homes = layout.homes
  }

  /// The id of one figure, the ids of several, or what is wrong.
  func answer(_ text: String) -> String {
    switch finder.answer(text) {
    case .figure(let id): FigureIDText.text(id)
    case .family(let ids), .several(let ids):
      ids.map { FigureIDText.text($0) }.joined(separator: " ")
    case .none(let finding): finding.rendered(in: .swedish)
    }
  }
}

struct ExplainNamesTests {
  private func explain(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["explain", "samples/bryggan"] + arguments)
  }

  @Test("a name is known whatever the case, accents and signs; this year's before last year's")
  func names() throws {
    let sample = try FoundSample("bryggan", .swedish)
    for (name, figure) in [
      ("samhällets netto", "bro.society"), ("SAMHALLETS  NETTO", "bro.society"),
      ("Netto: Samhället", "netto.net.society"), ("netto samhället", "netto.net.society"),
      ("Årets samhällsnytta, netto för samhället", "netto.net.society"),
      ("Nettoomsättning", "rr.Nettoomsattning.current"),
      ("nettoomsattning", "rr.Nettoomsattning.current"),
      ("netto.net.society", "netto.net.society"),
    ] {
      #expect(sample.answer(name) == figure, "\(name)")
    }
    let english = try FoundSample("bryggan", .english)
    #expect(english.answer("society's net") == "bro.society")
    #expect(english.answer("Society’s net") == "bro.society")
    #expect(english.answer("Net sales") == "rr.Nettoomsattning.current")
  }

  @Test("an unknown name is answered with those that hold its words, else with the nearest")
  func unknown() throws {
    let sample = try FoundSample("bryggan", .swedish)
    let part = sample.answer("kostnad per övergång")
    #expect(part.contains("[CMD030]"))
    #expect(part.contains("”Kostnad per övergång till arbete eller studier”"))
    #expect(sample.answer("netoomsättning").contains("”Nettoomsättning”"))
    #expect(sample.answer("netto.net.societ").contains("”netto.net.society”"))
    for hostile in ["?", "!", "''!", String(repeating: "x ", count: 40_000), "!A1", "\u{AD}"] {
      #expect(sample.answer(hostile).contains("error["), "\(hostile.prefix(10))")
    }
    #expect(!sample.answer("850315-1238").contains("850315-1238"))
  }

  @Test("a cell is written as people and spreadsheets do, in the report's language")
  func cells() throws {
    let sample = try FoundSample("bryggan", .swedish)
    let home = try #require(sample.homes[.bridge(.society)])
    let cell = try #require(home.description.split(separator: " ").last)
    #expect(home.description == "Bron \(cell)")
    for text in [
      "Bron \(cell)", "bron!\(cell)", "'Bron'!\(cell.lowercased())", "$Bron.\(cell)",
      "='[x.xlsx]Bron'!$\(cell.prefix(1))$\(cell.dropFirst())", "  Bron  \(cell) ",
    ] {
      #expect(sample.answer(text) == "bro.society", "\(text)")
    }
    let english = try FoundSample("bryggan", .english)
    #expect(english.answer("The bridge!\(cell)") == "bro.society")
    #expect(english.answer("the bridge \(cell)") == "bro.society")
    // Sheets with blanks and accents in their names.
    for (id, place) in sample.homes where place.description.contains("översikt") {
      #expect(
        sample.answer(place.description.replacing("ö", with: "o")) == FigureIDText.text(id))
    }
    // A sheet alone lists its figures.
    #expect(sample.answer("Bron").hasPrefix("bro.result bro.ledger"))
  }

  @Test("a cell without a figure says what stands there and where the nearest figure is")
  func noFigure() throws {
    let sample = try FoundSample("bryggan", .swedish)
    let words = sample.answer("Resultaträkning!A1")
    #expect(words.contains("[CMD071]") && words.contains("Bryggan ekonomisk förening"))
    #expect(words.contains("(rr.Nettoomsattning.current)"))
    let empty = sample.answer("Bron ZZ1000")
    #expect(empty.contains("[CMD072]") && empty.contains("Närmaste siffra står i Bron B"))
    let sheet = sample.answer("Brom!B7")
    #expect(sheet.contains("[CMD073]") && sheet.contains("Bron, "))
    for text in ["B7", "Bron!B", "Bron!7", "Bron!ZZZZ7", "Bron!B0", "Bron!B7:B9", "Brom!"] {
      #expect(sample.answer(text).contains("[CMD074]"), "\(text)")
    }
  }

  @Test("a name of several figures lists them with id, value, name and where they stand")
  func several() throws {
    let run = try explain("årets", "resultat")
    #expect(run.status == 0 && run.errors.isEmpty)
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count > 3)
    #expect(rows.allSatisfy { $0.count == 4 && $0[2] == "Årets resultat" })
    #expect(rows.contains { $0[0] == "bro.result" && $0[3].hasPrefix("Bron B") })
    // Where it says that a figure stands, it stands.
    let sample = try FoundSample("bryggan", .swedish)
    for row in rows { #expect(sample.answer(row[3]) == row[0]) }
    // The words of a row whose figures have names of their own: all of that row.
    #expect(sample.answer("Kommun").contains("netto.net.municipality "))
  }

  @Test("three steps are shown unless more are asked for, and what goes on says so")
  func depth() throws {
    func depth(_ run: Tool.Outcome) -> Int {
      run.output.split(separator: "\n").map { $0.prefix { $0 == " " }.count / 2 }.max() ?? 0
    }
    let whole = try explain("netto.net.society", "--depth", "ALLA")
    #expect(depth(whole) > 5 && !whole.output.contains("…\n"))
    let top = try explain("netto.net.society")
    #expect(depth(top) == 3)
    #expect(try explain("netto.net.society", "--depth", "3").output == top.output)
    #expect(top.output.contains(" …\n"))
    #expect(top.output.contains(#/Rader som slutar med … går vidare \(\d+\)\. .*--depth 4\./#))
    let line = try explain("Bron", "B7", "--depth", "0").output.split(separator: "\n")
    #expect(line.count == 2 && line[0].hasSuffix(" …") && line[1].contains("--depth 1."))
    // Deep enough there is nothing more to say.
    let deep = try explain("Nettoomsättning", "--depth", "50").output
    #expect(try explain("Nettoomsättning", "--depth", "all").output == deep)
    for wrong in ["-1", "tre", "1.5", ""] {
      #expect(try Tool.run(["explain", "saknas", "--depth", wrong]).status == 64, "\(wrong)")
    }
  }

  @Test("what stands above is told at least as far down as it would be where it is named again")
  func above() throws {
    let run = try explain("netto.net.society", "--depth", "5")
    let lines = run.output.split(separator: "\n").dropLast()
    func level(_ line: Substring) -> Int { line.prefix { $0 == " " }.count / 2 }
    func figure(_ line: Substring) -> Substring {
      line.drop { " \u{2212}".contains($0) }.prefix { $0 != "=" }
    }
    var told: [Substring: Int] = [:]
    var repeats = 0
    for line in lines where line.contains(" = ") {
      if line.hasSuffix("(se ovan)") {
        repeats += 1
        #expect(try #require(told[figure(line)]) <= level(line), "\(line)")
      } else if !line.hasSuffix(" …") {
        told[figure(line)] = min(level(line), told[figure(line)] ?? Int.max)
      }
    }
    #expect(repeats > 0)
  }
}
