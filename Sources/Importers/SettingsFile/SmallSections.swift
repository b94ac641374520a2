// röjande, avstämning and asf: the short sections at the end.

import Diagnostics
import Rulebook

/// The sections with a key or a few each.
enum SmallSections {
  /// A cell that describes fewer people than this is never shown, whatever the settings say
  /// (method.md section 12).
  static let smallestCellAllowed = 3

  static func read(_ top: SettingsMap, settings: inout Settings) {
    readDisclosure(top, settings: &settings)
    if let map = top.map("avstämning", keys: ["tolerans"]), let tolerance = map.rate("tolerans") {
      settings.tolerance = tolerance.value
      settings.toleranceLocation = tolerance.location
    }
    settings.socialEnterprise = socialEnterprise(top)
  }

  /// röjande.
  static func readDisclosure(_ top: SettingsMap, settings: inout Settings) {
    guard let map = top.map("röjande", keys: ["minsta cell", "publicerat"]) else { return }
    if let cell = map.count("minsta cell", in: .min...1000) {
      if cell.value < smallestCellAllowed {
        top.report("SET080", at: cell.location, ["value": cell.value])
      } else {
        settings.smallestCell = cell.value
      }
    }
    for item in map.list("publicerat") ?? [] {
      guard case .text(let text) = item.content else {
        top.report("SET015", at: item.location, ["key": SettingsPath(["röjande", "publicerat"])])
        continue
      }
      settings.publishedPackages.append(Located(text.trimmed, at: item.location))
    }
  }

  private static func socialEnterprise(_ top: SettingsMap) -> SocialEnterpriseFacts? {
    let keys = ["medlemmar", "utdelning", "medelantal anställda", "certifiering", "agenda 2030"]
    guard let map = top.map("asf", keys: keys) else { return nil }
    var facts = SocialEnterpriseFacts()
    let members = map.count("medlemmar", in: 0...1_000_000)
    facts.members = members?.value
    facts.membersLocation = members?.location
    let dividend = map.amount("utdelning")
    facts.dividend = dividend?.value
    facts.dividendLocation = dividend?.location
    let employees = map.headcount("medelantal anställda")
    facts.employees = employees?.value
    facts.employeesLocation = employees?.location
    facts.certification = map.text("certifiering")?.value
    for item in map.list("agenda 2030") ?? [] {
      guard case .text(let text) = item.content else {
        top.report("SET015", at: item.location, ["key": SettingsPath(["asf", "agenda 2030"])])
        continue
      }
      let goal = map.count(
        Located(text.trimmed, at: item.location), name: ["asf", "agenda 2030"], in: 1...17)
      if let goal, !facts.agendaGoals.contains(goal.value) {
        facts.agendaGoals.append(goal.value)
      }
    }
    facts.agendaGoals.sort()
    return facts
  }
}
