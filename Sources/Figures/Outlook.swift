// The steps of the social balance's roll-forward, and the cases of an assumption.

/// A step of the roll-forward (method.md section 9), in order.
package enum SocialBalanceStep: String, CaseIterable, Hashable, Sendable {
  /// Last year's adopted closing, or V0.
  case opening
  /// V0 less opening.
  case correction
  /// Discount exponent k-1.
  case interest
  /// Without the year now past.
  case expired
  /// Only those still held.
  case lost
  /// Drop-off exponent k-1: the expected drop-off did not come.
  case held
  /// This year's records.
  case records
  /// This year's unit values.
  case values
  /// This year's assumptions.
  case assumptions
  /// Those held again.
  case regained
  /// This year's transitions.
  case new
  /// The sum: what is expected from the balance date on.
  case closing
}

/// A case of an assumption or scenario.
package enum SensitivityCase: String, CaseIterable, Hashable, Sendable {
  /// *Låg*.
  case low
  /// *Bas*.
  case base
  /// *Hög*.
  case high
}
