// försörjning: how long each support would have gone on, and skatt: the enterprise's own tax rates.

import Diagnostics
import Outcomes
import Rulebook

/// försörjning.
enum SupportSection {
  static let keys = ["längst", "sedan", "källa"]
  private static let kinds = SupportKind.allCases.filter(\.isPaidSupport)

  static func read(_ top: SettingsMap) -> (
    durations: [SupportKind: SupportDuration], stated: Set<SupportKind>
  ) {
    let names = kinds.map(\.rawValue)
    var durations: [SupportKind: SupportDuration] = [:]
    // Rules that stand there, also those with a fault of their own: one cause, one message.
    var stated: Set<SupportKind> = []
    guard let section = top.map("försörjning", keys: names) else {
      return (durations, stated)
    }
    for kind in kinds where section.entry(kind.rawValue) != nil {
      stated.insert(kind)
      guard let map = section.map(kind.rawValue, keys: keys) else { continue }
      durations[kind] = duration(kind, map)
    }
    checkChains(durations, stated: stated, into: top.problems)
    return (durations, stated)
  }

  private static func duration(_ kind: SupportKind, _ map: SettingsMap) -> SupportDuration? {
    map.require(["längst", "källa"])
    let source = map.text("källa")
    // `sedan: ingen` says in words that nothing follows.
    let then = map.choice("sedan", of: (kinds + [.none]).map { ($0.rawValue, $0) })
    let longest = longest(kind, map)
    guard let longest, let source else { return nil }
    return SupportDuration(
      longest: StatedAssumption(
        longest.base, low: longest.low, high: longest.high,
        source: longest.source ?? source.value, location: map.location),
      then: then?.value == SupportKind.none ? nil : then?.value)
  }

  /// `36 månader`, or bas with låg, hög and a källa of its own.
  private static func longest(
    _ kind: SupportKind, _ map: SettingsMap
  ) -> (base: AssumedValue, low: AssumedValue?, high: AssumedValue?, source: String?)? {
    let type = AssumptionRow[.longest(kind)].type
    guard case .map? = map.entry("längst")?.value.content else {
      return map.assumed("längst", type).map { ($0.value, nil, nil, nil) }
    }
    guard let range = map.map("längst", keys: ["bas", "låg", "hög", "källa"]) else { return nil }
    range.require(["bas"])
    let source = range.entry("källa") == nil ? nil : range.text("källa")?.value
    let (low, high) = (range.assumed("låg", type), range.assumed("hög", type))
    guard let base = range.assumed("bas", type) else { return nil }
    if ![low?.value, base.value, high?.value].areInOrder {
      map.report("SET060", at: base.location, ["key": range.path])
    }
    return (base.value, low?.value, high?.value, source)
  }

  /// A chain ends, meets no kind twice, and every kind in it has a rule of its own.
  private static func checkChains(
    _ durations: [SupportKind: SupportDuration], stated: Set<SupportKind>,
    into problems: SettingsProblems
  ) {
    var inRing: Set<SupportKind> = []
    for kind in kinds {
      guard let rule = durations[kind], let next = rule.then else { continue }
      if !stated.contains(next) {
        problems.report(
          "SET051", at: rule.longest.location, ["kind": kind.rawValue, "next": next.rawValue])
        continue
      }
      if let ring = ring(from: kind, durations), !inRing.contains(kind) {
        inRing.formUnion(ring)
        problems.report(
          "SET052", at: rule.longest.location,
          ["chain": (ring + [kind]).map(\.rawValue).joined(separator: " → ")])
        continue
      }
      let nextLongest = durations[next]?.longestMonths
      let isReached =
        rule.longestMonths.map { own in nextLongest.map { $0 > own } ?? true } ?? false
      if !isReached, durations[next] != nil, !inRing.contains(kind) {
        problems.report(
          "SET053", at: rule.longest.location, ["kind": kind.rawValue, "next": next.rawValue])
      }
    }
  }

  /// The kinds from one back to itself, or nil when the chain ends.
  private static func ring(
    from kind: SupportKind, _ durations: [SupportKind: SupportDuration]
  ) -> [SupportKind]? {
    var chain = [kind]
    var next = durations[kind]?.then
    while let current = next {
      if current == kind { return chain }
      guard !chain.contains(current) else { return nil }
      chain.append(current)
      next = durations[current]?.then
    }
    return nil
  }
}

/// skatt.
enum TaxSection {
  static let keys = ["från", "kommun", "region", "källa"]

  static func read(_ top: SettingsMap) -> [OwnTaxRate] {
    var rates: [OwnTaxRate] = []
    for map in top.maps("skatt", keys: keys) {
      map.require(keys)
      let municipal = map.rate("kommun")
      let regional = map.rate("region")
      let source = map.text("källa")
      guard let from = map.date("från") else { continue }
      if let other = rates.first(where: { $0.from == from.value }) {
        top.report(
          "SET045", at: from.location, ["date": from.value, "line": other.location.line ?? 0])
        continue
      }
      guard let municipal, let regional, let source else { continue }
      rates.append(
        OwnTaxRate(
          from: from.value, municipal: municipal.value, regional: regional.value,
          source: source.value, location: from.location))
    }
    return rates
  }
}
