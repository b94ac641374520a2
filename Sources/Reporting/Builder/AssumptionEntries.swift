// The assumptions that the settings state, in the order of reports.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// One stated assumption with its range, ready for a row.
struct AssumptionEntry {
  /// Which.
  let id: AssumptionID
  /// The catalogue's key of its name.
  let nameKey: String
  /// The outcome kind that it concerns, or the support kind whose duration it is.
  let subjectKey: String?
  /// The base value; nil when the settings say that there is no limit.
  let base: FigureValue?
  let low: FigureValue?
  let high: FigureValue?
  let unit: FigureUnit
  let source: String
  /// The series that use it, by their letters.
  let usedBy: [String]
  /// Where the settings state it.
  let location: SourceLocation
  /// What follows a support whose time has run out.
  var then: SupportKind?
}

/// Collects the stated assumptions; what the settings leave out is absent here too.
struct AssumptionEntries {
  private(set) var all: [AssumptionEntry] = []

  init(_ settings: Settings) {
    if let assumptions = settings.assumptions {
      for outcome in OutcomeKind.allCases {
        if let rates = assumptions.counterfactual[outcome] { add(rates, outcome) }
        if outcome == .transition { add(assumptions.transition) }
        if outcome == .trainingPlace, let placement = assumptions.alternativePlacement {
          add(placement)
        }
      }
      add(
        assumptions.discountRate, .discountRate, "assumption.discount-rate",
        subject: nil, usedBy: [])
    }
    for (kind, duration) in settings.supportDurations.sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      all.append(
        AssumptionEntry(
          id: .longest(kind), nameKey: "assumption.longest",
          subjectKey: "support.\(kind.rawValue)",
          base: duration.longestMonths.map { .count($0) }, low: nil, high: nil,
          unit: FigureUnit(rawValue: "månader"), source: duration.source, usedBy: ["A", "O"],
          location: duration.location, then: duration.then))
    }
  }

  private mutating func add(_ rates: CounterfactualAssumptions, _ outcome: OutcomeKind) {
    let subject = "outcome.\(outcome.rawValue)"
    add(
      rates.deadweight, .deadweight(outcome), "assumption.deadweight", subject: subject,
      usedBy: ["D", "U", "T"])
    add(
      rates.displacement, .displacement(outcome), "assumption.displacement",
      subject: subject, usedBy: ["U", "T"])
    add(
      rates.attribution, .attribution(outcome), "assumption.attribution", subject: subject,
      usedBy: ["T"])
  }

  private mutating func add(_ transition: TransitionAssumptions) {
    let subject = "outcome.\(OutcomeKind.transition.rawValue)"
    add(
      transition.dropOff, .dropOff, "assumption.drop-off", subject: subject,
      usedBy: [])
    func entry<Value>(
      _ id: AssumptionID, _ key: String, _ range: Ranged<Value>, _ unit: String,
      figure: (Value) -> FigureValue
    ) -> AssumptionEntry {
      AssumptionEntry(
        id: id, nameKey: key, subjectKey: subject, base: figure(range.value),
        low: range.low.map(figure), high: range.high.map(figure),
        unit: FigureUnit(rawValue: unit), source: transition.source ?? "", usedBy: ["O"],
        location: range.location)
    }
    if let years = transition.horizonYears {
      all.append(
        entry(
          .horizon, "assumption.horizon", years, "år", figure: FigureValue.count))
    }
    if let months = transition.confirmationMonths {
      all.append(
        entry(
          .confirmation, "assumption.confirmation", months, "månader",
          figure: FigureValue.count))
    }
    if let wage = transition.monthlyWage {
      all.append(
        entry(
          .monthlyWage, "assumption.monthly-wage", wage, "kr/månad",
          figure: FigureValue.amount))
    }
  }

  private mutating func add(_ placement: AlternativePlacement) {
    let subject = "outcome.\(OutcomeKind.trainingPlace.rawValue)"
    add(
      placement.share, .placementShare,
      "assumption.placement-share", subject: subject, usedBy: ["C"])
    all.append(
      AssumptionEntry(
        id: .placementPrice, nameKey: "assumption.placement-price",
        subjectKey: subject, base: .amount(placement.price.value),
        low: placement.price.low.map(FigureValue.amount),
        high: placement.price.high.map(FigureValue.amount),
        unit: FigureUnit(rawValue: "kr/månad"), source: placement.source, usedBy: ["C"],
        location: placement.price.location))
  }

  private mutating func add(
    _ assumption: Assumption?, _ id: AssumptionID, _ nameKey: String, subject: String?,
    usedBy: [String]
  ) {
    guard let assumption else { return }
    // A fraction in ten-thousandths is percent in hundredths, so ten-thousandths of a percent.
    func percent(_ rate: Rate) -> FigureValue {
      .parameter(ParameterValue(tenThousandths: rate.tenThousandths * 100))
    }
    all.append(
      AssumptionEntry(
        id: id, nameKey: nameKey, subjectKey: subject, base: percent(assumption.base),
        low: assumption.low.map(percent), high: assumption.high.map(percent),
        unit: FigureUnit(rawValue: "%"), source: assumption.source, usedBy: usedBy,
        location: assumption.location))
  }
}
