// Labels of the SIE format (types 1-4) that reader and writer share.

/// A label (*etikett*) of SIE 4B/4C, without its `#`.
package enum SIELabel: String, CaseIterable, Hashable, Sendable {
  case flagga = "FLAGGA"
  case program = "PROGRAM"
  case format = "FORMAT"
  case gen = "GEN"
  case sietyp = "SIETYP"
  case prosa = "PROSA"
  case ftyp = "FTYP"
  case fnr = "FNR"
  case orgnr = "ORGNR"
  case bkod = "BKOD"
  case adress = "ADRESS"
  case fnamn = "FNAMN"
  case rar = "RAR"
  case taxar = "TAXAR"
  case omfattn = "OMFATTN"
  case kptyp = "KPTYP"
  case valuta = "VALUTA"
  case konto = "KONTO"
  case ktyp = "KTYP"
  case enhet = "ENHET"
  case sru = "SRU"
  case dim = "DIM"
  case underdim = "UNDERDIM"
  case objekt = "OBJEKT"
  case ib = "IB"
  case ub = "UB"
  case oib = "OIB"
  case oub = "OUB"
  case res = "RES"
  case psaldo = "PSALDO"
  case pbudget = "PBUDGET"
  case ver = "VER"
  case trans = "TRANS"
  case rtrans = "RTRANS"
  case btrans = "BTRANS"
  case ksumma = "KSUMMA"

  private static let byName: [String: SIELabel] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The label of a name without `#`, whatever its case; nil when SIE has no such label.
  package init?(name: String) {
    guard let label = Self.byName[name.uppercased()] else { return nil }
    self = label
  }
}

/// What a SIE file carries.
package enum SIEType: String, Hashable, Sendable {
  /// Year balances (*årssaldon*).
  case yearBalances = "1"
  /// Period balances (*periodsaldon*).
  case periodBalances = "2"
  /// Object balances (*objektsaldon*).
  case objectBalances = "3"
  /// Everything with vouchers (*transaktioner*, export).
  case vouchers = "4E"
  /// Vouchers only, to be read into another program (import).
  case voucherImport = "4I"
  /// SIE 5 (XML), a whole set of accounts.
  case xml = "5"
  /// SIE 5 (XML), entries only.
  case xmlEntry = "5I"
}
