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

  static func read(_ top: SettingsMap) -> [OwnActor] {
    var actors: [OwnActor] = []
    var used = Set(builtInNames.map { NameMatching.folded($0.name) })
    for map in top.maps("aktörer", keys: keys) {
      map.require(keys)
      let name = map.text("namn")
      let isPublic = map.yesNo("offentlig")
      guard let id = map.text("id") else { continue }
      guard id.value.utf8.count <= 60, id.value.mayNameFiles else {
        top.report("SET040", at: id.location, ["id": id.value])
        continue
      }
      if !used.contains(NameMatching.folded(id.value)),
        let meaning = ReservedWords.meaning(of: id.value)
      {
        top.report("SET109", at: id.location, ["id": id.value, "what": meaning])
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
