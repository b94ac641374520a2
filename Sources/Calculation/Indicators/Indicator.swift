// One indicator: what it measures, of whom, and the rows that its number follows from.

import Bookkeeping
import Figures

/// An indicator of one group.
package struct Indicator: Equatable, Sendable {
  /// What its number follows from.
  package enum Basis: Equatable, Sendable {
    /// Rows of the register, counted.
    case counted(RecordList)
    /// Rows as a share of others; those below the line are never none.
    case share(RecordList, of: RecordList)
    /// Costs of operation by the ledger, kronor, for each of what is counted; never for nothing.
    case cost(Rational, per: RecordList)
  }

  /// Which.
  package let id: IndicatorID
  /// What its number follows from.
  package let basis: Basis

  /// Of whom.
  package var group: ParticipantGroup {
    switch basis {
    case .counted(let list), .share(_, let list), .cost(_, let list): list.group
    }
  }

  /// The number, exact: what is counted, a fraction of one, or kronor.
  package var number: Rational {
    switch basis {
    case .counted(let list): list.number
    case .share(let part, let whole): part.number / whole.number
    case .cost(let kronor, let list): kronor / list.number
    }
  }
}
