// The records of the outcome register, each with the place it was read from.

import Bookkeeping
import Diagnostics

/// A participant's id (*deltagare*): never a name, never an identity number.
package struct ParticipantID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The id as the register writes it.
  package let rawValue: String

  /// An id.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// In the order of their texts.
  package static func < (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension ParticipantID: DiagnosticFact {
  package var argument: DiagnosticArgument { .text(rawValue) }
}

/// A row of the register.
package protocol RegisterRecord {
  /// Deltagare.
  var participant: ParticipantID { get }
  /// The row.
  var location: SourceLocation { get }
}

/// An employment or a training place: what a person's days here are made of.
package protocol Stay: RegisterRecord {
  /// Start.
  var start: CalendarDate { get }
  /// Slut; nil is ongoing.
  var end: CalendarDate? { get }
  /// Omfattning.
  var extent: Rate { get }
}

extension Stay {
  /// The days of the record inside a period; nil when there are none.
  package func days(in period: DateRange) -> DateRange? {
    DateRange(max(start, period.start), min(end ?? period.end, period.end))
  }
}

/// The calendar year of birth (*födelseår*), or that it is not known. What depends on age says how
/// it takes someone of unknown age; nothing guesses one.
package enum BirthYear: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// A year.
  case year(Int)
  /// *Okänt*.
  case unknown

  /// What the register writes for an unknown one.
  package static let unknownWord = "okänt"

  /// A year by its literal.
  package init(integerLiteral value: Int) { self = .year(value) }

  /// The year; nil when it is unknown.
  package var known: Int? {
    if case .year(let year) = self { year } else { nil }
  }
}

/// A row of the table Deltagare.
package struct Participant: RegisterRecord, Hashable, Sendable {
  /// Deltagare.
  package let id: ParticipantID
  /// Födelseår.
  package let birthYear: BirthYear
  /// Kön.
  package let gender: Gender
  /// Anvisad av.
  package let referredBy: Commissioner?
  /// Försörjning före.
  package let supportBefore: SupportKind
  /// Belopp före: kr per month before tax, scaled to full time.
  package let supportAmount: Amount?
  /// Utan arbete sedan.
  package let outOfWorkSince: CalendarDate?
  /// Medlem.
  package let isMember: Bool?
  /// Kommun: the participant's own, when it is not the enterprise's.
  package let municipality: String?
  /// The row.
  package let location: SourceLocation

  package var participant: ParticipantID { id }

  /// A participant.
  package init(
    id: ParticipantID, birthYear: BirthYear, gender: Gender, referredBy: Commissioner? = nil,
    supportBefore: SupportKind, supportAmount: Amount? = nil,
    outOfWorkSince: CalendarDate? = nil, isMember: Bool? = nil, municipality: String? = nil,
    location: SourceLocation
  ) {
    self.id = id
    self.birthYear = birthYear
    self.gender = gender
    self.referredBy = referredBy
    self.supportBefore = supportBefore
    self.supportAmount = supportAmount
    self.outOfWorkSince = outOfWorkSince
    self.isMember = isMember
    self.municipality = municipality
    self.location = location
  }
}

/// A row of the table Anställningar: employment here.
package struct Employment: Stay, Hashable, Sendable {
  /// Deltagare.
  package let participant: ParticipantID
  /// Start.
  package let start: CalendarDate
  /// Slut; nil is ongoing.
  package let end: CalendarDate?
  /// Omfattning.
  package let extent: Rate
  /// Månadslön at full time.
  package let monthlyWage: Amount
  /// Stöd.
  package let subsidy: WageSubsidyKind
  /// Bidrag: kr per month actually paid.
  package let subsidyAmount: Amount?
  /// The row.
  package let location: SourceLocation

  /// An employment.
  package init(
    participant: ParticipantID, start: CalendarDate, end: CalendarDate?, extent: Rate,
    monthlyWage: Amount, subsidy: WageSubsidyKind = .none, subsidyAmount: Amount? = nil,
    location: SourceLocation
  ) {
    self.participant = participant
    self.start = start
    self.end = end
    self.extent = extent
    self.monthlyWage = monthlyWage
    self.subsidy = subsidy
    self.subsidyAmount = subsidyAmount
    self.location = location
  }
}

/// A row of the table Träningsplatser: training or work rehabilitation here.
package struct TrainingPlace: Stay, Hashable, Sendable {
  /// Deltagare.
  package let participant: ParticipantID
  /// Start.
  package let start: CalendarDate
  /// Slut; nil is ongoing.
  package let end: CalendarDate?
  /// Omfattning.
  package let extent: Rate
  /// Beställare.
  package let commissioner: Commissioner
  /// Pris: kr per month actually paid.
  package let price: Amount?
  /// Närvaro: attended hours, in hundredths.
  package let attendedHours: Quantity?
  /// The row.
  package let location: SourceLocation

  /// A training place.
  package init(
    participant: ParticipantID, start: CalendarDate, end: CalendarDate?, extent: Rate,
    commissioner: Commissioner, price: Amount? = nil, attendedHours: Quantity? = nil,
    location: SourceLocation
  ) {
    self.participant = participant
    self.start = start
    self.end = end
    self.extent = extent
    self.commissioner = commissioner
    self.price = price
    self.attendedHours = attendedHours
    self.location = location
  }
}

/// A row of the table Övergångar: a person leaves for a destination.
package struct Transition: RegisterRecord, Hashable, Sendable {
  /// Deltagare.
  package let participant: ParticipantID
  /// Datum as written; on the last day of a record here it counts from the next day.
  package let date: CalendarDate
  /// Till.
  package let destination: Destination
  /// Omfattning, required for work, own business and studies.
  package let extent: Rate?
  /// Månadslön at full time.
  package let monthlyWage: Amount?
  /// Arbetsgivare.
  package let employer: EmployerSector?
  /// Bidrag: kr per month paid to the new employer.
  package let subsidyAmount: Amount?
  /// Underlag.
  package let evidence: Evidence
  /// The row.
  package let location: SourceLocation

  /// A transition.
  package init(
    participant: ParticipantID, date: CalendarDate, destination: Destination, extent: Rate?,
    monthlyWage: Amount? = nil, employer: EmployerSector? = nil, subsidyAmount: Amount? = nil,
    evidence: Evidence, location: SourceLocation
  ) {
    self.participant = participant
    self.date = date
    self.destination = destination
    self.extent = extent
    self.monthlyWage = monthlyWage
    self.employer = employer
    self.subsidyAmount = subsidyAmount
    self.evidence = evidence
    self.location = location
  }
}

/// A row of the table Uppföljningar.
package struct FollowUp: RegisterRecord, Hashable, Sendable {
  /// Deltagare.
  package let participant: ParticipantID
  /// Datum.
  package let date: CalendarDate
  /// Läge.
  package let status: FollowUpStatus
  /// Underlag; blank is *egen uppgift*.
  package let evidence: Evidence
  /// The row.
  package let location: SourceLocation

  /// A follow-up.
  package init(
    participant: ParticipantID, date: CalendarDate, status: FollowUpStatus,
    evidence: Evidence = .ownStatement, location: SourceLocation
  ) {
    self.participant = participant
    self.date = date
    self.status = status
    self.evidence = evidence
    self.location = location
  }
}

/// A row of the optional table Löner: a sum actually paid for a run of days.
package struct PaidWage: RegisterRecord, Hashable, Sendable {
  /// Deltagare.
  package let participant: ParticipantID
  /// Från.
  package let from: CalendarDate
  /// Till.
  package let to: CalendarDate
  /// Belopp: kr paid, before tax.
  package let amount: Amount
  /// The row.
  package let location: SourceLocation

  /// A paid wage.
  package init(
    participant: ParticipantID, from: CalendarDate, to: CalendarDate, amount: Amount,
    location: SourceLocation
  ) {
    self.participant = participant
    self.from = from
    self.to = to
    self.amount = amount
    self.location = location
  }
}

/// The whole register, checked: every record belongs to a declared participant.
package struct OutcomeRegister: Hashable, Sendable {
  /// Deltagare.
  package var participants: [Participant] = []
  /// Anställningar.
  package var employments: [Employment] = []
  /// Träningsplatser.
  package var trainingPlaces: [TrainingPlace] = []
  /// Övergångar.
  package var transitions: [Transition] = []
  /// Uppföljningar.
  package var followUps: [FollowUp] = []
  /// Löner; nil when the table is absent, and wages are then contractual.
  package var paidWages: [PaidWage]?
  /// Tables that a register is expected to have and this one has not, in the order of the schema.
  package var absentTables: [RecordTable] = []
  /// Headings and words of the register's own that were read for ours, as `own = ours`, sorted.
  package var ownNames: [String] = []

  /// An empty register.
  package init() {}
}
