// kopplingar: which result accounts are what, paid by whom, through which channel.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// kopplingar.
enum LinksSection {
  static let keys = ["konton", "objekt", "slag", "aktör", "kanal"]

  static func read(_ top: SettingsMap, actors: [OwnActor]) -> [AccountLink] {
    let actorNames =
      ActorsSection.builtInNames + actors.map { (name: $0.id.rawValue, value: $0.id) }
    var links: [AccountLink] = []
    for map in top.maps("kopplingar", keys: keys) {
      links += rule(map, actorNames: actorNames)
    }
    reportUnreachable(links, into: top.problems)
    return links
  }

  /// One rule; a list of account ranges makes one link each.
  private static func rule(_ map: SettingsMap, actorNames: [(name: String, value: ActorID)])
    -> [AccountLink]
  {
    let kind = map.choice("slag", of: FlowKind.allCases.map { ($0.settingsName, $0) })
    let actor = map.choice("aktör", of: actorNames)
    let channel = map.choice("kanal", of: IncomeChannel.ofRules.map { ($0.rawValue, $0) })
    let object = object(map)
    let accounts = map.entry("konton").map {
      AccountRangeText.links.ranges($0.value, into: map.problems)
    }
    if map.entry("konton") == nil, map.entry("objekt") == nil {
      map.report("SET034", at: map.location)
      return []
    }
    if map.entry("slag") == nil {
      if map.entry("aktör") != nil {
        map.report("SET036", at: map.location)
      } else if map.entry("kanal") == nil {
        map.report("SET035", at: map.location)
      }
    }
    if kind?.value == .placementFee, map.entry("aktör") == nil {
      map.report("SET037", at: map.location)
    }
    let ranges: [ClosedRange<Int>?] = accounts.map { $0.map(Optional.some) } ?? [nil]
    return ranges.map {
      AccountLink(
        accounts: $0, object: object, kind: kind?.value, actor: actor?.value,
        channel: channel?.value, location: map.location)
    }
  }

  private static func object(_ map: SettingsMap) -> ObjectReference? {
    guard let object = map.map("objekt", keys: ["dimension", "kod"]) else { return nil }
    object.require(["dimension", "kod"])
    guard let dimension = object.count("dimension", in: 1...(.max)),
      let code = object.text("kod")
    else { return nil }
    return ObjectReference(dimension: dimension.value, code: code.value)
  }

  /// A rule behind others that take all of its accounts, without an object or with the same, never
  /// takes one.
  private static func reportUnreachable(
    _ links: [AccountLink], into problems: SettingsProblems
  ) {
    for (index, link) in links.enumerated() {
      let lines = Set(link.covering(among: links[..<index]).compactMap(\.location.line)).sorted()
      if !lines.isEmpty {
        problems.report(
          "SET038", at: link.location,
          ["line": lines.map(String.init).joined(separator: ", ")])
      }
    }
  }
}
