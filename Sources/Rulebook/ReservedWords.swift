// Words that mean something already, so that no actor of an enterprise's own can be called so.

import Diagnostics
import Outcomes

/// The words of the register's lists and headings, of the settings' lists, and of the program's
/// own files and reports (Data/reserved-words.tsv).
package enum ReservedWords {
  /// What a name means already, in Swedish; nil when it is free. Case, accents, blanks and hyphens
  /// do not matter.
  package static func meaning(of name: String) -> String? { meanings[key(name)] }

  private static func key(_ name: String) -> String {
    NameMatching.folded(name).filter { $0 != " " }
  }

  private static let meanings: [String: String] = {
    var meanings: [String: String] = [:]
    func add(_ words: [String], _ meaning: String) {
      for word in words { meanings[key(word)] = meaning }
    }
    let columns = RecordTable.allCases.flatMap(\.columns)
    add(columns.flatMap { [$0.heading, $0.alias] }, "en kolumn i registret")
    add(
      RecordTable.allCases.flatMap { [$0.swedishName, $0.rawValue] }, "en tabell i registret")
    add(IncomeChannel.allCases.map(\.rawValue), "en av kanalerna")
    add(LegalForm.allCases.map(\.rawValue), "en företagsform")
    add(OutcomeKind.allCases.map(\.rawValue), "ett slags utfall")
    add(FlowKind.allCases.flatMap { [$0.rawValue, $0.settingsName] }, "ett av slagen")
    add(columns.flatMap(\.words), "ett ord i registrets listor")
    add(SupportKind.allCases.map(\.rawValue), "en av försörjningarna")
    add(ActorID.builtIn.map(\.rawValue), "en av de inbyggda aktörerna")
    for row in EmbeddedTable(EmbeddedData.reservedWords, separator: "\t").rows {
      add([row["word"]], row["what"])
    }
    return meanings
  }()
}
