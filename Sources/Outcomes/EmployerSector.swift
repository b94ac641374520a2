// Who the new employer is.

/// The sector of the employer after a transition (*arbetsgivare*).
package enum EmployerSector: String, CaseIterable, Hashable, Sendable {
  /// *privat*.
  case `private` = "privat"
  /// *kommun*.
  case municipality = "kommun"
  /// *region*.
  case region = "region"
  /// *stat*.
  case state = "stat"
  /// *ideell*.
  case nonProfit = "ideell"
  /// *ASF*.
  case socialEnterprise = "ASF"
  /// *okänd*.
  case unknown = "okänd"
}
