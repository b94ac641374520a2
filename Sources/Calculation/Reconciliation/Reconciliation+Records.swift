// What the records say beside what the ledger holds: contributions, wage subsidies and places.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Reconciliation {
  /// Booked contributions per booked krona of wages, beside the rate that was valid: its mean over
  /// the year's days. Reduced contributions and pensioners pull it down, benefits in kind up.
  mutating func addContributionRate(
    _ input: SecondBokslutInput, flows: [ResultFlow]
  ) throws(ArithmeticOverflow) {
    func booked(_ kind: FlowKind) throws(ArithmeticOverflow) -> Rational {
      Rational(kronor: try flows.filter { $0.kind == kind }.map(\.balance).sum())
    }
    let wages = try booked(.wage)
    guard !wages.isZero else { return }
    var rate = Rational.zero
    for segment in input.bank.rates("arbetsgivaravgift", in: input.year.period) {
      // A year without rates is an error where a wage needs them, and nothing to compare here.
      guard let value = segment.value else { return }
      rate += value.rate.rational * Rational(segment.period.days)
    }
    rate = rate / Rational(input.year.period.days)
    try compareShares(.contributionRate, try booked(.socialFees) / wages, rate)
  }

  /// Wage subsidies and placement fees by the register, in months times what was paid a month,
  /// beside what the ledger holds of them, whoever pays. Without a register nothing claims
  /// anything.
  mutating func addRecords(
    _ input: SecondBokslutInput, flows: [ResultFlow]
  ) throws(ArithmeticOverflow) {
    guard let register = input.register else { return }
    func income(_ kind: FlowKind) throws(ArithmeticOverflow) -> Rational {
      Rational(kronor: try flows.filter { $0.kind == kind }.map(\.balance.negated).sum())
    }
    var subsidies: [RecordShare] = []
    for employment in register.employments {
      guard let amount = employment.subsidyAmount,
        let days = employment.days(in: input.year.period)
      else { continue }
      subsidies.append(
        .init(
          participant: employment.participant, location: employment.location,
          basis: days.months * Rational(kronor: amount)))
    }
    try compare(
      .wageSubsidy, subsidies.map(\.basis).sum(), try income(.wageSubsidy),
      records: subsidies.inOrder)
    var fees: [RecordShare] = []
    for place in register.trainingPlaces {
      guard let price = place.price, let days = place.days(in: input.year.period) else { continue }
      fees.append(
        .init(
          participant: place.participant, location: place.location,
          basis: days.months * Rational(kronor: price)))
    }
    try compare(
      .placementIncome, try income(.placementFee), fees.map(\.basis).sum(), records: fees.inOrder)
  }
}
