// Proposed rules of `kopplingar` as they are pasted into the settings: what a name does not tell
// stands behind a # for the reader to fill in.

import Diagnostics
import Figures
import Rulebook

extension AccountListing {
  /// The rules as lines of YAML, with the account's name as a comment; empty when there is nothing
  /// to propose.
  package func rules(in language: Language) -> String {
    guard !proposals.isEmpty else { return "" }
    let words = ProposalWords(language)
    let margin = String(repeating: " ", count: links.isStated ? links.indentation : 2)
    var lines: [String] = []
    if !links.isStated {
      // A key without a rule would be a hole.
      lines.append(proposals.contains(where: \.isRule) ? "kopplingar:" : "#kopplingar:")
    }
    for proposal in proposals {
      lines += proposal.lines(words).map { "\(margin)\($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension AccountListing.Proposal {
  /// Whether it can be a rule as it stands.
  fileprivate var isRule: Bool { suggestion.map { $0.gap == nil } ?? false }

  /// The lines of the rule: names, what is not told, and the keys, active or behind a #.
  fileprivate func lines(_ words: ProposalWords) -> [String] {
    let names = accounts.map { account in
      "# \(account.number) \(account.name.prefix(60))".trimmedAtEnd
    }
    let mark = isRule ? "" : "#"
    var lines = names
    if let remark = words.remark(on: suggestion) { lines.append("# \(remark)") }
    lines.append("\(mark)- konton: \(number)")
    lines.append("  \(mark)slag: \(suggestion?.kind?.settingsName ?? "")".trimmedAtEnd)
    switch suggestion?.gap {
    case .unknownPayer(let payer)?: lines.append("  #aktör: \(payer)")
    case .payer?: lines.append("  #aktör:")
    default: if let payer = suggestion?.payer { lines.append("  \(mark)aktör: \(payer)") }
    }
    if let channel = suggestion?.channel {
      lines.append("  \(mark)kanal: \(channel.rawValue)")
    } else if suggestion?.lacksChannel == true {
      lines.append("  #kanal:")
    }
    return lines
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// What is said of a name that does not tell, in one language.
private struct ProposalWords {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func remark(on suggestion: AccountSuggestion?) -> String? {
    guard let suggestion else {
      return language == .swedish
        ? "Namnen säger olika saker, och en regel tar alla konton som börjar så. Välj, ta bort #."
        : "The names tell different things, and a rule takes all that begin so. Choose, remove #."
    }
    switch (suggestion.gap, language) {
    case (.kind?, .swedish): return "Namnet säger inte vad intäkten är. Välj slag och ta bort #."
    case (.kind?, .english):
      return "The name does not tell what the income is. Choose slag, remove #."
    case (.payer?, .swedish): return "Namnet säger inte vem som betalar. Skriv aktör och ta bort #."
    case (.payer?, .english):
      return "The name does not tell who pays. Write aktör and remove the #."
    case (.unknownPayer(let payer)?, .swedish):
      return "Lägg först till \(payer) under aktörer, och ta sedan bort #."
    case (.unknownPayer(let payer)?, .english):
      return "Add \(payer) under aktörer first, then remove the #."
    case (nil, _): break
    }
    guard suggestion.lacksChannel else { return nil }
    return language == .swedish
      ? "Namnet säger inte genom vilken kanal det säljs. Välj kanal och ta bort # före den."
      : "The name does not tell through which channel. Choose kanal and remove its #."
  }
}
