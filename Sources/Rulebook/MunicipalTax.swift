// Municipal and regional tax rates by municipality and year, with the settings' own before them.

import Bookkeeping
import Diagnostics

/// The rates of a municipality (*kommun*) and its region in a year.
package struct TaxRates: Hashable, Sendable {
  /// The municipality's name as the table writes it, or the settings' own.
  package let municipality: String
  /// Kommun.
  package let municipal: Rate
  /// Region.
  package let regional: Rate
  /// The first day of the year, or the own rates' *från*.
  package let validFrom: CalendarDate
  /// The year that the rates were set for; of own rates that stand in for another year's, the year
  /// of their first day; nil for own rates that have come.
  package let year: Int?
  /// Where they were found.
  package let source: String
  /// As a parameter's status.
  package let status: String
  /// Whether the year asked for has no rates and the nearest year's stand in; reports mark it.
  package let isFromNearestYear: Bool

  /// Municipal and regional together.
  package var total: Rate {
    Rate(tenThousandths: municipal.tenThousandths + regional.tenThousandths)
  }
}

/// No rates could be found.
package enum TaxRateProblem: Error, Hashable, Sendable {
  /// Neither the settings nor the participant name a municipality.
  case noMunicipality
  /// No municipality has this name; the nearest one does.
  case unknownMunicipality(String, nearest: String)
}

/// One row of Data/municipal-tax.csv.
struct MunicipalTaxRow: Hashable, Sendable {
  let code: String
  let municipality: String
  let municipal: Rate
  let regional: Rate
  let year: Int
  let source: String
  let status: String

  init?(_ row: EmbeddedTable.Row) {
    // Percent with two decimals are ten-thousandths.
    guard
      let municipal = ScaledText.parse(row["municipal_rate_percent"], decimals: 2),
      let regional = ScaledText.parse(row["regional_rate_percent"], decimals: 2),
      let year = Int(row["year"]), !row["municipality"].isEmpty, !row["source"].isEmpty
    else { return nil }
    self.code = row["code"]
    self.municipality = row["municipality"]
    self.municipal = Rate(tenThousandths: municipal)
    self.regional = Rate(tenThousandths: regional)
    self.year = year
    self.source = row["source"]
    self.status = row["status"]
  }

  /// All rows in file order; one that cannot be read is a fault of the program.
  static let all: [MunicipalTaxRow] = EmbeddedTable(
    EmbeddedData.municipalTax, separator: ","
  ).rows.map {
    guard let row = MunicipalTaxRow($0) else {
      preconditionFailure("municipal-tax.csv line \($0.line) cannot be read")
    }
    return row
  }

  /// Rows by the name as the table writes it.
  static let byMunicipality: [String: [MunicipalTaxRow]] = Dictionary(
    grouping: all, by: \.municipality)

  private static let byLowercase: [String: String] = Dictionary(
    byMunicipality.keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { min($0, $1) })

  private static let byFoldedName: [String: Set<String>] = Dictionary(
    byMunicipality.keys.map { (NameMatching.folded($0), [$0]) },
    uniquingKeysWith: { $0.union($1) })

  /// The table's spelling of a name. Accents may be left out where that is clear: Habo and Håbo are
  /// two municipalities.
  static func municipality(named name: String) -> String? {
    if let exact = byLowercase[name.lowercased()] { return exact }
    let candidates = byFoldedName[NameMatching.folded(name)] ?? []
    return candidates.count == 1 ? candidates.first : nil
  }
}

extension ParameterBank {
  /// The names of the municipalities that have rates, each once, in file order.
  package static let municipalities: [String] = MunicipalTaxRow.all.map(\.municipality).reduce(
    into: (names: [String](), seen: Set<String>())
  ) {
    if $0.seen.insert($1).inserted { $0.names.append($1) }
  }.names

  /// Whether two names, as they are written, mean one municipality.
  package static func isSameMunicipality(_ left: String, _ right: String) -> Bool {
    let known = MunicipalTaxRow.municipality(named: left)
    guard known == MunicipalTaxRow.municipality(named: right) else { return false }
    // Neither is in the table: a name of the enterprise's own, with its own rates.
    return known != nil || NameMatching.folded(left) == NameMatching.folded(right)
  }

  /// Whether a municipality of this name has rates.
  package static func hasTaxRates(municipality: String) -> Bool {
    MunicipalTaxRow.municipality(named: municipality) != nil
  }

  /// The rates of every year that a municipality has in the table, oldest first.
  package static func embeddedTaxRates(municipality: String) -> [TaxRates] {
    (MunicipalTaxRow.municipality(named: municipality)
      .flatMap { MunicipalTaxRow.byMunicipality[$0] } ?? [])
      .sorted { $0.year < $1.year }
      .compactMap { $0.rates(for: $0.year) }
  }

  /// The rates on a day (for a fiscal year: 31 December of its income year) of a municipality, or
  /// of the enterprise's own when nil. The settings' `skatt` holds for the enterprise's own
  /// municipality from its dates on; before them the table's rates of the year. A year that has
  /// none takes the nearest year's: the settings', else the table's, the earlier of two as near.
  package func taxRates(
    municipality: String? = nil, on day: CalendarDate
  ) throws(TaxRateProblem) -> TaxRates {
    let home = homeMunicipality
    let isHome =
      municipality.map { name in home.map { Self.isSameMunicipality(name, $0) } ?? false } ?? true
    if isHome, let own = ownTaxRates.last(where: { $0.from <= day }) {
      return own.rates(of: home ?? "", standsIn: false)
    }
    let name = municipality ?? home
    let rows =
      name.flatMap { MunicipalTaxRow.municipality(named: $0) }
      .flatMap { MunicipalTaxRow.byMunicipality[$0] } ?? []
    let year = day.year
    let nearest = rows.min { (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year) }
    if isHome, nearest?.year != year, let own = ownTaxRates.first {
      return own.rates(of: home ?? "", standsIn: true)
    }
    guard let name else { throw .noMunicipality }
    guard let rates = nearest?.rates(for: year) else {
      throw .unknownMunicipality(
        name, nearest: NameMatching.nearest(to: name, among: Self.municipalities) ?? "")
    }
    return rates
  }
}

extension MunicipalTaxRow {
  /// The row as the rates of a year, which need not be its own.
  func rates(for year: Int) -> TaxRates? {
    CalendarDate(year: self.year, month: 1, day: 1).map {
      TaxRates(
        municipality: municipality, municipal: municipal, regional: regional, validFrom: $0,
        year: self.year, source: source, status: status, isFromNearestYear: self.year != year)
    }
  }
}

extension OwnTaxRate {
  /// The rates of the enterprise's own municipality, which may stand in for an earlier year's.
  fileprivate func rates(of municipality: String, standsIn: Bool) -> TaxRates {
    TaxRates(
      municipality: municipality, municipal: municipal, regional: regional, validFrom: from,
      year: standsIn ? from.year : nil, source: source, status: Parameter.ownStatus,
      isFromNearestYear: standsIn)
  }
}
