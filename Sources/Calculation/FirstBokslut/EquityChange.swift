// How equity went from the opening to the closing balance (förändringar i eget kapital).

import Bookkeeping
import Rulebook

/// *Förändringar i eget kapital*, row by row of the balance sheet's equity.
package struct EquityChange: Hashable, Sendable {
  /// One row: closing = opening + disposition + contributions + dividend + other + yearResult.
  package struct Row: Hashable, Sendable {
    /// The row of the balance sheet; the last is *Summa eget kapital*.
    package let layout: LayoutRow
    /// At the year's start: last year's closing balance.
    package let opening: Amount
    /// *Disposition av förra årets resultat*: out of *Årets resultat* and into the other rows; it
    /// nets to zero over the rows.
    package let disposition: Amount
    /// *Insatser*: paid in, less what was paid back.
    package let contributions: Amount
    /// *Utdelning*, negative.
    package let dividend: Amount
    /// All else that changed the row.
    package let other: Amount
    /// The year's result.
    package let yearResult: Amount
    /// At the year's end.
    package let closing: Amount
    /// Whether what no other row received of last year's result lands here.
    package let receivesRest: Bool
    /// Whether it is a row of what owners pay in that got some out of other equity
    /// (*fondemission, insatsemission*).
    package var isIssued: Bool {
      !disposition.isZero && StatementLayout.RowID.contributions.contains(layout.id)
    }
  }

  /// The rows that hold something at either end, and the sum.
  package let rows: [Row]
}

extension StatementLayout.RowID {
  /// Rows of equity that change when owners or members pay in or are paid back.
  static let contributions: Set = [
    memberContributions, "own.forlagsinsatser", "Aktiekapital", "EjRegistreratAktiekapital",
    "OverkursfondBunden", "Overkursfond",
  ]
  /// Rows of equity that change beside the disposition of a result: revaluation and development.
  static let besideDisposition: Set = ["Uppskrivningsfond", "own.fond-for-utvecklingsutgifter"]
}

extension FirstBokslut {
  /// The change in equity; nil when nothing is known of the year before. `dividend` is the dividend
  /// booked in the year, positive; `transfers` is what vouchers moved within equity alone, by
  /// account. What last year's result gave to funds is what those rows grew by, and the rest is
  /// *Balanserat resultat*.
  package func equityChange(
    dividend: Amount = .zero, transfers: [String: Int128] = [:]
  ) throws(ArithmeticOverflow) -> EquityChange? {
    typealias RowID = StatementLayout.RowID
    let terms = StatementLayout.of(form).leaves(of: RowID.equity)
    let leaves = balanceSheet.rows.filter { terms.contains($0.layout.id) }
    let retained =
      leaves.contains { $0.layout.id == RowID.retainedEarnings }
      ? RowID.retainedEarnings : RowID.resultInEquity
    var rows: [EquityChange.Row] = []
    var disposed = Amount.zero
    // The row that receives the rest comes last, when the others' dispositions are known.
    for row in leaves.filter({ $0.layout.id != retained })
      + leaves.filter({ $0.layout.id == retained })
    {
      guard let opening = row.previous else { return nil }
      let id = row.layout.id
      let yearResult = id == RowID.resultInEquity ? result : .zero
      let change = try row.current - opening - yearResult
      let (disposition, contributions, paid): (Amount, Amount, Amount)
      if id == retained {
        (disposition, contributions, paid) = (disposed.negated, .zero, dividend.negated)
      } else if id == RowID.resultInEquity {
        (disposition, contributions, paid) = (opening.negated, .zero, .zero)
      } else if RowID.contributions.contains(id) {
        // What comes out of other equity, as by a bonus issue, nobody paid in.
        let numbers = Set(row.accounts.map(\.account.number))
        let given = try Amount(
          exactly: numbers.reduce(Int128(0)) { $0 - (transfers[$1] ?? 0) })
        (disposition, contributions, paid) = (given, try change - given, .zero)
      } else {
        let isBeside = RowID.besideDisposition.contains(id)
        (disposition, contributions, paid) = (isBeside ? .zero : change, .zero, .zero)
      }
      disposed = try disposed + disposition
      rows.append(
        EquityChange.Row(
          layout: row.layout, opening: opening, disposition: disposition,
          contributions: contributions, dividend: paid,
          other: try change - disposition - contributions - paid, yearResult: yearResult,
          closing: row.current, receivesRest: id == retained))
    }
    guard let sum = balanceSheet.row(RowID.equity), let opening = sum.previous, !rows.isEmpty
    else { return nil }
    let order = leaves.map(\.layout.id)
    rows.sort {
      (order.firstIndex(of: $0.layout.id) ?? 0) < (order.firstIndex(of: $1.layout.id) ?? 0)
    }
    rows.append(
      EquityChange.Row(
        layout: sum.layout, opening: opening, disposition: try rows.map(\.disposition).sum(),
        contributions: try rows.map(\.contributions).sum(),
        dividend: try rows.map(\.dividend).sum(), other: try rows.map(\.other).sum(),
        yearResult: try rows.map(\.yearResult).sum(), closing: sum.current, receivesRest: false))
    return EquityChange(rows: rows)
  }
}
