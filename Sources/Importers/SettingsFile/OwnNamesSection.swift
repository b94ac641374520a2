// rubriker and ord: a register's own headings and words, mapped once to ours.

import Diagnostics
import Outcomes
import Rulebook

/// rubriker and ord. A key with a word holds in the whole register; a key with keys below it is
/// one of our tables (rubriker) or columns (ord), and what stands there holds in it alone.
enum OwnNamesSection {
  /// One name with what it is read as, and where.
  private struct Entry {
    let name: String
    let ours: Located<String>
    let place: SourceLocation
    let scope: String?
  }

  static func read(_ top: SettingsMap, settings: inout Settings) {
    settings.headings = headings(top)
    settings.words = words(top, actors: settings.actors.map(\.id.rawValue))
  }

  /// The entries of a key, and of the maps in it, under the scope that `scope` knows a key as.
  private static func entries(
    _ key: String, of top: SettingsMap, scopes: [String], scope: (String) -> String?
  ) -> [Entry] {
    guard let map = top.map(key, keys: nil) else { return [] }
    func read(_ map: SettingsMap, _ scope: String?) -> [Entry] {
      map.all.compactMap { entry in
        map.text(entry.key).map {
          Entry(name: entry.key, ours: $0, place: entry.keyLocation, scope: scope)
        }
      }
    }
    return map.all.flatMap { entry -> [Entry] in
      guard case .map = entry.value.content else {
        return map.text(entry.key).map {
          [Entry(name: entry.key, ours: $0, place: entry.keyLocation, scope: nil)]
        } ?? []
      }
      guard let known = scope(entry.key) else {
        top.report(
          "SET119", at: entry.keyLocation,
          [
            "key": key, "name": entry.key, "known": scopes.joined(separator: ", "),
          ])
        return []
      }
      return map.map(entry.key, keys: nil).map { read($0, known) } ?? []
    }
  }

  // MARK: rubriker

  private static func headings(_ top: SettingsMap) -> [OwnHeading] {
    let tables = RecordTable.allCases
    var headings: [OwnHeading] = []
    let entries = entries("rubriker", of: top, scopes: tables.map(\.swedishName)) {
      OutcomeFiles.table(named: $0)?.swedishName
    }
    for entry in entries {
      let table = entry.scope.flatMap { OutcomeFiles.table(named: $0) }
      let columns = (table.map { [$0] } ?? tables).flatMap(\.columns)
      guard let column = column(named: entry.ours.value, among: columns) else {
        var names: [String] = []
        for column in columns where !names.contains(column.heading) { names.append(column.heading) }
        reportUnknown("SET113", entry, among: names, top)
        continue
      }
      let heading = OwnHeading(
        name: entry.name, heading: column.heading, table: table, location: entry.place)
      if isTaken(heading, top) || isDoubled(heading, among: headings, top) { continue }
      headings.append(heading)
    }
    return headings
  }

  private static func column(
    named name: String, among columns: [RecordColumn]
  ) -> RecordColumn? {
    let folded = NameMatching.folded(name)
    return columns.first {
      NameMatching.folded($0.heading) == folded || NameMatching.folded($0.alias) == folded
    }
  }

  /// A name that is a heading of ours already keeps its meaning in each table that has both.
  private static func isTaken(_ heading: OwnHeading, _ top: SettingsMap) -> Bool {
    for table in RecordTable.allCases {
      guard let target = heading.column(in: table),
        let own = column(named: heading.name, among: table.columns), own != target
      else { continue }
      top.report(
        "SET118", at: heading.location, ["name": heading.name, "ours": heading.heading])
      return true
    }
    return false
  }

  private static func isDoubled(
    _ heading: OwnHeading, among others: [OwnHeading], _ top: SettingsMap
  ) -> Bool {
    let first = others.first { other in
      other.table == heading.table && other.heading == heading.heading
    }
    guard let first else { return false }
    top.report(
      "SET117", at: heading.location,
      [
        "name": heading.name, "first": first.name, "ours": heading.heading,
        "line": first.location.line ?? 0,
      ])
    return true
  }

  // MARK: ord

  private static func words(_ top: SettingsMap, actors: [String]) -> [OwnWord] {
    let all = RecordTable.allCases.flatMap(\.columns)
      .filter { !$0.knownWords(actors: actors).isEmpty }
    var headings: [String] = []
    for column in all where !headings.contains(column.heading) { headings.append(column.heading) }
    var words: [OwnWord] = []
    let entries = entries("ord", of: top, scopes: headings) {
      column(named: $0, among: all)?.heading
    }
    for entry in entries {
      let columns = all.filter { entry.scope == nil || $0.heading == entry.scope }
      let known = columns.map { $0.knownWords(actors: actors) }
      let folded = NameMatching.folded(entry.ours.value)
      let ours = known.joined().first { NameMatching.folded($0) == folded }
      guard let ours else {
        var names: [String] = []
        for name in known.joined() where !names.contains(name) { names.append(name) }
        reportUnknown("SET114", entry, among: names, top)
        continue
      }
      let name = NameMatching.folded(entry.name)
      let isTaken = known.contains { list in
        list.contains(ours) && name != NameMatching.folded(ours)
          && list.contains { NameMatching.folded($0) == name }
      }
      if isTaken {
        top.report("SET118", at: entry.place, ["name": entry.name, "ours": ours])
      } else {
        words.append(
          OwnWord(name: entry.name, word: ours, heading: entry.scope, location: entry.place))
      }
    }
    return words
  }

  /// Names the nearest of ours only when the text is most likely meant for it.
  private static func reportUnknown(
    _ code: DiagnosticCode, _ entry: Entry, among names: [String], _ top: SettingsMap
  ) {
    let nearest = NameMatching.guess(for: entry.ours.value, among: names)
    top.report(
      code, at: entry.ours.location,
      [
        "name": entry.name, "ours": entry.ours.value,
        "known": nearest ?? names.joined(separator: ", "),
        "those": DiagnosticArgument.word(nearest == nil ? "names.these" : "names.nearest"),
      ])
  }
}
