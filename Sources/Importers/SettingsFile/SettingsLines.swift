// New lines in a settings file: every byte that stands there stays, comments and all.

import Bookkeeping
import Diagnostics
import Rulebook

/// A settings file as lines, and the places in it that take new ones. Only block style can be added
/// to: every key on a line of its own.
package struct SettingsLines {
  /// Where new lines go. Lines are given without the indentation of their place.
  package enum Place: Hashable, Sendable {
    /// At the end of `år`, a year's own key and what belongs under it; the section is begun with
    /// `heading` when there is none.
    case years(heading: [String])
    /// At the end of a year of `år` that is there.
    case year(Located<String>)
    /// After the row of `värden` that holds this place.
    case value(SourceLocation)
    /// At the end of `bokföring`, where it names a file a year.
    case files
  }

  private let hasMark: Bool
  private let lines: [String]
  private let lineEnd: String
  private let file: String
  private let root: [SettingsEntry]

  /// The lines of a file; nil when it is no UTF-8 or no map of keys.
  package init?(_ bytes: [UInt8], file: String) {
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self),
      let root = Self.entries(of: text, file: file)
    else { return nil }
    self.file = file
    self.root = root
    lineEnd = text.utf8.firstRange(of: "\r\n".utf8) == nil ? "\n" : "\r\n"
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      line.append(scalar)
      if scalar == "\n" {
        lines.append(String(line))
        line = String.UnicodeScalarView()
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    self.lines = lines
  }

  private static func entries(of text: String, file: String) -> [SettingsEntry]? {
    let problems = SettingsProblems()
    guard case .map(let entries)? = SettingsYAML.parse(text, file: file, into: problems)?.content,
      problems.list.all.isEmpty
    else { return nil }
    return entries
  }

  /// The file with new lines, in the order given; nil when some place cannot take them, or when
  /// anything else would read differently than before.
  package func adding(_ additions: [(place: Place, lines: [String])]) -> [UInt8]? {
    var after: [Int: [String]] = [:]
    for (place, new) in additions where !new.isEmpty {
      guard let spot = spot(of: place) else { return nil }
      let indent = String(repeating: " ", count: spot.indent)
      after[spot.line, default: []] += spot.heading + new.map { $0.isEmpty ? "" : indent + $0 }
    }
    var text = ""
    for line in 0...lines.count {
      if line > 0 { text += lines[line - 1] }
      guard let new = after[line] else { continue }
      if !text.isEmpty, text.unicodeScalars.last != "\n" { text += lineEnd }
      for added in new { text += added + lineEnd }
    }
    guard let entries = Self.entries(of: text, file: file), Self.keeps(root, in: entries) else {
      return nil
    }
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  // MARK: Places

  private struct Spot {
    /// The line after which to write, from 1; 0 is the beginning.
    let line: Int
    let indent: Int
    var heading: [String] = []
  }

  private func spot(of place: Place) -> Spot? {
    switch place {
    case .years(let heading):
      guard let section = section("år") else {
        return Spot(line: lines.count, indent: 2, heading: heading)
      }
      guard isBlock(section) else { return nil }
      let indent = firstColumn(of: section.value).map { $0 - 1 } ?? 2
      return Spot(line: end(of: section, among: root, before: lines.count + 1), indent: indent)
    case .year(let label):
      guard let section = section("år"), case .map(let years) = section.value.content,
        let year = years.first(where: { $0.keyLocation == label.location }), isBlock(section),
        isBlock(year)
      else { return nil }
      let indent =
        firstColumn(of: year.value).map { $0 - 1 } ?? (year.keyLocation.column ?? 1) + 1
      let limit = end(of: section, among: root, before: lines.count + 1) + 1
      return Spot(line: end(of: year, among: years, before: limit), indent: indent)
    case .value(let place):
      guard let section = section("värden"), case .list(let items) = section.value.content,
        isBlock(section)
      else { return nil }
      let starts = items.compactMap(\.location.line)
      guard let index = starts.lastIndex(where: { $0 <= place.line ?? 0 }) else { return nil }
      let indent = indentation(of: starts[index])
      guard lines[starts[index] - 1].dropFirst(indent).first == "-" else { return nil }
      let limit =
        index + 1 < starts.count
        ? starts[index + 1] : end(of: section, among: root, before: lines.count + 1) + 1
      return Spot(line: lastLine(before: limit, deeperThan: indent), indent: indent)
    case .files:
      guard let section = section("bokföring"), case .map(let entries) = section.value.content,
        isBlock(section), let first = entries.first
      else { return nil }
      return Spot(
        line: end(of: section, among: root, before: lines.count + 1),
        indent: (first.keyLocation.column ?? 1) - 1)
    }
  }

  private func section(_ key: String) -> SettingsEntry? {
    root.first { NameMatching.folded($0.key) == NameMatching.folded(key) }
  }

  /// Whether what stands under a key begins on a later line, or is nothing.
  private func isBlock(_ entry: SettingsEntry) -> Bool {
    let first: SourceLocation?
    switch entry.value.content {
    case .blank: return true
    case .text: return false
    case .list(let items): first = items.first?.location
    case .map(let entries): first = entries.first?.keyLocation
    }
    return first?.line ?? 0 > entry.keyLocation.line ?? 0
  }

  private func firstColumn(of node: SettingsNode) -> Int? {
    if case .map(let entries) = node.content { entries.first?.keyLocation.column } else { nil }
  }

  /// The last line of an entry: that before the next of its neighbours, or before the end of what
  /// holds them, without the blank lines and the comments that stand no deeper than its key.
  private func end(of entry: SettingsEntry, among all: [SettingsEntry], before limit: Int) -> Int {
    let own = entry.keyLocation.line ?? 1
    let next = all.compactMap(\.keyLocation.line).filter { $0 > own }.min() ?? limit
    return lastLine(before: next, deeperThan: (entry.keyLocation.column ?? 1) - 1)
  }

  private func lastLine(before limit: Int, deeperThan indent: Int) -> Int {
    var line = limit - 1
    while line > 0 {
      let text = lines[line - 1]
      let depth = indentation(of: line)
      let first = text.unicodeScalars.dropFirst(depth).first { $0 != "\r" && $0 != "\n" }
      guard first == nil || (first == "#" && depth <= indent) else { break }
      line -= 1
    }
    return line
  }

  private func indentation(of line: Int) -> Int {
    lines[line - 1].unicodeScalars.prefix { $0 == " " }.count
  }

  // MARK: What must not change

  /// Whether everything that the old file says the new one says too, in the same order; only maps
  /// under `år` may have more.
  private static func keeps(_ old: [SettingsEntry], in new: [SettingsEntry]) -> Bool {
    var rest = new[...]
    for entry in old {
      if NameMatching.folded(entry.key) == "ar" { continue }
      guard let index = rest.firstIndex(where: { NameMatching.folded($0.key) != "ar" }),
        rest[index].key == entry.key, same(entry.value, rest[index].value)
      else { return false }
      rest = rest[(index + 1)...]
    }
    guard rest.allSatisfy({ NameMatching.folded($0.key) == "ar" }) else { return false }
    func years(_ entries: [SettingsEntry]) -> SettingsNode? {
      entries.first { NameMatching.folded($0.key) == "ar" }?.value
    }
    guard let before = years(old) else { return true }
    return years(new).map { holds(before, in: $0) } ?? false
  }

  /// Whether a node holds another one: the same text or list, or a map with at least its entries.
  private static func holds(_ old: SettingsNode, in new: SettingsNode) -> Bool {
    switch (old.content, new.content) {
    case (.blank, .map), (.blank, .blank): true
    case (.map(let before), .map(let after)):
      before.allSatisfy { entry in
        after.contains { $0.key == entry.key && holds(entry.value, in: $0.value) }
      }
    default: same(old, new)
    }
  }

  private static func same(_ one: SettingsNode, _ other: SettingsNode) -> Bool {
    switch (one.content, other.content) {
    case (.blank, .blank): true
    case (.text(let first), .text(let second)): first == second
    case (.list(let first), .list(let second)):
      first.count == second.count && zip(first, second).allSatisfy { same($0, $1) }
    case (.map(let first), .map(let second)):
      first.count == second.count
        && zip(first, second).allSatisfy { $0.key == $1.key && same($0.value, $1.value) }
    default: false
    }
  }
}
