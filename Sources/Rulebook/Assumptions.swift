// The assumptions that the enterprise states itself: nothing here has a silent default.

import Bookkeeping
import Diagnostics

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

/// An assumed rate with its range and source.
package struct Assumption: Hashable, Sendable {
  /// bas, or the one value given.
  package let base: Rate
  /// låg.
  package let low: Rate?
  /// hög.
  package let high: Rate?
  /// källa of the assumption, or of the kind it stands under.
  package let source: String
  /// The place of the value.
  package let location: SourceLocation

  /// An assumption.
  package init(base: Rate, low: Rate?, high: Rate?, source: String, location: SourceLocation) {
    self.base = base
    self.low = low
    self.high = high
    self.source = source
    self.location = location
  }
}

/// An assumed value of another type than a rate, with its range.
package struct Ranged<Value: Hashable & Sendable>: Hashable, Sendable {
  /// bas, or the one value given.
  package let value: Value
  /// låg.
  package let low: Value?
  /// hög.
  package let high: Value?
  /// The place of the value.
  package let location: SourceLocation

  /// A value with its range.
  package init(_ value: Value, low: Value? = nil, high: Value? = nil, at location: SourceLocation) {
    self.value = value
    self.low = low
    self.high = high
    self.location = location
  }

  /// The same range with another value as base.
  package func with(_ value: Value) -> Ranged {
    Ranged(value, low: low, high: high, at: location)
  }
}

/// Deadweight, displacement and attribution of one kind of outcome; what is not stated is nil.
package struct CounterfactualAssumptions: Hashable, Sendable {
  /// dödvikt: the share that would have happened anyway.
  package var deadweight: Assumption?
  /// undanträngning: the share at which others lose.
  package var displacement: Assumption?
  /// andras bidrag: the share that others contributed.
  package var attribution: Assumption?
  /// The place of the kind's key.
  package let location: SourceLocation

  /// Nothing stated.
  package init(location: SourceLocation) { self.location = location }
}

/// What concerns transitions beside the three common rates.
package struct TransitionAssumptions: Hashable, Sendable {
  /// avtagande: the yearly drop-off.
  package var dropOff: Assumption?
  /// horisont in years.
  package var horizonYears: Ranged<Int>?
  /// bekräftelsetid in calendar months.
  package var confirmationMonths: Ranged<Int>?
  /// månadslön for those whose wage is not recorded.
  package var monthlyWage: Ranged<Amount>?
  /// källa of the kind, which is the wage's too.
  package var source: String?

  /// Nothing stated.
  package init() {}
}

/// alternativ placering: what a buyer otherwise had to buy.
package struct AlternativePlacement: Hashable, Sendable {
  /// andel.
  package let share: Assumption
  /// pris in öre per full-time month.
  package let price: Ranged<Amount>
  /// källa.
  package let source: String
  /// The place.
  package let location: SourceLocation

  /// An alternative placement.
  package init(share: Assumption, price: Ranged<Amount>, source: String, location: SourceLocation) {
    self.share = share
    self.price = price
    self.source = source
    self.location = location
  }
}

/// antaganden, as stated.
package struct Assumptions: Hashable, Sendable {
  /// The three common rates by kind of outcome; a kind whose key is left out is absent.
  package var counterfactual: [OutcomeKind: CounterfactualAssumptions] = [:]
  /// What concerns transitions.
  package var transition = TransitionAssumptions()
  /// alternativ placering.
  package var alternativePlacement: AlternativePlacement?
  /// diskonteringsränta.
  package var discountRate: Assumption?
  /// The kinds whose key is there, with or without holes.
  package var statedKinds: Set<OutcomeKind> = []
  /// Whether the key diskonteringsränta is there.
  package var statesDiscountRate = false
  /// What is missing under keys that are there, as paths (`antaganden.övergång.horisont`), in the
  /// order of the file. A value that is there but faulty is none of them: it has its own message.
  package var holes: [String] = []
  /// The place of the key.
  package let location: SourceLocation

  /// Nothing stated.
  package init(location: SourceLocation) { self.location = location }
}
