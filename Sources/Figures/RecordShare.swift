// A row of the register with its part of a number.

import Bookkeeping
import Diagnostics
import Outcomes

/// A record and its share of a number, exact and before the rounding.
package struct RecordShare: Hashable, Sendable {
  /// The participant.
  package let participant: ParticipantID
  /// The record's row.
  package let location: SourceLocation
  /// Its share, in the unit of the number.
  package let basis: Rational

  /// A share.
  package init(participant: ParticipantID, location: SourceLocation, basis: Rational) {
    self.participant = participant
    self.location = location
    self.basis = basis
  }
}
