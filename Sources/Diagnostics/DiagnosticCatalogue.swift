// The texts of every diagnostic, by code, in both languages.

/// What the catalogue says of a code.
package struct DiagnosticEntry: Sendable {
  /// The code.
  package let code: DiagnosticCode
  /// How much it matters.
  package let severity: Severity
  /// What was found, what it means and what to do, by language; `{name}` marks an argument.
  package let texts: [Language: Texts]

  /// The three sentences of a diagnostic in one language.
  package struct Texts: Sendable {
    /// What was found.
    package let found: String
    /// What it means, in the reader's words.
    package let meaning: String
    /// What to do.
    package let remedy: String
  }
}

/// All diagnostics, read once from the embedded tables (`Data/*.tsv`, one a room).
package struct DiagnosticCatalogue: Sendable {
  /// The one catalogue of this binary.
  package static let shared = DiagnosticCatalogue(tables: EmbeddedTables.all)

  /// Entries in the order of their codes.
  package let entries: [DiagnosticEntry]
  private let byCode: [DiagnosticCode: DiagnosticEntry]

  init(tables: [StaticString]) {
    var entries: [DiagnosticEntry] = []
    for table in tables {
      for row in EmbeddedTable(table, separator: "\t").rows {
        guard let severity = Severity(rawValue: row["severity"]) else {
          preconditionFailure("the catalogue's severity of \(row["code"]) is unknown")
        }
        entries.append(
          DiagnosticEntry(
            code: DiagnosticCode(rawValue: row["code"]), severity: severity,
            texts: [
              .swedish: .init(
                found: row["found_sv"], meaning: row["meaning_sv"], remedy: row["remedy_sv"]),
              .english: .init(
                found: row["found_en"], meaning: row["meaning_en"], remedy: row["remedy_en"]),
            ]))
      }
    }
    self.entries = entries.sorted { $0.code.rawValue < $1.code.rawValue }
    self.byCode = Dictionary(entries.map { ($0.code, $0) }) { first, second in
      preconditionFailure("the catalogue holds \(second.code.rawValue) twice")
    }
  }

  /// The entry of a code; a code without one is a fault of the program.
  package func entry(for code: DiagnosticCode) -> DiagnosticEntry {
    guard let entry = byCode[code] else {
      preconditionFailure("the catalogue has no \(code.rawValue)")
    }
    return entry
  }
}

/// The embedded tables of this target: one a room, so that rooms grow without meeting.
enum EmbeddedTables {
  static let all: [StaticString] = [
    EmbeddedData.calculation, EmbeddedData.command, EmbeddedData.register, EmbeddedData.settings,
    EmbeddedData.sie, EmbeddedData.statement, EmbeddedData.template, EmbeddedData.workbook,
  ]
}
