// What each figure is called in the report's language, by its id.

import Calculation
import Figures
import Outcomes
import Rulebook

/// The labels of a report's figures.
struct FigureLabels {
  let texts: Texts
  /// The statements' rows, by this year's figure.
  private let rows: [FigureID: LayoutRow]
  private let form: LegalForm

  init(texts: Texts, first: FirstBokslut) {
    self.texts = texts
    var rows: [FigureID: LayoutRow] = [:]
    for statement in [first.incomeStatement, first.balanceSheet] {
      for row in statement.rows {
        rows[.statement(statement.kind, row: row.layout.id, .current)] = row.layout
      }
    }
    self.rows = rows
    self.form = first.form
  }

  /// What a figure is.
  func label(of figure: Figure) throws(ReportFault) -> String {
    switch figure.id {
    case .statement(let kind, let row, _): label(ofRow: row, in: kind)
    case .year(let year, let measure): try "\(texts("overview.\(measure.rawValue)")) \(year)"
    case .equity(let row, let column):
      try "\(label(ofRow: row, in: .balanceSheet)): \(texts("equity.\(column.rawValue)"))"
    case .keyFigure(let id): try texts("key.\(id.rawValue)")
    case .incomeKind(let kind, let part): try label(texts("kind.\(kind.rawValue)"), part)
    case .channel(let channel, let part): try label(name(of: channel), part)
    case .opening(let account, let column):
      try "\(account): \(texts("opening.\(column.rawValue)"))"
    case .check(let check, let part):
      try "\(texts("check.\(check.name.rawValue)")): \(texts("check.\(part.rawValue)"))"
    case .criterion(let id): try texts("asf.\(id.rawValue)")
    case .wages(let part): try texts("wages.\(part.rawValue)")
    default: figure.label
    }
  }

  private func label(ofRow row: String, in kind: StatementKind) -> String {
    let known =
      rows[.statement(kind, row: row, .current)]
      // A row that only another year shows.
      ?? StatementLayout.of(form).rows(of: kind).first { $0.id == row }
    return known.map(label) ?? row
  }

  /// A row of a statement.
  func label(_ row: LayoutRow) -> String {
    texts.language == .swedish ? row.labelSwedish : row.labelEnglish
  }

  private func label(_ income: String, _ part: SharePart) throws(ReportFault) -> String {
    part == .amount ? income : try texts("channel.share", ["channel": income])
  }

  /// A channel; nil is what no rule places.
  func name(of channel: IncomeChannel?) throws(ReportFault) -> String {
    try texts("channel.\(channel?.rawValue ?? "ej fördelat")")
  }
}
