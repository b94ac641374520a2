// How much of the untaxed reserves is equity, by the corporate tax rate of the fiscal year.

import Bookkeeping
import Diagnostics

/// The share of untaxed reserves (*obeskattade reserver*) that counts as equity in *soliditet*: one
/// less the corporate tax rate (65 kap. 10 § inkomstskattelagen) of the fiscal year.
package enum UntaxedReserves {
  private struct Entry: Sendable {
    let beginsFrom: CalendarDate
    let share: Rate
  }

  private static let entries: [Entry] = EmbeddedTable(
    EmbeddedData.untaxedReserves, separator: "\t"
  ).rows.map { row in
    guard let date = CalendarDate(row["begins_from"]),
      let share = rate(row["equity_share"])
    else { preconditionFailure("the untaxed reserves' line \(row.line) is malformed") }
    return Entry(beginsFrom: date, share: share)
  }

  /// Reads `0.7940`, always with four decimals.
  private static func rate(_ text: String) -> Rate? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count == 4, let whole = Int64(parts[0]),
      let decimals = Int64(parts[1])
    else { return nil }
    return Rate(tenThousandths: whole * 10_000 + decimals)
  }

  /// The share for a fiscal year, by its first day: 0.794 for years that begin 2021 or later; nil
  /// before the table begins.
  package static func equityShare(in year: FiscalYear) -> Rate? {
    entries.last { $0.beginsFrom <= year.start }?.share
  }
}
