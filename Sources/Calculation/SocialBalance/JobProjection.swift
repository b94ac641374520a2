// What a held job is expected to move in the years after a balance date.

import Bookkeeping
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

/// Projects jobs from a balance date (method.md section 9); studies are not projected. The finder of
/// values is frozen on the day whose values are used.
struct JobProjection {
  /// The balance date.
  let balanceDate: CalendarDate
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
    let first = balanceDate.adding(days: 1)
    var flows: [ProjectedFlow] = []
    var year = 1
    while true {
      let start = first.adding(months: 12 * (year - 1))
      let end = first.adding(months: 12 * year).adding(days: -1)
      guard let whole = DateRange(start, end), let days = DateRange(start, min(end, last)) else {
        return flows
      }
      var drafts = LineDrafts()
      JobPackage(job: job, days: days).add(to: &drafts, values: &values)
      try SupportPackage.add(
        .init(
          person: person, days: days, extent: job.extent, record: held.transition.location),
        outcome: .transition, values: &values, to: &drafts)
      try addTax(job, of: person, whole: whole, days: days, values: &values, to: &drafts)
      for draft in drafts.sorted {
        flows.append(
          ProjectedFlow(
            key: ProjectedKey(year: year, line: draft.key), basis: draft.basis,
            origin: keepsOrigins ? draft.origin : LineOrigin()))
      }
      year += 1
    }
  }

  /// X: the change of tax were the job held for all twelve months, times the months within the
  /// horizon / 12.
  private func addTax(
    _ job: ValuedTransition, of person: Person, whole: DateRange, days: DateRange,
    values: inout ValueFinder, to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    guard let rules, !rules.leavesOut(person.participant) else { return }
    let worked = whole.months * job.extent
    let change = try TaxPackage(over: whole, rules: rules).change(
      .init(
        person: person, earnings: worked * Rational(kronor: job.monthly),
        fullTimeMonths: worked),
      values: &values)
    change?.add(
      share: days.months / Rational(12), outcome: .transition,
      records: [job.held.transition.location], to: &drafts)
  }
}
