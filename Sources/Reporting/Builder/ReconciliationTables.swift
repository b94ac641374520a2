// The section Avstämning: every check with both figures, the target group's wages, and the opening
// balance beside last year's closing balance, account by account.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The section and its tables of data.
  func reconciliation() throws(ReportFault) -> (section: Section, data: [Table]) {
    let checks = try checks()
    let opening = try openingDifferences()
    var blocks: [Block] = [.table(checks)]
    if second.targetWages != nil {
      blocks += [.heading(try texts("wages.heading")), .table(try wages())]
    }
    if first.previousClosing != nil {
      blocks.append(.heading(try texts("opening.heading")))
      blocks.append(
        opening.rows.isEmpty
          ? .paragraph(Paragraph(try texts("opening.none"))) : .table(opening))
    }
    return (
      Section(
        id: .reconciliation, title: try texts("section.avstamning"),
        lead: try texts("section.avstamning.lead"), blocks: blocks), [checks, opening]
    )
  }

  /// Every check; a difference beyond the tolerance has its likely cause under the table.
  private func checks() throws(ReportFault) -> Table {
    var causes: [Paragraph] = []
    var rows: [Row] = []
    for (id, check) in second.numberedChecks {
      let name = check.check.rawValue
      let label = try texts("check.\(name)")
      rows.append(
        Row(
          [.text(name), .text(label)]
            + CheckPart.allCases.map { .figure(.check(id, $0)) }
            + [
              .text(try texts("check.outcome.\(check.outcome.rawValue)")),
              .text(check.outcome.rawValue),
            ]))
      if check.outcome == .warning {
        causes.append(Paragraph(try "\(label): \(texts("check.cause.\(name)"))"))
      }
    }
    return Table(
      id: "avstamning",
      columns: [
        .data("check"),
        Column("label", heading: try texts("check.check"), kind: .label, for: .page),
      ]
        + (try CheckPart.allCases.map { part throws(ReportFault) in
          Column(part.rawValue, heading: try texts("check.\(part.rawValue)"), kind: .ore)
        }) + [
          Column("result", heading: try texts("check.outcome"), kind: .word, for: .page),
          .data("outcome"),
        ], rows: rows, notes: causes + [Paragraph(try texts("check.note"))])
  }

  private func wages() throws(ReportFault) -> Table {
    let parts: [WagesPart] = [.recorded, .ledger, .ratio, .fees, .ledgerFees, .feeRatio]
    return Table(
      id: "lon",
      columns: [
        Column("label", heading: "", kind: .label),
        Column("value", heading: try texts("wages.value"), kind: .ore),
      ],
      rows: try parts.map { part throws(ReportFault) in
        Row([.text(try texts("wages.\(part.rawValue)")), .figure(.wages(part))])
      }, notes: [Paragraph(try texts("wages.note"))])
  }

  /// Every account that opens with something else than it closed with.
  private func openingDifferences() throws(ReportFault) -> Table {
    var rows: [Row] = []
    for difference in first.openingDifferences {
      let number = difference.account.number
      let name = name(of: difference.account)
      let isResult = difference.carriesResult
      rows.append(
        Row(
          [.text(number), .text(name), .text("\(number) \(name)")]
            + OpeningColumn.allCases.map { .figure(.opening(account: number, $0)) }
            + [
              .text(isResult ? try texts("opening.carries-result") : ""),
              .text(isResult ? "result" : ""),
            ]))
    }
    return Table(
      id: "ingaende-balans",
      columns: [
        .data("account"), .data("name", .label),
        Column("label", heading: try texts("opening.account"), kind: .label, for: .page),
      ]
        + (try OpeningColumn.allCases.map { part throws(ReportFault) in
          Column(part.rawValue, heading: try texts("opening.\(part.rawValue)"), kind: .ore)
        }) + [
          Column("cause", heading: try texts("opening.cause"), kind: .word, for: .page),
          .data("explanation"),
        ], rows: rows, notes: [Paragraph(try texts("opening.note"))])
  }

  /// The file's name of an account, else BAS'.
  private func name(of account: Account) -> String {
    if let name = account.name, !name.isEmpty { return name }
    return account.layoutNumber.flatMap { BASChart.bas2025[$0]?.name } ?? ""
  }
}
