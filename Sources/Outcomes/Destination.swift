// Where a person goes when leaving.

/// The destination of a transition (*till*).
package enum Destination: String, CaseIterable, Hashable, Sendable {
  /// *arbete*.
  case work = "arbete"
  /// *arbete med stöd*.
  case supportedWork = "arbete med stöd"
  /// *nystartsjobb*.
  case newStartJob = "nystartsjobb"
  /// *eget företag*.
  case ownBusiness = "eget företag"
  /// *studier*.
  case studies = "studier"
  /// *annan insats*.
  case otherProgramme = "annan insats"
  /// *försörjning*.
  case benefits = "försörjning"
  /// *sjukskrivning*.
  case sickLeave = "sjukskrivning"
  /// *pension*.
  case pension = "pension"
  /// *flytt*.
  case moved = "flytt"
  /// *avbrott*.
  case droppedOut = "avbrott"
  /// *avliden*.
  case deceased = "avliden"
  /// *okänt*.
  case unknown = "okänt"
}

extension Destination {
  /// Whether the transition is to work, own business or studies, and so needs an extent.
  package var needsExtent: Bool {
    switch self {
    case .work, .supportedWork, .newStartJob, .ownBusiness, .studies: true
    default: false
    }
  }
}
