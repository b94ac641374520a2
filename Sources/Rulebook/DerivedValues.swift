// From a parameter in its own unit to kr a month or to a rate.

import Bookkeeping

extension ParameterBank {
  /// The id of the price base amount.
  package static let priceBaseAmountID = "prisbasbelopp"

  /// The value in kr a month on each day of a period: kr/månad as it is, kr/dag5 x 260/12, kr/dag7
  /// x 365/12, prisbasbelopp/år x the day's price base amount / 12, each rounded half away from
  /// zero to the öre (method.md section 6). Days without a value, or with a unit that gives no
  /// monthly amount, are gaps.
  package func monthlyValues(
    _ id: String, in period: DateRange
  ) throws(ArithmeticOverflow) -> [ValiditySegment<MonthlyValue>] {
    var segments: [ValiditySegment<MonthlyValue>] = []
    for segment in parameters(id, in: period) {
      guard let chain = segment.value else {
        segments.append(ValiditySegment(period: segment.period, value: nil))
        continue
      }
      if chain.holder.unit == .priceBaseAmountsPerYear {
        for part in parameters(Self.priceBaseAmountID, in: segment.period) {
          var value: MonthlyValue?
          if let base = part.value, base.holder.unit == .kronorPerYear {
            let exact = chain.holder.value.rational * base.holder.value.rational / Rational(12)
            value = MonthlyValue(
              amount: try exact.roundedToOre(),
              chain: ParameterChain(chain.parameters + base.parameters))
          }
          segments.append(ValiditySegment(period: part.period, value: value))
        }
      } else {
        var value: MonthlyValue?
        if let factor = Self.monthsFactor(chain.holder.unit) {
          let exact = chain.holder.value.rational * factor
          value = MonthlyValue(amount: try exact.roundedToOre(), chain: chain)
        }
        segments.append(ValiditySegment(period: segment.period, value: value))
      }
    }
    return segments
  }

  private static func monthsFactor(_ unit: ParameterUnit) -> Rational? {
    switch unit {
    case .kronorPerMonth: .one
    case .kronorPerFiveDayDay: Rational(260, 12)
    case .kronorPerCalendarDay: Rational(365, 12)
    default: nil
    }
  }

  /// The rate on each day of a period (percent and fractions alike); other units are gaps.
  package func rates(_ id: String, in period: DateRange) -> [ValiditySegment<RateValue>] {
    parameters(id, in: period).map { segment in
      let value = segment.value.flatMap { chain in
        chain.holder.rate.map { RateValue(rate: $0, chain: chain) }
      }
      return ValiditySegment(period: segment.period, value: value)
    }
  }
}

extension Parameter {
  /// The value as a rate; nil when its unit is none or a percentage has more than two decimals.
  package var rate: Rate? {
    switch unit {
    case .share: Rate(tenThousandths: value.tenThousandths)
    case .percent where value.tenThousandths % 100 == 0:
      Rate(tenThousandths: value.tenThousandths / 100)
    default: nil
    }
  }
}
