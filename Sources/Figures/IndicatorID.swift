// Which indicators there are, and whom they are about.

import Outcomes

/// An indicator's id, as CSV and JSON write it (interfaces.md, Identifiers).
package struct IndicatorID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The id.
  package let rawValue: String

  /// An id by its text.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// An id by its literal text.
  package init(stringLiteral value: String) { self.rawValue = value }

  /// Unique people with a day here.
  package static let participants: IndicatorID = "participants"
  /// *Årsplatser*.
  package static let placeYears: IndicatorID = "place-years"
  /// People with a day of a training place.
  package static let trained: IndicatorID = "trained"
  /// People with a day of an employment here.
  package static let employedDuringYear: IndicatorID = "employed-during-year"
  /// People employed here on the last day.
  package static let employedAtYearEnd: IndicatorID = "employed-year-end"
  /// Full-time equivalents.
  package static let fullTimeEquivalents: IndicatorID = "fte"
  /// Placement rate by IRIS+'s definition.
  package static let placementRate: IndicatorID = "placement-rate-iris"
  /// Our own stricter one (*anpassad*).
  package static let strictPlacementRate: IndicatorID = "placement-rate-strict"
  /// Median months from start to transition.
  package static let monthsToTransition: IndicatorID = "months-to-transition"
  /// Members among participants.
  package static let members: IndicatorID = "members"
  /// Cost per full-time month here.
  package static let costPerMonth: IndicatorID = "cost-per-month"
  /// Cost per transition to work or studies.
  package static let costPerTransition: IndicatorID = "cost-per-transition"

  /// Transitions to a destination.
  package static func transitions(to destination: Destination) -> IndicatorID {
    IndicatorID(rawValue: "transitions.\(destination.rawValue)")
  }

  /// The destination whose transitions it counts; nil for another indicator.
  package var destination: Destination? {
    let prefix = "transitions."
    guard rawValue.hasPrefix(prefix) else { return nil }
    return Destination(rawValue: String(rawValue.dropFirst(prefix.count)))
  }

  /// Held after 6 or 12 months, of those due.
  package static func held(months: Int) -> IndicatorID { IndicatorID(rawValue: "held-\(months)") }

  /// Followed up after 6 or 12 months, of those due.
  package static func followedUp(months: Int) -> IndicatorID {
    IndicatorID(rawValue: "followed-up-\(months)")
  }

  /// Full-time months held, by the transition's evidence.
  package static func evidenceMonths(_ evidence: Evidence) -> IndicatorID {
    IndicatorID(rawValue: "evidence-months.\(evidence.rawValue)")
  }

  /// The id in the catalogue of IRIS+ (iris.thegiin.org), where one fits.
  package var irisID: String? {
    switch self {
    case .participants: "PI4060"
    case .trained: "PI2998"
    case .placementRate: "PI3527"
    default: nil
    }
  }
}

/// An age band of the indicators, by the age reached in the calendar year of the year's end.
package enum AgeBand: String, CaseIterable, Hashable, Sendable {
  /// 24 or younger.
  case upTo24 = "-24"
  /// 25-34.
  case from25 = "25-34"
  /// 35-44.
  case from35 = "35-44"
  /// 45-54.
  case from45 = "45-54"
  /// 55-64.
  case from55 = "55-64"
  /// 65 or older.
  case from65 = "65-"

  /// The band of an age in whole years.
  package init(age: Int) {
    switch age {
    case ..<25: self = .upTo24
    case ..<35: self = .from25
    case ..<45: self = .from35
    case ..<55: self = .from45
    case ..<65: self = .from55
    default: self = .from65
    }
  }
}

/// Whom an indicator is about.
package enum ParticipantGroup: Hashable, Sendable {
  /// Everyone.
  case all
  /// By gender.
  case gender(Gender)
  /// By age.
  case age(AgeBand)
  /// By support before.
  case support(SupportKind)

  /// Every group in the order of reports.
  package static let allCases: [ParticipantGroup] =
    [.all] + Gender.allCases.map { .gender($0) } + AgeBand.allCases.map { .age($0) }
    + SupportKind.allCases.map { .support($0) }

  /// The group's name in CSV and JSON: `all`, `gender=kvinna`, `age=25-34`.
  package var identifier: String {
    switch self {
    case .all: "all"
    case .gender(let gender): "gender=\(gender.rawValue)"
    case .age(let band): "age=\(band.rawValue)"
    case .support(let kind): "support=\(kind.rawValue)"
    }
  }
}

extension ParticipantGroup {
  /// The group of an identifier, or nil.
  package init?(identifier: String) {
    guard let group = Self.byIdentifier[identifier] else { return nil }
    self = group
  }

  private static let byIdentifier: [String: ParticipantGroup] = Dictionary(
    allCases.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
}
