// Divides every result account into flows: kind, counterpart, channel and amount.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Applies `kopplingar`, then the defaults, to the year's result accounts (method.md section 4).
package struct ResultFlows {
  /// In the order of accounts, then of rules.
  package private(set) var flows: [ResultFlow] = []
  /// The year's postings that carry an object some rule names, by account.
  let objectPostings: [String: [ObjectPosting]]

  init(_ input: SecondBokslutInput) throws(ArithmeticOverflow) {
    try self.init(
      of: input.trialBalance, in: input.ledger, yearOffset: input.yearOffset,
      links: input.settings.links)
  }

  /// The flows of a year of a ledger.
  package init(
    of balance: TrialBalance, in ledger: Ledger, yearOffset: Int, links: [AccountLink]
  ) throws(ArithmeticOverflow) {
    let objectRules = links.filter { $0.object != nil }
    objectPostings =
      objectRules.isEmpty
      ? [:] : Self.postingsByAccount(ledger, yearOffset: yearOffset, objectRules)
    for row in balance.rows where Self.isInResult(row.account) {
      try divide(row, postings: objectPostings[row.account.number] ?? [], links: links)
    }
  }

  /// Classes 3-8 but 899x, where the result itself is closed.
  package static func isInResult(_ account: Account) -> Bool {
    account.isResultAccount && !account.number.hasPrefix("899")
  }

  /// A posting with its objects.
  struct ObjectPosting {
    let index: Int
    let amount: Amount
    let objects: [ObjectReference]
  }

  /// The year's postings that carry an object some rule names, by account.
  private static func postingsByAccount(
    _ ledger: Ledger, yearOffset: Int, _ rules: [AccountLink]
  ) -> [String: [ObjectPosting]] {
    let wanted = Set(rules.compactMap(\.object))
    let calendar = LedgerCalendar(ledger)
    var found: [String: [ObjectPosting]] = [:]
    for voucher in ledger.vouchers
    where calendar.countedYearOffset(of: voucher.date) == yearOffset {
      for index in voucher.postings {
        let objects = ledger.objects(ofPosting: index)
        guard objects.contains(where: wanted.contains) else { continue }
        let posting = ledger.postings[index]
        let account = ledger.accounts[Int(posting.account)]
        found[account.number, default: []].append(
          ObjectPosting(index: index, amount: posting.amount, objects: objects))
      }
    }
    return found
  }

  /// First match in file order; an object rule takes its postings and lets the rest go on.
  private mutating func divide(
    _ row: TrialBalance.Row, postings: [ObjectPosting], links: [AccountLink]
  ) throws(ArithmeticOverflow) {
    let number = row.account.layoutNumber
    var rest = row.closing
    var left = postings
    for link in links {
      if let range = link.accounts {
        guard let number, range.contains(number) else { continue }
      }
      if let object = link.object {
        let taken = left.filter { $0.objects.contains(object) }
        left.removeAll { $0.objects.contains(object) }
        let amount = try taken.map(\.amount).sum()
        guard !amount.isZero else { continue }
        try add(row.account, amount, link: link, postings: taken.map(\.index))
        rest = try rest - amount
      } else if link.accounts != nil {
        try add(row.account, rest, link: link)
        return
      }
    }
    try add(row.account, rest, link: nil)
  }

  private mutating func add(
    _ account: Account, _ balance: Amount, link: AccountLink?, postings: [Int] = []
  ) throws(ArithmeticOverflow) {
    guard !balance.isZero else { return }
    let standard = account.layoutNumber.flatMap { FlowDefaults.embedded.rule(for: $0) }
    // An account outside BAS has stopped the first bokslut before, and a rule for places names its
    // buyer; were either to slip through, the enterprise's column would not be the result.
    guard let kind = link?.kind ?? standard?.kind else { return }
    let counterpart: ActorID?
    if let actor = link?.actor {
      counterpart = actor
    } else if link?.kind != nil {
      counterpart = kind.actorUnlessNamed
    } else {
      counterpart = standard?.actor
    }
    guard let counterpart else { return }
    let channel = link?.channel ?? (kind == .placementFee ? .boughtPlaces : nil)
    flows.append(
      ResultFlow(
        account: account, kind: kind, counterpart: counterpart, channel: channel,
        balance: balance, link: link, postings: postings))
  }
}
