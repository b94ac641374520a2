// From a finding to the words that the reader sees.

extension Diagnostic {
  /// The whole message: `FILE:LINE:COLUMN: error[SIE012]: found`, then meaning and remedy, each on
  /// a line of its own. Personal identity numbers are masked whatever the arguments held.
  package func rendered(in language: Language, colour: Bool = false) -> String {
    let place = location.map { "\(PersonalIdentityNumber.masked($0.description)): " } ?? ""
    let label = "\(severity.rawValue)[\(code.rawValue)]"
    let shown = colour ? "\u{1B}[\(severity.colour)m\(label)\u{1B}[0m" : label
    let parts = sentences(in: language)
    let meaningLabel = language == .swedish ? "Betyder" : "Means"
    let remedyLabel = language == .swedish ? "Gör så här" : "What to do"
    return """
      \(place)\(shown): \(parts.found)
        \(meaningLabel): \(parts.meaning)
        \(remedyLabel): \(parts.remedy)
      """
  }

  /// What was found, what it means and what to do, with the facts filled in.
  package func sentences(in language: Language) -> DiagnosticEntry.Texts {
    let entry = DiagnosticCatalogue.shared.entry(for: code)
    guard let texts = entry.texts[language] else {
      preconditionFailure("\(code.rawValue) lacks \(language.rawValue)")
    }
    func fill(_ template: String) -> String {
      var text = ""
      var rest = Substring(template)
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        text += rest[..<open]
        let name = String(rest[rest.index(after: open)..<close])
        text += arguments[name]?.rendered(in: language) ?? "{\(name)}"
        rest = rest[rest.index(after: close)...]
      }
      return PersonalIdentityNumber.masked(text + rest)
    }
    return .init(
      found: fill(texts.found), meaning: fill(texts.meaning), remedy: fill(texts.remedy))
  }
}

extension Severity {
  fileprivate var colour: String {
    switch self {
    case .note: "36"
    case .warning: "33"
    case .error: "31"
    }
  }
}

extension DiagnosticArgument {
  private static func currency(_ number: String, in language: Language) -> String {
    language == .swedish ? "\(number) kr" : "SEK \(number)"
  }

  /// Control characters of a damaged file would garble the terminal.
  private static func printable(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
  }

  fileprivate func rendered(in language: Language) -> String {
    switch self {
    case .text(let text): return Self.printable(text)
    case .aside(let inner): return inner.map { " (\($0.rendered(in: language)))" } ?? ""
    case .settings(let paths): return Self.printable(SettingsPath.words(paths, in: language))
    case .settingsPlace(let path): return Self.printable(path.place(in: language))
    case .number(let number): return String(number)
    case .word(let id): return Words.word(id, in: language)
    case .meant(let name):
      guard let name else { return "" }
      return language == .swedish ? "Menades \"\(name)\"? " : "Was \"\(name)\" meant? "
    case .finding(let code, let arguments):
      let found = Diagnostic(code, at: nil, arguments).sentences(in: language).found
      return found.hasSuffix(".") ? String(found.dropLast()) : found
    case .kronor(let ore):
      return Self.currency(
        NumberWriter(language, for: .terminal).kronor(ore: Int128(ore)), in: language)
    case .exactKronor(let text):
      return Self.currency(NumberWriter(language, for: .terminal).decimal(text), in: language)
    }
  }
}
