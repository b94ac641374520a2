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
  /// *ingen*.
  case none = "ingen"
  /// *okänd*.
  case unknown = "okänd"
}

extension SupportKind {
  /// Whether it is a support that a payer stops paying; *lön*, *ingen* and *okänd* are none.
  package var isPaidSupport: Bool {
    switch self {
    case .wage, .none, .unknown: false
    default: true
    }
  }
}
