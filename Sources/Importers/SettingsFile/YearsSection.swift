// år: what the settings state of single fiscal years.

import Bookkeeping
import Diagnostics
import Rulebook

/// år. A blank key is no error here: the years ahead stand open until they are reported.
enum YearsSection {
  static let keys = [
    "stämma", "fastställd", "antaganden beslutade", "medlemmar", "styrelse",
    "medelantal anställda", "disposition", "noter", "mål",
  ]
  static let memberKeys = [
    "vid årets början", "nya", "utträdda", "vid årets slut", "insatser att återbetala",
  ]

  static func read(_ top: SettingsMap) -> [YearlyFacts] {
    guard let entry = top.entry("år") else { return [] }
    if case .blank = entry.value.content { return [] }
    guard let map = SettingsMap(entry.value, path: ["år"], keys: nil, problems: top.problems)
    else { return [] }
    let years = map.all.compactMap { year($0, top) }
    let ordered = years.sorted { $0.label.value < $1.label.value }
    for (before, after) in zip(ordered, ordered.dropFirst()) { compare(before, after, top) }
    return years
  }

  private static func year(_ entry: SettingsEntry, _ top: SettingsMap) -> YearlyFacts? {
    // What stands here may be a name that has slipped out of the board's list: it is not repeated.
    guard let days = YearLabel.days(of: entry.key) else {
      top.report("SET145", at: entry.keyLocation)
      return nil
    }
    var facts = YearlyFacts(label: Located(entry.key, at: entry.keyLocation))
    let node: SettingsNode
    switch entry.value.content {
    case .blank: return facts
    case .map(let entries):
      let known = entries.filter { isKnown($0, top) }
      facts.board = board(known, &facts.holes, top)
      node = SettingsNode(
        content: .map(withoutBlanks(known, under: nil, &facts.holes)),
        location: entry.value.location)
    case .text, .list: node = entry.value
    }
    let path: SettingsPath = ["år", entry.key]
    if let map = SettingsMap(node, path: path, keys: keys, problems: top.problems) {
      read(map, days: days, into: &facts)
    }
    return facts
  }

  private static func isKnown(_ entry: SettingsEntry, _ top: SettingsMap) -> Bool {
    let name = NameMatching.folded(entry.key)
    if keys.contains(where: { NameMatching.folded($0) == name }) { return true }
    let nearest = NameMatching.nearest(to: entry.key, among: keys) ?? keys[0]
    if NameMatching.isMisspelling(entry.key, of: nearest) {
      top.report("SET160", at: entry.keyLocation, ["nearest": nearest])
    } else {
      top.report("SET146", at: entry.keyLocation, ["known": keys.joined(separator: ", ")])
    }
    return false
  }

  /// The entries that have a value, at every depth; the others are holes. The board's list is read
  /// by itself.
  private static func withoutBlanks(
    _ entries: [SettingsEntry], under parent: String?, _ holes: inout [Located<String>]
  ) -> [SettingsEntry] {
    entries.compactMap { entry in
      let name = NameMatching.folded(entry.key)
      if parent == nil, name == "styrelse" { return nil }
      let content: SettingsNode.Content
      switch entry.value.content {
      case .blank:
        let label = parent.map { "\(entry.key) (\($0))" } ?? entry.key
        holes.append(Located(label, at: entry.keyLocation))
        return nil
      case .text: return entry
      case .map(let inner): content = .map(withoutBlanks(inner, under: entry.key, &holes))
      case .list(let items):
        content = .list(
          items.compactMap { item in
            switch item.content {
            case .blank:
              holes.append(Located(entry.key, at: item.location))
              return nil
            case .map(let inner):
              let kept = withoutBlanks(inner, under: entry.key, &holes)
              // Of an item with a hole nothing is used, so that the hole is told and no more.
              guard kept.count == inner.count else { return nil }
              return SettingsNode(content: .map(kept), location: item.location)
            case .text, .list: return item
            }
          })
      }
      return SettingsEntry(
        key: entry.key, keyLocation: entry.keyLocation,
        value: SettingsNode(content: content, location: entry.value.location))
    }
  }

  private static func read(_ map: SettingsMap, days: DateRange, into facts: inout YearlyFacts) {
    // A meeting comes after the year; two years late is a slip of the pen. Assumptions may be
    // decided long before.
    let after = DateRange(days.start, days.end.adding(months: 24)) ?? days
    let around = DateRange(days.start.adding(months: -36), after.end) ?? days
    facts.meeting = map.date("stämma", in: after)
    facts.adopted = map.date("fastställd", in: after)
    facts.assumptionsDecided = map.date("antaganden beslutade", in: around)
    if let meeting = facts.meeting, let adopted = facts.adopted, adopted.value < meeting.value {
      map.report("SET148", at: adopted.location, ["meeting": meeting.value])
    }
    facts.members = map.map("medlemmar", keys: memberKeys).map(members)
    facts.employees = map.headcount("medelantal anställda")
    if let disposition = map.map("disposition", keys: nil) {
      facts.disposition = disposition.all.compactMap { entry in
        disposition.signedAmount(entry.key).map {
          DispositionItem(name: entry.key, amount: $0.value, location: $0.location)
        }
      }
      if let dividend = facts.dividend, dividend.amount < .zero {
        map.report(
          "SET023", at: dividend.location,
          [
            "key": disposition.name(dividend.name), "value": dividend.amount.description,
            "lowest": "0 kr", "highest": "∞",
          ])
      }
    }
    if let notes = map.map("noter", keys: nil) {
      facts.notes = notes.all.compactMap { entry in
        notes.text(entry.key).map { YearNote(title: entry.key, text: $0.value) }
      }
    }
    facts.goals = map.maps("mål", keys: ["mått", "värde"]).compactMap(goal)
    reportRepeated(facts.goals, map)
  }

  private static func members(_ map: SettingsMap) -> MemberFacts {
    func count(_ key: String) -> Located<Int>? { map.count(key, in: 0...1_000_000) }
    let members = MemberFacts(
      opening: count("vid årets början"), joined: count("nya"), left: count("utträdda"),
      closing: count("vid årets slut"), repayable: map.amount("insatser att återbetala"))
    let sum = members.computedClosing
    let isOff = sum.map { sum in sum < 0 || sum != members.closing?.value ?? sum }
    if let sum, isOff == true {
      map.report(
        "SET141", at: members.closing?.location ?? map.location,
        [
          "opening": members.opening?.value ?? 0, "joined": members.joined?.value ?? 0,
          "left": members.left?.value ?? 0, "sum": sum,
          "closing": members.closing.map { String($0.value) } ?? "–",
        ])
    }
    return members
  }

  private static func goal(_ map: SettingsMap) -> YearGoal? {
    map.require(["mått", "värde"])
    guard let measure = map.text("mått"), let target = map.target("värde") else { return nil }
    return YearGoal(measure: measure, target: target.value)
  }

  /// Two goals for one measure: nobody can tell which one holds.
  private static func reportRepeated(_ goals: [YearGoal], _ map: SettingsMap) {
    var first: [String: Located<String>] = [:]
    for measure in goals.map(\.measure) {
      let name = NameMatching.folded(measure.value)
      if let earlier = first[name] {
        map.report(
          "SET007", at: measure.location,
          ["key": measure.value, "line": earlier.location.line ?? 0])
      } else {
        first[name] = measure
      }
    }
  }

  /// The number of members opens with what the year before closed with.
  private static func compare(_ before: YearlyFacts, _ after: YearlyFacts, _ top: SettingsMap) {
    guard let first = YearLabel.days(of: before.label.value)?.end.year,
      let second = YearLabel.days(of: after.label.value)?.end.year, second - first <= 1,
      let closing = before.members?.closing, let opening = after.members?.opening,
      closing.value != opening.value
    else { return }
    top.report(
      "SET149", at: opening.location,
      [
        "opening": opening.value, "year": after.label.value, "closing": closing.value,
        "before": before.label.value,
      ])
  }

  // MARK: styrelse

  /// The board's names and roles. No finding repeats what stands there.
  private static func board(
    _ entries: [SettingsEntry], _ holes: inout [Located<String>], _ top: SettingsMap
  ) -> [BoardMember] {
    var members: [BoardMember] = []
    for entry in entries where NameMatching.folded(entry.key) == "styrelse" {
      switch entry.value.content {
      case .blank: holes.append(Located(entry.key, at: entry.keyLocation))
      case .text, .map: top.report("SET147", at: entry.value.location)
      case .list(let items):
        for item in items { members += member(item, of: entry.key, &holes, top) }
      }
    }
    return members
  }

  private static func member(
    _ item: SettingsNode, of key: String, _ holes: inout [Located<String>], _ top: SettingsMap
  ) -> [BoardMember] {
    var found: [String: String] = [:]
    var isOpen = false
    var isSound = true
    switch item.content {
    case .blank:
      isOpen = true
      holes.append(Located(key, at: item.location))
    case .text, .list: isSound = false
    case .map(let entries):
      for entry in entries {
        let name = NameMatching.folded(entry.key)
        switch entry.value.content {
        case .text(let text) where ["namn", "roll"].contains(name) && found[name] == nil:
          found[name] = text.trimmed
        case .blank where ["namn", "roll"].contains(name):
          isOpen = true
          holes.append(Located("\(name) (\(key))", at: entry.keyLocation))
        default: isSound = false
        }
      }
    }
    guard isSound, isOpen || found.count == 2 else {
      top.report("SET147", at: item.location)
      return []
    }
    guard let name = found["namn"], let role = found["roll"] else { return [] }
    return [BoardMember(name: name, role: role)]
  }
}
