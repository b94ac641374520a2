// One map of the settings file: its known keys, and what is wrong with the others.

import Diagnostics
import Rulebook

/// The problems of one settings file; all its maps report to them.
final class SettingsProblems {
  /// What was found, in the order found.
  var list = DiagnosticList()

  /// Adds a finding.
  func report(
    _ code: DiagnosticCode, at location: SourceLocation,
    _ facts: [String: any DiagnosticFact] = [:]
  ) {
    list.report(code, at: location, facts)
  }

  /// Reads a section in which blanks are no fault, unless they are: what it finds of keys that are
  /// blank or left out is dropped, and what is wrong with a value is kept.
  func forgivingHoles<Section>(unless areNeeded: Bool, _ read: () -> Section) -> Section {
    guard !areNeeded else { return read() }
    let before = list
    list = DiagnosticList()
    let section = read()
    let found = list
    list = before
    for finding in found.all where !["SET011", "SET012"].contains(finding.code) {
      list.report(finding.code, at: finding.location, finding.arguments)
    }
    return section
  }
}

/// A map with known keys. Reading it reports unknown keys, keys that stand twice and a decimal
/// comma that broke a flow map; asking it for a value reports what is wrong with the value.
struct SettingsMap {
  /// The keys from the top; none at the top itself.
  let path: SettingsPath
  let location: SourceLocation
  let problems: SettingsProblems
  private var entries: [String: SettingsEntry] = [:]

  /// Reads a map; nil, with the cause reported, when the node is none. With `keys` nil any key may
  /// stand (they are then found by `all`).
  init?(_ node: SettingsNode, path: SettingsPath, keys: [String]?, problems: SettingsProblems) {
    self.path = path
    self.location = node.location
    self.problems = problems
    switch node.content {
    case .map(let entries):
      for entry in withoutBrokenDecimals(entries) { add(entry, keys: keys) }
    case .blank:
      report("SET012", at: node.location, ["key": path])
      return nil
    case .text, .list:
      report("SET013", at: node.location, ["key": path])
      return nil
    }
  }

  private mutating func add(_ entry: SettingsEntry, keys: [String]?) {
    let name = NameMatching.folded(entry.key)
    if let keys, !keys.contains(where: { NameMatching.folded($0) == name }) {
      report(
        "SET010", at: entry.keyLocation,
        [
          "key": entry.key, "section": path.asPlace,
          "meant": Synonyms.guess(for: entry.key, among: keys).meant,
          "known": keys.joined(separator: ", "),
        ])
    } else if let first = entries[name] {
      report(
        "SET007", at: entry.keyLocation, ["key": entry.key, "line": first.keyLocation.line ?? 0])
    } else {
      entries[name] = entry
    }
  }

  /// `{bas: 3,5 %}` is bas = 3 and a key `5 %` without value: the two are put together again.
  private func withoutBrokenDecimals(_ entries: [SettingsEntry]) -> [SettingsEntry] {
    var mended: [SettingsEntry] = []
    for entry in entries {
      if case .blank = entry.value.content, entry.key.first?.isNumber == true,
        let previous = mended.last, case .text(let whole) = previous.value.content,
        whole.last?.isNumber == true
      {
        let number = "\(whole),\(entry.key)"
        report("SET008", at: entry.keyLocation, ["key": previous.key, "value": number])
        mended[mended.count - 1] = SettingsEntry(
          key: previous.key, keyLocation: previous.keyLocation,
          value: SettingsNode(content: .text(number), location: previous.value.location))
      } else {
        mended.append(entry)
      }
    }
    return mended
  }

  /// Every entry, in the order of the file.
  var all: [SettingsEntry] { entries.values.sorted { $0.keyLocation < $1.keyLocation } }

  /// The entry of a key, when it stands there, with a value or without.
  func entry(_ key: String) -> SettingsEntry? { entries[NameMatching.folded(key)] }

  /// The value of a key; nil when the key is absent. A key without value is reported.
  func value(_ key: String) -> SettingsNode? {
    guard let entry = entry(key) else { return nil }
    if case .blank = entry.value.content {
      report("SET012", at: entry.keyLocation, ["key": name(key)])
      return nil
    }
    return entry.value
  }

  /// Reports the keys among these that do not stand here.
  func require(_ keys: [String]) {
    for key in keys where entry(key) == nil {
      report("SET011", at: location, ["key": key, "section": path.asPlace])
    }
  }

  /// A key with the keys above it.
  func name(_ key: String) -> SettingsPath { path.under(key) }

  /// The single value of a key as text.
  func text(_ key: String) -> Located<String>? {
    guard let node = value(key) else { return nil }
    guard case .text(let text) = node.content else {
      report("SET015", at: node.location, ["key": name(key)])
      return nil
    }
    return Located(text.trimmed, at: node.location)
  }

  /// The list of a key; nil when the key is absent or no list.
  func list(_ key: String) -> [SettingsNode]? {
    guard let node = value(key) else { return nil }
    guard case .list(let items) = node.content else {
      report("SET014", at: node.location, ["key": name(key)])
      return nil
    }
    return items
  }

  /// The map of a key; nil when the key is absent or no map.
  func map(_ key: String, keys: [String]?) -> SettingsMap? {
    value(key).flatMap { SettingsMap($0, path: name(key), keys: keys, problems: problems) }
  }

  /// The maps of a list, read one by one as they are asked for.
  func maps(_ key: String, keys: [String]) -> some Sequence<SettingsMap> {
    (list(key) ?? []).lazy.compactMap {
      SettingsMap($0, path: name(key), keys: keys, problems: problems)
    }
  }

  /// Reports a problem.
  func report(
    _ code: DiagnosticCode, at location: SourceLocation,
    _ facts: [String: any DiagnosticFact] = [:]
  ) {
    problems.report(code, at: location, facts)
  }
}
