// A trial balance as aligned columns for the eye.

import Bookkeeping
import Diagnostics

extension TrialBalance {
  /// The trial balance (*saldobalans*) as text in columns, kronor as the language writes them, with
  /// the sums of assets, equity and liabilities and result below.
  ///
  /// - Parameter title: whose balance it is, for the first line.
  package func text(title: String, in language: Language) -> String {
    let words = TrialBalanceWords(language)
    let numbers = NumberWriter(language, for: .terminal)
    func cells(_ opening: Int128, _ change: Int128, _ closing: Int128) -> [String] {
      [opening, change, closing].map { numbers.kronor(ore: $0) }
    }
    let body = rows.map { row in
      [row.account.number, String(row.account.printedName.prefix(40))]
        + cells(Int128(row.opening.ore), Int128(row.change.ore), Int128(row.closing.ore))
    }
    let (groups, total) = TrialBalanceSum.sums(of: self)
    var foot: [[String]] = TrialBalanceSum.Group.allCases.compactMap { group in
      guard let sum = groups[group] else { return nil }
      return ["", words.name(of: group)] + cells(sum.opening, sum.change, sum.closing)
    }
    foot.append(["", words.total] + cells(total.opening, total.change, total.closing))

    let table = [words.headings] + body + foot
    let widths = words.headings.indices.map { column in
      table.map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let parts = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? cell + padding : padding + cell
      }
      var text = parts.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    let period = fiscalYear?.period.description ?? String(yearOffset)
    let lines =
      ["\(words.title) \(period)  \(title)", words.explanation, "", line(words.headings), rule]
      + body.map(line) + [rule] + foot.map(line)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The words of a trial balance in one language.
private struct TrialBalanceWords {
  let title: String
  let explanation: String
  let headings: [String]
  let total: String
  private let language: Language

  init(_ language: Language) {
    self.language = language
    switch language {
    case .swedish:
      title = "Saldobalans"
      explanation = "Kronor; debet är plus, kredit är minus."
      headings = ["Konto", "Namn", "Ingående balans", "Förändring", "Utgående balans"]
      total = "Summa"
    case .english:
      title = "Trial balance"
      explanation = "Kronor; debit is plus, credit is minus."
      headings = ["Account", "Name", "Opening balance", "Change", "Closing balance"]
      total = "Sum"
    }
  }

  func name(of group: TrialBalanceSum.Group) -> String {
    switch (group, language) {
    case (.assets, .swedish): "Tillgångar"
    case (.assets, .english): "Assets"
    case (.equityAndLiabilities, .swedish): "Eget kapital och skulder"
    case (.equityAndLiabilities, .english): "Equity and liabilities"
    case (.result, .swedish): "Resultat"
    case (.result, .english): "Result"
    case (.other, .swedish): "Övriga konton"
    case (.other, .english): "Other accounts"
    }
  }
}

extension Account {
  /// The name as it may be printed: a sole trader's accounts may carry an identity number.
  var printedName: String { PersonalIdentityNumber.masked(name ?? "") }
}
