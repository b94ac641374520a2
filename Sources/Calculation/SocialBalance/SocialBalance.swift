// The social balance: what held transitions are expected to move, with its roll-forward.

import Bookkeeping
import Figures
import Outcomes

/// What a step moves for an actor.
package struct SocialBalanceEntry: Hashable, Sendable {
  /// The step.
  package let step: SocialBalanceStep
  /// The actor.
  package let actor: ActorID
  /// Kronor.
  package let amount: Amount
}

/// The social balance (*social balansräkning*) of a year.
package struct SocialBalance: Hashable, Sendable {
  /// What asks for values, in messages.
  static let name = "socialBalance"

  /// Whether the opening is V0 computed anew and no adopted closing (*omräknat*).
  package let isRecomputed: Bool
  /// Whether the opening could be valued at all; without last year's values only the closing is.
  package let hasOpening: Bool
  /// Steps by actor, all actors in the order of reports, zero left out.
  package let entries: [SocialBalanceEntry]
  /// The lines of the closing valuation.
  package let lines: [ProjectedLine]
  /// The full valuations between opening and closing, in the order of their steps; none without an
  /// opening.
  package let valuations: [SocialBalanceValuation]
  /// Whether last year's jobs are valued with the assumptions that its package states; else last
  /// year's assumptions are taken to be this year's.
  package let usesAdoptedAssumptions: Bool

  /// The sum of a step over some actors.
  package func total(
    _ step: SocialBalanceStep, of actors: Set<ActorID>
  ) throws(ArithmeticOverflow) -> Amount {
    try entries.filter { $0.step == step && actors.contains($0.actor) }.map(\.amount).sum()
  }
}

/// Last year's adopted closing, as its package states it.
package struct AdoptedClosing: Hashable, Sendable {
  /// Its balance date.
  package let balanceDate: CalendarDate
  /// What each actor was expected to gain.
  package let balances: [ActorID: Amount]
  /// What it assumed of transitions; nil when the package does not state all of it.
  package let assumptions: ProjectionAssumptions?

  /// A closing.
  package init(
    balanceDate: CalendarDate, balances: [ActorID: Amount],
    assumptions: ProjectionAssumptions? = nil
  ) {
    self.balanceDate = balanceDate
    self.balances = balances
    self.assumptions = assumptions
  }
}
