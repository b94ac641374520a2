// The bank with the settings' own values over it: what is valid on a day.

import Bookkeeping
import Diagnostics
import Outcomes

/// Every dated value that the calculation may use (method.md section 6): the embedded bank, and
/// over it the enterprise's own values on the days they cover. Ids are compared without case and
/// accents.
package struct ParameterBank: Sendable {
  /// The embedded bank's parameters, in order of id and first day.
  package static let embeddedParameters: [Parameter] = ParameterTable.rows.sorted {
    ($0.id, $0.validFrom) < ($1.id, $1.validFrom)
  }

  /// The ids that the embedded bank holds, each once, in order.
  package static let embeddedIDs: [String] = embeddedParameters.map(\.id).reduce(into: []) {
    if $0.last != $1 { $0.append($1) }
  }

  /// The value that studies after a transition give, when the settings state it.
  package static let studyGrantID = "studiebidrag"

  /// The ids that the calculation asks for by name: the support kinds and *studiebidrag*.
  package static let supportIDs: [String] =
    SupportKind.allCases.filter(\.isPaidSupport).map(\.rawValue) + [studyGrantID]

  /// The spelling that bank and calculation use for an id, whatever accents it was written with;
  /// an id of the enterprise's own stands as written.
  package static func canonicalID(_ id: String) -> String {
    canonicalIDs[NameMatching.folded(id)] ?? id
  }

  private static let canonicalIDs: [String: String] = Dictionary(
    (supportIDs + embeddedIDs).map { (NameMatching.folded($0), $0) },
    uniquingKeysWith: { first, _ in first })

  private static let embeddedByID: [String: [Parameter]] = Dictionary(
    grouping: embeddedParameters, by: { NameMatching.folded($0.id) })

  let ownValues: [String: [OwnValue]]
  let ownTaxRates: [OwnTaxRate]
  let homeMunicipality: String?

  /// The embedded bank with an enterprise's own values, tax rates and home municipality.
  package init(settings: Settings?) {
    ownValues = Dictionary(
      grouping: settings?.values ?? [], by: { NameMatching.folded($0.id) })
    ownTaxRates = (settings?.taxRates ?? []).sorted { $0.from < $1.from }
    homeMunicipality = settings?.organisation.municipality?.value
  }

  /// The embedded bank with own values alone.
  package init(values: [OwnValue]) {
    ownValues = Dictionary(grouping: values, by: { NameMatching.folded($0.id) })
    ownTaxRates = []
    homeMunicipality = nil
  }

  /// Whether any value of the id exists, in the bank or the settings, on whatever day.
  package func knows(_ id: String) -> Bool {
    let name = NameMatching.folded(id)
    return ownValues[name] != nil || Self.embeddedByID[name] != nil
  }

  /// What is valid on each day of a period, gaps included; the segments follow one another and
  /// cover the period. An own value wins over the bank on the days it covers; one that points at
  /// another is valid where both are.
  package func parameters(
    _ id: String, in period: DateRange
  ) -> [ValiditySegment<ParameterChain>] {
    resolve(NameMatching.folded(id), in: period, visited: [])
  }

  /// What is valid on one day.
  package func parameter(_ id: String, on day: CalendarDate) -> ParameterChain? {
    DateRange(day, day).flatMap { parameters(id, in: $0).first?.value }
  }

  private func resolve(
    _ name: String, in period: DateRange, visited: Set<String>
  ) -> [ValiditySegment<ParameterChain>] {
    // A ring of references gives no value; the settings reader reports it.
    guard !visited.contains(name) else { return [ValiditySegment(period: period, value: nil)] }
    var found: [ValiditySegment<ParameterChain>] = []
    for value in ownValues[name] ?? [] {
      guard let days = value.period?.intersection(period) else { continue }
      found += chains(of: value, in: days, visited: visited.union([name]))
    }
    for parameter in Self.embeddedByID[name] ?? [] {
      guard let days = parameter.period?.intersection(period) else { continue }
      for free in Self.gaps(in: days, between: found.map(\.period)) {
        found.append(ValiditySegment(period: free, value: ParameterChain([parameter])))
      }
    }
    for gap in Self.gaps(in: period, between: found.map(\.period)) {
      found.append(ValiditySegment(period: gap, value: nil))
    }
    return found.sorted { $0.period.start < $1.period.start }
  }

  /// The days of an own value that give a number.
  private func chains(
    of own: OwnValue, in days: DateRange, visited: Set<String>
  ) -> [ValiditySegment<ParameterChain>] {
    switch own.content {
    case .value(let value, let unit):
      let parameter = own.parameter(value: value, unit: unit, from: own.from, to: own.to)
      return [ValiditySegment(period: days, value: ParameterChain([parameter]))]
    case .reference(let target):
      return resolve(NameMatching.folded(target), in: days, visited: visited).compactMap { part in
        guard let chain = part.value else { return nil }
        // What points at another is valid where both are, and says so in every list.
        let parameter = own.parameter(
          value: chain.first.value, unit: chain.first.unit,
          from: max(own.from, chain.validFrom),
          to: [own.to, chain.validTo].compactMap { $0 }.min())
        return ValiditySegment(
          period: part.period, value: ParameterChain([parameter] + chain.parameters))
      }
    }
  }

  /// The days of a period that no other period covers, in order.
  static func gaps(in period: DateRange, between covered: [DateRange]) -> [DateRange] {
    var gaps: [DateRange] = []
    var next = period.start
    for range in covered.sorted(by: { $0.start < $1.start }) where range.end >= next {
      guard range.start <= period.end else { break }
      if let gap = DateRange(next, range.start.adding(days: -1)) { gaps.append(gap) }
      next = range.end.adding(days: 1)
    }
    if let gap = DateRange(next, period.end) { gaps.append(gap) }
    return gaps
  }
}

extension OwnValue {
  /// The days that the value covers; nil when it ends before it begins.
  package var period: DateRange? { DateRange(from, to ?? .lastDay) }

  /// The value as a parameter of the settings.
  func parameter(
    value: ParameterValue, unit: ParameterUnit, from: CalendarDate, to: CalendarDate?
  ) -> Parameter {
    let name = ParameterBank.embeddedParameters.first { $0.id == id }?.name
    return Parameter(
      id: id, name: name ?? id, unit: unit, value: value, validFrom: from, validTo: to,
      source: source, status: Parameter.ownStatus, origin: .settings(location))
  }
}

extension Parameter {
  /// The status of what the enterprise states itself.
  package static let ownStatus = "own"
  /// The statuses that the data files know; a header of Data/parameters.csv says what they mean.
  package static let bankStatuses = [
    "primary", "two-secondary", "seen-secondary", "memory-unconfirmed", preliminaryStatus,
  ]
  /// The status of what is computed but not yet set by whoever sets it.
  package static let preliminaryStatus = "preliminary"
}
