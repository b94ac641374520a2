// Package S: support that ends when a person works.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Package S (*upphörd försörjning*), method.md section 7.
struct SupportPackage {
  /// Full-time months of one record, in a run of days, that replace support.
  struct Work {
    let person: Person
    let days: DateRange
    let extent: Rational
    let record: SourceLocation
  }

  /// Adds the support that the work replaces: own amount if recorded, else the parameter's value
  /// on each day.
  static func add(
    _ work: Work, outcome: OutcomeKind, values: inout ValueFinder, to drafts: inout LineDrafts
  ) throws(ArithmeticOverflow) {
    for stretch in work.person.support.stretches(in: work.days) {
      guard let rule = stretch.rule else { continue }
      for part in try valued(stretch, of: work.person, values: &values) {
        let months = part.days.months * work.extent
        let record = RecordShare(
          participant: work.person.participant.id, location: work.record,
          basis: part.own.map { months * Rational(kronor: $0) } ?? months)
        drafts.add(
          LineHead(
            .support(stretch.kind), outcome, from: .participant, to: rule.payer,
            parameterID: part.own == nil ? stretch.kind.rawValue : nil,
            validFrom: part.validFrom, validTo: part.validTo),
          LineTerms(
            basis: LineBasis(
              part.own == nil ? .months : .kronor, record,
              assumptions: stretch.lengths + outcome.holding),
            unitValue: part.own == nil ? .parameter(part.monthly, part.parameters) : .krona))
      }
    }
  }

  /// A run of days with one monthly amount.
  struct ValuedDays {
    let days: DateRange
    /// The recorded amount, when it is that.
    let own: Amount?
    /// The monthly amount, own or the parameter's.
    let monthly: Amount
    let validFrom: CalendarDate?
    let validTo: CalendarDate?
    let parameters: [Parameter]
  }

  /// The monthly amounts of a stretch, day by day.
  static func valued(
    _ stretch: SupportHistory.Stretch, of person: Person, values: inout ValueFinder
  ) throws(ArithmeticOverflow) -> [ValuedDays] {
    if stretch.isRecorded, let own = person.participant.supportAmount {
      return [
        ValuedDays(
          days: stretch.days, own: own, monthly: own, validFrom: nil, validTo: nil,
          parameters: [])
      ]
    }
    return try values.monthlyValues(
      stretch.kind.rawValue, in: stretch.days,
      neededBy: .support(person.participant.id)
    ).map { segment in
      ValuedDays(
        days: segment.days, own: nil, monthly: segment.value.amount,
        validFrom: segment.value.validFrom, validTo: segment.value.validTo,
        parameters: segment.value.chain.parameters)
    }
  }
}
