// Series C: places that a buyer otherwise had to buy elsewhere.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Whom an avoided placement is credited: whoever pays for places here in the year, and the buyers
/// for whom the settings give a reason (method.md section 7, C).
struct PlacementBuyers {
  private let paying: Set<ActorID>
  private let reasons: [ActorID: String]

  init(_ flows: [ResultFlow], settings: Settings) throws(ArithmeticOverflow) {
    var fees: [ActorID: Amount] = [:]
    for flow in flows where flow.kind == .placementFee {
      // Income is in credit.
      fees[flow.counterpart] = try (fees[flow.counterpart] ?? .zero) - flow.balance
    }
    paying = Set(fees.filter { $0.value > .zero }.keys)
    reasons = settings.assumptions?.placementReasons ?? [:]
  }

  /// Whether a buyer's places count.
  func areCredited(_ buyer: ActorID) -> Bool {
    paying.contains(buyer) || reasons[buyer] != nil
  }

  /// Why places of a buyer who pays nothing here count even so; nil when it pays, or does not
  /// count.
  func reason(_ buyer: ActorID) -> String? { paying.contains(buyer) ? nil : reasons[buyer] }
}

/// Package C (*undviken placering*): full-time months of training places by buyer, at the
/// alternative price, times the share that would have been placed (method.md section 7).
struct PlacementSeries {
  private(set) var valued = LineDrafts()

  init(
    _ register: OutcomeRegister, buyers: PlacementBuyers, year: FiscalYear, settings: Settings
  ) {
    guard let price = settings[.placementPrice]?.base.amount,
      let share = settings[.placementShare]?.base.rate
    else { return }
    for place in register.trainingPlaces {
      guard case .actor(let buyer) = place.commissioner, buyers.areCredited(buyer),
        place.days(in: year.period) != nil
      else { continue }
      valued.add(
        LineHead(
          .avoidedPlacement, .trainingPlace, from: .widerEconomy, to: buyer,
          parameterID: "alternativ placering"),
        LineTerms(
          basis: LineBasis(
            .months, RecordShare(place, place.fullTimeMonths(in: year.period))),
          unitValue: .assumption(.placementPrice, price),
          rates: [.assumption(.placementShare, share)]))
    }
  }
}
