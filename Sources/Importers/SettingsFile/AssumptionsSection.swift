// antaganden: what would have happened anyway, with source and range.

import Bookkeeping
import Diagnostics
import Rulebook

/// antaganden. What is missing is collected and not reported here: `SettingsForRegister` knows what
/// the register needs and lists it all in one message.
struct AssumptionsSection {
  static let commonKeys = ["dödvikt", "undanträngning", "andras bidrag"]
  static let sourceKey = "källa"

  private var assumptions: Assumptions

  static func read(_ top: SettingsMap, into problems: inout DiagnosticList) -> Assumptions? {
    let keys = OutcomeKind.allCases.map(\.rawValue) + ["diskonteringsränta"]
    guard let map = top.map("antaganden", keys: keys, into: &problems) else { return nil }
    var section = AssumptionsSection(assumptions: Assumptions(location: map.location))
    section.readEmployment(map, into: &problems)
    section.readTransition(map, into: &problems)
    section.readTrainingPlace(map, into: &problems)
    section.readDiscountRate(map, into: &problems)
    return section.assumptions
  }

  // MARK: The kinds

  private mutating func readEmployment(
    _ top: SettingsMap, into problems: inout DiagnosticList
  ) {
    _ = kind(.employment, keys: [], in: top, into: &problems)
  }

  private mutating func readTransition(
    _ top: SettingsMap, into problems: inout DiagnosticList
  ) {
    let keys = ["avtagande", "horisont", "bekräftelsetid", "månadslön"]
    guard let map = kind(.transition, keys: keys, in: top, into: &problems) else { return }
    let source = sourceText(map, into: &problems)
    assumptions.transition.source = source
    assumptions.transition.dropOff = assumption("avtagande", in: map, source, into: &problems)
    assumptions.transition.horizonYears = ranged("horisont", in: map, into: &problems) {
      map, key, problems in
      // A horizon counts whole years; months that make them are taken too.
      guard let months = map.months(key, in: 12...600, into: &problems) else { return nil }
      guard months.value % 12 == 0 else {
        problems.report(
          "SET063", at: months.location, ["value": .text("\(months.value) månader")])
        return nil
      }
      return Located(months.value / 12, at: months.location)
    }
    assumptions.transition.confirmationMonths = ranged(
      "bekräftelsetid", in: map, into: &problems
    ) { map, key, problems in map.months(key, in: 1...120, into: &problems) }
    if map.entry("månadslön") != nil {
      assumptions.transition.monthlyWage = ranged("månadslön", in: map, into: &problems) {
        map, key, problems in map.amount(key, into: &problems)
      }
    }
  }

  private mutating func readTrainingPlace(
    _ top: SettingsMap, into problems: inout DiagnosticList
  ) {
    let key = "alternativ placering"
    guard let map = kind(.trainingPlace, keys: [key], in: top, into: &problems),
      map.entry(key) != nil,
      let placement = map.map(key, keys: ["andel", "pris", Self.sourceKey], into: &problems)
    else { return }
    let own = sourceText(placement, into: &problems)
    let source = own ?? sourceText(map, into: &problems)
    if source == nil { note(placement.name(Self.sourceKey)) }
    let share = assumption("andel", in: placement, source ?? "", into: &problems)
    let price = ranged("pris", in: placement, into: &problems) { map, key, problems in
      map.amount(key, into: &problems)
    }
    guard let price, let share else { return }
    assumptions.alternativePlacement = AlternativePlacement(
      share: share, price: price, source: source ?? "", location: placement.location)
  }

  private mutating func readDiscountRate(
    _ top: SettingsMap, into problems: inout DiagnosticList
  ) {
    guard top.entry("diskonteringsränta") != nil else { return }
    assumptions.statesDiscountRate = true
    assumptions.discountRate = assumption("diskonteringsränta", in: top, nil, into: &problems)
  }

  /// The three common rates of a kind; nil when its key is left out or no map.
  private mutating func kind(
    _ kind: OutcomeKind, keys: [String], in top: SettingsMap, into problems: inout DiagnosticList
  ) -> SettingsMap? {
    guard top.entry(kind.rawValue) != nil else { return nil }
    assumptions.statedKinds.insert(kind)
    guard
      let map = top.map(
        kind.rawValue, keys: Self.commonKeys + keys + [Self.sourceKey], into: &problems)
    else { return nil }
    let source = sourceText(map, into: &problems)
    var common = CounterfactualAssumptions(location: map.location)
    common.deadweight = assumption("dödvikt", in: map, source, into: &problems)
    common.displacement = assumption("undanträngning", in: map, source, into: &problems)
    common.attribution = assumption("andras bidrag", in: map, source, into: &problems)
    assumptions.counterfactual[kind] = common
    return map
  }

  // MARK: One assumption

  /// `40 %`, or bas with låg, hög and källa of its own.
  private mutating func assumption(
    _ key: String, in map: SettingsMap, _ kindSource: String?,
    into problems: inout DiagnosticList
  ) -> Assumption? {
    guard isThere(key, in: map), let entry = map.entry(key) else { return nil }
    if case .text = entry.value.content {
      let base = map.rate(key, into: &problems)
      let source = neededSource(nil, or: kindSource, at: map, key)
      return base.map {
        Assumption(base: $0.value, low: nil, high: nil, source: source, location: $0.location)
      }
    }
    let keys = ["bas", "låg", "hög", Self.sourceKey]
    guard let range = map.map(key, keys: keys, into: &problems) else { return nil }
    let isStated = isThere("bas", in: range)
    let low = isBlank("låg", in: range) ? nil : range.rate("låg", into: &problems)
    let high = isBlank("hög", in: range) ? nil : range.rate("hög", into: &problems)
    let own = sourceText(range, into: &problems)
    let source = neededSource(own, or: kindSource, at: map, key)
    guard isStated, let base = range.rate("bas", into: &problems) else { return nil }
    let ordered = [low?.value, base.value, high?.value].compactMap(\.self)
    if ordered != ordered.sorted() {
      problems.report("SET060", at: base.location, ["key": .text(map.name(key))])
    }
    return Assumption(
      base: base.value, low: low?.value, high: high?.value, source: source,
      location: base.location)
  }

  /// One value, or bas with låg and hög, of another type than a rate; a missing one is a hole.
  private mutating func ranged<Value: Comparable & Hashable & Sendable>(
    _ key: String, in map: SettingsMap, into problems: inout DiagnosticList,
    reading: (SettingsMap, String, inout DiagnosticList) -> Located<Value>?
  ) -> Ranged<Value>? {
    guard isThere(key, in: map), let entry = map.entry(key) else { return nil }
    if case .text = entry.value.content {
      return reading(map, key, &problems).map { Ranged($0.value, at: $0.location) }
    }
    let keys = ["bas", "låg", "hög", Self.sourceKey]
    guard let range = map.map(key, keys: keys, into: &problems) else { return nil }
    let isStated = isThere("bas", in: range)
    let low = isBlank("låg", in: range) ? nil : reading(range, "låg", &problems)
    let high = isBlank("hög", in: range) ? nil : reading(range, "hög", &problems)
    _ = sourceText(range, into: &problems)
    guard isStated, let base = reading(range, "bas", &problems) else { return nil }
    let ordered = [low?.value, base.value, high?.value].compactMap(\.self)
    if ordered != ordered.sorted() {
      problems.report("SET060", at: base.location, ["key": .text(map.name(key))])
    }
    return Ranged(base.value, low: low?.value, high: high?.value, at: base.location)
  }

  private mutating func neededSource(
    _ own: String?, or kindSource: String?, at map: SettingsMap, _ key: String
  ) -> String {
    if let source = own ?? kindSource { return source }
    // Under a kind one källa serves all; the discount rate has its own.
    note(
      map.path == "antaganden"
        ? "antaganden.\(key).\(Self.sourceKey)" : map.name(Self.sourceKey))
    return ""
  }

  private func sourceText(_ map: SettingsMap, into problems: inout DiagnosticList) -> String? {
    guard !isBlank(Self.sourceKey, in: map) else { return nil }
    return map.text(Self.sourceKey, into: &problems)?.value
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

  private mutating func note(_ hole: String) {
    if !assumptions.holes.contains(hole) { assumptions.holes.append(hole) }
  }
}
