// Finds the bank's values and remembers which were missing, so that all are reported at once.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// What calls for a value.
enum ValueNeed: Hashable {
  /// The support of a person.
  case support(ParticipantID)
  /// Employer contributions.
  case contributions
  /// Tax on what is earned.
  case tax
  /// Studies after a transition.
  case studies
}

/// Looks values up by day; what is missing becomes one error per parameter.
struct ValueFinder {
  private struct Gap {
    var first: CalendarDate
    var neededBy: Set<ValueNeed>

    /// Whether it is an amount a month, as supports and study grants are.
    var isOfMonths: Bool {
      neededBy.contains { need in
        switch need {
        case .support, .studies: true
        case .contributions, .tax: false
        }
      }
    }

    /// Whom or what the value is for: participants by their ids, or a word.
    var needed: DiagnosticArgument {
      let people = neededBy.compactMap { need in
        if case .support(let person) = need { person.rawValue } else { nil }
      }.sorted()
      guard people.isEmpty else {
        return .text(
          people.prefix(8).joined(separator: ", ")
            + (people.count > 8 ? " … (\(people.count))" : ""))
      }
      if neededBy.contains(.contributions) { return .word("needed.contributions") }
      return .word(neededBy.contains(.studies) ? "needed.studies" : "needed.tax")
    }
  }

  private let bank: ParameterBank
  /// The day whose values hold for every period, as projections ask for; nil: each day's own.
  var frozenOn: CalendarDate?
  private var gaps: [String: Gap] = [:]

  init(bank: ParameterBank) { self.bank = bank }

  /// The days whose values hold for a period.
  private func asked(_ period: DateRange) -> DateRange {
    frozenOn.flatMap { DateRange($0, $0) } ?? period
  }

  /// The parts of a period with the monthly value of each; missing days are remembered.
  mutating func monthlyValues(
    _ id: String, in period: DateRange, neededBy: ValueNeed
  ) throws(ArithmeticOverflow) -> [(days: DateRange, value: MonthlyValue)] {
    try remembering(
      bank.monthlyValues(id, in: asked(period)), id, in: period, neededBy: neededBy)
  }

  /// The parts of a period with the rate valid in each; missing days are remembered.
  mutating func rates(
    _ id: String, in period: DateRange, neededBy: ValueNeed
  ) -> [(days: DateRange, value: RateValue)] {
    remembering(bank.rates(id, in: asked(period)), id, in: period, neededBy: neededBy)
  }

  /// The value valid on a day; a missing one is remembered.
  mutating func parameter(
    _ id: String, on day: CalendarDate, neededBy: ValueNeed
  ) -> ParameterChain? {
    guard let found = bank.parameter(id, on: day) else {
      remember(id, from: day, neededBy: neededBy)
      return nil
    }
    return found
  }

  /// The value valid on a day, where none is an answer too.
  func optionalParameter(_ id: String, on day: CalendarDate) -> ParameterChain? {
    bank.parameter(id, on: day)
  }

  private mutating func remembering<Value>(
    _ segments: [ValiditySegment<Value>], _ id: String, in period: DateRange, neededBy: ValueNeed
  ) -> [(days: DateRange, value: Value)] {
    segments.compactMap { segment in
      guard let value = segment.value else {
        remember(id, from: segment.period.start, neededBy: neededBy)
        return nil
      }
      return (frozenOn == nil ? segment.period : period, value)
    }
  }

  private mutating func remember(_ id: String, from day: CalendarDate, neededBy: ValueNeed) {
    var gap = gaps[id] ?? Gap(first: day, neededBy: [])
    gap.first = min(gap.first, day)
    gap.neededBy.insert(neededBy)
    gaps[id] = gap
  }

  /// One error per missing parameter, with the first day it is missing and what needs it; the range
  /// that alone calls for it, if one does.
  func report(
    settings: Settings, for variant: DiagnosticArgument? = nil, to diagnostics: inout DiagnosticList
  ) {
    for (id, gap) in gaps.sorted(by: { $0.key < $1.key }) {
      diagnostics.report(
        "KAL001", at: settings.location,
        [
          "id": id, "date": gap.first, "needed": gap.needed,
          "variant": DiagnosticArgument.aside(variant),
          "unit": DiagnosticArgument.word(
            gap.isOfMonths ? "unit.month" : id == "prisbasbelopp" ? "unit.kronor" : "unit.percent"),
        ])
    }
  }

  /// For what the year's own figures do not rest on: a warning each; whether nothing was missing.
  func reportUnvalued(settings: Settings, to diagnostics: inout DiagnosticList) -> Bool {
    for (id, gap) in gaps.sorted(by: { $0.key < $1.key }) {
      diagnostics.report("KAL020", at: settings.location, ["id": id, "date": gap.first])
    }
    return gaps.isEmpty
  }
}
