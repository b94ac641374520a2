// Accounts of the books in an explanation: balance, lines of the SIE file, and the rule that made
// an account, or a part of it, what it is.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// Postings of an object's rule that are shown one by one; the rest is told by its number.
  private static let postingsShown = 24

  /// Accounts under a heading that says which balances of which file they are.
  func accounts(
    _ balances: [AccountBalance], of read: BooksRead
  ) throws(ReportFault) -> [Explanation] {
    guard !balances.isEmpty else { return [] }
    var parts: [Explanation] = []
    if case .year = read {
      for balance in balances { parts.append(try account(balance)) }
      return [try said("explain.accounts", [:], parts)]
    }
    for balance in balances { parts.append(Explanation(try plain(balance))) }
    if case .otherYear(let file) = read {
      guard let file else { return [try said("explain.accounts", [:], parts)] }
      return [try said("explain.accounts-from", places: ["file": file], parts)]
    }
    return [try said("explain.opening", places: ["file": yearFile], parts)]
  }

  /// The SIE file of the year reported.
  var yearFile: SourceLocation { SourceLocation(file: postings.file) }

  /// An account with its balance this year and where the file has its postings.
  private func account(
    _ balance: AccountBalance, _ parts: [Explanation] = []
  ) throws(ReportFault) -> Explanation {
    let text = try plain(balance)
    guard !postings.file.isEmpty else { return Explanation(text, parts) }
    let lines = postings.lines(of: balance.account.number)
    guard let first = lines.first, let last = lines.last else {
      return try said(
        "explain.account-stated", ["account": text], places: ["file": yearFile], parts)
    }
    return try said(
      lines.count == 1 ? "explain.account-line" : "explain.account-lines",
      ["account": text, "count": String(lines.count), "last": String(last)],
      places: ["place": SourceLocation(file: postings.file, line: first)], parts)
  }

  /// Number, name and balance of an account.
  private func plain(_ balance: AccountBalance) throws(ReportFault) -> String {
    let account = balance.account
    let stated = account.name ?? ""
    let name = stated.isEmpty ? BASChart.bas2025[account.layoutNumber ?? 0]?.name ?? "" : stated
    let label = [account.number, words(name)].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(label): \(try value(.amount(balance.amount), .kronor))"
  }

  /// The flows under one heading, each with its rule; none gives nothing.
  func accounts(of flows: [ResultFlow]) throws(ReportFault) -> [Explanation] {
    guard !flows.isEmpty else { return [] }
    var parts: [Explanation] = []
    for flow in flows { parts.append(try explanation(of: flow)) }
    return [try said("explain.accounts", [:], parts)]
  }

  private func explanation(of flow: ResultFlow) throws(ReportFault) -> Explanation {
    let row = report.books?.trialBalance.rows.first { $0.account.number == flow.account.number }
    let whole = row?.closing ?? flow.balance
    var parts: [Explanation] = []
    if whole != flow.balance {
      let facts = try [
        "part": value(.amount(flow.balance), .kronor), "whole": value(.amount(whole), .kronor),
        "count": String(flow.postings.count),
      ]
      parts.append(
        try said(flow.postings.isEmpty ? "explain.flow-rest" : "explain.flow-part", facts))
    }
    parts.append(try rule(of: flow))
    parts += try postings(of: flow)
    return try account(AccountBalance(account: flow.account, amount: flow.balance), parts)
  }

  /// What put the flow in its kind: the settings' rule by its line, or BAS.
  private func rule(of flow: ResultFlow) throws(ReportFault) -> Explanation {
    // What wages and fees are to whom is decided by the register, not by the account.
    let isDivided = flow.kind == .wage || flow.kind == .socialFees
    var said = try [
      texts("kind.\(flow.kind.rawValue)"),
      isDivided ? texts("explain.divided") : name(of: flow.counterpart),
    ]
    if let channel = flow.channel { said.append(try texts("channel.\(channel.rawValue)")) }
    let meaning = said.joined(separator: "; ")
    guard let link = flow.link else {
      return try self.said("explain.flow-default", ["meaning": meaning])
    }
    var scope: [String] = []
    if let accounts = link.accounts {
      scope.append(
        accounts.count == 1
          ? String(accounts.lowerBound) : "\(accounts.lowerBound)\u{2013}\(accounts.upperBound)")
    }
    if let object = link.object {
      scope.append(
        try texts(
          "explain.object",
          ["dimension": String(object.dimension), "code": words(object.code)]))
    }
    return try self.said(
      "explain.flow-rule", ["scope": scope.joined(separator: ", "), "meaning": meaning],
      places: ["place": link.location])
  }

  private func postings(of flow: ResultFlow) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for index in flow.postings.prefix(Self.postingsShown) {
      guard let posting = postings.posting(index) else { continue }
      parts.append(
        try said(
          "explain.posting",
          [
            "voucher": words(posting.voucher), "date": posting.date.description,
            "amount": value(.amount(posting.amount), .kronor),
          ], places: ["place": posting.place]))
    }
    let more = flow.postings.count - Self.postingsShown
    if more > 0 { parts.append(try said("explain.more", ["count": String(more)])) }
    return parts
  }

  /// The flows that a line of series L gathers.
  func flows(of line: SocialLine) -> [ResultFlow] {
    second.flows.filter { flow in
      switch line.kind {
      case .wageOrdinary, .wageTarget: flow.kind == .wage
      case .feesOrdinary, .feesTarget: flow.kind == .socialFees
      default:
        flow.kind.rawValue == line.kind.rawValue
          && flow.counterpart == (flow.kind.isIncome ? line.from : line.to)
      }
    }
  }
}
