// Which support an employment here has.

/// Subsidised employment (*stöd*).
package enum WageSubsidyKind: String, CaseIterable, Hashable, Sendable {
  /// *ingen*.
  case none = "ingen"
  /// *lönebidrag*.
  case wageSubsidy = "lönebidrag"
  /// *OSA*.
  case publicSheltered = "OSA"
  /// *utvecklingsanställning*.
  case development = "utvecklingsanställning"
  /// *trygghetsanställning*.
  case security = "trygghetsanställning"
  /// *nystartsjobb*.
  case newStart = "nystartsjobb"
  /// *introduktionsjobb*.
  case introduction = "introduktionsjobb"
  /// *etableringsjobb*.
  case establishment = "etableringsjobb"
}
