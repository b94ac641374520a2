// What a finding says on paper, which names no participant, row or cell: the terminal does.

extension Diagnostic {
  /// Facts in words that are of the books as a whole.
  private static let safeFacts: Set<String> = [
    "account", "accounts", "earlier", "end", "form", "id", "later", "start", "year",
  ]

  /// Rooms whose findings are of a person's records, a place in a file or an own text.
  private static let ofRecords: Set<String> = ["REG", "SET", "XLS", "INI"]

  static let table: [DiagnosticCode: [Language: String]] = Dictionary(
    uniqueKeysWithValues: EmbeddedTable(EmbeddedData.paper, separator: "\t").rows.map { row in
      (DiagnosticCode(rawValue: row["code"]), [.swedish: row["sv"], .english: row["en"]])
    })

  /// What the finding says in a report: the code's own words for it (`Data/paper.tsv`), else what
  /// was found, else what it means, else that the terminal tells.
  package func paperText(in language: Language) -> String {
    if let words = Self.table[code]?[language] { return words }
    guard let template = DiagnosticCatalogue.shared.entry(for: code).texts[language] else {
      return sentences(in: language).meaning
    }
    let shown = Diagnostic(code, at: nil, arguments.mapValues { Self.forPaper($0, in: language) })
      .sentences(in: language)
    if isSafe(template.found) { return shown.found }
    if isSafe(template.meaning) { return shown.meaning }
    return Words.word("paper.see-terminal", in: language)
  }

  /// Text of the books as a document writes it: a period with a dash, amounts of accounts in the
  /// language's signs (`2025-01-01 – 2025-12-31`, `1930: 3 000,00`).
  private static func forPaper(
    _ argument: DiagnosticArgument, in language: Language
  ) -> DiagnosticArgument {
    guard case .text(let text) = argument else { return argument }
    let numbers = NumberWriter(language, for: .document)
    return .text(
      text.replacing(#/(\d{4}-\d\d-\d\d)--(\d{4}-\d\d-\d\d)/#) {
        "\($0.output.1) – \($0.output.2)"
      }.replacing(#/: (-?\d+\.\d\d)(?!\d)/#) { ": \(numbers.decimal($0.output.1))" })
  }

  /// Whether all that a text names may stand on paper.
  private func isSafe(_ template: String) -> Bool {
    arguments.filter { template.contains("{\($0.key)}") }.allSatisfy { name, argument in
      guard !Self.ofRecords.contains(String(code.rawValue.prefix(3))) else { return false }
      switch argument {
      case .number, .kronor, .exactKronor, .word: return true
      case .meant, .aside, .settings, .settingsPlace: return false
      case .text: return Self.safeFacts.contains(name)
      case .finding(let code, let arguments):
        let inner = Diagnostic(code, at: nil, arguments)
        let found = DiagnosticCatalogue.shared.entry(for: code).texts[.swedish]?.found
        return inner.isSafe(found ?? "")
      }
    }
  }
}
