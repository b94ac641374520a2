// What a held job is expected to move in the years after a balance date.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// A flow of the k-th twelve months after the balance date, before drop-off and discount.
struct ProjectedKey: Hashable {
  /// 1, 2 ...
  let year: Int
  let line: LineKey
}

/// A job's share of such a flow, with the records and parameters that it was made from.
struct ProjectedFlow {
  let key: ProjectedKey
  let basis: Rational
  let origin: LineOrigin
}

/// Projects jobs from a balance date at the values of a day (method.md section 9); studies are not
/// projected.
struct JobProjection {
  /// The balance date.
  let balanceDate: CalendarDate
  /// The day whose values are used.
  let valuesDay: CalendarDate
  let horizonYears: Int
  let monthlyWage: Amount?
  let rules: TaxRules?
  /// Whether flows remember the record and the parameters that they were made from.
  let keepsOrigins: Bool

  /// The flows of one job with their exact bases.
  func flows(
    of held: HeldTransition, person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [ProjectedFlow] {
    guard let job = ValuedTransition(held, assumed: monthlyWage), job.wage != .none else {
      return []
    }
    let last = held.holding.start.adding(months: 12 * horizonYears).adding(days: -1)
    var flows: [ProjectedFlow] = []
    var year = 1
    while true {
      let first = balanceDate.adding(days: 1).adding(months: 12 * (year - 1))
      let end = balanceDate.adding(days: 1).adding(months: 12 * year).adding(days: -1)
      guard let whole = DateRange(first, end), let days = DateRange(first, min(end, last)) else {
        return flows
      }
      var drafts = LineDrafts()
      let stretch = ProjectedYear(
        job: job, person: person, whole: whole, days: days, keepsOrigins: keepsOrigins)
      addJob(stretch, values: &values, to: &drafts)
      try addSupport(stretch, values: &values, to: &drafts)
      try addTax(stretch, values: &values, to: &drafts)
      for draft in drafts.sorted {
        flows.append(
          ProjectedFlow(
            key: ProjectedKey(year: year, line: draft.key), basis: draft.basis,
            origin: draft.origin))
      }
      year += 1
    }
  }

  /// The k-th twelve months of a job.
  private struct ProjectedYear {
    let job: ValuedTransition
    let person: Person
    /// All twelve months.
    let whole: DateRange
    /// The days of them within the horizon.
    let days: DateRange
    let keepsOrigins: Bool

    var row: Transition { job.held.transition }
    var extent: Rational { (row.extent ?? .zero).rational }

    /// The transition's row as what a basis was made from.
    func origin(_ basis: Rational, _ parameters: [Parameter] = []) -> LineOrigin {
      guard keepsOrigins else { return LineOrigin() }
      return LineOrigin(
        records: [
          .init(participant: row.participant, location: row.location, basis: basis)
        ], parameters: parameters)
    }
  }

  private func key(
    _ kind: LineKind, from: ActorID, to: ActorID, unit: BasisUnit = .kronor,
    unitValue: Amount = Amount(ore: 100), rate: Rational = .one, parameterID: String? = nil,
    validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil
  ) -> LineKey {
    LineKey(
      kind: kind, outcome: .transition, from: from, to: to, basisUnit: unit,
      unitValue: unitValue, rate: rate, parameterID: parameterID, validFrom: validFrom,
      validTo: validTo)
  }

  private func addJob(
    _ year: ProjectedYear, values: inout ValueFinder, to drafts: inout LineDrafts
  ) {
    let months = year.days.months * year.extent
    let isAssumed: Bool
    if case .assumed = year.job.wage { isAssumed = true } else { isAssumed = false }
    let basis = isAssumed ? months : months * Rational(kronor: year.job.monthly)
    let unit: BasisUnit = isAssumed ? .months : .kronor
    let unitValue = isAssumed ? year.job.monthly : Amount(ore: 100)
    drafts.add(
      key(.earnings, from: .widerEconomy, to: .participant, unit: unit, unitValue: unitValue),
      basis: basis, origin: year.origin(basis))
    if year.job.isEmployment, let valuesDay = DateRange(valuesDay, valuesDay) {
      for rate in values.rates(
        "arbetsgivaravgift", in: valuesDay, neededBy: SocialBalance.name)
      {
        drafts.add(
          key(
            .employerContribution, from: .widerEconomy, to: .state, unit: unit,
            unitValue: unitValue, rate: rate.value.rate.rational,
            parameterID: rate.value.chain.first.id, validFrom: rate.value.validFrom,
            validTo: rate.value.validTo), basis: basis,
          origin: year.origin(basis, rate.value.chain.parameters))
      }
    }
    if let subsidy = year.row.subsidyAmount, !subsidy.isZero {
      let paid = year.days.months * Rational(kronor: subsidy)
      drafts.add(
        key(.jobSubsidy, from: .employmentService, to: .widerEconomy), basis: paid,
        origin: year.origin(paid))
    }
  }

  /// The monthly amount of a support at the day's values: own or the parameter's.
  private func monthly(
    _ stretch: SupportHistory.Stretch, of person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> SupportPackage.ValuedDays? {
    guard let day = DateRange(valuesDay, valuesDay) else { return nil }
    let today = SupportHistory.Stretch(
      days: day, kind: stretch.kind, isRecorded: stretch.isRecorded)
    return try SupportPackage.valued(
      today, of: person, values: &values, neededBy: SocialBalance.name
    ).first
  }

  private func addSupport(
    _ year: ProjectedYear, values: inout ValueFinder, to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    for stretch in year.person.support.stretches(in: year.days)
    where stretch.kind.isPaidSupport {
      guard let part = try monthly(stretch, of: year.person, values: &values) else { continue }
      let months = stretch.days.months * year.extent
      let basis = part.own.map { months * Rational(kronor: $0) } ?? months
      drafts.add(
        key(
          .support(stretch.kind), from: .participant, to: stretch.kind.payer,
          unit: part.own == nil ? .months : .kronor,
          unitValue: part.own == nil ? part.monthly : Amount(ore: 100),
          parameterID: part.own == nil ? stretch.kind.rawValue : nil, validFrom: part.validFrom,
          validTo: part.validTo),
        basis: basis, origin: year.origin(basis, part.parameters))
    }
  }

  /// X: the change of tax were the job held for all twelve months, times the months within the
  /// horizon / 12.
  private func addTax(
    _ year: ProjectedYear, values: inout ValueFinder, to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    guard let rules, valuesDay.year - year.person.participant.birthYear <= 66 else { return }
    let months = year.whole.months
    var alternative = TaxPackage.Alternative()
    if year.person.participant.supportBefore == .wage {
      alternative.income =
        months * Rational(kronor: year.person.participant.supportAmount ?? .zero)
      alternative.credited = alternative.income
    } else {
      for stretch in year.person.support.stretches(in: year.whole) where stretch.kind.isTaxed {
        guard let part = try monthly(stretch, of: year.person, values: &values) else { continue }
        let support = stretch.days.months * Rational(kronor: part.monthly)
        alternative.income += support
        if stretch.kind.countsInTaxCredit { alternative.credited += support }
      }
    }
    let worked = months * year.extent
    let change = TaxPackage.change(
      .init(
        person: year.person, earnings: worked * Rational(kronor: year.job.monthly),
        fullTimeMonths: worked),
      over: months, alternative: alternative, rules: rules)
    change?.add(
      share: year.days.months / Rational(12), outcome: .transition,
      records: keepsOrigins ? [year.row.location] : [], to: &drafts)
  }
}
