// The rungs of the ladder, and whom a measure concerns.

import Outcomes

/// A measure of `netto.csv`.
package enum NetMeasure: String, CaseIterable, Hashable, Sendable {
  /// *Värderat*: L + C + A + O.
  case gross
  /// *Netto*: after D, U and T.
  case net
  /// *Offentlig insats*.
  case publicInput = "public_input"
  /// Series L alone.
  case ledger
}

/// Who a measure concerns.
package enum NetSubject: Hashable, Sendable {
  /// One actor.
  case actor(ActorID)
  /// The public actors together.
  case publicSector
  /// All but the wider economy.
  case society

  /// The identifier of CSV and JSON: the actor's id, `public` or `society`.
  package var identifier: String {
    switch self {
    case .actor(let id): id.rawValue
    case .publicSector: "public"
    case .society: "society"
    }
  }
}

extension NetSubject {
  /// The subject of an identifier.
  package init(identifier: String) {
    switch identifier {
    case Self.publicSector.identifier: self = .publicSector
    case Self.society.identifier: self = .society
    default: self = .actor(ActorID(rawValue: identifier))
    }
  }
}

extension BridgePoint {
  /// The identifier of CSV and JSON: `result`, `ledger.<kind>`, `C` ... `T` or `society`.
  package var identifier: String {
    switch self {
    case .result: "result"
    case .ledger(let kind): "ledger.\(kind.rawValue)"
    case .series(let series): series.rawValue
    case .society: "society"
    }
  }

  /// The point of an identifier, or nil.
  package init?(identifier: String) {
    let ledger = "ledger."
    if identifier == Self.result.identifier {
      self = .result
    } else if identifier == Self.society.identifier {
      self = .society
    } else if let series = Series(rawValue: identifier) {
      self = .series(series)
    } else if identifier.hasPrefix(ledger) {
      self = .ledger(LineKind(rawValue: String(identifier.dropFirst(ledger.count))))
    } else {
      return nil
    }
  }
}
