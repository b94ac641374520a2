// Reads the head of a SIE 5 document: organisation, years, chart and dimensions.

import Bookkeeping
import Diagnostics

extension SIE5Reader {
  func readOrganisation(
    _ element: String, _ attributes: [String: String], _ place: XMLPlace
  ) {
    switch element {
    case "Company":
      ledger.organisation.name = attributes["name"]
      ledger.organisation.number = attributes["organizationId"]
      if PersonalIdentityNumber.occurs(in: attributes["organizationId"] ?? "") {
        findings.report("SIE060", at: SourceLocation(file: file, line: place.line))
      }
    case "FileCreation":
      ledger.organisation.generated = attributes["time"].flatMap { CalendarDate($0.prefix(10)) }
      ledger.organisation.hasUnreadableDay =
        attributes["time"] != nil && ledger.organisation.generated == nil
    default:
      guard let currency = attributes["currency"] else { return }
      ledger.organisation.currency = currency
      if currency != "SEK" {
        findings.report(
          "SIE018", at: SourceLocation(file: file, line: place.line), ["currency": currency])
      }
    }
  }

  func readYear(_ attributes: [String: String], _ place: XMLPlace) {
    let (start, end) = (attributes["start"] ?? "", attributes["end"] ?? "")
    guard let first = CalendarDate("\(start)-01"), let last = CalendarDate("\(end)-01"),
      let period = DateRange(first, last.endOfMonth)
    else {
      findings.report(
        "SIE030", at: SourceLocation(file: file, line: place.line),
        ["year": -years.count, "start": start, "end": end])
      return
    }
    years.append((period, attributes["primary"] == "true" || attributes["primary"] == "1"))
  }

  /// Numbers the years from the primary one: 0, before it -1, -2 ...
  func numberYears() {
    let sorted = years.sorted { $0.period.start < $1.period.start }
    guard !sorted.isEmpty else { return }
    let primary = sorted.lastIndex { $0.isPrimary } ?? sorted.count - 1
    ledger.years = sorted.enumerated().reversed().map { index, year in
      LedgerYear(offset: index - primary, fiscalYear: FiscalYear(period: year.period))
    }
  }

  func declareAccount(_ attributes: [String: String], _ place: XMLPlace) {
    // Balances that follow belong to no account, and least of all to the one before.
    account = nil
    guard let number = attributes["id"], !number.isEmpty else {
      findings.report(
        "SIE025", at: SourceLocation(file: file, line: place.line), ["label": "<Account>"])
      return
    }
    let kind: Account.Kind? =
      switch attributes["type"] {
      case "asset": .asset
      case "liability", "equity": .liability
      case "cost": .cost
      case "income": .income
      default: nil
      }
    account = ledger.declare(Account(number: number, name: attributes["name"] ?? "", kind: kind))
  }

  func declareDimension(_ element: String, _ attributes: [String: String]) {
    if element == "Dimension" {
      dimension = attributes["id"].flatMap { Int($0) }
      if let dimension {
        let name = attributes["name"] ?? ""
        ledger.dimensions[dimension] = Dimension(number: dimension, name: name)
      }
    } else if let dimension, let code = attributes["id"] {
      let object = ObjectReference(dimension: dimension, code: code)
      ledger.objectNames[object] = attributes["name"]
    }
  }
}
