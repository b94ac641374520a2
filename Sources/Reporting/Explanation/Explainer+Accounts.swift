// Accounts of the books in an explanation: balance, lines of the SIE file, and the rule that made an
// account, or a part of it, what it is.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// Postings of an object's rule that are shown one by one; the rest is told by its number.
  private static let postingsShown = 24

  /// An account with its balance this year and where the file has its postings.
  func account(_ account: Account, _ balance: Amount) throws(ReportFault) -> String {
    let text = try plainAccount(account, balance)
    guard !postings.file.isEmpty else { return text }
    let lines = postings.lines(of: account.number)
    guard let first = lines.first, let last = lines.last else {
      return try texts("explain.account-stated", ["account": text, "file": words(postings.file)])
    }
    return try texts(
      lines.count == 1 ? "explain.account-line" : "explain.account-lines",
      [
        "account": text, "count": String(lines.count), "file": words(postings.file),
        "first": String(first), "last": String(last),
      ])
  }

  /// Number, name and balance of an account.
  func plainAccount(_ account: Account, _ balance: Amount) throws(ReportFault) -> String {
    let stated = account.name ?? ""
    let name = stated.isEmpty ? BASChart.bas2025[account.layoutNumber ?? 0]?.name ?? "" : stated
    let label = [account.number, words(name)].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(label): \(try value(.amount(balance), .kronor))"
  }

  /// The flows under one heading, each with its rule; none gives nothing.
  func accounts(of flows: [ResultFlow]) throws(ReportFault) -> [Explanation] {
    guard !flows.isEmpty else { return [] }
    var parts: [Explanation] = []
    for flow in flows { parts.append(try explanation(of: flow)) }
    return [Explanation(try texts("explain.accounts"), parts)]
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
      let key = flow.postings.isEmpty ? "explain.flow-rest" : "explain.flow-part"
      parts.append(Explanation(try texts(key, facts)))
    }
    parts.append(Explanation(try rule(of: flow)))
    parts += try postings(of: flow)
    return Explanation(try account(flow.account, flow.balance), parts)
  }

  /// What put the flow in its kind: the settings' rule by its line, or BAS.
  private func rule(of flow: ResultFlow) throws(ReportFault) -> String {
    // What wages and fees are to whom is decided by the register, not by the account.
    let isDivided = flow.kind == .wage || flow.kind == .socialFees
    var said = try [
      texts("kind.\(flow.kind.rawValue)"),
      isDivided ? texts("explain.divided") : name(of: flow.counterpart),
    ]
    if let channel = flow.channel { said.append(try texts("channel.\(channel.rawValue)")) }
    let meaning = said.joined(separator: "; ")
    guard let link = flow.link else {
      return try texts("explain.flow-default", ["meaning": meaning])
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
    return try texts(
      "explain.flow-rule",
      [
        "place": words(link.location.description), "scope": scope.joined(separator: ", "),
        "meaning": meaning,
      ])
  }

  private func postings(of flow: ResultFlow) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for index in flow.postings.prefix(Self.postingsShown) {
      guard let place = postings.place(ofPosting: index) else { continue }
      parts.append(
        Explanation(
          try texts(
            "explain.posting",
            [
              "voucher": words(place.voucher), "date": place.date.description,
              "place": words(SourceLocation(file: postings.file, line: place.line).description),
              "amount": value(.amount(place.amount), .kronor),
            ])))
    }
    let more = flow.postings.count - Self.postingsShown
    if more > 0 { parts.append(Explanation(try texts("explain.more", ["count": String(more)]))) }
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

  /// The accounts of a statement's row, and what the row holds beside them.
  func accounts(
    of row: StatementRow, _ column: YearColumn
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for share in row.accounts {
      switch column {
      case .current where !share.current.isZero:
        parts.append(Explanation(try account(share.account, share.current)))
      case .previous:
        guard let balance = share.previous, !balance.isZero else { continue }
        parts.append(Explanation(try lastYears(share.account, balance)))
      default: continue
      }
    }
    var all = parts.isEmpty ? [] : [Explanation(try texts("explain.accounts"), parts)]
    let beside = column == .current ? row.currentBesideAccounts : row.previousBesideAccounts
    if let beside, !beside.isZero {
      all.append(
        Explanation(
          try texts("explain.beside", ["amount": value(.amount(beside), .kronor)])))
    }
    return all
  }

  private func lastYears(_ account: Account, _ balance: Amount) throws(ReportFault) -> String {
    let text = try plainAccount(account, balance)
    guard let file = overviewEntry(of: first.previousYear)?.location?.file else { return text }
    return try texts("explain.account-from", ["account": text, "file": words(file)])
  }

  /// What the overview knows of a year.
  func overviewEntry(of year: FiscalYear?) -> MultiYearOverview.Entry? {
    review?.overview.years.first { $0.year == year }
  }
}
