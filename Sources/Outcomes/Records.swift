// The records of the outcome register, each with the place it was read from.

import Bookkeeping
import Diagnostics

/// A participant's id (*deltagare*): never a name, never an identity number.
public struct ParticipantID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The id as the register writes it.
  public let rawValue: String

  /// An id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// In the order of their texts.
  public static func < (left: ParticipantID, right: ParticipantID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A row of the table Deltagare.
public struct Participant: Hashable, Sendable {
  /// Deltagare.
  public let id: ParticipantID
  /// Födelseår.
  public let birthYear: Int
  /// Kön.
  public let gender: Gender
  /// Anvisad av.
  public let referredBy: Commissioner?
  /// Försörjning före.
  public let supportBefore: SupportKind
  /// Belopp före: kr per month before tax, scaled to full time.
  public let supportAmount: Amount?
  /// Utan arbete sedan.
  public let outOfWorkSince: CalendarDate?
  /// Medlem.
  public let isMember: Bool?
  /// Kommun: the participant's own, when it is not the enterprise's.
  public let municipality: String?
  /// The row.
  public let location: SourceLocation

  /// A participant.
  public init(
    id: ParticipantID, birthYear: Int, gender: Gender, referredBy: Commissioner? = nil,
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
public struct Employment: Hashable, Sendable {
  /// Deltagare.
  public let participant: ParticipantID
  /// Start.
  public let start: CalendarDate
  /// Slut; nil is ongoing.
  public let end: CalendarDate?
  /// Omfattning.
  public let extent: Rate
  /// Månadslön at full time.
  public let monthlyWage: Amount
  /// Stöd.
  public let subsidy: WageSubsidyKind
  /// Bidrag: kr per month actually paid.
  public let subsidyAmount: Amount?
  /// The row.
  public let location: SourceLocation

  /// An employment.
  public init(
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
public struct TrainingPlace: Hashable, Sendable {
  /// Deltagare.
  public let participant: ParticipantID
  /// Start.
  public let start: CalendarDate
  /// Slut; nil is ongoing.
  public let end: CalendarDate?
  /// Omfattning.
  public let extent: Rate
  /// Beställare.
  public let commissioner: Commissioner
  /// Pris: kr per month actually paid.
  public let price: Amount?
  /// Närvaro: attended hours, in hundredths.
  public let attendedHours: Quantity?
  /// The row.
  public let location: SourceLocation

  /// A training place.
  public init(
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
public struct Transition: Hashable, Sendable {
  /// Deltagare.
  public let participant: ParticipantID
  /// Datum as written; on the last day of a record here it counts from the next day.
  public let date: CalendarDate
  /// Till.
  public let destination: Destination
  /// Omfattning, required for work, own business and studies.
  public let extent: Rate?
  /// Månadslön at full time.
  public let monthlyWage: Amount?
  /// Arbetsgivare.
  public let employer: EmployerSector?
  /// Bidrag: kr per month paid to the new employer.
  public let subsidyAmount: Amount?
  /// Underlag.
  public let evidence: Evidence
  /// The row.
  public let location: SourceLocation

  /// A transition.
  public init(
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
public struct FollowUp: Hashable, Sendable {
  /// Deltagare.
  public let participant: ParticipantID
  /// Datum.
  public let date: CalendarDate
  /// Läge.
  public let status: FollowUpStatus
  /// Underlag; blank is *egen uppgift*.
  public let evidence: Evidence
  /// The row.
  public let location: SourceLocation

  /// A follow-up.
  public init(
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
public struct PaidWage: Hashable, Sendable {
  /// Deltagare.
  public let participant: ParticipantID
  /// Från.
  public let from: CalendarDate
  /// Till.
  public let to: CalendarDate
  /// Belopp: kr paid, before tax.
  public let amount: Amount
  /// The row.
  public let location: SourceLocation

  /// A paid wage.
  public init(
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
public struct OutcomeRegister: Hashable, Sendable {
  /// Deltagare.
  public var participants: [Participant] = []
  /// Anställningar.
  public var employments: [Employment] = []
  /// Träningsplatser.
  public var trainingPlaces: [TrainingPlace] = []
  /// Övergångar.
  public var transitions: [Transition] = []
  /// Uppföljningar.
  public var followUps: [FollowUp] = []
  /// Löner; nil when the table is absent, and wages are then contractual.
  public var paidWages: [PaidWage]?

  /// An empty register.
  public init() {}
}

extension Employment {
  /// The days of the record inside a period; nil when there are none.
  public func days(in period: DateRange) -> DateRange? {
    DateRange(max(start, period.start), min(end ?? period.end, period.end))
  }
}

extension TrainingPlace {
  /// The days of the record inside a period; nil when there are none.
  public func days(in period: DateRange) -> DateRange? {
    DateRange(max(start, period.start), min(end ?? period.end, period.end))
  }
}
