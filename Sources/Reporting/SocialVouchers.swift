// The lines of the second bokslut as vouchers of its ledger, with names in the report's language.

import Bookkeeping
import Figures

/// One line as a voucher: what a reader is told of it beside its postings.
package struct SocialVoucher: Hashable, Sendable {
  /// The line's series and number.
  package let reference: LineReference
  /// The kind's identifier.
  package let kind: String
  /// The outcome kind; nil in series L.
  package let outcome: String?
  /// What the voucher is, in the report's language.
  package let text: String
}

/// All vouchers of the second bokslut.
package struct SocialVouchers: Sendable {
  /// An actor by id and name.
  package struct Actor: Hashable, Sendable {
    /// The id.
    package let id: String
    /// The name in the report's language, or the settings' own.
    package let name: String
  }

  /// The ledger, as it was checked: its vouchers are these, in this order.
  package let ledger: Ledger
  /// The vouchers by series and number.
  package let all: [SocialVoucher]
  /// The actors that they move money between, in the order of reports.
  package let actors: [Actor]
  /// The names of the ledger's accounts by number, in the report's language.
  package let accountNames: [String: String]
}

extension SocialVoucher {
  /// The figure of the amount.
  package var amount: FigureID { .line(reference, .amount) }
}
