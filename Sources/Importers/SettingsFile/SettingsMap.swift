// One map of the settings file: its known keys, and what is wrong with the others.

import Bookkeeping
import Diagnostics
import Rulebook

/// A map with known keys. Reading it reports unknown keys, keys that stand twice and a decimal
/// comma that broke a flow map; asking it for a value reports what is wrong with the value.
struct SettingsMap {
  /// The keys from the top, `antaganden.övergång`; the file's name at the top itself.
  let path: String
  let location: SourceLocation
  private var entries: [String: SettingsEntry] = [:]

  /// Reads a map; nil, with the cause reported, when the node is none. With `keys` nil any key may
  /// stand (they are then found by `all`).
  init?(
    _ node: SettingsNode, path: String, keys: [String]?, into problems: inout DiagnosticList
  ) {
    self.path = path
    self.location = node.location
    switch node.content {
    case .map(let entries):
      for entry in Self.withoutBrokenDecimals(entries, into: &problems) {
        add(entry, keys: keys, into: &problems)
      }
    case .blank:
      problems.report("SET012", at: node.location, ["key": .text(path)])
      return nil
    case .text, .list:
      problems.report("SET013", at: node.location, ["key": .text(path)])
      return nil
    }
  }

  private mutating func add(
    _ entry: SettingsEntry, keys: [String]?, into problems: inout DiagnosticList
  ) {
    let name = NameMatching.folded(entry.key)
    if let keys, !keys.contains(where: { NameMatching.folded($0) == name }) {
      problems.report(
        "SET010", at: entry.keyLocation,
        [
          "key": .text(entry.key), "section": .text(path),
          "nearest": .text(NameMatching.nearest(to: entry.key, among: keys) ?? ""),
          "known": .text(keys.joined(separator: ", ")),
        ])
    } else if let first = entries[name] {
      problems.report(
        "SET007", at: entry.keyLocation,
        ["key": .text(entry.key), "line": .number(first.keyLocation.line ?? 0)])
    } else {
      entries[name] = entry
    }
  }

  /// `{bas: 3,5 %}` is bas = 3 and a key `5 %` without value: the two are put together again.
  private static func withoutBrokenDecimals(
    _ entries: [SettingsEntry], into problems: inout DiagnosticList
  ) -> [SettingsEntry] {
    var mended: [SettingsEntry] = []
    for entry in entries {
      if case .blank = entry.value.content, entry.key.first?.isNumber == true,
        let previous = mended.last, case .text(let whole) = previous.value.content,
        whole.last?.isNumber == true
      {
        let number = "\(whole),\(entry.key)"
        problems.report(
          "SET008", at: entry.keyLocation,
          ["key": .text(previous.key), "value": .text(number)])
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
  func value(_ key: String, into problems: inout DiagnosticList) -> SettingsNode? {
    guard let entry = entry(key) else { return nil }
    if case .blank = entry.value.content {
      problems.report("SET012", at: entry.keyLocation, ["key": .text(name(key))])
      return nil
    }
    return entry.value
  }

  /// Reports the keys among these that do not stand here.
  func require(_ keys: [String], into problems: inout DiagnosticList) {
    for key in keys where entry(key) == nil {
      problems.report(
        "SET011", at: location, ["key": .text(key), "section": .text(path)])
    }
  }

  /// A key with the keys above it.
  func name(_ key: String) -> String {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? key : "\(path).\(key)"
  }

  /// The single value of a key as text.
  func text(_ key: String, into problems: inout DiagnosticList) -> Located<String>? {
    guard let node = value(key, into: &problems) else { return nil }
    guard case .text(let text) = node.content else {
      problems.report("SET015", at: node.location, ["key": .text(name(key))])
      return nil
    }
    return Located(text.trimmed, at: node.location)
  }

  /// The list of a key; nil when the key is absent or no list.
  func list(_ key: String, into problems: inout DiagnosticList) -> [SettingsNode]? {
    guard let node = value(key, into: &problems) else { return nil }
    guard case .list(let items) = node.content else {
      problems.report("SET014", at: node.location, ["key": .text(name(key))])
      return nil
    }
    return items
  }

  /// The map of a key; nil when the key is absent or no map.
  func map(
    _ key: String, keys: [String]?, into problems: inout DiagnosticList
  ) -> SettingsMap? {
    guard let node = value(key, into: &problems) else { return nil }
    return SettingsMap(node, path: name(key), keys: keys, into: &problems)
  }
}
