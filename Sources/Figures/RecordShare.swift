// Records of the register with their shares of a number.

import Bookkeeping
import Diagnostics
import Outcomes

/// A record of the register and its share of a number, exact and before any rounding.
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

  /// A record's share.
  package init(_ record: some RegisterRecord, _ basis: Rational) {
    self.init(participant: record.participant, location: record.location, basis: basis)
  }
}

extension [RecordShare] {
  /// In the order of people and places.
  package var inOrder: [RecordShare] {
    sorted { ($0.participant, $0.location) < ($1.participant, $1.location) }
  }
}

/// What some of a line's records bring a figure in kronor: their shares of the line's basis, each
/// unit worth the same.
package struct LineShare: Hashable, Sendable {
  /// The line.
  package let line: LineReference
  /// What a unit of the basis brings, exact; negative where it takes.
  package let kronorPerUnit: Rational
  /// The records with their shares of the basis.
  package let records: [RecordShare]

  /// A share of a line.
  package init(line: LineReference, kronorPerUnit: Rational, records: [RecordShare]) {
    self.line = line
    self.kronorPerUnit = kronorPerUnit
    self.records = records
  }

  /// What they bring together.
  package var kronor: Rational { records.map(\.basis).sum() * kronorPerUnit }
}
