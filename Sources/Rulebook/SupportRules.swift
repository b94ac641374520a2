// Who pays each support and how it is taxed, as the data file states it.

import Bookkeeping
import Diagnostics
import Outcomes

/// What the law says of one support (Data/support-rules.tsv).
package struct SupportRule: Hashable, Sendable {
  /// Who pays it.
  package let payer: ActorID
  /// Whether it is taxed as income.
  package let isTaxed: Bool
  /// Whether it has the sickness credit in place of the job tax credit, and no pension fee
  /// (*sjukersättning*, *aktivitetsersättning*).
  package let isSicknessBenefit: Bool
}

/// The rules of every support on one day.
package struct SupportRules: Sendable {
  private let rules: [SupportKind: SupportRule]

  /// The rules valid on a day.
  package init(on day: CalendarDate) {
    rules = Dictionary(grouping: Self.rows, by: \.kind).compactMapValues { rows in
      let ordered = rows.sorted { $0.validFrom < $1.validFrom }
      return (ordered.last { $0.validFrom <= day } ?? ordered.first)?.rule
    }
  }

  /// The rule of a support; nil for lön, ingen and okänd, which are none.
  package subscript(kind: SupportKind) -> SupportRule? { rules[kind] }

  struct Row: Sendable {
    let kind: SupportKind
    let validFrom: CalendarDate
    let rule: SupportRule
  }

  static let rows: [Row] = EmbeddedTable(EmbeddedData.supportRules, separator: "\t").rows.map {
    row in
    guard let kind = SupportKind(rawValue: row["kind"]), kind.isPaidSupport,
      let day = CalendarDate(row["valid_from"]), !row["source"].isEmpty,
      ActorID.builtIn.contains(ActorID(rawValue: row["payer"])),
      let taxed = isYes(row["taxed"]), let sickness = isYes(row["sickness"])
    else { preconditionFailure("support-rules.tsv line \(row.line) is malformed") }
    return Row(
      kind: kind, validFrom: day,
      rule: SupportRule(
        payer: ActorID(rawValue: row["payer"]), isTaxed: taxed, isSicknessBenefit: sickness))
  }

  private static func isYes(_ text: String) -> Bool? {
    switch text {
    case "yes": true
    case "no": false
    default: nil
    }
  }
}
