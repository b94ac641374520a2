// Values, accounts, parameters and assumptions as an explanation writes them.

import Bookkeeping
import Calculation
import Diagnostics
import Rulebook

extension Explainer {
  /// The figure's exact value with its unit: kronor with öre, for the terminal with plain blanks.
  func value(of figure: Figure) throws(ReportFault) -> String {
    try value(figure.value, figure.unit)
  }

  /// A value with its unit.
  func value(_ value: FigureValue, _ unit: FigureUnit) throws(ReportFault) -> String {
    if case .rate(let rate) = value { return "\(plain(rate.percent)) %" }
    let number = plain(value.exactText)
    guard unit != .factor else { return number }
    return "\(number) \(try unitName(unit))"
  }

  /// A unit in the report's language.
  func unitName(_ unit: FigureUnit) throws(ReportFault) -> String {
    let key = "unit.\(unit.rawValue)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : unit.rawValue
  }

  /// Typographic blanks do not go well with grep.
  private func plain(_ text: String) -> String {
    numbers.decimal(text).replacing("\u{A0}", with: " ")
  }

  /// Number, name and balance of an account.
  func account(_ account: Account, _ balance: Amount) throws(ReportFault) -> String {
    let name = [account.number, words(account.name ?? "")].filter { !$0.isEmpty }
      .joined(separator: " ")
    return "\(name): \(try value(.amount(balance), .kronor))"
  }

  /// The accounts of a statement's row, and what the row holds beside them.
  func accounts(
    of row: StatementRow, _ column: YearColumn
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for share in row.accounts {
      guard let balance = column == .current ? share.current : share.previous else { continue }
      parts.append(Explanation(try account(share.account, balance)))
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

  /// Days, source and status of a parameter.
  func facts(of parameter: Parameter) throws(ReportFault) -> String {
    let openEnd = try texts("explain.until-further-notice")
    return try texts(
      "explain.parameter",
      [
        "from": parameter.validFrom.description, "to": parameter.validTo?.description ?? openEnd,
        "source": words(parameter.source), "status": status(parameter.status),
      ])
  }

  /// Range, source and status of an assumption; the enterprise answers for it.
  func facts(of entry: AssumptionEntry) throws(ReportFault) -> String {
    var facts: [String] = []
    for (key, value) in [("assumptions.low", entry.low), ("assumptions.high", entry.high)] {
      guard let value else { continue }
      facts.append("\(try texts(key).lowercased()) \(try self.value(value, entry.unit))")
    }
    facts.append(
      try texts(
        "explain.assumption",
        ["source": words(entry.source), "status": status("own"), "year": report.yearLabel]))
    return facts.joined(separator: "; ")
  }

  private func status(_ status: String) throws(ReportFault) -> String {
    let key = "status.\(status)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : words(status)
  }
}
