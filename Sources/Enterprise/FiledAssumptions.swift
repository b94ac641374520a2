// What last year's package assumed of transitions.

import Bookkeeping
import Calculation
import Interchange

extension ProjectionAssumptions {
  /// The base values that a package lists; nil unless all that a projection calls for are there. An
  /// assumed wage is no must: without one, jobs without a recorded wage were not valued.
  init?(_ package: BokslutPackage) {
    func stated(_ id: String, _ unit: String) -> String? {
      package.parameters.first { $0.id == id && $0.unit == unit && !$0.value.isEmpty }?.value
    }
    // Percent with two decimals is a fraction in ten-thousandths.
    func rate(_ id: String) -> Rate? {
      stated(id, "%").flatMap { ScaledText.parse($0, decimals: 2) }
        .map { Rate(tenThousandths: $0) }
    }
    func count(_ id: String, _ unit: String) -> Int? { stated(id, unit).flatMap { Int($0) } }
    guard let deadweight = rate("övergång.dödvikt"),
      let displacement = rate("övergång.undanträngning"),
      let attribution = rate("övergång.andras bidrag"), let dropOff = rate("övergång.avtagande"),
      let discountRate = rate("diskonteringsränta"),
      let horizon = count("övergång.horisont", "år"),
      let confirmation = count("övergång.bekräftelsetid", "månader")
    else { return nil }
    let wage = stated("övergång.månadslön", "kr/månad")
      .flatMap { ScaledText.parse($0, decimals: 2) }.map { Amount(ore: $0) }
    self.init(
      deadweight: deadweight, displacement: displacement, attribution: attribution,
      dropOff: dropOff, discountRate: discountRate, horizonYears: horizon,
      confirmationMonths: confirmation, monthlyWage: wage)
  }
}
