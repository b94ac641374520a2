// What `dualbokslut init --next-year` writes: lines for the settings, a list to tick off, a note.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// The texts that carry a folder on to another year. No value of the old year is copied as if it
/// were decided for the new one.
package struct NextYearTemplate {
  private let year: NextYear
  private let language: Language

  /// The texts of a step, in the language of the folder's reports.
  package init(_ year: NextYear, language: Language) {
    self.year = year
    self.language = language
  }

  // MARK: Settings

  /// The heading of `år`, with the key itself, where the settings have none.
  package var sectionHeading: [String] {
    [
      "", text("settings.rule"), text("settings.about"), text("settings.about-2"),
      text("settings.rule"), "år:",
    ]
  }

  /// The old year's key with what only `asf` states of it; empty when it states nothing more. With
  /// `hasYear` the key is there, and the lines go under it.
  package func oldYear(hasYear: Bool) -> [String] {
    var lines: [String] = []
    let stated = year.statedAnew
    if let members = stated.members, year.facts?.members == nil {
      lines += ["medlemmar:", "  vid årets slut: \(members)"]
    }
    if let employees = stated.employees {
      let number = ScaledText.shortString(Int128(employees.hundredths), decimals: 2)
      lines.append("medelantal anställda: \(number)")
    }
    if let dividend = stated.dividend, year.facts?.disposition.isEmpty ?? true {
      let kronor = ScaledText.string(Int128(dividend.ore), decimals: 2)
      let whole = kronor.hasSuffix(".00") ? String(kronor.dropLast(3)) : kronor
      lines += ["disposition:", "  utdelning: \(whole)"]
    }
    guard !lines.isEmpty else { return hasYear ? [] : ["\(year.oldLabel):"] }
    lines.insert(text("settings.kept"), at: 0)
    return hasYear ? lines : ["\(year.oldLabel):"] + lines.map { "  \($0)" }
  }

  /// The new year's key: what was stated of the old year stands open, the rest is switched off.
  package var newYear: [String] {
    var parent = ""
    let closing = year.facts?.members?.closing?.value ?? year.statedAnew.members
    let hint = closing.map {
      text("settings.closing", ["old": year.oldLabel, "count": String($0)])
    }
    let lines = "\(EmbeddedData.templateYear)".split(separator: "\n").map { line -> String in
      let filled = fill(
        String(line),
        [
          "start": year.new.start.description, "end": year.new.end.description,
          "old": year.oldLabel, "label": year.label, "closing": hint ?? "",
        ])
      guard filled.hasSuffix(":"), !filled.contains("#") else { return "  \(filled)" }
      let indent = filled.prefix { $0 == " " }
      let key = filled.dropFirst(indent.count).dropLast()
      if indent.isEmpty { parent = String(key) }
      let path = indent.isEmpty ? parent : "\(parent).\(key)"
      guard openKeys.contains(path) else { return "  \(indent)#\(key):" }
      let holdsOthers = openKeys.contains { $0.hasPrefix("\(path).") }
      return "  \(indent)\(key):\(holdsOthers ? "" : " # FYLL I")"
    }
    return ["\(year.label):"] + lines
  }

  /// The keys that stand open: those that are known when the year ends and that somebody stated of
  /// the old one. What the meeting decides comes later and stays switched off.
  private var openKeys: Set<String> {
    var keys: Set<String> = []
    if year.facts?.assumptionsDecided != nil { keys.insert("antaganden beslutade") }
    if let members = year.facts?.members {
      for (key, isStated) in [
        ("vid årets början", members.opening != nil), ("nya", members.joined != nil),
        ("utträdda", members.left != nil), ("vid årets slut", members.closing != nil),
        ("insatser att återbetala", members.repayable != nil),
      ] where isStated { keys.formUnion(["medlemmar", "medlemmar.\(key)"]) }
    }
    if year.statedAnew.members != nil {
      keys.formUnion(["medlemmar", "medlemmar.vid årets slut"])
    }
    if year.facts?.employees != nil || year.statedAnew.employees != nil {
      keys.insert("medelantal anställda")
    }
    if year.facts?.goals.isEmpty == false { keys.insert("mål") }
    if year.facts?.board.isEmpty == false { keys.insert("styrelse") }
    return keys
  }

  /// A value that ends, opened as lines that are switched off.
  package func value(_ value: OwnValue) -> [String] {
    guard let to = value.to else { return [] }
    var lines = [
      text(
        "settings.ended", ["label": year.label, "id": value.id, "to": to.description]),
      "#- id: \(value.id)", "  #värde:",
    ]
    if case .value(_, let unit) = value.content { lines.append("  #enhet: \(unit.rawValue)") }
    return lines + ["  #från: \(to.adding(days: 1))", "  #källa:"]
  }

  /// The new year's file, where `bokföring` names one a year.
  package func file(named name: String) -> [String] {
    [text("settings.file", ["label": year.label]), "#\(year.label): \(name)"]
  }

  // MARK: Files

  /// The name of the list of things to do.
  package var listName: String { "att-gora-\(year.label).md" }

  /// The list. `records` are nil without a register; `kept` are the board's texts by their old and
  /// new names.
  package func list(
    awaitedIn folder: String, records: OpenRecords?, kept: [(old: String, new: String)]
  ) -> OutputFile {
    var lines = [
      text("file.title", ["label": year.label]), "", text("file.about"), "", text("file.books"),
      "",
      text("file.awaited", days.merging(["folder": folder]) { $1 }), "", text("file.settings"), "",
      text("file.last", ["old": year.oldLabel]),
    ]
    let open = openKeys.filter { key in !openKeys.contains { $0.hasPrefix("\(key).") } }
      .map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    if !open.isEmpty {
      lines.append(
        text(
          "file.year",
          ["label": year.label, "keys": open.sorted().joined(separator: ", ")]))
    }
    lines.append(text("file.assume", ["label": year.label]))
    for value in year.endedValues {
      lines.append(text("file.ended", ["id": value.id, "to": value.to?.description ?? ""]))
    }
    for value in year.lastingValues {
      lines.append(text("file.lasting", ["id": value.id, "from": value.from.description]))
    }
    if let since = year.taxRatesSince {
      lines.append(text("file.tax", ["from": since.description]))
    }
    if !kept.isEmpty {
      lines += ["", text("file.words"), ""]
      for (old, new) in kept {
        lines.append(
          text(
            "file.story",
            ["old": year.oldLabel, "label": year.label, "file": new, "name": old]))
      }
    }
    lines += ["", text("file.register"), ""]
    if let records {
      lines += self.lines(of: records)
    } else {
      lines.append(text("file.no-register"))
    }
    return OutputFile(
      path: listName, bytes: Array(lines.map { "\($0)\n" }.joined().utf8))
  }

  private func lines(of records: OpenRecords) -> [String] {
    var lines = [text("file.goes-on"), ""]
    func stay(_ key: String, _ stay: some Stay) -> String {
      text(
        key,
        [
          "who": stay.participant.rawValue, "start": stay.start.description,
          "end": year.old.end.description,
        ])
    }
    lines += records.employments.map { stay("file.employment", $0) }
    lines += records.places.map { stay("file.place", $0) }
    if !records.employments.isEmpty || !records.places.isEmpty { lines.append("") }
    lines += [text("file.due-title"), ""]
    lines += records.due.map { due in
      text(
        "file.due",
        [
          "who": due.participant.rawValue, "months": String(due.months),
          "left": due.left.description, "to": due.destination.rawValue,
          "day": due.day.description,
        ])
    }
    return records.due.isEmpty ? lines + [text("file.due-none")] : lines
  }

  /// The name of the note beside the books.
  package var awaitedName: String { Self.awaitedName(year.label) }

  private static func awaitedName(_ label: String) -> String { "inväntar-\(label).txt" }

  /// The note that says which file is awaited.
  package var awaited: [UInt8] { Array("\(text("awaited.text", days))\n".utf8) }

  /// The board's own words with the template's prompts.
  package static var story: [UInt8] {
    Array(TemplateTexts.file(EmbeddedData.templateStory).utf8)
  }

  // MARK: Words

  /// What is printed: `open`, `title`, `settings` ...
  package func done(_ key: String, _ facts: [String: String] = [:]) -> String {
    text("done.\(key)", days.merging(facts) { $1 }) + "\n"
  }

  private var days: [String: String] {
    [
      "label": year.label, "start": year.new.start.description,
      "end": year.new.end.description,
    ]
  }

  private func text(_ key: String, _ facts: [String: String] = [:]) -> String {
    guard let row = Self.rows[key] else {
      preconditionFailure("template-next-year.tsv has no \(key)")
    }
    // Lines of the settings are Swedish whatever the language, as that file is.
    let own = row[language.rawValue]
    return fill(own.isEmpty ? row["sv"] : own, facts)
  }

  private func fill(_ text: String, _ facts: [String: String]) -> String {
    facts.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  private static let rows: [String: EmbeddedTable.Row] = Dictionary(
    EmbeddedTable(EmbeddedData.templateNextYear, separator: "\t").rows.map { ($0["part"], $0) }
  ) { first, _ in first }
}
