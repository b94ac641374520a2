// The lines of what the social balance closes with: basis x unit value x factor, year by year.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The lines as a table of data; lines of nothing are left out.
  func projectedLines(_ balance: SocialBalance) -> Table {
    Table(
      id: "social-balans-rader",
      columns: ["number", "year", "kind", "from", "to"].map { .data($0) } + [
        .data("basis", .number), .data("basis_unit"), .data("unit_value", .ore),
        .data("factor", .number), .data("amount", .ore), .data("parameter_id"),
      ],
      rows: balance.numberedLines.map { number, line in
        func figure(_ part: LinePart) -> Cell { .figure(.projectedLine(number, part)) }
        return Row([
          .text(String(number)), .text(String(line.year)), .text(line.kind.rawValue),
          .text(line.from.rawValue), .text(line.to.rawValue), figure(.basis),
          .text(line.basisUnit.rawValue), figure(.unitValue), figure(.factor), figure(.amount),
          .text(line.head.parameterID ?? ""),
        ])
      })
  }
}
