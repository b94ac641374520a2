// The board's own words: which file is of which text and year.

import Diagnostics
import Rulebook

/// One of the texts that the board writes itself (interfaces.md, An enterprise's folder).
package struct StoryFile: Hashable, Sendable {
  /// The texts, by the beginning of their files' names.
  package enum Kind: String, CaseIterable, Sendable {
    /// *Styrelsens ord*.
    case story = "berattelse"
    /// *En väg genom företaget*.
    case example = "exempel"
    /// *Förvaltningsberättelsen*.
    case managementReport = "forvaltningsberattelse"
  }

  /// Which text.
  package let kind: Kind
  /// The year that it is of; nil serves the latest year.
  package let label: String?

  /// A text of a year, or of the latest.
  package init(_ kind: Kind, label: String? = nil) {
    self.kind = kind
    self.label = label
  }

  /// The file's name: `berattelse.md`, `berattelse-2025.md`.
  package var name: String { "\(kind.rawValue)\(label.map { "-\($0)" } ?? "").md" }

  /// The text of a file's name; nil when it is none.
  package init?(name: String) {
    for kind in Kind.allCases {
      let rest = name.hasPrefix(kind.rawValue) ? name.dropFirst(kind.rawValue.count) : ""
      guard rest.hasSuffix(".md") else { continue }
      let label = rest.dropLast(3)
      if label.isEmpty {
        self.init(kind)
        return
      }
      if label.hasPrefix("-"), YearLabel.isLabel(String(label.dropFirst())) {
        self.init(kind, label: String(label.dropFirst()))
        return
      }
    }
    return nil
  }

  /// The name that a file was probably meant to have, when it is none of ours but looks like one:
  /// `berättelse 2025.md`, `Berattelse.MD`, `berattelse-2025.txt`, `berattelse-25.md`.
  package static func nearest(to name: String) -> String? {
    let folded = NameMatching.folded(name)
    guard StoryFile(name: name) == nil,
      let dot = folded.lastIndex(of: "."),
      ["md", "txt", "markdown"].contains(folded[folded.index(after: dot)...])
    else { return nil }
    let stem = folded[..<dot]
    guard let kind = Kind.allCases.first(where: { stem.hasPrefix($0.rawValue) }) else {
      return nil
    }
    let rest = stem.dropFirst(kind.rawValue.count).filter { $0 != " " }
    // Any other letters behind make it another file of the user's own.
    guard rest.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    switch rest.count {
    case 0: return StoryFile(kind).name
    case 2: return StoryFile(kind, label: "20\(rest)").name
    case 6:
      let label = "\(rest.prefix(4))-\(rest.suffix(2))"
      return StoryFile(kind, label: YearLabel.isLabel(label) ? label : "2025").name
    default: return StoryFile(kind, label: rest.count == 4 ? String(rest) : "2025").name
    }
  }
}
