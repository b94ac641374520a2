// The opening balance beside last year's closing balance, account by account.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// What the section Avstämning shows of the opening balance, and the table of data with every
  /// account that differs.
  mutating func openingDifferences() throws(ReportFault) -> (blocks: [Block], data: Table) {
    var rows: [Row] = []
    var dataRows: [Row] = []
    for difference in first.openingDifferences {
      let number = difference.account.number
      let name = name(of: difference.account)
      var cells: [Cell] = []
      for (part, amount) in [
        (OpeningColumn.previousClosing, difference.previousClosing),
        (.opening, difference.opening), (.difference, difference.difference),
      ] {
        cells.append(
          try add(
            Figure(
              id: .opening(account: number, part),
              label: try "\(number): \(texts("opening.\(part.rawValue)"))",
              value: .amount(amount), unit: .kronor,
              formula: part == .difference
                ? .balance(
                  plus: [.opening(account: number, .opening)],
                  minus: [.opening(account: number, .previousClosing)]) : nil)))
      }
      let cause = difference.carriesResult ? try texts("opening.carries-result") : ""
      rows.append(Row([.text("\(number) \(name)")] + cells + [.text(cause)]))
      dataRows.append(
        Row(
          [.text(number), .text(name)] + cells
            + [.text(difference.carriesResult ? "result" : "")]))
    }
    let parts = OpeningColumn.allCases.map(\.rawValue)
    let data = Table(
      id: "ingaende-balans",
      columns: [
        Column("account", heading: "account", kind: .word),
        Column("name", heading: "name", kind: .label),
      ] + parts.map { Column($0, heading: $0, kind: .ore) }
        + [Column("explanation", heading: "explanation", kind: .word)],
      rows: dataRows)
    guard first.previousClosing != nil else { return ([], data) }
    var blocks: [Block] = [.heading(try texts("opening.heading"))]
    if rows.isEmpty {
      blocks.append(.paragraph(Paragraph(try texts("opening.none"))))
    } else {
      var columns = [Column("account", heading: try texts("opening.account"), kind: .label)]
      for part in parts {
        columns.append(Column(part, heading: try texts("opening.\(part)"), kind: .ore))
      }
      columns.append(Column("explanation", heading: try texts("opening.cause"), kind: .word))
      blocks.append(
        .table(
          Table(
            id: "ingaende-balans", columns: columns, rows: rows,
            notes: [Paragraph(try texts("opening.note"))])))
    }
    return (blocks, data)
  }

  /// The file's name of an account, else BAS'.
  private func name(of account: Account) -> String {
    if let name = account.name, !name.isEmpty { return name }
    return account.layoutNumber.flatMap { BASChart.bas2025[$0]?.name } ?? ""
  }
}
