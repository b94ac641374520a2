// What the settings call the actors, for whoever shows or writes a rule of `kopplingar`.

import Outcomes
import Rulebook

/// Words of actors.
package enum ActorWords {
  /// The words that a rule's `aktör` may be.
  package static func all(own: [OwnActor]) -> Set<String> {
    Set(ActorsSection.builtInNames.map(\.name) + own.map(\.id.rawValue))
  }

  /// What an actor is called; the enterprise's own reserves, which no rule names, have a word too.
  package static func word(for actor: ActorID) -> String {
    if actor == .reserves { return "företagets reserver" }
    return ActorsSection.builtInNames.first { $0.value == actor }?.name ?? actor.rawValue
  }
}
