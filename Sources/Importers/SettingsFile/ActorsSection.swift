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

  static func read(_ top: SettingsMap) -> [OwnActor] {
    var actors: [OwnActor] = []
    var used = Set(taken.map { NameMatching.folded($0) })
    for map in top.maps("aktörer", keys: keys) {
      map.require(keys)
      let name = map.text("namn")
      let isPublic = map.yesNo("offentlig")
      guard let id = map.text("id") else { continue }
      guard id.value.utf8.count <= 60, id.value.mayNameFiles else {
        top.report("SET040", at: id.location, ["id": id.value])
        continue
      }
      guard used.insert(NameMatching.folded(id.value)).inserted, let actor = ActorID(own: id.value)
      else {
        top.report("SET039", at: id.location, ["id": id.value])
        continue
      }
      actors.append(OwnActor(id: actor, name: name?.value ?? id.value, isPublic: isPublic ?? false))
    }
    return actors
  }
}
