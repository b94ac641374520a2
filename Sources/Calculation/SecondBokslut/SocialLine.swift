// One line of the second bokslut: basis x unit value x factor from one actor to another.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// A series (*serie*) of social vouchers (method.md section 7).
public enum Series: String, CaseIterable, Hashable, Sendable {
  /// The first bokslut by actor.
  case ledger = "L"
  /// Avoided placements (*undvikna placeringar*).
  case avoidedPlacements = "C"
  /// Employment here (*anställda hos oss*).
  case employment = "A"
  /// Transitions (*övergångar*).
  case transitions = "O"
  /// Deadweight (*dödvikt*).
  case deadweight = "D"
  /// Displacement (*undanträngning*).
  case displacement = "U"
  /// Attribution to others (*andras bidrag*).
  case attribution = "T"
}

/// The kind of a line: the package's part, such as `sale`, `support.försörjningsstöd` or
/// `municipalTax`; raw values are the identifiers of CSV and JSON (interfaces.md).
public struct LineKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The identifier.
  public let rawValue: String

  /// A kind by its identifier.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A kind by its literal identifier.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// Wages of the target group.
  public static let wageTarget: LineKind = "wageTarget"
  /// Wages of ordinary staff.
  public static let wageOrdinary: LineKind = "wageOrdinary"
  /// Employer contributions on wages of the target group.
  public static let feesTarget: LineKind = "feesTarget"
  /// Employer contributions on wages of ordinary staff.
  public static let feesOrdinary: LineKind = "feesOrdinary"
  /// X: municipal tax.
  public static let municipalTax: LineKind = "municipalTax"
  /// X: regional tax.
  public static let regionalTax: LineKind = "regionalTax"
  /// X: change in the net credit.
  public static let netCredit: LineKind = "netCredit"
  /// J: earnings.
  public static let earnings: LineKind = "earnings"
  /// J: employer contribution on them.
  public static let employerContribution: LineKind = "employerContribution"
  /// J: the new employer's subsidy.
  public static let jobSubsidy: LineKind = "jobSubsidy"
  /// E: the grant part of study support.
  public static let studyGrant: LineKind = "studyGrant"
  /// C.
  public static let avoidedPlacement: LineKind = "avoidedPlacement"

  /// S by the kind of support.
  public static func support(_ kind: SupportKind) -> LineKind {
    LineKind(rawValue: "support.\(kind.rawValue)")
  }
}

/// The unit of a basis.
public enum BasisUnit: String, Hashable, Sendable {
  /// Full-time months (*heltidsmånader*).
  case months
  /// Kronor.
  case kronor = "kr"
}

/// What a line's figure was made from, so that `explain` can walk back.
public struct LineOrigin: Hashable, Sendable {
  /// A record and its share of the basis, exact and before the rounding.
  public struct RecordShare: Hashable, Sendable {
    /// The participant.
    public let participant: ParticipantID
    /// The record's row.
    public let location: SourceLocation
    /// Its share of the basis.
    public let basis: Rational

    /// A share.
    public init(participant: ParticipantID, location: SourceLocation, basis: Rational) {
      self.participant = participant
      self.location = location
      self.basis = basis
    }
  }

  /// Records that make up the basis.
  public var records: [RecordShare]
  /// Parameters that unit value and factor come from, the one named first.
  public var parameters: [Parameter]
  /// Ledger accounts that make up the basis (series L).
  public var accounts: [String]
  /// For D, U and T: the number of the line reduced, with its series.
  public var reduces: LineReference?

  /// Nothing known yet.
  public init(
    records: [RecordShare] = [], parameters: [Parameter] = [], accounts: [String] = [],
    reduces: LineReference? = nil
  ) {
    self.records = records
    self.parameters = parameters
    self.accounts = accounts
    self.reduces = reduces
  }

  /// How many people the line rests on; 0 when it is not about participants.
  public var people: Int { Set(records.map(\.participant)).count }
}

/// A line by series and number: its voucher's name.
public struct LineReference: Hashable, Sendable {
  /// The series.
  public let series: Series
  /// From 1 in each series.
  public let number: Int

  /// A reference.
  public init(series: Series, number: Int) {
    self.series = series
    self.number = number
  }
}

/// A line (*rad*), which is one balanced voucher of the second bokslut: `amount` moves from one
/// actor to another, and amount = basis x unit value x factor as printed, rounded to the öre.
public struct SocialLine: Hashable, Sendable {
  /// Series and number.
  public let reference: LineReference
  /// The package's part.
  public let kind: LineKind
  /// The outcome kind; nil in series L.
  public let outcome: OutcomeKind?
  /// Who gives.
  public let from: ActorID
  /// Who receives.
  public let to: ActorID
  /// The printed basis.
  public let basis: Quantity
  /// Its unit.
  public let basisUnit: BasisUnit
  /// The printed unit value.
  public let unitValue: Amount
  /// The printed factor.
  public let factor: Factor
  /// basis x unit value x factor.
  public let amount: Amount
  /// The parameter that the line names, if any.
  public let parameterID: String?
  /// The first day of the parameter's validity.
  public let validFrom: CalendarDate?
  /// What it was made from.
  public let origin: LineOrigin

  /// A line; its amount is computed here and nowhere else.
  public init(
    reference: LineReference, kind: LineKind, outcome: OutcomeKind?, from: ActorID, to: ActorID,
    basis: Quantity, basisUnit: BasisUnit, unitValue: Amount, factor: Factor,
    parameterID: String? = nil, validFrom: CalendarDate? = nil, origin: LineOrigin
  ) throws(ArithmeticOverflow) {
    self.reference = reference
    self.kind = kind
    self.outcome = outcome
    self.from = from
    self.to = to
    self.basis = basis
    self.basisUnit = basisUnit
    self.unitValue = unitValue
    self.factor = factor
    self.amount = try Amount(basis: basis, unitValue: unitValue, factor: factor)
    self.parameterID = parameterID
    self.validFrom = validFrom
    self.origin = origin
  }
}
