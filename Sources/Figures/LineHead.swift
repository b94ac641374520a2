// What a line of the second bokslut says beside its numbers.

import Bookkeeping
import Outcomes
import Rulebook

/// What a line says beside its numbers.
package struct LineHead: Hashable, Sendable {
  /// The package's part.
  package let kind: LineKind
  /// The outcome kind; nil in series L.
  package let outcome: OutcomeKind?
  /// Who gives.
  package let from: ActorID
  /// Who receives.
  package let to: ActorID
  /// The parameter that the line names, if any.
  package let parameterID: String?
  /// The first day of the parameter's validity.
  package let validFrom: CalendarDate?
  /// The last day of it.
  package let validTo: CalendarDate?

  /// A head.
  package init(
    _ kind: LineKind, _ outcome: OutcomeKind?, from: ActorID, to: ActorID,
    parameterID: String? = nil, validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil
  ) {
    self.kind = kind
    self.outcome = outcome
    self.from = from
    self.to = to
    self.parameterID = parameterID
    self.validFrom = validFrom
    self.validTo = validTo
  }
}
