// Which indicators there are, and whom they are about.

import Outcomes

/// What an indicator measures.
package enum IndicatorID: Hashable, Sendable {
  /// Unique people with a day here.
  case participants
  /// *Årsplatser*.
  case placeYears
  /// People with a day of a training place.
  case trained
  /// People with a day of an employment here.
  case employedDuringYear
  /// People employed here on the last day.
  case employedAtYearEnd
  /// Full-time equivalents.
  case fullTimeEquivalents
  /// Members among participants.
  case members
  /// Transitions to a destination.
  case transitions(to: Destination)
  /// Placement rate by IRIS+'s definition.
  case placementRate
  /// Our own stricter one (*anpassad*).
  case strictPlacementRate
  /// Held after 6 or 12 months, of those due.
  case held(months: Int)
  /// Followed up after 6 or 12 months, of those due.
  case followedUp(months: Int)
  /// Median months from start to transition.
  case monthsToTransition
  /// Cost per full-time month here.
  case costPerMonth
  /// Cost per transition to work or studies.
  case costPerTransition
  /// Full-time months held, by the transition's evidence.
  case evidenceMonths(Evidence)

  /// The identifier of CSV and JSON (interfaces.md, Identifiers).
  package var identifier: String {
    switch self {
    case .participants: "participants"
    case .placeYears: "place-years"
    case .trained: "trained"
    case .employedDuringYear: "employed-during-year"
    case .employedAtYearEnd: "employed-year-end"
    case .fullTimeEquivalents: "fte"
    case .members: "members"
    case .transitions(let destination): "transitions.\(destination.rawValue)"
    case .placementRate: "placement-rate-iris"
    case .strictPlacementRate: "placement-rate-strict"
    case .held(let months): "held-\(months)"
    case .followedUp(let months): "followed-up-\(months)"
    case .monthsToTransition: "months-to-transition"
    case .costPerMonth: "cost-per-month"
    case .costPerTransition: "cost-per-transition"
    case .evidenceMonths(let evidence): "evidence-months.\(evidence.rawValue)"
    }
  }

  /// The indicator of an identifier, or nil.
  package init?(identifier: String) {
    guard let id = Self.byIdentifier[identifier] else { return nil }
    self = id
  }

  /// After how many months transitions are held and followed up.
  package static let monthsHeld = [6, 12]

  private static let byIdentifier: [String: IndicatorID] = {
    let all: [IndicatorID] =
      [
        .participants, .placeYears, .trained, .employedDuringYear, .employedAtYearEnd,
        .fullTimeEquivalents, .members, .placementRate, .strictPlacementRate, .monthsToTransition,
        .costPerMonth, .costPerTransition,
      ] + Destination.allCases.map { .transitions(to: $0) }
      + monthsHeld.flatMap { [.held(months: $0), .followedUp(months: $0)] }
      + Evidence.allCases.map { .evidenceMonths($0) }
    return Dictionary(all.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The destination whose transitions it counts; nil for another indicator.
  package var destination: Destination? {
    if case .transitions(let destination) = self { destination } else { nil }
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
  /// The year of birth is unknown.
  case unknown = "okänt"

  /// The band of the age reached in a calendar year.
  package init(birthYear: BirthYear, in year: Int) {
    guard let born = birthYear.known else {
      self = .unknown
      return
    }
    switch year - born {
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
