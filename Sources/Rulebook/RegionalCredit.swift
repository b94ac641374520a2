// Where the regional tax credit is given.

import Bookkeeping
import Diagnostics

/// *Regional skattereduktion* (Data/regional-credit.tsv): municipalities and their income years.
package enum RegionalCredit {
  struct Row: Sendable {
    let code: String
    let municipality: String
    let validFrom: CalendarDate
    let validTo: CalendarDate?
  }

  static let rows: [Row] = EmbeddedTable(EmbeddedData.regionalCredit, separator: "\t").rows.map {
    row in
    let end = CalendarDate(row["valid_to"])
    guard let from = CalendarDate(row["valid_from"]), row["valid_to"].isEmpty || end != nil,
      !row["municipality"].isEmpty, !row["source"].isEmpty,
      Parameter.bankStatuses.contains(row["status"])
    else { preconditionFailure("regional-credit.tsv line \(row.line) is malformed") }
    return Row(
      code: row["code"], municipality: row["municipality"], validFrom: from, validTo: end)
  }

  private static let byMunicipality: [String: [Row]] = Dictionary(
    grouping: rows, by: \.municipality)

  /// Whether the inhabitants of a municipality, by any spelling of its name, have it on a day
  /// (31 December of the income year).
  package static func isGiven(in municipality: String, on day: CalendarDate) -> Bool {
    let rows = MunicipalTaxRow.municipality(named: municipality).flatMap { byMunicipality[$0] }
    return (rows ?? []).contains { $0.validFrom <= day && day <= $0.validTo ?? .lastDay }
  }
}
