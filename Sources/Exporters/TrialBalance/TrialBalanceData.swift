// A trial balance for other programs: CSV and JSON.

import Bookkeeping
import Interchange

extension TrialBalance {
  /// The trial balance as CSV: `account,name,opening,change,closing`, kronor with two decimals, a
  /// point and an ASCII minus, one line an account, lines ended by a line feed.
  package func csv() -> String {
    var csv = CSVWriter(
      lineEnd: "\n", headings: ["account", "name", "opening", "change", "closing"])
    for row in rows {
      csv.append([
        row.account.number, row.account.printedName, row.opening.description,
        row.change.description, row.closing.description,
      ])
    }
    return csv.text
  }

  /// The trial balance as a JSON object: the year, the accounts and the sums; kronor as numbers
  /// with two decimals, null for what is not known.
  package func json() -> String {
    let (groups, total) = TrialBalanceSum.sums(of: self)
    func amounts(
      _ opening: Int128, _ change: Int128, _ closing: Int128
    ) -> [(name: String, value: JSONValue)] {
      [("opening", opening), ("change", change), ("closing", closing)].map { name, ore in
        (name, .number(ScaledText.string(ore, decimals: 2)))
      }
    }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    func day(_ date: CalendarDate?) -> JSONValue { text(date?.description) }
    let accounts = rows.map { row in
      let name = row.account.name.map { _ in row.account.printedName }
      return JSONValue.object(
        [("account", .string(row.account.number)), ("name", text(name))]
          + amounts(Int128(row.opening.ore), Int128(row.change.ore), Int128(row.closing.ore)))
    }
    let sums = TrialBalanceSum.Group.allCases.map { ("\($0)", groups[$0] ?? TrialBalanceSum()) }
    let json = JSONValue.object([
      (
        "year",
        .object([
          ("offset", .whole(yearOffset)), ("start", day(fiscalYear?.start)),
          ("end", day(fiscalYear?.end)),
        ])
      ),
      ("accounts", .array(accounts) { $0 }),
      (
        "sums",
        .object(
          (sums + [("total", total)]).map { name, sum in
            (name, .object(amounts(sum.opening, sum.change, sum.closing)))
          })
      ),
    ])
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
