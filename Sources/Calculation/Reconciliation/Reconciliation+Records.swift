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
    let subsidies = register.employments.compactMap { employment -> RecordShare? in
      guard let amount = employment.subsidyAmount else { return nil }
      return paid(amount, for: employment, in: input.year)
    }
    try compare(
      .wageSubsidy, subsidies.map(\.basis).sum(), try income(.wageSubsidy), records: subsidies)
    let fees = register.trainingPlaces.compactMap { place -> RecordShare? in
      guard let price = place.price else { return nil }
      return paid(price, for: place, in: input.year)
    }
    try compare(
      .placementIncome, try income(.placementFee), fees.map(\.basis).sum(), records: fees)
  }

  /// What a monthly amount makes of a record's days in a year; nil without any.
  private func paid(_ monthly: Amount, for stay: some Stay, in year: FiscalYear) -> RecordShare? {
    stay.days(in: year.period).map { RecordShare(stay, $0.months * Rational(kronor: monthly)) }
  }
}
