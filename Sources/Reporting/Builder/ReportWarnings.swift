// The warnings that reach the paper: what the terminal prints, in words that name nobody.

import Calculation
import Diagnostics
import Figures

/// A warning as a report tells it.
package struct ReportWarning: Hashable, Sendable {
  /// What it is held against.
  package let group: ReconciliationGroup
  /// The finding's code; empty for a check that no finding tells.
  package let code: String
  /// The check that it restates; nil has a row of its own in Avstämning.
  package let check: CheckName?
  /// What it says, with no participant, row or cell.
  package let text: String
}

extension ReportWarning {
  /// The findings as warnings, the gravest first: against the books, then against the register,
  /// then the rest; in a group the checks that differ first. Each check that warns is there.
  static func all(
    _ findings: [Diagnostic], checks: [ReconciliationCheck], _ texts: Texts
  ) -> [ReportWarning] {
    var untold = checks.filter { $0.outcome == .warning }.map(\.check)
    let told = findings.filter { $0.severity == .warning }.map { finding in
      let check = finding.check.flatMap { check in untold.contains(check) ? check : nil }
      if let check { untold.removeAll { $0 == check } }
      return ReportWarning(
        group: check.map { .init($0) } ?? .init(finding.code), code: finding.code.rawValue,
        check: check,
        text: check.map { words(of: $0, texts) } ?? finding.paperText(in: texts.language))
    }
    let others = untold.map {
      ReportWarning(group: .init($0), code: "", check: $0, text: words(of: $0, texts))
    }
    let all = others + told
    return ReconciliationGroup.allCases.flatMap { group in
      let own = all.filter { $0.group == group }
      return own.filter { $0.check != nil } + own.filter { $0.check == nil }
    }
  }

  private static func words(of check: CheckName, _ texts: Texts) -> String {
    "\(texts(.check, check)): \(texts(.checkWarned)) \(texts(.checkCause, check))"
  }
}

extension ReportDraft {
  /// How many warnings there are and the gravest in words, for the first page.
  var warningsInBrief: Block {
    guard let gravest = warnings.first else {
      return .paragraph(texts.paragraph(.summaryNoWarnings))
    }
    return .notice(
      texts.paragraph(.summaryWarnings(count: warnings.count, gravest: gravest.text)))
  }

  /// The warnings that no check restates, alike ones in one row; nil when there is none.
  func warningTable() -> Table? {
    var counts: [ReportWarning: Int] = [:]
    var shown: [ReportWarning] = []
    for warning in warnings where warning.check == nil {
      if counts.updateValue((counts[warning] ?? 0) + 1, forKey: warning) == nil {
        shown.append(warning)
      }
    }
    guard !shown.isEmpty else { return nil }
    return Table(
      id: "varningar", title: texts(.checkWarnings),
      columns: [
        Column("text", heading: texts(.checkWarningsText), kind: .label),
        Column("group", heading: texts(.checkWarningsGroup), kind: .word),
        Column("number", heading: texts(.checkWarningsNumber), kind: .word),
      ],
      rows: shown.map { warning in
        Row([
          .text(warning.text), .text(texts(.reconciliationGroup, warning.group)),
          .text(String(counts[warning] ?? 1)),
        ])
      }, notes: [texts.paragraph(.checkWarningsNote)])
  }
}
