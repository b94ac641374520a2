// The series of social vouchers, the kinds of their lines, and how a line is named.

import Outcomes

/// A series (*serie*) of social vouchers (method.md section 7).
package enum Series: String, CaseIterable, Hashable, Sendable {
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
package struct LineKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The identifier.
  package let rawValue: String

  /// A kind by its identifier.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// A kind by its literal identifier.
  package init(stringLiteral value: String) { self.rawValue = value }

  /// Wages of the target group.
  package static let wageTarget: LineKind = "wageTarget"
  /// Wages of ordinary staff.
  package static let wageOrdinary: LineKind = "wageOrdinary"
  /// Employer contributions on wages of the target group.
  package static let feesTarget: LineKind = "feesTarget"
  /// Employer contributions on wages of ordinary staff.
  package static let feesOrdinary: LineKind = "feesOrdinary"
  /// X: municipal tax.
  package static let municipalTax: LineKind = "municipalTax"
  /// X: regional tax.
  package static let regionalTax: LineKind = "regionalTax"
  /// X: change in the net credit.
  package static let netCredit: LineKind = "netCredit"
  /// J: earnings.
  package static let earnings: LineKind = "earnings"
  /// J: employer contribution on them.
  package static let employerContribution: LineKind = "employerContribution"
  /// J: the new employer's subsidy.
  package static let jobSubsidy: LineKind = "jobSubsidy"
  /// E: the grant part of study support.
  package static let studyGrant: LineKind = "studyGrant"
  /// C.
  package static let avoidedPlacement: LineKind = "avoidedPlacement"

  /// S by the kind of support.
  package static func support(_ kind: SupportKind) -> LineKind {
    LineKind(rawValue: "support.\(kind.rawValue)")
  }
}

/// The unit of a basis.
package enum BasisUnit: String, Hashable, Sendable {
  /// Full-time months (*heltidsmånader*).
  case months
  /// Kronor.
  case kronor = "kr"
}

/// A line by series and number: its voucher's name.
package struct LineReference: Hashable, Sendable {
  /// The series.
  package let series: Series
  /// From 1 in each series.
  package let number: Int

  /// A reference.
  package init(series: Series, number: Int) {
    self.series = series
    self.number = number
  }
}
