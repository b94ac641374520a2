// aktörer: the actors that the enterprise adds to the built-in ones.

import Diagnostics
import Outcomes
import Rulebook

/// aktörer.
enum ActorsSection {
  static let keys = ["id", "namn", "offentlig"]

  /// What the settings' `aktör` calls the built-in actors that a rule may name.
  static let builtInNames: [(name: String, value: ActorID)] = [
    ("kommun", .municipality), ("region", .region), ("arbetsförmedlingen", .employmentService),
    ("försäkringskassan", .socialInsurance), ("staten", .state),
    ("samordningsförbundet", .coordinationAssociation), ("givare", .donor),
    ("omvärlden", .widerEconomy),
  ]

  /// Names that mean something already, in the settings, the register or the outputs.
  private static let taken: [String] =
    builtInNames.map(\.name) + ActorID.builtIn.map(\.rawValue)
    + Commissioner.registerNames.map(\.name)
    + ["individ", "företaget", "public", "society", "sum", "total", "value"]

  static func read(_ top: SettingsMap, into problems: inout DiagnosticList) -> [OwnActor] {
    var actors: [OwnActor] = []
    var used = Set(taken.map { NameMatching.folded($0) })
    for item in top.list("aktörer", into: &problems) ?? [] {
      guard let map = SettingsMap(item, path: "aktörer", keys: keys, into: &problems) else {
        continue
      }
      map.require(keys, into: &problems)
      let name = map.text("namn", into: &problems)
      let isPublic = map.yesNo("offentlig", into: &problems)
      guard let id = map.text("id", into: &problems) else { continue }
      let isUsable =
        id.value.utf8.count <= 60
        && id.value.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_. ".unicodeScalars.contains($0) || (0x300...0x36F).contains($0.value)
        }
      guard isUsable else {
        problems.report("SET040", at: id.location, ["id": .text(id.value)])
        continue
      }
      guard used.insert(NameMatching.folded(id.value)).inserted, let actor = ActorID(own: id.value)
      else {
        problems.report("SET039", at: id.location, ["id": .text(id.value)])
        continue
      }
      actors.append(
        OwnActor(
          id: actor, name: name?.value ?? id.value,
          isPublic: isPublic ?? false))
    }
    return actors
  }
}
