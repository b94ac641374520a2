// What the name of an income account tells of what it is, who pays and through which channel.

import Diagnostics
import Outcomes

/// A rule of `kopplingar` as far as an account's name tells it.
package struct AccountSuggestion: Hashable, Sendable {
  /// What keeps a suggestion from being a rule.
  package enum Gap: Hashable, Sendable {
    /// The name does not tell what the income is.
    case kind
    /// It does not tell who pays, or tells of several.
    case payer
    /// Who pays is no actor that the settings know.
    case unknownPayer(String)
  }

  /// slag.
  package var kind: FlowKind?
  /// aktör, as the settings write it; nil where the kind's own holds.
  package var payer: String?
  /// kanal.
  package var channel: IncomeChannel?
  /// Whether the channel is for the reader to choose.
  package var lacksChannel = false
  /// What is missing; nil when it can be a rule as it stands.
  package var gap: Gap?
}

/// The table of words (Data/account-words.tsv).
package struct AccountWords: Sendable {
  /// The embedded table.
  package static let embedded = AccountWords()

  /// What a row of the table tells.
  enum Subject: String { case kind, payer, channel }

  struct Row: Sendable {
    let subject: Subject
    let value: String
    let payer: String
    let channel: String
    fileprivate let words: [[NamePattern]]
    fileprivate let exceptions: [[NamePattern]]

    fileprivate func holds(for name: [Substring]) -> Bool {
      func isAmong(_ alternatives: [[NamePattern]]) -> Bool {
        alternatives.contains { $0.allSatisfy { word in name.contains(where: word.matches) } }
      }
      return isAmong(words) && !isAmong(exceptions)
    }
  }

  let rows: [Row]

  /// What a row writes where the name must tell.
  private static let mustBeTold = "?"
  private static let state = "staten"

  init() {
    rows = EmbeddedTable(EmbeddedData.accountWords, separator: "\t").rows.map { row in
      guard let subject = Subject(rawValue: row["tells"]), !row["words"].isEmpty else {
        preconditionFailure("account-words.tsv line \(row.line) is malformed")
      }
      return Row(
        subject: subject, value: row["value"], payer: row["payer"], channel: row["channel"],
        words: NamePattern.alternatives(row["words"]),
        exceptions: NamePattern.alternatives(row["not"]))
    }
  }

  /// What a name tells. `actors` are those that a rule may name, by the settings' words; the words
  /// of an own one's name tell of it too.
  package func suggestion(
    for name: String, actors: Set<String>, own: [OwnActor]
  ) -> AccountSuggestion {
    let words = NamePattern.words(of: name)
    let held = rows.filter { $0.holds(for: words) }
    var suggestion = AccountSuggestion()
    guard let told = held.first(where: { $0.subject == .kind }),
      let kind = FlowKind.allCases.first(where: { $0.settingsName == told.value })
    else {
      suggestion.gap = .kind
      return suggestion
    }
    suggestion.kind = kind
    let channels = Set(held.filter { $0.subject == .channel }.map(\.value))
    if channels.count == 1, let channel = channels.first {
      suggestion.channel = IncomeChannel(rawValue: channel)
    } else if channels.isEmpty, told.channel != Self.mustBeTold {
      suggestion.channel = IncomeChannel(rawValue: told.channel)
    }
    suggestion.lacksChannel =
      suggestion.channel == nil && (told.channel == Self.mustBeTold || !channels.isEmpty)
    // What needs no payer has its own: nobody buys work by being named in what is sold.
    guard !told.payer.isEmpty else { return suggestion }
    // An actor of the settings' own is who it says, not the state that it may be a part of.
    let ownNames = own.filter { $0.isTold(in: words) }.map(\.id.rawValue)
    var payers = Set(
      ownNames.isEmpty ? held.filter { $0.subject == .payer }.map(\.value) : ownNames)
    // An agency that pays what the state decides is a part of it.
    if told.payer != Self.mustBeTold { payers.remove(Self.state) }
    if payers.isEmpty, told.payer != Self.mustBeTold {
      suggestion.payer = told.payer
    } else if payers.count == 1, let payer = payers.first {
      suggestion.payer = payer
      if !actors.contains(payer) { suggestion.gap = .unknownPayer(payer) }
    } else {
      suggestion.gap = .payer
    }
    return suggestion
  }
}

extension OwnActor {
  /// Whether a name holds the words of the actor's id or name, also with an ending.
  fileprivate func isTold(in words: [Substring]) -> Bool {
    [id.rawValue, name].contains { text in
      let own = NamePattern.words(of: text).map { NamePattern("\($0)*") }
      return !own.isEmpty && own.allSatisfy { word in words.contains(where: word.matches) }
    }
  }
}

/// A word of the table: whole, or with the rest of a word at either end.
private struct NamePattern: Sendable {
  private let letters: String
  private let isOpenBefore: Bool
  private let isOpenAfter: Bool

  init(_ text: some StringProtocol) {
    isOpenBefore = text.hasPrefix("*")
    isOpenAfter = text.hasSuffix("*")
    letters = NameMatching.folded(String(text).replacing("*", with: ""))
  }

  /// `a b | c`: a and b, or c.
  static func alternatives(_ text: String) -> [[NamePattern]] {
    text.split(separator: "|").map { $0.split(separator: " ").map { NamePattern($0) } }
      .filter { !$0.isEmpty }
  }

  /// A name's words, folded; signs part them.
  static func words(of name: String) -> [Substring] {
    NameMatching.folded(name).split { !($0.isLetter || $0.isNumber) }
  }

  func matches(_ word: Substring) -> Bool {
    switch (isOpenBefore, isOpenAfter) {
    case (false, false): word == letters
    case (false, true): word.hasPrefix(letters)
    case (true, false): word.hasSuffix(letters)
    case (true, true): word.contains(letters)
    }
  }
}
