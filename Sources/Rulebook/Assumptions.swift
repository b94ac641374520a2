// The assumptions that the enterprise states itself: nothing here has a silent default.

import Bookkeeping
import Diagnostics

/// The kind of outcome (*utfallsslag*) that an assumption and a line concern; raw values are what
/// settings and CSV write.
public enum OutcomeKind: String, CaseIterable, Hashable, Sendable {
  /// *Anställning* here.
  case employment = "anställning"
  /// *Övergång*.
  case transition = "övergång"
  /// *Träningsplats*.
  case trainingPlace = "träningsplats"
}

/// An assumed rate with its range and source.
public struct Assumption: Hashable, Sendable {
  /// bas, or the one value given.
  public let base: Rate
  /// låg.
  public let low: Rate?
  /// hög.
  public let high: Rate?
  /// källa of the assumption, or of the kind it stands under.
  public let source: String
  /// The place of the value.
  public let location: SourceLocation

  /// An assumption.
  public init(base: Rate, low: Rate?, high: Rate?, source: String, location: SourceLocation) {
    self.base = base
    self.low = low
    self.high = high
    self.source = source
    self.location = location
  }
}

/// An assumed value of another type than a rate, with its range.
public struct Ranged<Value: Hashable & Sendable>: Hashable, Sendable {
  /// bas, or the one value given.
  public let value: Value
  /// låg.
  public let low: Value?
  /// hög.
  public let high: Value?
  /// The place of the value.
  public let location: SourceLocation

  /// A value with its range.
  public init(_ value: Value, low: Value? = nil, high: Value? = nil, at location: SourceLocation) {
    self.value = value
    self.low = low
    self.high = high
    self.location = location
  }

  /// The same range with another value as base.
  public func with(_ value: Value) -> Ranged {
    Ranged(value, low: low, high: high, at: location)
  }
}

/// Deadweight, displacement and attribution of one kind of outcome; what is not stated is nil.
public struct CounterfactualAssumptions: Hashable, Sendable {
  /// dödvikt: the share that would have happened anyway.
  public var deadweight: Assumption?
  /// undanträngning: the share at which others lose.
  public var displacement: Assumption?
  /// andras bidrag: the share that others contributed.
  public var attribution: Assumption?
  /// The place of the kind's key.
  public let location: SourceLocation

  /// Nothing stated.
  public init(location: SourceLocation) { self.location = location }
}

/// What concerns transitions beside the three common rates.
public struct TransitionAssumptions: Hashable, Sendable {
  /// avtagande: the yearly drop-off.
  public var dropOff: Assumption?
  /// horisont in years.
  public var horizonYears: Ranged<Int>?
  /// bekräftelsetid in calendar months.
  public var confirmationMonths: Ranged<Int>?
  /// månadslön for those whose wage is not recorded.
  public var monthlyWage: Ranged<Amount>?
  /// källa of the kind, which is the wage's too.
  public var source: String?

  /// Nothing stated.
  public init() {}
}

/// alternativ placering: what a buyer otherwise had to buy.
public struct AlternativePlacement: Hashable, Sendable {
  /// andel.
  public let share: Assumption
  /// pris in öre per full-time month.
  public let price: Ranged<Amount>
  /// källa.
  public let source: String
  /// The place.
  public let location: SourceLocation

  /// An alternative placement.
  public init(share: Assumption, price: Ranged<Amount>, source: String, location: SourceLocation) {
    self.share = share
    self.price = price
    self.source = source
    self.location = location
  }
}

/// antaganden, as stated.
public struct Assumptions: Hashable, Sendable {
  /// The three common rates by kind of outcome; a kind whose key is left out is absent.
  public var counterfactual: [OutcomeKind: CounterfactualAssumptions] = [:]
  /// What concerns transitions.
  public var transition = TransitionAssumptions()
  /// alternativ placering.
  public var alternativePlacement: AlternativePlacement?
  /// diskonteringsränta.
  public var discountRate: Assumption?
  /// The kinds whose key is there, with or without holes.
  public var statedKinds: Set<OutcomeKind> = []
  /// Whether the key diskonteringsränta is there.
  public var statesDiscountRate = false
  /// What is missing under keys that are there, as paths (`antaganden.övergång.horisont`), in the
  /// order of the file. A value that is there but faulty is none of them: it has its own message.
  public var holes: [String] = []
  /// The place of the key.
  public let location: SourceLocation

  /// Nothing stated.
  public init(location: SourceLocation) { self.location = location }
}
