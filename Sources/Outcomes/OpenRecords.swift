// What of a register goes on into another year: stays without an end, and follow-ups that are due.

import Bookkeeping

/// The records that a new year takes over. The register itself is one and goes on; nothing of it is
/// moved.
package struct OpenRecords: Sendable {
  /// A follow-up that is due: so many months after the person left for work or studies.
  package struct Due: Sendable {
    /// Deltagare.
    package let participant: ParticipantID
    /// Till.
    package let destination: Destination
    /// The day from which the transition counts.
    package let left: CalendarDate
    /// How many months after.
    package let months: Int
    /// The day; a follow-up on it or later tells.
    package let day: CalendarDate

    /// A follow-up to make.
    package init(
      participant: ParticipantID, destination: Destination, left: CalendarDate, months: Int,
      day: CalendarDate
    ) {
      self.participant = participant
      self.destination = destination
      self.left = left
      self.months = months
      self.day = day
    }
  }

  /// Employments that had not ended when the old year did.
  package let employments: [Employment]
  /// Training places likewise.
  package let places: [TrainingPlace]
  /// Follow-ups due up to the new year's end that nobody has made, by day.
  package let due: [Due]

  /// Records.
  package init(employments: [Employment], places: [TrainingPlace], due: [Due]) {
    self.employments = employments
    self.places = places
    self.due = due
  }
}
