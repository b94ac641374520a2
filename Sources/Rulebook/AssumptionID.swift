// Which assumptions there are, each by its path in the settings.

import Outcomes

/// An assumption (*antagande*) that the enterprise states itself.
package enum AssumptionID: Hashable, Sendable {
  /// dödvikt of a kind of outcome.
  case deadweight(OutcomeKind)
  /// undanträngning of a kind of outcome.
  case displacement(OutcomeKind)
  /// andras bidrag of a kind of outcome.
  case attribution(OutcomeKind)
  /// övergång: avtagande.
  case dropOff
  /// övergång: horisont.
  case horizon
  /// övergång: bekräftelsetid.
  case confirmation
  /// övergång: månadslön.
  case monthlyWage
  /// träningsplats: alternativ placering: andel.
  case placementShare
  /// träningsplats: alternativ placering: pris.
  case placementPrice
  /// diskonteringsränta.
  case discountRate
  /// försörjning: längst of a kind of support.
  case longest(SupportKind)
}

extension AssumptionID {
  /// The settings' own words, joined by points: `övergång.dödvikt`; antaganden.csv and bokslut.json
  /// name the assumption so.
  package var path: String {
    switch self {
    case .deadweight(let kind): "\(kind.rawValue).dödvikt"
    case .displacement(let kind): "\(kind.rawValue).undanträngning"
    case .attribution(let kind): "\(kind.rawValue).andras bidrag"
    case .dropOff: "övergång.avtagande"
    case .horizon: "övergång.horisont"
    case .confirmation: "övergång.bekräftelsetid"
    case .monthlyWage: "övergång.månadslön"
    case .placementShare: "träningsplats.alternativ placering.andel"
    case .placementPrice: "träningsplats.alternativ placering.pris"
    case .discountRate: "diskonteringsränta"
    case .longest(let kind): "försörjning.\(kind.rawValue).längst"
    }
  }

  /// Every assumption, in the order of the settings.
  package static let all: [AssumptionID] =
    OutcomeKind.allCases.flatMap { kind -> [AssumptionID] in
      [.deadweight(kind), .displacement(kind), .attribution(kind)]
    } + [
      .dropOff, .horizon, .confirmation, .monthlyWage, .placementShare, .placementPrice,
      .discountRate,
    ] + SupportKind.allCases.filter(\.isPaidSupport).map { .longest($0) }

  private static let byPath: [String: AssumptionID] = Dictionary(
    all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

  /// The assumption of a path, or nil.
  package init?(path: String) {
    guard let id = Self.byPath[path] else { return nil }
    self = id
  }
}
