// antaganden: what would have happened anyway, with source and range.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// antaganden, read by the table of assumptions. What is missing is collected and not reported
/// here: what is blank stops the report (`SettingsForRegister` lists it all in one message), and a
/// key that is left out leaves its kind of outcome unvalued.
struct AssumptionsSection {
  static let sourceKey = "källa"
  static let reasonKey = "skäl"

  private var assumptions: Assumptions
  private let actors: [OwnActor]

  static func read(_ top: SettingsMap, actors: [OwnActor]) -> Assumptions? {
    let rows = AssumptionRow.all.filter { row in
      if case .support = row.subject { false } else { true }
    }
    guard let map = top.map("antaganden", keys: keys(of: rows, at: 0)) else { return nil }
    var section = AssumptionsSection(
      assumptions: Assumptions(location: map.location), actors: actors)
    section.read(rows, at: 0, in: map, source: nil)
    return section.assumptions
  }

  /// The keys of rows at a depth, each once, in the order of the table.
  private static func keys(of rows: [AssumptionRow], at depth: Int) -> [String] {
    rows.reduce(into: []) { keys, row in
      if !keys.contains(row.keys[depth]) { keys.append(row.keys[depth]) }
    }
  }

  /// Reads a map of the section: its values, and the maps under it.
  private mutating func read(
    _ rows: [AssumptionRow], at depth: Int, in map: SettingsMap, source: String?
  ) {
    for key in Self.keys(of: rows, at: depth) {
      let under = rows.filter { $0.keys[depth] == key }
      let isThere = map.entry(key) != nil
      if let row = under.first, row.keys.count == depth + 1 {
        guard isThere else { continue }
        assumptions.values[row.id] = value(row, in: map, source)
        if assumptions.values[row.id] == nil { assumptions.unread.insert(row.id) }
        continue
      }
      guard isThere else { continue }
      let isPlacement = under.contains { $0.id == .placementPrice } && depth > 0
      let keys =
        Self.keys(of: under, at: depth + 1) + [Self.sourceKey]
        + (isPlacement ? [Self.reasonKey] : [])
      guard let inner = map.map(key, keys: keys) else { continue }
      if isPlacement { readReasons(inner) }
      var own = sourceText(inner) ?? source
      if own == nil, depth > 0 {
        // One källa serves all that stands here.
        note(inner.name(Self.sourceKey))
        own = ""
      }
      read(under, at: depth + 1, in: inner, source: own)
    }
  }

  /// `skäl`, a map buyer -> why: buyers are the register's own words for them.
  private mutating func readReasons(_ placement: SettingsMap) {
    var buyers: [(name: String, value: ActorID)] = Commissioner.registerNames.compactMap { known in
      if case .actor(let id) = known.value { (known.name, id) } else { nil }
    }
    buyers += actors.map { ($0.id.rawValue, $0.id) }
    guard let map = placement.map(Self.reasonKey, keys: buyers.map(\.name)) else { return }
    for buyer in buyers {
      assumptions.placementReasons[buyer.value] = map.text(buyer.name)?.value
    }
  }

  // MARK: One assumption

  /// `40 %`, or bas with låg, hög and källa of its own; a missing one is a hole.
  private mutating func value(
    _ row: AssumptionRow, in map: SettingsMap, _ inherited: String?
  ) -> StatedAssumption? {
    guard let key = row.keys.last, isThere(key, in: map), let entry = map.entry(key) else {
      return nil
    }
    if case .text = entry.value.content {
      let base = map.assumed(key, row.type, row.bounds)
      let source = needed(inherited, of: row, at: map)
      return base.map { StatedAssumption($0.value, source: source, location: $0.location) }
    }
    guard let range = map.map(key, keys: ["bas", "låg", "hög", Self.sourceKey]) else { return nil }
    let isStated = isThere("bas", in: range)
    let low = isBlank("låg", in: range) ? nil : range.assumed("låg", row.type, row.bounds)
    let high = isBlank("hög", in: range) ? nil : range.assumed("hög", row.type, row.bounds)
    let source = needed(sourceText(range) ?? inherited, of: row, at: map)
    guard isStated, let base = range.assumed("bas", row.type, row.bounds) else { return nil }
    if ![low?.value, base.value, high?.value].areInOrder {
      map.report("SET060", at: base.location, ["key": map.name(key)])
    }
    return StatedAssumption(
      base.value, low: low?.value, high: high?.value, source: source, location: base.location)
  }

  /// The source; a rate without any is a hole. Under a kind one källa serves all; the discount rate
  /// has its own.
  private mutating func needed(
    _ source: String?, of row: AssumptionRow, at map: SettingsMap
  ) -> String {
    if source == nil, row.type == .rate {
      let own = row.subject == nil ? row.keys.reduce(map.path) { $0.under($1) } : map.path
      note(own.under(Self.sourceKey))
    }
    return source ?? ""
  }

  private func sourceText(_ map: SettingsMap) -> String? {
    guard !isBlank(Self.sourceKey, in: map) else { return nil }
    return map.text(Self.sourceKey)?.value
  }

  /// Whether a key has a value; if not, it is a hole.
  private mutating func isThere(_ key: String, in map: SettingsMap) -> Bool {
    let isThere = !isBlank(key, in: map)
    if !isThere { note(map.name(key)) }
    return isThere
  }

  private func isBlank(_ key: String, in map: SettingsMap) -> Bool {
    guard let entry = map.entry(key) else { return true }
    if case .blank = entry.value.content { return true }
    return false
  }

  private mutating func note(_ hole: SettingsPath) {
    if !assumptions.holes.contains(hole) { assumptions.holes.append(hole) }
  }
}

extension SettingsMap {
  /// The value of an assumption of a type, held to what is reasonable.
  func assumed(
    _ key: String, _ type: AssumptionType, _ bounded: BoundedValue? = nil
  ) -> Located<AssumedValue>? {
    switch type {
    case .rate:
      return rate(key).map { Located(.rate($0.value), at: $0.location) }
    case .kronorPerMonth:
      return amount(key, bounded).map { Located(.amount($0.value), at: $0.location) }
    case .months(let range, let mayBeUnlimited):
      if mayBeUnlimited, let entry = entry(key), case .text(let text) = entry.value.content,
        NameMatching.folded(text) == "obegransat"
      {
        return Located(.unlimited, at: entry.value.location)
      }
      return months(key, in: range).map {
        Located(.count($0.value), at: $0.location)
      }
    case .years(let range):
      // Whole years; months that make them are taken too.
      let inMonths = 12 * range.lowerBound...12 * range.upperBound
      guard let months = months(key, in: inMonths) else { return nil }
      guard months.value % 12 == 0 else {
        report("SET063", at: months.location, ["value": "\(months.value) månader"])
        return nil
      }
      return Located(.count(months.value / 12), at: months.location)
    }
  }
}

extension AssumptionRow {
  /// What is reasonable for an amount.
  fileprivate var bounds: BoundedValue? {
    switch id {
    case .monthlyWage: .fullTimeWage
    case .placementPrice: .placePrice
    default: nil
    }
  }
}

extension [AssumedValue?] {
  /// Whether low, base and high do not fall; what is not stated is left out.
  var areInOrder: Bool {
    let sizes = compactMap { $0?.size }
    return sizes == sizes.sorted()
  }
}

extension AssumedValue {
  /// What values of one type are compared by.
  fileprivate var size: Int64 {
    switch self {
    case .rate(let rate): rate.tenThousandths
    case .amount(let amount): amount.ore
    case .count(let count): Int64(count)
    case .unlimited: .max
    case .parameter(let parameter): parameter.value.tenThousandths
    }
  }
}
