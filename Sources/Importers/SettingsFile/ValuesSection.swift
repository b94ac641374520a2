// värden: additions to and overrides of the parameter bank.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// värden.
enum ValuesSection {
  static let keys = ["id", "värde", "låg", "hög", "enhet", "från", "till", "källa"]

  static func read(_ top: SettingsMap) -> [OwnValue] {
    var values: [OwnValue] = []
    var ends: [(index: Int, low: Located<String>?, high: Located<String>?)] = []
    for map in top.maps("värden", keys: keys) {
      map.require(["id", "värde", "från", "källa"])
      let source = map.text("källa")
      let from = map.date("från")
      let to = map.entry("till") == nil ? nil : map.date("till")
      let content = content(map)
      let (low, high) = (end("låg", map), end("hög", map))
      if content == nil { reportEnds(low, high, map) }
      guard let id = map.text("id"), let from, let content, let source else { continue }
      holdSupport(id.value, content, map)
      if let to, to.value < from.value {
        top.report("SET070", at: to.location, ["from": from.value, "to": to.value])
        continue
      }
      values.append(
        OwnValue(
          id: ParameterBank.canonicalID(id.value), content: content, from: from.value,
          to: to?.value, source: source.value, location: id.location))
      if low != nil || high != nil { ends.append((values.count - 1, low, high)) }
    }
    // What a reference points at may stand further down.
    for (index, low, high) in ends {
      values[index] = withEnds(low, high, of: values[index], among: values, into: top.problems)
    }
    OwnValueChecks.report(values, into: top.problems)
    return values
  }

  /// The ids that the entries name, whatever else is wrong with them; nil where one names none.
  static func statedIDs(_ top: SettingsMap) -> Set<String>? {
    guard let entry = top.entry("värden") else { return [] }
    guard case .list(let items) = entry.value.content else { return nil }
    var ids: Set<String> = []
    for item in items {
      guard case .map(let keys) = item.content,
        let id = keys.first(where: { NameMatching.folded($0.key) == "id" }),
        case .text(let text) = id.value.content
      else { return nil }
      ids.insert(ParameterBank.canonicalID(text.trimmed))
    }
    return ids
  }

  private static func content(_ map: SettingsMap) -> OwnValue.Content? {
    let units = ParameterUnit.allCases.map { ($0.rawValue, $0) }
    let unit = map.entry("enhet") == nil ? nil : map.choice("enhet", of: units)
    guard let text = map.text("värde") else { return nil }
    if text.value.hasPrefix("=") {
      return .reference(
        ParameterBank.canonicalID(text.value.dropFirst().trimmed))
    }
    let isPercent = text.value.hasSuffix("%")
    guard let unit = unit?.value ?? (isPercent ? .percent : nil) else {
      if map.entry("enhet") == nil {
        map.report("SET011", at: map.location, ["key": "enhet", "section": map.path.asPlace])
      }
      return nil
    }
    return value(text, unit: unit, into: map.problems).map { .value($0, unit) }
  }

  /// A support in kronor a month is held to what one may be; a day's amount often stands as a
  /// month's.
  private static func holdSupport(_ id: String, _ content: OwnValue.Content, _ map: SettingsMap) {
    guard case .value(let value, .kronorPerMonth) = content,
      ParameterBank.supportIDs.contains(ParameterBank.canonicalID(id)), let text = map.text("värde")
    else { return }
    map.hold(
      value.tenThousandths / 100, to: .of(.supportBefore), name: ["värden", id], text)
  }

  /// låg or hög; one left blank, as a template leaves it, is not stated.
  private static func end(_ key: String, _ map: SettingsMap) -> Located<String>? {
    guard let entry = map.entry(key) else { return nil }
    if case .blank = entry.value.content { return nil }
    return map.text(key)
  }

  /// The faults of låg and hög beside a value that cannot be read.
  private static func reportEnds(
    _ low: Located<String>?, _ high: Located<String>?, _ map: SettingsMap
  ) {
    guard case .text(let text)? = map.entry("enhet")?.value.content,
      let unit = ParameterUnit.allCases.first(where: {
        NameMatching.folded($0.rawValue) == NameMatching.folded(text)
      })
    else { return }
    for end in [low, high].compactMap(\.self) where !end.value.hasPrefix("=") {
      _ = value(end, unit: unit, into: map.problems)
    }
  }

  /// A value with its low and high: numbers in its own unit, låg not above värde nor hög below.
  private static func withEnds(
    _ low: Located<String>?, _ high: Located<String>?, of value: OwnValue, among all: [OwnValue],
    into problems: SettingsProblems
  ) -> OwnValue {
    var value = value
    let bank = ParameterBank(values: all)
    let base = bank.parameter(value.id, on: value.from)?.first
    guard let unit = value.unit ?? base?.unit else { return value }
    func read(_ end: Located<String>?) -> OwnValue.Content? {
      guard let end else { return nil }
      guard !end.value.hasPrefix("=") else {
        problems.report("SET105", at: end.location, ["id": value.id, "value": end.value])
        return nil
      }
      return self.value(end, unit: unit, into: problems).map { .value($0, unit) }
    }
    (value.low, value.high) = (read(low), read(high))
    let numbers = [value.low?.number, value.content.number ?? base?.value, value.high?.number]
      .compactMap { $0?.tenThousandths }
    if numbers != numbers.sorted() {
      problems.report("SET060", at: value.location, ["key": SettingsPath(["värden", value.id])])
    }
    return value
  }

  /// The percentage that a share above 1 was most likely meant as.
  private static func percent(_ number: Int64, in text: Located<String>) -> String? {
    BareNumber.percent(meantBy: Rate(tenThousandths: number), in: text.value)
  }

  /// The number in ten-thousandths of its unit.
  private static func value(
    _ text: Located<String>, unit: ParameterUnit, into problems: SettingsProblems
  ) -> ParameterValue? {
    let facts: [String: any DiagnosticFact] = [
      "key": SettingsPath(["värden", "värde"]), "value": text.value,
    ]
    if unit == .percent, let meant = BareNumber.percent(meantByShare: text.value) {
      problems.report(
        "SET106", at: text.location,
        facts.merging(["meant": DiagnosticArgument.meant(meant)]) { first, _ in first })
      return nil
    }
    do {
      var number: Int64
      if unit.isShare {
        let isPercent = unit == .percent || text.value.hasSuffix("%")
        let digits = text.value.hasSuffix("%") ? String(text.value.dropLast()) : text.value
        number = try NumberReader.scaled(digits, decimals: isPercent ? 2 : 4, isPlain: true)
        // Percent have two decimals: in ten-thousandths of their unit two more.
        if isPercent, unit == .percent { number *= 100 }
      } else if unit == .priceBaseAmountsPerYear || unit == .priceBaseAmounts {
        number = try NumberReader.scaled(text.value, decimals: 4, isPlain: true)
      } else {
        let ore = try AmountText.read(text.value).ore
        let (scaled, overflow) = ore.multipliedReportingOverflow(by: 100)
        guard !overflow else { throw NumberProblem.tooLarge }
        number = scaled
      }
      let highest: Int64 = unit == .percent ? 1_000_000 : unit == .share ? 10_000 : .max
      guard number >= 0, number <= highest else {
        problems.report(
          "SET023", at: text.location,
          facts.merging(
            [
              "lowest": "0", "highest": unit.isShare ? "100 %" : "∞",
              "meant": DiagnosticArgument.meant(unit == .share ? percent(number, in: text) : nil),
            ]) { first, _ in first })
        return nil
      }
      return ParameterValue(tenThousandths: number)
    } catch {
      let code: DiagnosticCode =
        switch error as? NumberProblem {
        case .ambiguous: "SET024"
        case .tooManyDecimals: "SET025"
        default: unit.isShare ? "SET016" : "SET018"
        }
      problems.report(code, at: text.location, facts)
      return nil
    }
  }
}

extension OwnValue {
  /// enhet; nil when the value points at another.
  fileprivate var unit: ParameterUnit? {
    if case .value(_, let unit) = content { unit } else { nil }
  }
}

extension OwnValue.Content {
  fileprivate var number: ParameterValue? {
    if case .value(let number, _) = self { number } else { nil }
  }
}

/// What own values must not be to one another and to the bank.
enum OwnValueChecks {
  static func report(_ values: [OwnValue], into problems: SettingsProblems) {
    reportOverlaps(values, into: problems)
    reportReferences(values, into: problems)
    reportUnits(values, into: problems)
    reportUnused(values, into: problems)
  }

  private static func reportOverlaps(
    _ values: [OwnValue], into problems: SettingsProblems
  ) {
    for (index, value) in values.enumerated() {
      let sharedDays = values[..<index].lazy.compactMap { other -> (Int, DateRange)? in
        guard NameMatching.folded(other.id) == NameMatching.folded(value.id),
          let own = value.period, let days = other.period?.intersection(own)
        else { return nil }
        return (other.location.line ?? 0, days)
      }
      guard let (line, days) = sharedDays.first else { continue }
      problems.report(
        "SET071", at: value.location, ["id": value.id, "line": line, "date": days.start])
    }
  }

  private static func reportReferences(
    _ values: [OwnValue], into problems: SettingsProblems
  ) {
    let known = Set(
      (ParameterBank.embeddedIDs + values.map(\.id)).map { NameMatching.folded($0) })
    var targets: [String: Set<String>] = [:]
    for value in values {
      guard case .reference(let target) = value.content else { continue }
      targets[NameMatching.folded(value.id), default: []].insert(NameMatching.folded(target))
      if !known.contains(NameMatching.folded(target)) {
        let names = ParameterBank.embeddedIDs + values.map(\.id)
        problems.report(
          "SET072", at: value.location,
          [
            "id": value.id, "target": target,
            "meant": Synonyms.guess(for: target, among: names).meant,
          ])
      }
    }
    for value in values {
      guard case .reference = value.content else { continue }
      let name = NameMatching.folded(value.id)
      if reaches(name, from: name, targets, visited: []) {
        problems.report("SET073", at: value.location, ["id": value.id])
      }
    }
  }

  private static func reaches(
    _ goal: String, from name: String, _ targets: [String: Set<String>], visited: Set<String>
  ) -> Bool {
    (targets[name] ?? []).contains { next in
      next == goal
        || (!visited.contains(next)
          && reaches(goal, from: next, targets, visited: visited.union([next])))
    }
  }

  /// A support is kr a month; a value of the bank keeps the sort of unit that the bank gives it.
  private static func reportUnits(_ values: [OwnValue], into problems: SettingsProblems) {
    let supports = Set(ParameterBank.supportIDs)
    for value in values {
      guard let unit = unit(of: value, among: values, depth: 0) else { continue }
      let bankUnit = ParameterBank.embeddedParameters.first { $0.id == value.id }?.unit
      let fits =
        supports.contains(value.id)
        ? unit.isMonthlyAmount : bankUnit.map { unit.canReplace($0) } ?? true
      guard !fits else { continue }
      problems.report(
        "SET074", at: value.location,
        [
          "id": value.id, "unit": unit.rawValue,
          "expected": bankUnit?.rawValue ?? "kr/månad, kr/dag5, kr/dag7, prisbasbelopp/år",
        ])
    }
  }

  private static func unit(
    of value: OwnValue, among values: [OwnValue], depth: Int
  ) -> ParameterUnit? {
    switch value.content {
    case .value(_, let unit): return unit
    case .reference(let target):
      guard depth < values.count else { return nil }
      let name = NameMatching.folded(target)
      if let own = values.first(where: { NameMatching.folded($0.id) == name }) {
        return unit(of: own, among: values, depth: depth + 1)
      }
      return ParameterBank.embeddedParameters.first { NameMatching.folded($0.id) == name }?.unit
    }
  }

  /// An id that nothing asks for and nothing points at is most often a misspelt one.
  private static func reportUnused(_ values: [OwnValue], into problems: SettingsProblems) {
    let targets = values.compactMap { value -> String? in
      guard case .reference(let target) = value.content else { return nil }
      return NameMatching.folded(target)
    }
    let askedFor = ParameterBank.supportIDs + ParameterBank.embeddedIDs
    let used = Set(askedFor.map { NameMatching.folded($0) } + targets)
    for value in values where !used.contains(NameMatching.folded(value.id)) {
      problems.report(
        "SET075", at: value.location,
        ["id": value.id, "meant": Synonyms.guess(for: value.id, among: askedFor).meant])
    }
  }
}
