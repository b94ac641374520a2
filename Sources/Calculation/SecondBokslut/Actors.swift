// The actors of a report, and who belongs to the public sector and to society: the one definition.

import Figures
import Outcomes

/// An actor as reports show it.
package struct Actor: Hashable, Sendable {
  /// The id.
  package let id: ActorID
  /// The settings' own name; built-in actors are named by the text catalogue.
  package let ownName: String?
  /// Whether it counts in *offentlig sektors netto*.
  package let isPublic: Bool
}

extension [Actor] {
  /// The actors that a measure concerns, in the order of reports (method.md section 2): the public
  /// sector is the public actors, society all but the wider economy.
  package func members(of subject: NetSubject) -> [ActorID] {
    switch subject {
    case .actor(let id): [id]
    case .publicSector: filter(\.isPublic).map(\.id)
    case .society: map(\.id).filter { $0 != .widerEconomy }
    }
  }

  /// Those whose balances stand between the enterprise's result and society's net.
  package var othersInSociety: [ActorID] { members(of: .society).filter { $0 != .enterprise } }

  /// Those who may have given without being public: donors and members, and own actors.
  package var privateFunders: [Actor] {
    let others: Set<ActorID> = [.participant, .enterprise, .reserves, .widerEconomy]
    return filter { !$0.isPublic && !others.contains($0.id) }
  }
}
