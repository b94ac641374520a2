// From YAML text to the tree of settings: the only file that knows Yams.

import Diagnostics
import Yams

/// Reads YAML into a tree and explains in plain words what breaks it.
struct SettingsYAML {
  private let file: String
  private var scalars: [Unicode.Scalar]
  private let lineStarts: [Int]
  /// Stand-ins for the first letter of a key that stands twice, with the letter itself.
  private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
  /// What is left of the nodes that one file may have; aliases could multiply them without end.
  private var nodesLeft = 100_000

  /// The tree; nil when the text is no YAML, with the cause reported.
  static func parse(
    _ text: String, file: String, into problems: SettingsProblems
  ) -> SettingsNode? {
    var reader = SettingsYAML(text, file: file)
    return reader.parse(into: problems)
  }

  private init(_ text: String, file: String) {
    self.file = file
    self.scalars = Array(text.unicodeScalars)
    self.lineStarts = Self.lineStarts(scalars)
  }

  private mutating func parse(into problems: SettingsProblems) -> SettingsNode? {
    while true {
      do {
        guard let root = try compose(yaml: text(scalars[...])) else { return nil }
        let tree = node(root, problems)
        guard nodesLeft > 0 else {
          problems.report("SET028", at: SourceLocation(file: file))
          return nil
        }
        return tree
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        // Yams stops at a key that stands twice. With a stand-in for its first letter the parse
        // goes on, so that every problem is seen at once; the map itself reports the key.
        guard setApart(context.mark) else {
          problems.report(
            "SET007", at: location(context.mark),
            ["key": duplicates.first ?? "", "line": context.mark.line])
          return nil
        }
      } catch let error as YamlError {
        report(error, into: problems)
        return nil
      } catch {
        problems.report("SET006", at: SourceLocation(file: file))
        return nil
      }
    }
  }

  /// Replaces the first letter of the key at a mark by a stand-in.
  private mutating func setApart(_ mark: Mark) -> Bool {
    guard standIns.count < 1000, var offset = offset(of: mark) else { return false }
    if scalars[offset] == "\"" || scalars[offset] == "'" { offset += 1 }
    guard offset < scalars.count, standIns[scalars[offset]] == nil,
      scalars[offset].properties.isAlphabetic || scalars[offset].properties.numericType != nil,
      let standIn = Unicode.Scalar(0xF0000 + UInt32(standIns.count))
    else { return false }
    standIns[standIn] = scalars[offset]
    scalars[offset] = standIn
    return true
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// A key as it was written, without stand-ins.
  private func written(_ key: String) -> String {
    guard !standIns.isEmpty else { return key }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: key.unicodeScalars.map { standIns[$0] ?? $0 })
    return String(text)
  }

  // MARK: From Yams's nodes to ours

  private mutating func node(_ node: Node, _ problems: SettingsProblems) -> SettingsNode {
    let place = location(node.mark)
    nodesLeft -= 1
    guard nodesLeft > 0 else { return SettingsNode(content: .blank, location: place) }
    switch node {
    case .scalar(let scalar):
      watch(scalar.string, at: place, problems)
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["~", "null", "Null", "NULL"].contains(scalar.string)
      let isBlank = isNull || scalar.string.allSatisfy(\.isWhitespace)
      return SettingsNode(content: isBlank ? .blank : .text(scalar.string), location: place)
    case .sequence(let sequence):
      var items: [SettingsNode] = []
      for item in sequence { items.append(self.node(item, problems)) }
      return SettingsNode(content: .list(items), location: place)
    case .mapping(let mapping):
      var entries: [SettingsEntry] = []
      for (key, value) in mapping {
        let name = written(key.scalar?.string ?? "?")
        watch(name, at: location(key.mark), problems)
        entries.append(
          SettingsEntry(
            key: name, keyLocation: location(key.mark), value: self.node(value, problems)))
      }
      return SettingsNode(content: .map(entries), location: place)
    case .alias:
      return SettingsNode(content: .blank, location: place)
    }
  }

  /// An escape between quotes (`"\u0001"`) makes what no line of the file shows.
  private func watch(_ text: String, at place: SourceLocation, _ problems: SettingsProblems) {
    if let character = UnprintableText.first(in: text) {
      problems.report("SET100", at: place, ["character": character])
    }
    if UnprintableText.isTooLong(text) {
      problems.report(
        "SET101", at: place,
        ["count": text.utf16.count, "longest": UnprintableText.longest])
    }
  }

  // MARK: Places

  /// The place of a mark; its column counts characters where Yams counts Unicode scalars.
  private func location(_ mark: Mark?) -> SourceLocation {
    guard let mark else { return SourceLocation(file: file) }
    guard let start = lineStart(mark.line) else {
      return SourceLocation(file: file, line: mark.line, column: mark.column)
    }
    let end = min(start + mark.column - 1, scalars.count)
    let column = text(scalars[start..<max(start, end)]).count + 1
    return SourceLocation(file: file, line: mark.line, column: column)
  }

  private func offset(of mark: Mark) -> Int? {
    guard let start = lineStart(mark.line) else { return nil }
    let offset = start + mark.column - 1
    return offset < scalars.count ? offset : nil
  }

  /// Where a line begins.
  private func lineStart(_ line: Int) -> Int? {
    line >= 1 && line <= lineStarts.count ? lineStarts[line - 1] : nil
  }

  /// Where each line begins, counting lines as YAML 1.1 does.
  private static func lineStarts(_ scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": starts.append(index + 1)
      default: break
      }
    }
    return starts
  }

  // MARK: What breaks the syntax

  private func report(_ error: YamlError, into problems: SettingsProblems) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(problem, context: context, at: mark, into: problems)
    case .reader(let problem, let offset, _, _):
      var place = SourceLocation(file: file)
      if let offset {
        let before = String(text(scalars[...]).prefix(offset))
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        place = SourceLocation(
          file: file, line: line.count, column: (line.last?.count ?? 0) + 1)
      }
      problems.report("SET006", at: place, ["problem": problem])
    default:
      problems.report("SET006", at: SourceLocation(file: file))
    }
  }

  private func report(
    _ problem: String, context: YamlError.Context?, at mark: Mark,
    into problems: SettingsProblems
  ) {
    let indentation = lineText(mark.line).prefix { $0 == " " || $0 == "\t" }
    if problem.contains("cannot start any token"), indentation.contains("\t") {
      let column = indentation.prefix { $0 != "\t" }.count + 1
      problems.report(
        "SET002", at: SourceLocation(file: file, line: mark.line, column: column))
    } else if problem.contains("mapping values are not allowed") {
      problems.report("SET003", at: location(mark))
    } else if context?.text.contains("quoted scalar") == true,
      problem.contains("escape") || problem.contains("hexdecimal")
    {
      problems.report("SET103", at: location(mark))
    } else if context?.text.contains("quoted scalar") == true {
      problems.report("SET005", at: location(context?.mark ?? mark))
    } else if problem.contains("did not find expected") || problem.contains("could not find") {
      problems.report("SET004", at: location(mark))
    } else {
      problems.report("SET006", at: location(mark), ["problem": problem])
    }
  }

  private func lineText(_ line: Int) -> String {
    guard let start = lineStart(line) else { return "" }
    return text(scalars[start...].prefix { $0 != "\n" && $0 != "\r" })
  }
}
