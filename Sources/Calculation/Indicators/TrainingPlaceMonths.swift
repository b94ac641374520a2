// Full-time months of training places.

import Bookkeeping
import Outcomes

extension TrainingPlace {
  /// Full-time months (*heltidsmånader*) in a period: months x extent.
  func fullTimeMonths(in period: DateRange) -> Rational {
    guard let days = days(in: period) else { return .zero }
    return days.months * extent.rational
  }
}
