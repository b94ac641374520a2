// The section Avstämning: every check with both figures, the target group's wages, and the opening
// balance beside last year's closing balance, account by account.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Checks, wages and opening balances.
  func reconciliation() -> ReportPart {
    let checks = checks()
    let opening = openingDifferences()
    var blocks: [Block] = [.table(checks)]
    if second.targetWages != nil {
      blocks += [.heading(texts(.wagesHeading)), .table(wages())]
    }
    if first.previousClosing != nil {
      blocks.append(.heading(texts(.openingHeading)))
      blocks.append(
        opening.rows.isEmpty ? .paragraph(texts.paragraph(.openingNone)) : .table(opening))
    }
    return ReportPart(
      sections: [section(.reconciliation, blocks)], data: [checks, opening])
  }

  /// Every check; a difference beyond the tolerance has its likely cause under the table.
  private func checks() -> Table {
    var causes: [Paragraph] = []
    var rows: [Row] = []
    for (id, check) in second.numberedChecks {
      let label = texts(.check, check.check)
      rows.append(
        Row(
          [.text(check.check.rawValue), .text(label)]
            + CheckPart.allCases.map { .figure(.check(id, $0)) }
            + [.text(texts(.checkOutcome, check.outcome)), .text(check.outcome.rawValue)]))
      if check.outcome == .warning {
        causes.append(Paragraph("\(label): \(texts(.checkCause, check.check))"))
      }
    }
    return Table(
      id: "avstamning",
      columns: [
        .data("check"), Column("label", heading: texts(.checkCheck), kind: .label, for: .page),
      ]
        + CheckPart.allCases.map {
          Column($0.rawValue, heading: texts(.checkPart, $0), kind: .ore)
        } + [
          Column("result", heading: texts(.checkOutcome), kind: .word, for: .page),
          .data("outcome"),
        ], rows: rows, notes: causes + [texts.paragraph(.checkNote)])
  }

  private func wages() -> Table {
    let parts: [WagesPart] = [.recorded, .ledger, .ratio, .fees, .ledgerFees, .feeRatio]
    return Table(
      id: "lon",
      columns: [.label, Column("value", heading: texts(.wagesValue), kind: .ore)],
      rows: parts.map { Row([.text(texts(.wages, $0)), .figure(.wages($0))]) },
      notes: [texts.paragraph(.wagesNote)])
  }

  /// Every account that opens with something else than it closed with.
  private func openingDifferences() -> Table {
    let rows = first.openingDifferences.map { difference in
      let number = difference.account.number
      let name = name(of: difference.account)
      let isResult = difference.carriesResult
      return Row(
        [.text(number), .text(name), .text("\(number) \(name)")]
          + OpeningColumn.allCases.map { .figure(.opening(account: number, $0)) }
          + [
            .text(isResult ? texts(.openingCarriesResult) : ""),
            .text(isResult ? "result" : ""),
          ])
    }
    return Table(
      id: "ingaende-balans",
      columns: [
        .data("account"), .data("name", .label),
        Column("label", heading: texts(.openingAccount), kind: .label, for: .page),
      ]
        + OpeningColumn.allCases.map {
          Column($0.rawValue, heading: texts(.opening, $0), kind: .ore)
        } + [
          Column("cause", heading: texts(.openingCause), kind: .word, for: .page),
          .data("explanation"),
        ], rows: rows, notes: [texts.paragraph(.openingNote)])
  }

  /// The file's name of an account, else BAS'.
  private func name(of account: Account) -> String {
    if let name = account.name, !name.isEmpty { return name }
    return account.layoutNumber.flatMap { BASChart.bas2025[$0]?.name } ?? ""
  }
}
