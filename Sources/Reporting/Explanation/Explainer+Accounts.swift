// Accounts of the books in an explanation: balance, lines of the SIE file, and the rule that made
// an account, or a part of it, what it is.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// Postings of an object's rule that are shown one by one; the rest is told by its number.
  private static let postingsShown = 24

  /// Accounts under a heading that says which balances of which file they are.
  func accounts(
    _ balances: [AccountBalance], of read: BooksRead
  ) -> [Explanation] {
    guard !balances.isEmpty else { return [] }
    var parts: [Explanation] = []
    if case .year = read {
      for balance in balances { parts.append(account(balance)) }
      return [said(.explainAccounts, parts)]
    }
    for balance in balances { parts.append(Explanation(plain(balance))) }
    if case .otherYear(let file) = read {
      guard let file else { return [said(.explainAccounts, parts)] }
      return [said(.explainAccountsFrom(file: file), parts)]
    }
    return [said(.explainOpening(file: yearFile), parts)]
  }

  /// The SIE file of the year reported.
  var yearFile: SourceLocation { SourceLocation(file: postings.file) }

  /// An account with its balance this year and where the file has its postings.
  private func account(
    _ balance: AccountBalance, _ parts: [Explanation] = []
  ) -> Explanation {
    let text = plain(balance)
    guard !postings.file.isEmpty else { return Explanation(text, parts) }
    let lines = postings.lines(of: balance.account.number)
    guard let first = lines.first, let last = lines.last else {
      return said(.explainAccountStated(account: text, file: yearFile), parts)
    }
    let place = SourceLocation(file: postings.file, line: first)
    return said(
      lines.count == 1
        ? .explainAccountLine(account: text, place: place)
        : .explainAccountLines(account: text, count: lines.count, place: place, last: last), parts)
  }

  /// Number, name and balance of an account.
  private func plain(_ balance: AccountBalance) -> String {
    let account = balance.account
    let stated = account.name ?? ""
    let name = stated.isEmpty ? BASChart.bas2025[account.layoutNumber ?? 0]?.name ?? "" : stated
    let label = [account.number, words(name)].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(label): \(value(.amount(balance.amount), .kronor))"
  }

  /// The flows under one heading, each with its rule; none gives nothing.
  func accounts(of flows: [ResultFlow]) -> [Explanation] {
    guard !flows.isEmpty else { return [] }
    var parts: [Explanation] = []
    for flow in flows { parts.append(explanation(of: flow)) }
    return [said(.explainAccounts, parts)]
  }

  private func explanation(of flow: ResultFlow) -> Explanation {
    let row = report.books?.trialBalance.rows.first { $0.account.number == flow.account.number }
    let whole = row?.closing ?? flow.balance
    var parts: [Explanation] = []
    if whole != flow.balance {
      let (part, whole) = (value(.amount(flow.balance), .kronor), value(.amount(whole), .kronor))
      parts.append(
        said(
          flow.postings.isEmpty
            ? .explainFlowRest(part: part, whole: whole)
            : .explainFlowPart(part: part, whole: whole, count: flow.postings.count)))
    }
    parts.append(rule(of: flow))
    parts += postings(of: flow)
    return account(AccountBalance(account: flow.account, amount: flow.balance), parts)
  }

  /// What put the flow in its kind: the settings' rule by its line, or BAS.
  private func rule(of flow: ResultFlow) -> Explanation {
    // What wages and fees are to whom is decided by the register, not by the account.
    let isDivided = flow.kind == .wage || flow.kind == .socialFees
    var said = [
      texts(.flow, flow.kind),
      isDivided ? texts(.explainDivided) : name(of: flow.counterpart),
    ]
    if let channel = flow.channel { said.append(texts(.channel, channel)) }
    let meaning = said.joined(separator: "; ")
    guard let link = flow.link else {
      return self.said(.explainFlowDefault(meaning: meaning))
    }
    var scope: [String] = []
    if let accounts = link.accounts {
      scope.append(
        accounts.count == 1
          ? String(accounts.lowerBound) : "\(accounts.lowerBound)\u{2013}\(accounts.upperBound)")
    }
    if let object = link.object {
      scope.append(
        texts(.explainObject(dimension: object.dimension, code: words(object.code))))
    }
    return self.said(
      .explainFlowRule(place: link.location, scope: scope.joined(separator: ", "), meaning: meaning)
    )
  }

  private func postings(of flow: ResultFlow) -> [Explanation] {
    var parts: [Explanation] = []
    for index in flow.postings.prefix(Self.postingsShown) {
      guard let posting = postings.posting(index) else { continue }
      parts.append(
        said(
          .explainPosting(
            voucher: words(posting.voucher), date: posting.date.description, place: posting.place,
            amount: value(.amount(posting.amount), .kronor))))
    }
    let more = flow.postings.count - Self.postingsShown
    if more > 0 { parts.append(said(.explainMore(count: String(more)))) }
    return parts
  }
}
