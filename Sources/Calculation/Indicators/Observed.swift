// The observed rung: what the register shows without any valuation of it.

import Bookkeeping
import Figures
import Outcomes

/// *Observerat*: the indicators of a year and the tables beside them (method.md section 5).
package struct Observed: Hashable, Sendable {
  /// The indicators by group: all first, then gender, age and support before.
  package let indicators: [Indicator]
  /// From start to a job that lasts.
  package let funnel: [FunnelStep]
  /// Transitions to work or studies in the year, by what the person did here last.
  package let leaving: Leaving
  /// Subsidised and unsubsidised work apart, here and after.
  package let work: [WorkCount]
  /// Where those who left for work or studies stand at the year's end.
  package let states: [OutcomeCount<HoldingState>]
  /// *Negativa och okända utfall*, every row always there.
  package let setbacks: [OutcomeCount<Setback>]
  /// What the year's held months rest on.
  package let evidence: [EvidenceCount]
  /// Whether the settings say how long a confirmation lasts; without it nothing is known to be
  /// held.
  package let knowsHolding: Bool
  /// The rows that say who the participants are, when the way back was asked for.
  package let participants: [CountedRecord]

  /// What was observed.
  package init(
    indicators: [Indicator], funnel: [FunnelStep], leaving: Leaving, work: [WorkCount],
    states: [OutcomeCount<HoldingState>], setbacks: [OutcomeCount<Setback>],
    evidence: [EvidenceCount], knowsHolding: Bool, participants: [CountedRecord] = []
  ) {
    self.indicators = indicators
    self.funnel = funnel
    self.leaving = leaving
    self.work = work
    self.states = states
    self.setbacks = setbacks
    self.evidence = evidence
    self.knowsHolding = knowsHolding
    self.participants = participants
  }

  /// An indicator of a group; nil when it is not defined (a share of nobody).
  package func indicator(_ id: IndicatorID, _ group: ParticipantGroup = .all) -> Indicator? {
    indicators.first { $0.id == id && $0.group == group }
  }

  /// Full-time equivalents of the target group here, exact.
  package var fullTimeEquivalents: Rational {
    guard case .fullTimeYears(let years)? = indicator(.fullTimeEquivalents)?.value else {
      return .zero
    }
    return years
  }

  /// People employed in the year.
  package var employedDuringYear: Int { indicator(.employedDuringYear)?.people ?? 0 }
  /// People in training places in the year.
  package var trained: Int { indicator(.trained)?.people ?? 0 }
}

/// A step of the funnel (*tratten*): people who came that far.
package struct FunnelStep: Hashable, Sendable {
  /// Which.
  package let step: FunnelStage
  /// People who took the step in the year; nil when it cannot be known.
  package let inYear: Int?
  /// People who had taken it by the year's end; nil when it cannot be known.
  package let ever: Int?
  /// The rows at which they took it in the year, when the way back was asked for.
  package let recordsInYear: [CountedRecord]
  /// The rows at which they had taken it.
  package let recordsEver: [CountedRecord]

  /// A step.
  package init(
    step: FunnelStage, inYear: Int?, ever: Int?, recordsInYear: [CountedRecord] = [],
    recordsEver: [CountedRecord] = []
  ) {
    self.step = step
    self.inYear = inYear
    self.ever = ever
    self.recordsInYear = recordsInYear
    self.recordsEver = recordsEver
  }
}

/// Transitions to work or studies in the year, by the process that the person came from.
package struct Leaving: Hashable, Sendable {
  /// A number of transitions and of their people.
  package struct Count: Hashable, Sendable {
    /// Transitions.
    package let count: Int
    /// People.
    package let people: Int
    /// The transitions, when the way back was asked for.
    package let records: [CountedRecord]

    /// A count.
    package init(count: Int, people: Int, records: [CountedRecord] = []) {
      self.count = count
      self.people = people
      self.records = records
    }
  }

  /// All of them.
  package let all: Count
  /// Those whose last record here before it was an employment.
  package let fromEmployment: Count
  /// Those whose last record here before it was a training place.
  package let fromTraining: Count

  /// Counts.
  package init(all: Count, fromEmployment: Count, fromTraining: Count) {
    self.all = all
    self.fromEmployment = fromEmployment
    self.fromTraining = fromTraining
  }
}

/// Work of one place and kind: subsidised and unsubsidised are never added up.
package struct WorkCount: Hashable, Sendable {
  /// Where.
  package let place: WorkPlace
  /// Whether somebody pays a part of the wage.
  package let isSubsidised: Bool
  /// Employments in the year, or transitions counting in the year.
  package let count: Int
  /// Their people.
  package let people: Int
  /// Full-time months in the year: worked here, or held after, earlier years' transitions too.
  package let months: Rational
  /// The people of the months.
  package let peopleOfMonths: Int
  /// The employments or transitions, when the way back was asked for.
  package let records: [CountedRecord]
  /// The records of the months.
  package let recordsOfMonths: [CountedRecord]

  /// A count.
  package init(
    place: WorkPlace, isSubsidised: Bool, count: Int, people: Int, months: Rational,
    peopleOfMonths: Int, records: [CountedRecord] = [], recordsOfMonths: [CountedRecord] = []
  ) {
    self.place = place
    self.isSubsidised = isSubsidised
    self.count = count
    self.people = people
    self.months = months
    self.peopleOfMonths = peopleOfMonths
    self.records = records
    self.recordsOfMonths = recordsOfMonths
  }
}

/// How many outcomes of a kind there are, and of how many people.
package struct OutcomeCount<Kind: Hashable & Sendable>: Hashable, Sendable {
  /// Which.
  package let kind: Kind
  /// How many.
  package let count: Int
  /// How many people.
  package let people: Int
  /// The records, when the way back was asked for.
  package let records: [CountedRecord]

  /// A count.
  package init(_ kind: Kind, count: Int, people: Int, records: [CountedRecord] = []) {
    self.kind = kind
    self.count = count
    self.people = people
    self.records = records
  }
}

/// What held months and their value rest on (*underlag*).
package struct EvidenceCount: Hashable, Sendable {
  /// The evidence of the transition.
  package let evidence: Evidence
  /// Transitions to work or studies counting in the year.
  package let transitions: Int
  /// Full-time months held in the year.
  package let months: Rational
  /// Society's part of series O, before deadweight: kronor.
  package let kronor: Rational
  /// The people of the months.
  package let people: Int
  /// The people of the transitions.
  package let peopleOfTransitions: Int
  /// The transitions counting in the year, when the way back was asked for.
  package let recordsOfTransitions: [CountedRecord]
  /// The transitions of the months.
  package let recordsOfMonths: [CountedRecord]

  /// A count.
  package init(
    evidence: Evidence, transitions: Int, months: Rational, kronor: Rational, people: Int,
    peopleOfTransitions: Int, recordsOfTransitions: [CountedRecord] = [],
    recordsOfMonths: [CountedRecord] = []
  ) {
    self.evidence = evidence
    self.transitions = transitions
    self.months = months
    self.kronor = kronor
    self.people = people
    self.peopleOfTransitions = peopleOfTransitions
    self.recordsOfTransitions = recordsOfTransitions
    self.recordsOfMonths = recordsOfMonths
  }
}
