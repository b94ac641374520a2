// Where a key of the settings stands, in the words of one who looks for it there.

/// The keys of the settings from the top, `antaganden`, `övergång`, `horisont`. A finding tells
/// them as `horisont under övergång, i avsnittet antaganden`; this is the only place that makes
/// words of a path.
package struct SettingsPath: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// From the section to the key; none is the file as a whole.
  package let keys: [String]

  /// A path by its keys.
  package init(_ keys: [String]) { self.keys = keys }

  /// A path by its literal.
  package init(arrayLiteral keys: String...) { self.keys = keys }

  /// The path of a key under this one.
  package func under(_ key: String) -> SettingsPath { SettingsPath(keys + [key]) }

  /// As a place to look in: `under övergång, i avsnittet antaganden`, or the file.
  package var asPlace: DiagnosticArgument { .settingsPlace(self) }

  /// Several paths; the section is said once for those of one section that stand together.
  package static func words(_ paths: [SettingsPath], in language: Language) -> String {
    var parts: [String] = []
    for (index, path) in paths.enumerated() {
      let next = paths.dropFirst(index + 1).first
      let isSaid = path.keys.count > 1 && next?.keys.count ?? 0 > 1
      let words =
        isSaid && next?.keys.first == path.keys.first
        ? path.withinSection : path.words(in: language)
      parts.append(words)
    }
    return parts.joined(separator: "; ")
  }

  /// `horisont under övergång`.
  private var withinSection: String {
    keys.dropFirst().reversed().joined(separator: " under ")
  }

  private func words(in language: Language) -> String {
    guard let section = keys.first else { return Words.word("settings.file", in: language) }
    guard keys.count > 1 else { return section }
    return "\(withinSection), \(Words.word("settings.section", in: language)) \(section)"
  }

  func place(in language: Language) -> String {
    guard let section = keys.first else { return Words.word("settings.top", in: language) }
    guard keys.count > 1 else {
      return "\(Words.word("settings.section", in: language)) \(section)"
    }
    return "under \(words(in: language))"
  }
}

extension SettingsPath: DiagnosticFact {
  package var argument: DiagnosticArgument { .settings([self]) }
}

extension [SettingsPath]: DiagnosticFact {
  package var argument: DiagnosticArgument { .settings(self) }
}
