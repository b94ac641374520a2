// One indicator: what it measures, of whom, its value and what the value is made from.

import Bookkeeping
import Figures
import Outcomes

/// An indicator of one group.
package struct Indicator: Hashable, Sendable {
  /// The value, exact.
  package enum Value: Hashable, Sendable {
    /// A number of people.
    case people(Int)
    /// A number of transitions.
    case transitions(Int)
    /// Full-time months / 12.
    case fullTimeYears(Rational)
    /// Calendar months, or full-time months.
    case months(Rational)
    /// A fraction of one.
    case share(Rational)
    /// Kronor.
    case kronor(Rational)
  }

  /// One of the two numbers behind a share or a cost.
  package struct Part: Hashable, Sendable {
    /// The number.
    package let value: Value
    /// How many people it rests on.
    package let people: Int
    /// The records that it counts, when the way back was asked for.
    package let records: [CountedRecord]

    /// A part.
    package init(_ value: Value, people: Int, records: [CountedRecord] = []) {
      self.value = value
      self.people = people
      self.records = records
    }
  }

  /// Which.
  package let id: IndicatorID
  /// Of whom.
  package let group: ParticipantGroup
  /// The value.
  package let value: Value
  /// How many people it rests on.
  package let people: Int
  /// Above and below the line, for shares and costs; nil for plain numbers.
  package let quotient: Quotient?
  /// The records that a plain number counts, when the way back was asked for.
  package let records: [CountedRecord]

  /// Above and below the line.
  package struct Quotient: Hashable, Sendable {
    /// Above.
    package let part: Part
    /// Below; never zero.
    package let whole: Part

    /// A quotient.
    package init(_ part: Part, of whole: Part) {
      self.part = part
      self.whole = whole
    }
  }

  /// An indicator.
  package init(
    _ id: IndicatorID, _ group: ParticipantGroup = .all, _ value: Value, people: Int,
    quotient: Quotient? = nil, records: [CountedRecord] = []
  ) {
    self.id = id
    self.group = group
    self.value = value
    self.people = people
    self.quotient = quotient
    self.records = records
  }
}
