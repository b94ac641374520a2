// What a record rests on.

/// The evidence (*underlag*) of a transition or follow-up.
package enum Evidence: String, CaseIterable, Hashable, Sendable {
  /// *anställningsavtal*.
  case contract = "anställningsavtal"
  /// *lönespecifikation*.
  case payslip = "lönespecifikation"
  /// *myndighetsbeslut*.
  case authorityDecision = "myndighetsbeslut"
  /// *arbetsgivarens uppgift*.
  case employerStatement = "arbetsgivarens uppgift"
  /// *egen uppgift*.
  case ownStatement = "egen uppgift"
  /// *inget*.
  case nothing = "inget"
}
