// What a held job is expected to move in the years after a balance date.

import Bookkeeping
import Outcomes
import Rulebook

/// Projects jobs from a balance date (method.md section 9); studies are not projected. The finder
/// of values is frozen on the day whose values are used.
struct JobProjection {
  /// The balance date.
  let balanceDate: CalendarDate
  let horizonYears: Int
  let rules: TaxRules?

  /// What one job moves in each twelve months after the balance date, before drop-off and discount.
  func years(
    of job: ValuedTransition, person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [[LineDraft]] {
    guard job.wage != .none else { return [] }
    let held = job.held
    let last = held.holding.start.adding(months: 12 * horizonYears).adding(days: -1)
    let first = balanceDate.adding(days: 1)
    var years: [[LineDraft]] = []
    while true {
      let start = first.adding(months: 12 * years.count)
      let end = first.adding(months: 12 * (years.count + 1)).adding(days: -1)
      guard let whole = DateRange(start, end), let days = DateRange(start, min(end, last)) else {
        return years
      }
      var drafts = LineDrafts()
      JobPackage(job: job, days: days).add(to: &drafts, values: &values)
      try SupportPackage.add(
        .init(
          person: person, days: days, extent: job.extent, record: held.transition.location),
        outcome: .transition, values: &values, to: &drafts)
      try addTax(job, of: person, whole: whole, days: days, values: &values, to: &drafts)
      years.append(drafts.all)
    }
  }

  /// X: the change of tax were the job held for all twelve months, times the months within the
  /// horizon / 12. Age decides anew in the calendar year in which they begin.
  private func addTax(
    _ job: ValuedTransition, of person: Person, whole: DateRange, days: DateRange,
    values: inout ValueFinder, to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    guard let rules, !rules.leavesOut(person.participant, in: whole.start.year) else { return }
    let worked = whole.months * job.extent
    let change = try TaxPackage(over: whole, rules: rules).change(
      .init(
        person: person, earnings: worked * Rational(kronor: job.monthly),
        here: .zero, away: worked),
      values: &values)
    change?.add(
      share: days.months / Rational(12), outcome: .transition,
      records: [job.held.transition.location], to: &drafts)
  }
}
