// The assumptions that the enterprise states itself: nothing here has a silent default.

import Bookkeeping
import Diagnostics
import Outcomes

/// The kind of outcome (*utfallsslag*) that an assumption and a line concern; raw values are what
/// settings and CSV write.
package enum OutcomeKind: String, CaseIterable, Hashable, Sendable {
  /// *Anställning* here.
  case employment = "anställning"
  /// *Övergång*.
  case transition = "övergång"
  /// *Träningsplats*.
  case trainingPlace = "träningsplats"
}

/// A value of an assumption.
package enum AssumedValue: Hashable, Sendable {
  /// A share.
  case rate(Rate)
  /// Kronor.
  case amount(Amount)
  /// Months or years.
  case count(Int)
  /// *Obegränsat*.
  case unlimited
  /// An own value of `värden`, as it is valid on some day.
  case parameter(Parameter)

  /// The share, when it is one.
  package var rate: Rate? { if case .rate(let rate) = self { rate } else { nil } }
  /// The kronor, when it is an amount.
  package var amount: Amount? { if case .amount(let amount) = self { amount } else { nil } }
  /// The months or years, when it is so many.
  package var count: Int? { if case .count(let count) = self { count } else { nil } }
}

/// An assumption as the settings state it.
package struct StatedAssumption: Hashable, Sendable {
  /// bas, or the one value given.
  package var base: AssumedValue
  /// låg.
  package var low: AssumedValue?
  /// hög.
  package var high: AssumedValue?
  /// källa of the assumption, or of what it stands under.
  package let source: String
  /// The place of the value.
  package let location: SourceLocation

  /// An assumption.
  package init(
    _ base: AssumedValue, low: AssumedValue? = nil, high: AssumedValue? = nil, source: String,
    location: SourceLocation
  ) {
    self.base = base
    self.low = low
    self.high = high
    self.source = source
    self.location = location
  }
}

/// antaganden, as stated.
package struct Assumptions: Hashable, Sendable {
  /// What is stated; a support's length stands under `försörjning` and is not here.
  package var values: [AssumptionID: StatedAssumption] = [:]
  /// What is left blank, or has no source, under keys that are there, in the
  /// order of the file. A value that is there but faulty
  /// is none of them: it has its own message.
  package var holes: [SettingsPath] = []
  /// What stands there and gives no value: left blank, or faulty.
  package var unread: Set<AssumptionID> = []
  /// alternativ placering: skäl, why a buyer who pays nothing here saves a place elsewhere even so.
  package var placementReasons: [ActorID: String] = [:]
  /// The place of the key.
  package let location: SourceLocation

  /// Nothing stated.
  package init(location: SourceLocation) { self.location = location }

  /// The keys whose absence leaves a kind of outcome unvalued; empty when it is valued. What is
  /// there and blank is none of them: it stops the report.
  package func missing(for kind: OutcomeKind) -> [AssumptionID] {
    func isThere(_ id: AssumptionID) -> Bool { values[id] != nil || unread.contains(id) }
    // An alternative placement may be left out, but not half of it.
    let placement: [AssumptionID] = [.placementShare, .placementPrice]
    return AssumptionRow.all.filter { row in
      row.subject == .outcome(kind) && !row.isOptional && !isThere(row.id)
        && (!placement.contains(row.id) || placement.contains(where: isThere))
    }.map(\.id)
  }
}

/// försörjning: how long a support would have gone on, and what would have followed.
package struct SupportDuration: Hashable, Sendable {
  /// längst from the person's start here.
  package var longest: StatedAssumption
  /// sedan.
  package let then: SupportKind?

  /// A duration.
  package init(longest: StatedAssumption, then: SupportKind?) {
    self.longest = longest
    self.then = then
  }

  /// längst in calendar months; nil is *obegränsat*.
  package var longestMonths: Int? { longest.base.count }
}

extension Settings {
  /// What is stated of an assumption; nil when it is left out.
  package subscript(id: AssumptionID) -> StatedAssumption? {
    get {
      if case .longest(let kind) = id { return supportDurations[kind]?.longest }
      return assumptions?.values[id]
    }
    set {
      guard case .longest(let kind) = id else {
        assumptions?.values[id] = newValue
        return
      }
      guard let newValue else {
        supportDurations[kind] = nil
        return
      }
      supportDurations[kind] = SupportDuration(
        longest: newValue, then: supportDurations[kind]?.then)
    }
  }
}
