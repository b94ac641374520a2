// The way back of an observed number: the records that it counts, when somebody asks for them.

import Bookkeeping
import Diagnostics
import Outcomes

/// A record that an observed number counts. Results hold them only when the input asks for the way
/// back (`SecondBokslutInput.keepsTrail`); no number is computed from them.
package struct CountedRecord: Hashable, Sendable {
  /// Whose it is.
  package let participant: ParticipantID
  /// Where it stands.
  package let location: SourceLocation
  /// Its part of a number of months; nil when the record itself is what is counted.
  package let months: Rational?

  /// A counted record.
  package init(participant: ParticipantID, location: SourceLocation, months: Rational? = nil) {
    self.participant = participant
    self.location = location
    self.months = months
  }
}

/// A record of a register with its owner and place.
protocol PlacedRecord {
  var participant: ParticipantID { get }
  var location: SourceLocation { get }
}

extension Employment: PlacedRecord {}
extension TrainingPlace: PlacedRecord {}
extension FollowUp: PlacedRecord {}
extension HeldTransition: PlacedRecord {
  var location: SourceLocation { transition.location }
}
extension YearStay: PlacedRecord where Record: PlacedRecord {
  var location: SourceLocation { record.location }
}

extension YearRecords {
  /// The records behind a number, in the order of people and places; none unless they are asked for.
  func counted<Record: PlacedRecord>(
    _ records: some Sequence<Record>, months: ((Record) -> Rational)? = nil
  ) -> [CountedRecord] {
    guard keepsTrail else { return [] }
    return records.map { record in
      CountedRecord(
        participant: record.participant, location: record.location, months: months?(record))
    }.sorted { ($0.participant, $0.location) < ($1.participant, $1.location) }
  }

  /// The same of rows about the people themselves.
  func counted(_ participants: some Sequence<Participant>) -> [CountedRecord] {
    guard keepsTrail else { return [] }
    return participants.map { CountedRecord(participant: $0.id, location: $0.location) }
      .sorted { ($0.participant, $0.location) < ($1.participant, $1.location) }
  }
}
