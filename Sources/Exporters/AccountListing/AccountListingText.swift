// The result accounts of a year as aligned columns for the eye, with the proposed rules below.

import Bookkeeping
import Diagnostics
import Figures

extension AccountListing {
  /// The accounts with what each is, the rules that take nothing, and the proposed rules, in kronor
  /// as the language writes them.
  package func text(in language: Language) -> String {
    let words = AccountListingWords(language)
    var lines = ["\(words["title"]) \(year)  \(organisation)", words["explanation"], ""]
    lines += table(words, NumberWriter(language, for: .terminal))
    if !idleRules.isEmpty {
      lines += ["", words["idle"].replacing("{year}", with: year)]
      lines += idleRules.map { rule in
        let accounts = rule.accounts.map { "\(words["accounts"]) \($0)" }
        let object = rule.object.map { "\(words["object"]) \($0)" }
        let what = [accounts, object].compactMap(\.self).joined(separator: ", ")
        return "  \(words["line"]) \(rule.line): \(what)"
      }
    }
    lines.append("")
    if proposals.isEmpty {
      lines.append(words["nothing-to-propose"])
    } else {
      lines += [words["proposal"], links.isStated ? words["paste-last"] : words["paste"], ""]
    }
    return lines.joined(separator: "\n") + "\n" + rules(in: language)
  }

  private func table(_ words: AccountListingWords, _ numbers: NumberWriter) -> [String] {
    let headings =
      [words["account"], words["name"], year] + (yearBefore.map { [$0] } ?? [])
      + [words["kind"], words["counterpart"], words["channel"], words["through"]]
    let numeric = yearBefore == nil ? 2...2 : 2...3
    let body = rows.map { row -> [String] in
      let name = row.object.map { "  \(words["object"]) \($0)" } ?? String(row.name.prefix(40))
      var cells = [row.account, name, numbers.kronor(ore: row.amount)]
      if yearBefore != nil { cells.append(row.before.map { numbers.kronor(ore: $0) } ?? "") }
      guard let placing = row.placing else { return cells + ["", "", "", words["nowhere"]] }
      let through = placing.rule.map { "\(words["rule"]) \($0)" } ?? words["by-default"]
      return cells + [placing.kind, placing.counterpart, placing.channel ?? "", through]
    }
    let table = [headings] + body
    let widths = headings.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let parts = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return numeric.contains(column) ? padding + cell : cell + padding
      }
      var text = parts.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return [line(headings), rule] + body.map(line)
  }

  /// The accounts as CSV, one line for each part of an account, with what its name suggests; kronor
  /// with two decimals, a point and an ASCII minus, income positive, lines ended by a line feed.
  package func csv() -> String {
    var csv = CSVWriter(
      lineEnd: "\n",
      headings: [
        "account", "name", "object", "amount", "amount_before", "kind", "counterpart", "channel",
        "rule_line", "proposed_kind", "proposed_counterpart", "proposed_channel", "proposal",
      ])
    for row in rows {
      let proposal = proposals.first { proposal in
        proposal.accounts.contains { $0.number == row.account }
      }
      let placing = row.placing
      // What a rule has taken already is proposed nothing.
      let open = placing?.rule == nil ? proposal : nil
      csv.append([
        row.account, row.name, row.object ?? "", Self.kronor(row.amount),
        row.before.map(Self.kronor) ?? "", placing?.kind ?? "", placing?.counterpart ?? "",
        placing?.channel ?? "", placing?.rule.map(String.init) ?? "",
        open?.suggestion?.kind?.settingsName ?? "", open?.suggestion?.payer ?? "",
        open?.suggestion?.channel?.rawValue ?? "", open?.state ?? "",
      ])
    }
    return csv.text
  }

  private static func kronor(_ ore: Int128) -> String { ScaledText.string(ore, decimals: 2) }
}

extension AccountListing.Proposal {
  /// How far the names tell: `rule`, `no-kind`, `no-payer`, `unknown-payer`, `no-channel`,
  /// `several`.
  fileprivate var state: String {
    guard let suggestion else { return "several" }
    return switch suggestion.gap {
    case .kind: "no-kind"
    case .payer: "no-payer"
    case .unknownPayer: "unknown-payer"
    case nil: suggestion.lacksChannel ? "no-channel" : "rule"
    }
  }
}

/// The words of the listing in one language, from Data/account-listing.tsv.
private struct AccountListingWords {
  private let words: [String: String]

  init(_ language: Language) {
    words = Dictionary(
      EmbeddedTable(EmbeddedData.accountListing, separator: "\t").rows.map {
        ($0["text"], $0[language.rawValue])
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of a key.
  subscript(key: String) -> String {
    guard let text = words[key] else {
      preconditionFailure("no text of the account listing has the key \(key)")
    }
    return text
  }
}
