// Whom a figure describes: the people of its sources and of every figure that it is made from.

import Outcomes

extension Source {
  /// The participants whose rows it names.
  package var participants: Set<ParticipantID> {
    switch self {
    case .kronor(let records), .paidWages(let records): Set(records.map(\.participant))
    case .unnamed, .nothing, .accounts, .flows, .beside, .parameter, .stated, .figures, .reason: []
    }
  }

  /// The figures that it names.
  package var figures: [FigureID] { if case .figures(let figures) = self { figures } else { [] } }
}

extension FigureBook {
  /// The participants that a figure describes; none for one that is not about participants.
  package func people(of id: FigureID) -> Set<ParticipantID> { people(of: [id])[id] ?? [] }

  /// The participants of several figures, and of all that they are made from, each worked out once.
  package func people(of ids: [FigureID]) -> [FigureID: Set<ParticipantID>] {
    var found: [FigureID: Set<ParticipantID>] = [:]
    // A stack of its own: figures may rest on one another deeper than the call stack. A figure is
    // done when all that it rests on is.
    var stack = ids
    var opened: Set<FigureID> = []
    while let id = stack.last {
      guard found[id] == nil, let figure = self[id] else {
        stack.removeLast()
        continue
      }
      if opened.insert(id).inserted {
        stack += figure.madeFrom.filter { found[$0] == nil && !opened.contains($0) }
        continue
      }
      stack.removeLast()
      var people = Set(figure.origin.sources.flatMap(\.participants))
      for part in figure.madeFrom { people.formUnion(found[part] ?? []) }
      found[id] = people
    }
    return found
  }
}
