// What a follow-up found.

/// The state at a follow-up (*läge*).
package enum FollowUpStatus: String, CaseIterable, Hashable, Sendable {
  /// *i arbete*.
  case atWork = "i arbete"
  /// *annat arbete*.
  case otherWork = "annat arbete"
  /// *i studier*.
  case studying = "i studier"
  /// *arbetslös*.
  case unemployed = "arbetslös"
  /// *sjuk*.
  case sick = "sjuk"
  /// *okänt*.
  case unknown = "okänt"
  /// *ej nådd*.
  case notReached = "ej nådd"
}
