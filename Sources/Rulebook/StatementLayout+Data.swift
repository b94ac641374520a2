// Reads the layouts of the three legal forms from the embedded tables.

import Diagnostics

extension StatementLayout {
  private static let economicAssociation = StatementLayout(embeddedFor: .economicAssociation)
  private static let nonProfitAssociation = StatementLayout(embeddedFor: .nonProfitAssociation)
  private static let limitedCompany = StatementLayout(embeddedFor: .limitedCompany)

  /// The layout of a legal form.
  package static func of(_ form: LegalForm) -> StatementLayout {
    switch form {
    case .economicAssociation: economicAssociation
    case .nonProfitAssociation: nonProfitAssociation
    case .limitedCompany: limitedCompany
    }
  }

  private init(embeddedFor form: LegalForm) {
    self.form = form
    incomeStatement = Self.rows(EmbeddedData.layoutIncome, form: form) { _ in true }
    balanceSheet = Self.rows(EmbeddedData.layoutBalance, form: form) { $0["side"] == "equity" }
    let rules = Self.rules(form: form)
    var index = [Int16](repeating: -1, count: Self.numberCount)
    // The widest first, so that the narrowest is written last and wins.
    for (position, rule) in rules.enumerated().sorted(by: Self.isWider) {
      for number in rule.numbers { index[number] = Int16(position) }
    }
    self.rules = rules
    ruleIndex = index
    rowsByFlowKind = form == .nonProfitAssociation ? Self.rowsByFlowKind() : [:]
  }

  private static func isWider(
    _ left: EnumeratedSequence<[LayoutRule]>.Element,
    _ right: EnumeratedSequence<[LayoutRule]>.Element
  ) -> Bool {
    (right.element.numbers.count, left.offset) < (left.element.numbers.count, right.offset)
  }

  /// Whether the comma-separated `forms` of a data row name this form.
  private static func applies(_ row: EmbeddedTable.Row, to form: LegalForm) -> Bool {
    row["forms"].split(separator: ",").contains { $0 == form.dataKey }
  }

  private static func rows(
    _ table: StaticString, form: LegalForm, printsNegated: (EmbeddedTable.Row) -> Bool
  ) -> [LayoutRow] {
    let rows = EmbeddedTable(table, separator: "\t").rows.filter { applies($0, to: form) }
    let ids = Set(rows.map { $0["id"] })
    return rows.map { row in
      guard let level = Int(row["level"]) else {
        preconditionFailure("the layout's line \(row.line) has no level")
      }
      return LayoutRow(
        id: row["id"], labelSwedish: row["label_sv"], labelEnglish: row["label_en"],
        level: level, content: content(row, ids: ids), printsNegated: printsNegated(row),
        alwaysShown: row["shown"] == "always")
    }
  }

  private static func content(_ row: EmbeddedTable.Row, ids: Set<String>) -> LayoutRow.Content {
    let words = row["content"].split(separator: " ").map(String.init)
    switch words.first {
    case "heading": return .heading
    case "accounts": return .accounts
    case "result": return .yearResult
    case "difference": return .difference
    case "sum": return .sum(of: words.dropFirst().filter(ids.contains))
    default: preconditionFailure("the layout's line \(row.line) holds nothing known")
    }
  }

  private static func rules(form: LegalForm) -> [LayoutRule] {
    EmbeddedTable(EmbeddedData.layoutAccounts, separator: "\t").rows
      .filter { applies($0, to: form) }
      .map { row in
        let ends = row["accounts"].split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, first <= last, last < numberCount else {
          preconditionFailure("the account rules' line \(row.line) has no range")
        }
        let isForeign = row["row"] == "-"
        return LayoutRule(
          numbers: first...last, row: isForeign ? nil : row["row"],
          owner: isForeign && !row["mark"].isEmpty ? row["mark"] : nil,
          isUnsure: row["mark"] == "unsure")
      }
  }

  private static func rowsByFlowKind() -> [FlowKind: String] {
    var rows: [FlowKind: String] = [:]
    for row in EmbeddedTable(EmbeddedData.layoutLinks, separator: "\t").rows {
      guard let kind = FlowKind(rawValue: row["kind"]) else {
        preconditionFailure("the layout links' line \(row.line) has no kind")
      }
      rows[kind] = row["row"]
    }
    return rows
  }
}
