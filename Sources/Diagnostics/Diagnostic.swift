// One finding for the reader: code, place and the facts that its text names.

/// How much a finding matters: an odd thing is a note, what changes a figure is a warning, what
/// makes a figure wrong is an error.
package enum Severity: String, Comparable, Sendable {
  case note
  case warning
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// note < warning < error.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A diagnostic's code such as `SIE012`; its texts stand in the catalogue (Data/*.tsv).
package struct DiagnosticCode: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// Letters of the room and three digits.
  package let rawValue: String

  /// A code by its text.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// A code by its literal.
  package init(stringLiteral value: String) { self.rawValue = value }
}

/// A fact that a diagnostic's text names with `{name}`.
package enum DiagnosticArgument: Hashable, Sendable {
  /// Words or identifiers as they stand; identity numbers in them are masked when rendered.
  case text(String)
  /// A whole number.
  case number(Int)
  /// Money in öre, printed as kronor with two decimals in the reader's language.
  case kronor(ore: Int64)
  /// Money with more decimals than öre, as plain decimal text of kronor (`-0.0001`).
  case exactKronor(String)
  /// An identifier that `Data/words.tsv` has a word for in each language.
  case word(String)
  /// What was most likely meant, as a question with a blank after it; nothing where none is near.
  case meant(String?)
  /// What belongs in brackets after what goes before; nothing where there is nothing.
  indirect case aside(DiagnosticArgument?)
  /// Keys of the settings, each with where it stands.
  case settings([SettingsPath])
  /// Where in the settings something is looked for.
  case settingsPlace(SettingsPath)
  /// What another finding found, in the reader's language, without the full stop at its end.
  case finding(DiagnosticCode, [String: DiagnosticArgument])
}

/// What a finding may be told: a value that knows how a diagnostic's text shows it.
package protocol DiagnosticFact {
  /// The value as a text names it.
  var argument: DiagnosticArgument { get }
}

extension DiagnosticArgument: DiagnosticFact {
  package var argument: DiagnosticArgument { self }
}

extension String: DiagnosticFact {
  package var argument: DiagnosticArgument { .text(self) }
}

/// Nothing is told as nothing.
extension String?: DiagnosticFact {
  package var argument: DiagnosticArgument { .text(self ?? "") }
}

extension Int: DiagnosticFact {
  package var argument: DiagnosticArgument { .number(self) }
}

extension SourceLocation: DiagnosticFact {
  package var argument: DiagnosticArgument { .text(description) }
}

/// One finding: what was found where, with what its text needs to say so in either language.
package struct Diagnostic: Hashable, Sendable {
  /// The code that leads to severity and texts in the catalogue.
  package let code: DiagnosticCode
  /// The place, when there is one.
  package let location: SourceLocation?
  /// The facts by the names that the catalogue's texts use.
  package let arguments: [String: DiagnosticArgument]

  /// A finding; the code must stand in the catalogue (a test walks all codes).
  package init(
    _ code: DiagnosticCode, at location: SourceLocation?,
    _ facts: [String: any DiagnosticFact] = [:]
  ) {
    self.code = code
    self.location = location
    self.arguments = facts.mapValues(\.argument)
  }

  /// The severity that the catalogue gives the code.
  package var severity: Severity { DiagnosticCatalogue.shared.entry(for: code).severity }
}

/// Findings collected while a stage goes on, so that the user sees every problem at once.
package struct DiagnosticList: Sendable {
  /// In the order found.
  package private(set) var all: [Diagnostic] = []

  /// An empty list.
  package init() {}

  /// Adds a finding.
  package mutating func report(
    _ code: DiagnosticCode, at location: SourceLocation?,
    _ facts: [String: any DiagnosticFact] = [:]
  ) {
    all.append(Diagnostic(code, at: location, facts))
  }

  /// Adds findings of another stage.
  package mutating func append(contentsOf other: DiagnosticList) {
    all.append(contentsOf: other.all)
  }

  /// Whether anything found makes a figure wrong.
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The worst severity found.
  package var worst: Severity? { all.map(\.severity).max() }

  /// Sorted by place, then code; the same finding at the same place stands once.
  package var sorted: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return all.enumerated()
      .filter { seen.insert($0.element).inserted }
      .sorted { left, right in
        switch (left.element.location, right.element.location) {
        case (let a?, let b?) where a != b: a < b
        case (nil, _?): true
        case (_?, nil): false
        default:
          (left.element.code.rawValue, left.offset) < (right.element.code.rawValue, right.offset)
        }
      }
      .map(\.element)
  }
}
