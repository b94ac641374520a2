// What the settings hold that a new fiscal year has to decide anew.

import Bookkeeping
import Diagnostics

/// The step from the latest year that has ended to the one after it.
package struct NextYear: Sendable {
  /// The year that has ended.
  package let old: FiscalYear
  /// Its label.
  package let oldLabel: String
  /// The year to open.
  package let new: FiscalYear
  /// Its label.
  package let label: String
  /// Whether the settings have opened it before.
  package let isOpen: Bool
  /// What was stated of the old year.
  package let facts: YearlyFacts?
  /// What `asf` alone states of the old year, and would go on saying of the new one.
  package let statedAnew: SocialEnterpriseFacts
  /// Own values that were valid in the old year and end before the new one does, the last row of
  /// each id.
  package let endedValues: [OwnValue]
  /// Own values that go on without an end: nobody has to decide them, but somebody should look.
  package let lastingValues: [OwnValue]
  /// Since when the own tax rates hold; nil when there are none.
  package let taxRatesSince: CalendarDate?

  /// The step. `labels` are what the new year may be called.
  package init(
    _ settings: Settings, old: FiscalYear, oldLabels: (own: String, all: Set<String>),
    new: FiscalYear, labels: (own: String, all: Set<String>)
  ) {
    self.old = old
    oldLabel = oldLabels.own
    self.new = new
    label = labels.own
    isOpen = !settings.facts(ofYear: labels.all).isEmpty
    let facts = settings.facts(ofYear: oldLabels.all).first
    self.facts = facts
    var anew = settings.socialEnterprise ?? SocialEnterpriseFacts()
    if facts?.members?.closing != nil { anew.members = nil }
    if facts?.employees != nil { anew.employees = nil }
    if facts?.dividend != nil { anew.dividend = nil }
    statedAnew = anew
    var last: [String: OwnValue] = [:]
    var order: [String] = []
    for value in settings.values {
      let id = NameMatching.folded(value.id)
      guard let known = last[id] else {
        order.append(id)
        last[id] = value
        continue
      }
      // A row without an end goes on; of two with one the later.
      if let end = known.to, value.to.map({ $0 >= end }) ?? true { last[id] = value }
    }
    let latest = order.compactMap { last[$0] }
    endedValues = latest.filter { value in
      value.to.map { $0 >= old.start && $0 < new.end } ?? false
    }
    lastingValues = latest.filter { value in
      // What points at the bank follows it.
      if case .reference = value.content { return false }
      return value.to == nil && value.from <= old.end
    }
    taxRatesSince = settings.taxRates.map(\.from).filter { $0 <= old.end }.max()
  }
}
