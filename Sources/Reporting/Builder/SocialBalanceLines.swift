// The lines of what the social balance closes with: basis x unit value x factor, year by year.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The lines as a table of data; lines of nothing are left out.
  func projectedLines(_ balance: SocialBalance) -> Table {
    var rows: [Row] = []
    for (number, line) in balance.numberedLines {
      func figure(_ part: LinePart) -> Cell { .figure(.projectedLine(number, part)) }
      rows.append(
        Row([
          .text(String(number)), .text(String(line.year)), .text(line.kind.rawValue),
          .text(line.from.rawValue), .text(line.to.rawValue), figure(.basis),
          .text(line.basisUnit.rawValue), figure(.unitValue), figure(.factor), figure(.amount),
          .text(line.head.parameterID ?? ""),
        ]))
    }
    let words = ["number", "year", "kind", "from", "to"]
    return Table(
      id: "social-balans-rader",
      columns: words.map { Column($0, heading: $0, kind: .word) } + [
        Column("basis", heading: "basis", kind: .number),
        Column("basis_unit", heading: "basis_unit", kind: .word),
        Column("unit_value", heading: "unit_value", kind: .ore),
        Column("factor", heading: "factor", kind: .number),
        Column("amount", heading: "amount", kind: .ore),
        Column("parameter_id", heading: "parameter_id", kind: .word),
      ], rows: rows)
  }
}
