// Series C: places that a buyer otherwise had to buy elsewhere.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Package C (*undviken placering*): full-time months of training places by buyer, at the
/// alternative price, times the share that would have been placed (method.md section 7).
struct PlacementSeries {
  private(set) var valued = LineDrafts()

  init(
    _ register: OutcomeRegister, year: FiscalYear, settings: Settings
  ) {
    guard let price = settings[.placementPrice]?.base.amount,
      let share = settings[.placementShare]?.base.rate
    else { return }
    for place in register.trainingPlaces {
      guard case .actor(let buyer) = place.commissioner, place.days(in: year.period) != nil else {
        continue
      }
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
