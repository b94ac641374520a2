// röjande, avstämning and asf: the short sections at the end.

import Bookkeeping
import Diagnostics
import Rulebook

/// The sections with a key or a few each.
enum SmallSections {
  /// A cell that describes fewer people than this is never shown, whatever the settings say
  /// (method.md section 12).
  static let smallestCellAllowed = 3

  static func read(
    _ top: SettingsMap, settings: inout Settings, into problems: inout DiagnosticList
  ) {
    if top.entry("röjande") != nil,
      let map = top.map("röjande", keys: ["minsta cell"], into: &problems),
      let cell = map.count("minsta cell", in: .min...1000, into: &problems)
    {
      if cell.value < smallestCellAllowed {
        problems.report("SET080", at: cell.location, ["value": .number(cell.value)])
      } else {
        settings.smallestCell = cell.value
      }
    }
    if top.entry("avstämning") != nil,
      let map = top.map("avstämning", keys: ["tolerans"], into: &problems),
      let tolerance = map.rate("tolerans", into: &problems)
    {
      settings.tolerance = tolerance.value
      settings.toleranceLocation = tolerance.location
    }
    settings.socialEnterprise = socialEnterprise(top, into: &problems)
  }

  private static func socialEnterprise(
    _ top: SettingsMap, into problems: inout DiagnosticList
  ) -> SocialEnterpriseFacts? {
    let keys = [
      "medlemmar", "utdelning", "medelantal anställda", "certifiering", "agenda 2030",
    ]
    guard let map = top.map("asf", keys: keys, into: &problems) else { return nil }
    var facts = SocialEnterpriseFacts()
    let members = map.count("medlemmar", in: 0...1_000_000, into: &problems)
    facts.members = members?.value
    facts.membersLocation = members?.location
    let dividend = map.amount("utdelning", into: &problems)
    facts.dividend = dividend?.value
    facts.dividendLocation = dividend?.location
    let employees = map.count("medelantal anställda", in: 1...1_000_000, into: &problems)
    facts.employees = employees?.value
    facts.employeesLocation = employees?.location
    facts.certification = map.text("certifiering", into: &problems)?.value
    for item in map.list("agenda 2030", into: &problems) ?? [] {
      guard case .text(let text) = item.content else {
        problems.report("SET015", at: item.location, ["key": "asf.agenda 2030"])
        continue
      }
      let goal = SettingsMap.count(
        Located(text.trimmed, at: item.location), name: "asf.agenda 2030", in: 1...17,
        into: &problems)
      if let goal, !facts.agendaGoals.contains(goal.value) {
        facts.agendaGoals.append(goal.value)
      }
    }
    facts.agendaGoals.sort()
    return facts
  }
}
