// What a person lived on before the work here.

/// The support before (*försörjning före*); raw values are what the register and the settings write.
public enum SupportKind: String, CaseIterable, Hashable, Sendable {
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
  public var isPaidSupport: Bool {
    switch self {
    case .wage, .none, .unknown: false
    default: true
    }
  }

  /// Whether the support is taxed as income (method.md section 7, X).
  public var isTaxed: Bool {
    switch self {
    case .activitySupport, .sicknessBenefit, .rehabilitationBenefit, .sicknessCompensation,
      .activityCompensation, .unemploymentBenefit:
      true
    default: false
    }
  }

  /// Whether the job tax credit's base counts it beside earnings (67 kap. 7 § IL; method.md X).
  public var countsInTaxCredit: Bool {
    self == .sicknessCompensation || self == .activityCompensation
  }
}
