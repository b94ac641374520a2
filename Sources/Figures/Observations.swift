// What is told apart among observed outcomes: steps, places of work, states and setbacks.

/// A step of the funnel (*tratten*), in order.
package enum FunnelStage: String, CaseIterable, Hashable, Sendable {
  /// The first day here.
  case start
  /// A day of a training place.
  case training
  /// A day of an employment here.
  case employment
  /// A transition to work or studies.
  case transition
  /// One that was held six months after.
  case held6 = "held-6"
  /// One that was held twelve months after.
  case held12 = "held-12"
}

/// Where work is.
package enum WorkPlace: String, CaseIterable, Hashable, Sendable {
  /// Employments here.
  case here
  /// Work after a transition.
  case after
}

/// Where a transition to work or studies, this year's or an earlier year's, stands at the year's
/// end.
package enum HoldingState: String, CaseIterable, Hashable, Sendable {
  /// Confirmed and not lapsed.
  case held
  /// A follow-up found that it had ended.
  case ended
  /// The person is here again, or left anew.
  case replaced
  /// *Okänt*: nothing confirms it any more.
  case unknown
  /// The horizon has passed: no longer counted.
  case pastHorizon = "past-horizon"
}

/// An outcome that is no success, or that nobody knows: the rows of the table that cannot be
/// switched off.
package enum Setback: String, CaseIterable, Hashable, Sendable {
  /// A transition to *försörjning*.
  case backToSupport = "back-to-support"
  /// A transition to *sjukskrivning*.
  case sickLeave = "sick-leave"
  /// A transition *avbrott*.
  case droppedOut = "dropped-out"
  /// A transition *okänt*.
  case unknownDestination = "unknown-destination"
  /// A new record here in the year, after a transition to work or studies.
  case cameBack = "came-back"
  /// A follow-up *arbetslös*.
  case unemployed
  /// A follow-up *sjuk*.
  case sick
  /// A follow-up *ej nådd* or *okänt*.
  case notReached = "not-reached"
  /// A transition to work or studies whose state is unknown at the year's end.
  case unknownState = "unknown-state"
}
