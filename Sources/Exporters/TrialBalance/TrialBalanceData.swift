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
    typealias Member = JSONValue.Member
    func members(_ opening: Int128, _ change: Int128, _ closing: Int128) -> [Member] {
      [("opening", opening), ("change", change), ("closing", closing)].map { name, ore in
        Member(name, .number(ScaledText.string(ore, decimals: 2)))
      }
    }
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    let accounts = rows.map { row in
      JSONValue.object(
        [
          Member("account", .string(row.account.number)),
          Member("name", text(row.account.name.map { _ in row.account.printedName })),
        ] + members(Int128(row.opening.ore), Int128(row.change.ore), Int128(row.closing.ore)))
    }
    let (groups, total) = TrialBalanceSum.sums(of: self)
    var sums = TrialBalanceSum.Group.allCases.map { group in
      let sum = groups[group] ?? TrialBalanceSum()
      return Member("\(group)", .object(members(sum.opening, sum.change, sum.closing)))
    }
    sums.append(Member("total", .object(members(total.opening, total.change, total.closing))))
    let whole = JSONValue.object([
      Member(
        "year",
        .object([
          Member("offset", .whole(yearOffset)),
          Member("start", text(fiscalYear?.start.description)),
          Member("end", text(fiscalYear?.end.description)),
        ])),
      Member("accounts", .array(accounts)), Member("sums", .object(sums)),
    ])
    return String(decoding: whole.bytes, as: UTF8.self)
  }
}
