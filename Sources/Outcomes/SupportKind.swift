// What a person lived on before the work here.

/// The support before (*försörjning före*); raw values are what the register and the settings
/// write.
package enum SupportKind: String, CaseIterable, Hashable, Sendable {
  /// *försörjningsstöd*.
  case socialAssistance = "försörjningsstöd"
  /// *aktivitetsstöd*.
  case activitySupport = "aktivitetsstöd"
  /// *utvecklingsersättning*.
  case developmentAllowance = "utvecklingsersättning"
  /// *etableringsersättning*.
  case introductionBenefit = "etableringsersättning"
  /// *arbetslöshetsersättning*.
  case unemploymentBenefit = "arbetslöshetsersättning"
  /// *sjukpenning*.
  case sicknessBenefit = "sjukpenning"
  /// *rehabiliteringspenning*.
  case rehabilitationBenefit = "rehabiliteringspenning"
  /// *sjukersättning*.
  case sicknessCompensation = "sjukersättning"
  /// *aktivitetsersättning*.
  case activityCompensation = "aktivitetsersättning"
  /// *studiestöd*.
  case studySupport = "studiestöd"
  /// *lön*.
  case wage = "lön"
  /// *annan*: a support that is none of these; whoever had it is counted, and it is never valued.
  case other = "annan"
  /// *ingen*.
  case none = "ingen"
  /// *okänd*.
  case unknown = "okänd"
}

extension SupportKind {
  /// Whether it is a support that a payer stops paying; *lön*, *annan*, *ingen* and *okänd* are
  /// none that can be valued.
  package var isPaidSupport: Bool {
    switch self {
    case .wage, .other, .none, .unknown: false
    default: true
    }
  }
}
