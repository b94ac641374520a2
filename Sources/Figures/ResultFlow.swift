// A result account, or the part of one that a rule took, as figures name it.

import Bookkeeping
import Outcomes
import Rulebook

/// What one result account, or one object's postings on it, is in series L.
package struct ResultFlow: Hashable, Sendable {
  /// The account.
  package let account: Account
  /// Its kind.
  package let kind: FlowKind
  /// The counterpart.
  package let counterpart: ActorID
  /// The channel, for income.
  package let channel: IncomeChannel?
  /// The ledger's own sign: debit positive.
  package let balance: Amount
  /// The rule of the settings that put it there; nil is the default by BAS.
  package let link: AccountLink?
  /// For an object's rule: the postings that it took, as indices into the ledger's.
  package let postings: [Int]

  /// A flow.
  package init(
    account: Account, kind: FlowKind, counterpart: ActorID, channel: IncomeChannel?,
    balance: Amount, link: AccountLink?, postings: [Int]
  ) {
    self.account = account
    self.kind = kind
    self.counterpart = counterpart
    self.channel = channel
    self.balance = balance
    self.link = link
    self.postings = postings
  }
}
