// What an account's name tells: every row of the table holds for a name of its own, and names that
// only look alike tell nothing.

import Diagnostics
import Outcomes
import Testing

@testable import Rulebook

@Suite struct AccountWordsTests {
  private static let actors: Set<String> = [
    "kommun", "region", "arbetsförmedlingen", "försäkringskassan", "staten",
    "samordningsförbundet", "givare", "omvärlden", "kriminalvården",
  ]
  private static let own = [OwnActor(id: "kriminalvården", name: "Kriminalvården", isPublic: true)]

  private func told(_ name: String, own: [OwnActor] = own) -> AccountSuggestion {
    AccountWords.embedded.suggestion(for: name, actors: Self.actors, own: own)
  }

  @Test("every row's words are the settings' own, with a source and a day")
  func rows() throws {
    let table = EmbeddedTable(EmbeddedData.accountWords, separator: "\t").rows
    #expect(table.count == AccountWords.embedded.rows.count)
    let payers = Self.actors.union(["EU"])
    let channels = Set(IncomeChannel.ofRules.map(\.rawValue))
    for row in table {
      let line = "line \(row.line)"
      #expect(!row["source"].isEmpty, "\(line)")
      #expect(row["seen"].wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, "\(line)")
      switch row["tells"] {
      case "kind":
        #expect(FlowKind.allCases.contains { $0.settingsName == row["value"] }, "\(line)")
        #expect(payers.union(["", "?"]).contains(row["payer"]), "\(line)")
        #expect(channels.union(["", "?"]).contains(row["channel"]), "\(line)")
      case "payer": #expect(payers.contains(row["value"]), "\(line)")
      default: #expect(channels.contains(row["value"]), "\(line)")
      }
    }
  }

  @Test("every alternative of every row holds for the name that it spells")
  func alternatives() throws {
    for row in EmbeddedTable(EmbeddedData.accountWords, separator: "\t").rows {
      for alternative in row["words"].split(separator: "|") {
        let name = String(alternative).replacing("*", with: "")
        let suggestion: AccountSuggestion
        switch row["tells"] {
        case "kind":
          suggestion = told(name)
          #expect(suggestion.kind?.settingsName == row["value"], "\(name)")
        case "payer":
          suggestion = told("Arbetsträning \(name)", own: [])
          #expect(suggestion.payer == row["value"], "\(name)")
        default:
          suggestion = told("Försäljning \(name)")
          #expect(suggestion.channel?.rawValue == row["value"], "\(name)")
        }
      }
    }
  }

  @Test(
    "names as books have them",
    arguments: [
      ("Träningsplatser Karlskrona kommun", "träningsplatser", "kommun", nil),
      ("TRANINGSPLATSER ARBETSFORMEDLINGEN", "träningsplatser", "arbetsförmedlingen", nil),
      ("Arbetsträning, AF", "träningsplatser", "arbetsförmedlingen", nil),
      ("Träningsplatser Kriminalvårdens frivård", "träningsplatser", "kriminalvården", nil),
      ("Lönebidrag", "lönestöd", "arbetsförmedlingen", "bidrag"),
      ("Erhållna offentliga bidrag för personal", "lönestöd", "arbetsförmedlingen", "bidrag"),
      ("Statliga lönebidrag", "lönestöd", "arbetsförmedlingen", "bidrag"),
      ("Lönestöd från Region Blekinge", "lönestöd", "region", "bidrag"),
      ("Erhållna kommunala bidrag", "bidrag", "kommun", "bidrag"),
      ("Bidrag Karlskrona kommun (IOP)", "bidrag", "kommun", "IOP"),
      ("Bidrag samordningsförbundet", "bidrag", "samordningsförbundet", "bidrag"),
      ("Erhållna statliga bidrag", "bidrag", "staten", "bidrag"),
      ("Projektbidrag Boverket", "bidrag", "staten", "bidrag"),
      ("Bidrag från stiftelser", "privat bidrag", nil, "bidrag"),
      ("Medlemsavgifter", "medlemsavgift", nil, "medlemmar"),
      ("Gåvor", "gåva", nil, "bidrag"),
      ("Sjuklöneersättning", "sjuklöneersättning", "försäkringskassan", nil),
      ("Försäljning, privata kunder", "försäljning", nil, "privat kund"),
    ] as [(String, String, String?, String?)])
  func names(name: String, kind: String, payer: String?, channel: String?) {
    let suggestion = told(name)
    #expect(suggestion.kind?.settingsName == kind)
    #expect(suggestion.payer == payer)
    #expect(suggestion.channel?.rawValue == channel)
    #expect(suggestion.gap == nil)
  }

  @Test(
    "what a name does not tell is not guessed",
    arguments: [
      ("Interntransporter", AccountSuggestion.Gap.kind), ("", .kind), ("Kommunikation", .kind),
      ("Reumatikerförbundet", .kind), ("Erhållna reklambidrag", .kind), ("3011", .kind),
      ("Träningsplatser", .payer), ("Övriga erhållna bidrag", .payer),
      ("Bidrag kommun och region", .payer), ("Arbetsträning städ", .payer),
      ("Bidrag till kommunikation", .payer), ("Verksamhetsbidrag", .payer),
      ("Erhållna EU-bidrag", .unknownPayer("EU")), ("ESF-projektet Vägen", .unknownPayer("EU")),
    ])
  func untold(name: String, gap: AccountSuggestion.Gap) { #expect(told(name).gap == gap) }

  @Test("a sale's channel is chosen by the reader unless the name tells it")
  func channels() {
    for name in ["Försäljning 25 %", "Försäljning till kommunen", "Catering företag", "Kafé 12 %"] {
      let suggestion = told(name)
      #expect(suggestion.kind == .sale && suggestion.channel == nil && suggestion.lacksChannel)
      #expect(suggestion.gap == nil && suggestion.payer == nil)
    }
    #expect(told("Gåvokort och utgåvor").kind == nil)
    #expect(told("Försäljning gåvor").kind == .sale)
  }
}
