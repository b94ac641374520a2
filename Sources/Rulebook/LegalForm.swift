// The legal forms whose statements the program knows.

/// The legal form (*organisationsform*); raw values are what the settings write.
package enum LegalForm: String, CaseIterable, Hashable, Sendable {
  /// *Ekonomisk förening*, the default.
  case economicAssociation = "ekonomisk förening"
  /// *Ideell förening*.
  case nonProfitAssociation = "ideell förening"
  /// *Aktiebolag*, also with *särskild vinstutdelningsbegränsning*.
  case limitedCompany = "aktiebolag"

  /// The form of SIE's #FTYP; nil for one whose statements the program does not know.
  package init?(sieCode: String) {
    switch sieCode.uppercased() {
    case "EK": self = .economicAssociation
    case "I": self = .nonProfitAssociation
    case "AB": self = .limitedCompany
    default: return nil
    }
  }

  /// The short form that data files use: `ek`, `if`, `ab`.
  package var dataKey: String {
    switch self {
    case .economicAssociation: "ek"
    case .nonProfitAssociation: "if"
    case .limitedCompany: "ab"
    }
  }
}
