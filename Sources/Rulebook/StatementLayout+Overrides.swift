// A layout with an enterprise's own choices of row laid over its rules.

extension StatementLayout {
  /// How many account numbers there are by four digits.
  static let numberCount = 10_000

  /// The form's layout with overrides over it: an override goes before every rule of the layout and
  /// before the settings' kopplingar, and among overrides the narrowest range wins. One whose row
  /// holds no accounts in this layout is let be: no öre may leave the statements.
  package func overridden(by overrides: [RowOverride]) -> StatementLayout {
    let usable = overrides.filter { row($0.row)?.content == .accounts }
    var layout = self
    layout.overrides = usable
    layout.overrideIndex = RowOverride.holders(among: usable).holders
    return layout
  }

  /// The override that decides an account's row; nil where the layout's own rules do.
  package func override(ofNumber number: Int) -> RowOverride? {
    guard overrideIndex.indices.contains(number), overrideIndex[number] >= 0 else { return nil }
    return overrides[overrideIndex[number]]
  }

  /// The same layout as the legal form has it, without overrides.
  package var withoutOverrides: StatementLayout { .of(form) }

  /// The statement that an account of a number belongs to: classes 1 and 2 to the balance sheet.
  package static func statement(ofNumber number: Int) -> StatementKind {
    number < 3000 ? .balanceSheet : .incomeStatement
  }

  /// The rows that accounts may be put in, of one statement or both, in the order of printing.
  package func accountRows(of kind: StatementKind? = nil) -> [LayoutRow] {
    let rows = kind.map(rows(of:)) ?? incomeStatement + balanceSheet
    return rows.filter { $0.content == .accounts }
  }
}
