// Accounts of a chart, dimensions and objects.

/// An account (*konto*) of a chart: for the first bokslut BAS or a firm's own, for the second a
/// kind of flow.
package struct Account: Hashable, Sendable {
  /// What the account's balance is, by SIE's #KTYP.
  package enum Kind: String, Sendable {
    /// *Tillgång* (T).
    case asset = "T"
    /// *Skuld och eget kapital* (S).
    case liability = "S"
    /// *Kostnad* (K).
    case cost = "K"
    /// *Intäkt* (I).
    case income = "I"
  }

  /// The account number as the file writes it: usually four digits, at times 2, 3, 6 or 8, or no
  /// number at all (`DIFF`).
  package let number: String
  /// The account's name, when some line declares one.
  package let name: String?
  /// #KTYP, when the file states it.
  package let kind: Kind?
  /// The SRU code, when the file states one.
  package let sru: String?

  /// An account.
  package init(number: String, name: String? = nil, kind: Kind? = nil, sru: String? = nil) {
    self.number = number
    self.name = name
    self.kind = kind
    self.sru = sru
  }

  /// Whether the account's balance belongs to the result (classes 3-8), by its number, else #KTYP.
  package var isResultAccount: Bool {
    if let first = number.utf8.first, first >= 0x30, first <= 0x39 {
      return first >= UInt8(ascii: "3") && first <= UInt8(ascii: "8")
    }
    return kind == .cost || kind == .income
  }
}

/// A dimension (*dimension*) that objects belong to: 1 cost centre, 6 project, 20 actor ...
package struct Dimension: Hashable, Sendable {
  /// SIE's number: 1-19 reserved, 20 and up free.
  package let number: Int
  /// Its name.
  package let name: String
  /// The dimension above it (#UNDERDIM).
  package let parent: Int?

  /// A dimension.
  package init(number: Int, name: String, parent: Int? = nil) {
    self.number = number
    self.name = name
    self.parent = parent
  }
}

/// An object of a dimension (*objekt*): dimension 6, code P12.
package struct ObjectReference: Hashable, Sendable {
  /// The dimension's number.
  package let dimension: Int
  /// The object's code.
  package let code: String

  /// A reference.
  package init(dimension: Int, code: String) {
    self.dimension = dimension
    self.code = code
  }
}
