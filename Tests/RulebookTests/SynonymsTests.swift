// What people write for the words: each row of the data file proposes a word that may stand there.

import Outcomes
import Testing

@testable import Rulebook

@Suite struct SynonymsTests {
  /// The words that may stand in a list; nil where the importers know them.
  private static func words(_ list: String) -> [String]? {
    switch list {
    case "Födelseår": [BirthYear.unknownWord]
    case "form": LegalForm.allCases.map(\.rawValue)
    case "slag": FlowKind.allCases.map(\.settingsName)
    case "kanal": IncomeChannel.ofRules.map(\.rawValue)
    case "enhet": ParameterUnit.allCases.map(\.rawValue)
    case "träningsplatser": ["betalda", "obetalda"]
    case "aktör":
      Commissioner.registerNames.map(\.name) + ["givare", "omvärlden"]
    default:
      RecordTable.allCases.flatMap(\.columns)
        .first { $0.heading == list && !$0.words.isEmpty }?.words
    }
  }

  @Test func everyRowProposesAWordOfItsListAndIsNone() {
    for row in Synonyms.all {
      guard let words = Self.words(row.list) else {
        #expect(["nyckel", "språk"].contains(row.list), "\(row.list)")
        continue
      }
      #expect(words.contains(row.means), "\(row.list) \(row.word) \(row.means)")
      #expect(!words.contains(row.word), "\(row.list) \(row.word)")
      let guess = Synonyms.guess(for: row.word, among: words, list: row.list)
      #expect(
        guess == (row.isUnlisted ? .unlisted(row.means) : .word(row.means)),
        "\(row.list) \(row.word) \(guess)")
    }
  }

  @Test(arguments: [
    ("Försörjning före", "Soc", "försörjningsstöd"),
    ("Försörjning före", "a kassa", "arbetslöshetsersättning"),
    ("Försörjning före", "ekonomisk bistånd", "försörjningsstöd"),
    ("Kön", "K.", "kvinna"), ("Kön", "Kille", "man"), ("Beställare", "komunen", "kommun"),
    ("form", "Ek. för.", "ekonomisk förening"), ("Läge", "arbetar", "i arbete"),
    ("Till", "arbeta", "arbete"), ("Stöd", "lönbidrag", "lönebidrag"),
  ])
  func aWordByAnotherName(list: String, text: String, word: String) throws {
    let words = try #require(Self.words(list))
    #expect(Synonyms.guess(for: text, among: words, list: list) == .word(word))
  }

  @Test(arguments: [
    ("Försörjning före", "xyz"), ("Försörjning före", "lan"), ("Försörjning före", "AF"),
    ("Kön", "x"), ("Kön", "mam"), ("Underlag", "kvitto"), ("Stöd", "praktikplats"),
    ("Arbetsgivare", "ICA"),
  ])
  func aWordThatIsNearNothing(list: String, text: String) throws {
    let words = try #require(Self.words(list))
    #expect(Synonyms.guess(for: text, among: words, list: list) == .none)
  }

  @Test func whatIsProposedMayStandThere() {
    #expect(Synonyms.guess(for: "soc", among: ["kommun", "region"]) == .word("kommun"))
    #expect(Synonyms.guess(for: "soc", among: ["betalda"]) == .none)
  }
}
