// The section Avstämning: every check with both figures, every warning, the target group's wages,
// and the opening balance beside last year's closing balance, account by account.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Checks, warnings, wages and opening balances.
  func reconciliation() -> ReportPart {
    let checks = checks()
    let opening = openingDifferences()
    var blocks: [Block] = [.table(checks)]
    if let warnings = warningTable() { blocks.append(.table(warnings)) }
    if second.targetWages != nil {
      blocks += [.heading(texts(.wagesHeading)), .table(wages())]
    }
    let isUntestable = second.reconciliation.contains {
      $0.check == .openingBalance && $0.outcome == .untestable
    }
    if first.previousClosing != nil || isUntestable {
      blocks.append(.heading(texts(.openingHeading)))
      if isUntestable { blocks.append(.notice(texts.paragraph(.openingUntestable))) }
      if !opening.rows.isEmpty {
        blocks.append(.table(opening))
      } else if !isUntestable {
        blocks.append(.paragraph(texts.paragraph(.openingNone)))
      }
    }
    return ReportPart(
      sections: [section(.reconciliation, blocks)], data: [checks, opening])
  }

  /// Every check by what it is held against; a difference beyond the tolerance has its likely cause
  /// under the table. The file has a row of every other warning too.
  private func checks() -> Table {
    var causes: [Paragraph] = []
    var rows: [Row] = []
    for group in ReconciliationGroup.allCases {
      let checks = second.numberedChecks.filter { ReconciliationGroup($0.check.check) == group }
      if !checks.isEmpty {
        rows.append(
          .heading(texts(.reconciliationGroup, group), at: 1, of: Self.checkColumnCount))
      }
      for (id, check) in checks {
        let told = remark(on: check)
        if let told { causes.append(Paragraph("\(texts(.check, check.check)): \(told)")) }
        let code = warnings.first { $0.check == check.check }?.code
        rows.append(
          Row(
            [.text(check.check.rawValue), .text(texts(.check, check.check))]
              + CheckPart.allCases.map { cell(.check(id, $0)) }
              + [
                .text(texts(.checkOutcome, check.outcome)), .text(check.outcome.rawValue),
                .text(group.rawValue), .text(check.outcome == .warning ? code ?? "" : ""),
                .text(told ?? ""),
              ]))
      }
    }
    for warning in warnings where warning.check == nil {
      rows.append(row(of: warning))
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
          .data("outcome"), .data("group"), .data("code"), .data("text", .prose),
        ], rows: rows, notes: causes + [texts.paragraph(.checkNote)])
  }

  private static let checkColumnCount = 2 + CheckPart.allCases.count + 5

  /// A warning that no check restates, for the file alone: the page has them in a table of their
  /// own.
  private func row(of warning: ReportWarning) -> Row {
    Row(
      .body, for: .data,
      [.text(warning.code), .text("")] + CheckPart.allCases.map { _ in .blank } + [
        .text(""), .text(ReconciliationCheck.Outcome.warning.rawValue),
        .text(warning.group.rawValue), .text(warning.code), .text(warning.text),
      ])
  }

  /// What must be said of how a check went: the likely cause of a difference, why it agrees though
  /// the sides differ, why it cannot be made.
  private func remark(on check: ReconciliationCheck) -> String? {
    switch (check.outcome, check.check) {
    case (.warning, _): texts(.checkCause, check.check)
    case (.untestable, _): texts(.checkOpeningUntestable)
    case (.ok, .openingBalance) where !first.openingDifferences.isEmpty:
      texts(.checkOpeningExplained)
    case (.ok, _), (.error, _): nil
    }
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
