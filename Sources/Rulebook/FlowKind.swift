// What a result account is in the second bokslut.

/// The kind (*slag*) of a result account in series L (method.md section 4); raw values are the
/// identifiers of CSV and JSON.
package enum FlowKind: String, CaseIterable, Hashable, Sendable {
  /// *Försäljning*.
  case sale
  /// *Träningsplatser*: payment for the social work itself.
  case placementFee
  /// *Bidrag*.
  case grant
  /// *Lönestöd*.
  case wageSubsidy
  /// *Gåva*.
  case gift
  /// *Medlemsavgift*.
  case membership
  /// *Privat bidrag*.
  case privateGrant
  /// *Sjuklöneersättning*.
  case sickPay
  /// *Inköp*, premises and other external costs.
  case purchase
  /// *Löner*, divided into wageTarget and wageOrdinary.
  case wage
  /// *Arbetsgivaravgifter*, divided into feesTarget and feesOrdinary.
  case socialFees
  /// *Särskild löneskatt*.
  case specialPayrollTax
  /// *Övrig personal*.
  case otherPersonnel
  /// *Avskrivning*.
  case depreciation
  /// *Finansiellt*.
  case financial
  /// *Dispositioner*.
  case dispositions
  /// *Skatt*.
  case tax

  /// The word that the settings' `slag` uses.
  package var settingsName: String {
    switch self {
    case .sale: "försäljning"
    case .placementFee: "träningsplatser"
    case .grant: "bidrag"
    case .wageSubsidy: "lönestöd"
    case .gift: "gåva"
    case .membership: "medlemsavgift"
    case .privateGrant: "privat bidrag"
    case .sickPay: "sjuklöneersättning"
    case .purchase: "inköp"
    case .wage: "löner"
    case .socialFees: "arbetsgivaravgifter"
    case .specialPayrollTax: "särskild löneskatt"
    case .otherPersonnel: "övrig personal"
    case .depreciation: "avskrivning"
    case .financial: "finansiellt"
    case .dispositions: "dispositioner"
    case .tax: "skatt"
    }
  }
}

/// The channel of an income (*intäktskanal*).
package enum IncomeChannel: String, CaseIterable, Hashable, Sendable {
  /// *Reserverat kontrakt*.
  case reservedContract = "reserverat kontrakt"
  /// *Upphandling med social hänsyn*.
  case socialProcurement = "upphandling med social hänsyn"
  /// *Sysselsättningskrav*.
  case employmentClause = "sysselsättningskrav"
  /// *Idéburet offentligt partnerskap*.
  case partnership = "IOP"
  /// *Direktköp offentlig*.
  case directPublic = "direktköp offentlig"
  /// *Privat kund*.
  case privateCustomer = "privat kund"
  /// *Medlemmar*.
  case members = "medlemmar"
  /// *Bidrag*.
  case grants = "bidrag"
  /// *Köpta träningsplatser*: the channel of payment for places unless a rule names another.
  case boughtPlaces = "köpta träningsplatser"

  /// The channels that a rule of `kopplingar` may name.
  package static let ofRules = allCases.filter { $0 != .boughtPlaces }
}
