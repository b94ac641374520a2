// The legal forms whose statements the program knows.

/// The legal form (*organisationsform*); raw values are what the settings write.
package enum LegalForm: String, CaseIterable, Hashable, Sendable {
  /// *Ekonomisk förening*, the default.
  case economicAssociation = "ekonomisk förening"
  /// *Ideell förening*.
  case nonProfitAssociation = "ideell förening"
  /// *Aktiebolag*, also with *särskild vinstutdelningsbegränsning*.
  case limitedCompany = "aktiebolag"

  /// The short form that data files use: `ek`, `if`, `ab`.
  package var dataKey: String {
    switch self {
    case .economicAssociation: "ek"
    case .nonProfitAssociation: "if"
    case .limitedCompany: "ab"
    }
  }
}
