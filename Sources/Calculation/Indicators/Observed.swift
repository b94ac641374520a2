// The observed rung: what the register shows without any valuation of it.

import Bookkeeping
import Figures
import Outcomes

/// *Observerat*: the indicators of a year and the tables beside them (method.md section 5). Every
/// number is the rows that it counts.
package struct Observed: Equatable, Sendable {
  /// The indicators by group: all first, then gender, age and support before.
  package let indicators: [Indicator]
  /// From start to a job that lasts.
  package let funnel: [FunnelStep]
  /// Transitions to work or studies in the year, by what the person did here last.
  package let leaving: [OutcomeCount<Process>]
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

  /// An indicator of a group; nil when it is not defined (a share of nobody).
  package func indicator(_ id: IndicatorID, _ group: ParticipantGroup = .all) -> Indicator? {
    indicators.first { $0.id == id && $0.group == group }
  }

  /// Full-time equivalents of the target group here, exact.
  package var fullTimeEquivalents: Rational { indicator(.fullTimeEquivalents)?.number ?? .zero }
}

/// A step of the funnel (*tratten*): people who came that far.
package struct FunnelStep: Equatable, Sendable {
  /// Which.
  package let step: FunnelStage
  /// People who took the step in the year; nil when it cannot be known.
  package let inYear: RecordList?
  /// People who had taken it by the year's end; nil when it cannot be known.
  package let ever: RecordList?
}

/// Work of one place and kind: subsidised and unsubsidised are never added up.
package struct WorkCount: Equatable, Sendable {
  /// Where.
  package let place: WorkPlace
  /// Whether somebody pays a part of the wage.
  package let isSubsidised: Bool
  /// Employments in the year, or transitions counting in the year.
  package let records: RecordList
  /// Full-time months in the year: worked here, or held after, earlier years' transitions too.
  package let months: RecordList
}

/// The outcomes of a kind, each row one.
package struct OutcomeCount<Kind: Equatable & Sendable>: Equatable, Sendable {
  /// Which.
  package let kind: Kind
  /// The outcomes.
  package let records: RecordList
}

/// What held months and their value rest on (*underlag*).
package struct EvidenceCount: Equatable, Sendable {
  /// The evidence of the transition.
  package let evidence: Evidence
  /// Transitions to work or studies counting in the year.
  package let transitions: RecordList
  /// Full-time months held in the year.
  package let months: RecordList
  /// Society's part of series O, before deadweight, line by line.
  package let shares: [LineShare]

  /// Society's part in kronor, exact.
  package var kronor: Rational { shares.map(\.kronor).sum() }
}
