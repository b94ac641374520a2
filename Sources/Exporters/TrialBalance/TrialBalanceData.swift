// A trial balance for other programs: CSV and JSON.

import Bookkeeping

extension TrialBalance {
  /// The trial balance as CSV: `account,name,opening,change,closing`, kronor with two decimals, a
  /// point and an ASCII minus, one line an account, lines ended by a line feed.
  package func csv() -> String {
    var text = "account,name,opening,change,closing\n"
    for row in rows {
      let fields = [
        row.account.number, row.account.printedName, row.opening.description,
        row.change.description, row.closing.description,
      ]
      text += fields.map(Self.csvField).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func csvField(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// The trial balance as a JSON object: the year, the accounts and the sums; kronor as numbers with
  /// two decimals, null for what is not known.
  package func json() -> String {
    let (groups, total) = TrialBalanceSum.sums(of: self)
    func amounts(_ opening: Int128, _ change: Int128, _ closing: Int128) -> String {
      let texts = [opening, change, closing].map { ScaledText.string($0, decimals: 2) }
      return "\"opening\": \(texts[0]), \"change\": \(texts[1]), \"closing\": \(texts[2])"
    }
    let accounts = rows.map { row in
      let name = row.account.name == nil ? "null" : Self.jsonString(row.account.printedName)
      return "    {\"account\": \(Self.jsonString(row.account.number)), \"name\": \(name), "
        + amounts(Int128(row.opening.ore), Int128(row.change.ore), Int128(row.closing.ore)) + "}"
    }
    let sums = TrialBalanceSum.Group.allCases.map { group in
      let sum = groups[group] ?? TrialBalanceSum()
      return "    \"\(group)\": {\(amounts(sum.opening, sum.change, sum.closing))}"
    }
    let all = "    \"total\": {\(amounts(total.opening, total.change, total.closing))}"
    let start = fiscalYear.map { Self.jsonString($0.start.description) } ?? "null"
    let end = fiscalYear.map { Self.jsonString($0.end.description) } ?? "null"
    let accountLines = accounts.isEmpty ? "[]" : "[\n\(accounts.joined(separator: ",\n"))\n  ]"
    return """
      {
        "year": {"offset": \(yearOffset), "start": \(start), "end": \(end)},
        "accounts": \(accountLines),
        "sums": {
      \((sums + [all]).joined(separator: ",\n"))
        }
      }

      """
  }

  private static func jsonString(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
