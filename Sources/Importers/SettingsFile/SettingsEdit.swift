// Writes into dualbokslut.yaml what `adopt` sets, and leaves every other byte as it is.

import Diagnostics
import Rulebook

/// A settings file with a key set. Whatever is written is read back before it is believed: the key
/// has its value, and every other value is what it was.
package struct SettingsEdit {
  /// What came of it.
  package enum Outcome: Hashable, Sendable {
    /// The file as it is to be; the same bytes when all stood there.
    case edited([UInt8])
    /// The key holds another value, which stays.
    case occupied(String, SourceLocation)
    /// The file is written so that the lines must be put in by hand.
    case byHand(String)
  }

  private let file: String
  private let mark: [UInt8]
  /// Lines with their ends.
  private let lines: [[UInt8]]
  private let root: SettingsNode

  private static let previousKey = "föregående"
  private static let published = (section: "röjande", key: "publicerat")

  private init?(_ bytes: [UInt8], file: String) {
    self.file = file
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.mark = bytes.starts(with: mark) ? mark : []
    let rest = bytes.dropFirst(self.mark.count)
    guard let text = String(validating: rest, as: UTF8.self),
      let root = SettingsYAML.parse(text, file: file, into: SettingsProblems())
    else { return nil }
    self.root = root
    var lines: [[UInt8]] = [[]]
    for byte in rest {
      lines[lines.count - 1].append(byte)
      if byte == UInt8(ascii: "\n") { lines.append([]) }
    }
    if lines.last == [] { lines.removeLast() }
    self.lines = lines
  }

  /// Sets `föregående` to a folder, and adds a package to `röjande: publicerat`.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - folder: the value of `föregående`.
  ///   - package: the public package; nil when there is none.
  ///   - replaces: another value of `föregående` gives way.
  package static func adopting(
    _ bytes: [UInt8], file: String, folder: String, published package: String?, replaces: Bool
  ) -> Outcome {
    let line = "\(previousKey): \(folder)"
    let item = package.map { "\(published.section): \(published.key): - \($0)" }
    guard let edit = SettingsEdit(bytes, file: file) else { return .byHand(line) }
    var edited = bytes
    switch edit.previous(folder) {
    case .stands: break
    case .differs(let value, let place) where !replaces: return .occupied(value, place)
    case .differs, .blank, .absent:
      guard let first = edit.settingPrevious(folder) else { return .byHand(line) }
      edited = first
    }
    guard let package, let item else { return .edited(edited) }
    guard let second = SettingsEdit(edited, file: file)?.publishing(package) else {
      return .byHand(item)
    }
    return .edited(second)
  }

  // MARK: föregående

  private enum Previous {
    case absent, blank, stands
    case differs(String, SourceLocation)
  }

  private func previous(_ folder: String) -> Previous {
    guard let entry = Self.entry(Self.previousKey, of: root) else { return .absent }
    switch entry.value.content {
    case .blank: return .blank
    case .text(let text):
      var value = Substring(text)
      if value.hasPrefix("./") { value = value.dropFirst(2) }
      if value.hasSuffix("/") { value = value.dropLast() }
      return value == folder ? .stands : .differs(text, entry.value.location)
    case .list, .map: return .differs("…", entry.value.location)
    }
  }

  private func settingPrevious(_ folder: String) -> [UInt8]? {
    let line = "\(Self.previousKey): \(folder)"
    var tries: [[[UInt8]]] = []
    if let entry = Self.entry(Self.previousKey, of: root) {
      if case .text(let text) = entry.value.content {
        tries.append(replacing(text, at: entry.value.location, by: folder))
        for quote in ["\"", "'"] {
          tries.append(
            replacing("\(quote)\(text)\(quote)", at: entry.value.location, by: folder))
        }
      } else {
        tries.append(filling(entry, with: folder))
      }
    } else {
      // Behind the template's own line for it, else behind where the inputs are named, else last.
      if let index = lines.lastIndex(where: Self.isTurnedOff) {
        tries.append(inserting([line], at: index + 1))
      }
      for key in ["utfall", "bokföring"] {
        if let entry = Self.entry(key, of: root), case .text = entry.value.content,
          let place = entry.keyLocation.line
        {
          tries.append(inserting([line], at: place))
        }
      }
      tries.append(inserting([line], at: lines.count))
    }
    return tries.lazy.compactMap { lines in
      verified(lines) { root in
        guard case .text(let text)? = Self.entry(Self.previousKey, of: root)?.value.content else {
          return false
        }
        return text == folder
      }
    }.first
  }

  /// `#föregående: ...` at the beginning of a line, as the template has it.
  private static func isTurnedOff(_ line: [UInt8]) -> Bool {
    guard line.first == UInt8(ascii: "#") else { return false }
    let text = String(decoding: line.dropFirst(), as: UTF8.self)
    return NameMatching.folded(text.prefix { $0 != ":" }) == NameMatching.folded(previousKey)
      && text.contains(":")
  }

  // MARK: röjande: publicerat

  private func publishing(_ package: String) -> [UInt8]? {
    let (section, key) = Self.published
    var tries: [[[UInt8]]] = []
    func margin(_ column: Int?) -> String {
      String(repeating: " ", count: max(0, (column ?? 1) - 1))
    }
    let heading = Self.entry(section, of: root)
    if let heading, case .map(let entries) = heading.value.content, let first = entries.first {
      let list = Self.entry(key, of: heading.value)
      if let list, case .list(let items) = list.value.content {
        if items.contains(where: { $0.isText(package) }) { return mark + lines.flatMap(\.self) }
        if let item = items.first, let line = item.location.line {
          let hyphen = margin(item.location.column.map { $0 - 2 })
          tries.append(inserting(["\(hyphen)- \(package)"], at: line - 1))
        }
      } else if let list, let line = list.keyLocation.line {
        tries.append(
          inserting(["\(margin(list.keyLocation.column))  - \(package)"], at: line))
      } else if let line = first.keyLocation.line {
        let own = margin(first.keyLocation.column)
        tries.append(inserting(["\(own)\(key):", "\(own)  - \(package)"], at: line - 1))
      }
    } else if let heading, let line = heading.keyLocation.line {
      tries.append(inserting(["  \(key):", "    - \(package)"], at: line))
    } else {
      tries.append(
        inserting(["\(section):", "  \(key):", "    - \(package)"], at: lines.count))
    }
    return tries.lazy.compactMap { lines in
      verified(lines) { root in
        guard let heading = Self.entry(section, of: root),
          case .list(let items)? = Self.entry(key, of: heading.value)?.value.content
        else { return false }
        return items.contains { $0.isText(package) }
      }
    }.first
  }

  // MARK: Lines

  private var lineEnd: [UInt8] {
    lines.first?.suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
  }

  private func inserting(_ new: [String], at index: Int) -> [[UInt8]] {
    var all = lines
    let index = min(index, all.count)
    // The last line of a file may lack its end.
    if index > 0, all[index - 1].last != UInt8(ascii: "\n") { all[index - 1] += lineEnd }
    all.insert(contentsOf: new.map { Array($0.utf8) + lineEnd }, at: index)
    return all
  }

  /// The value of a blank key, behind its colon.
  private func filling(_ entry: SettingsEntry, with value: String) -> [[UInt8]] {
    guard let place = offset(of: entry.keyLocation),
      let colon = lines[place.line][place.byte...].firstIndex(of: UInt8(ascii: ":"))
    else { return lines }
    var all = lines
    all[place.line].insert(contentsOf: Array(" \(value)".utf8), at: colon + 1)
    return all
  }

  private func replacing(
    _ old: String, at location: SourceLocation, by value: String
  ) -> [[UInt8]] {
    guard let place = offset(of: location),
      lines[place.line][place.byte...].starts(with: Array(old.utf8))
    else { return lines }
    var all = lines
    all[place.line].replaceSubrange(
      place.byte..<place.byte + old.utf8.count, with: Array(value.utf8))
    return all
  }

  /// Where a place lies among the bytes; columns count characters.
  private func offset(of location: SourceLocation) -> (line: Int, byte: Int)? {
    guard let line = location.line, let column = location.column, lines.indices.contains(line - 1)
    else { return nil }
    let text = String(decoding: lines[line - 1], as: UTF8.self)
    return (line - 1, text.prefix(column - 1).utf8.count)
  }

  // MARK: Reading back

  /// The file of these lines, when it holds what it should and everything else as before.
  private func verified(_ lines: [[UInt8]], _ holds: (SettingsNode) -> Bool) -> [UInt8]? {
    let bytes = mark + lines.flatMap(\.self)
    guard let other = SettingsEdit(bytes, file: file), holds(other.root),
      Self.rest(of: root) == Self.rest(of: other.root)
    else { return nil }
    return bytes
  }

  /// Every value but those that are set here, as text without places.
  private static func rest(of root: SettingsNode) -> [String] {
    func flat(_ node: SettingsNode, _ path: String) -> [String] {
      switch node.content {
      case .blank: return ["\(path)="]
      case .text(let text): return ["\(path)=\(text)"]
      case .list(let items):
        return items.enumerated().flatMap { flat($0.element, "\(path)[\($0.offset)]") }
      case .map(let entries):
        return entries.flatMap { flat($0.value, "\(path)\u{0}\($0.key)") }
      }
    }
    func isSet(_ path: String) -> Bool {
      let keys = path.prefix { $0 != "=" }.split(separator: "\u{0}").map { key in
        NameMatching.folded(key.prefix { $0 != "[" })
      }
      let section = NameMatching.folded(published.section)
      return keys.first == NameMatching.folded(previousKey)
        || keys.first == section
          && (keys.count < 2 || keys[1] == NameMatching.folded(published.key))
    }
    return flat(root, "").filter { !isSet($0) }
  }

  private static func entry(_ key: String, of node: SettingsNode) -> SettingsEntry? {
    guard case .map(let entries) = node.content else { return nil }
    return entries.first { NameMatching.folded($0.key) == NameMatching.folded(key) }
  }
}

extension SettingsNode {
  fileprivate func isText(_ text: String) -> Bool {
    if case .text(let own) = content { return own.trimmed == text }
    return false
  }
}
