// Lines before the rounding: exact bases gathered by what makes a line one line.

import Bookkeeping
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// What makes a line one line (method.md section 7): what it says, and by which numbers it values
/// its basis. The series comes when the draft becomes a line.
struct LineKey: Hashable {
  let head: LineHead
  let basisUnit: BasisUnit
  let unitValue: Amount
  /// The exact product of the line's own rates.
  let rate: Rational

  init(_ head: LineHead, _ terms: LineTerms) {
    self.head = head
    self.basisUnit = terms.basis.unit
    self.unitValue = terms.unitValue.amount
    self.rate = terms.rates.map(\.value).product()
  }
}

/// A line whose basis is still exact.
struct LineDraft {
  let key: LineKey
  let terms: LineTerms

  /// Kronor before any rounding.
  var kronor: Rational { terms.basis.exact * Rational(kronor: key.unitValue) * key.rate }
}

/// Terms that shares are still added to; they differ in parameters at most, as where two
/// municipalities have one rate.
private struct GatheredTerms {
  private let unit: BasisUnit
  private var exact = ExactSum()
  private var records: [RecordShare] = []
  private var accounts: [String] = []
  private var parameters: [Parameter]
  private var assumptions: Set<AssumptionID>
  private var unitValue: UnitValue
  private var rates: [RateTerm]

  /// Nothing added yet to terms like these.
  init(like first: LineTerms) {
    unit = first.basis.unit
    parameters = first.basis.parameters
    assumptions = []
    unitValue = first.unitValue
    rates = first.rates
  }

  mutating func add(_ more: LineTerms) {
    exact.add(more.basis.exact)
    records += more.basis.records
    accounts += more.basis.accounts
    parameters = parameters.merged(with: more.basis.parameters)
    assumptions.formUnion(more.basis.assumptions)
    if case .parameter(let amount, let own) = unitValue, unitValue != more.unitValue {
      unitValue = .parameter(amount, own.merged(with: more.unitValue.parameters))
    }
    guard rates != more.rates else { return }
    rates = zip(rates, more.rates).map { own, other in
      guard case .parameter(let rate, let parameters) = own else { return own }
      return .parameter(rate, parameters.merged(with: other.parameters))
    }
  }

  /// Records in the order of people and places, accounts in theirs.
  var terms: LineTerms {
    LineTerms(
      basis: LineBasis(
        unit, exact: exact.value,
        records: records.inOrder, accounts: accounts.sorted(), parameters: parameters,
        assumptions: AssumptionRow.all.map(\.id).filter(assumptions.contains)),
      unitValue: unitValue, rates: rates)
  }
}

extension [Parameter] {
  /// These and others, each once: as they are when they are the same, else in the order of lists,
  /// so that nothing depends on the order they came in.
  fileprivate func merged(with others: [Parameter]) -> [Parameter] {
    guard self != others else { return self }
    return (self + others.filter { !contains($0) }).sorted { $0.isListed(before: $1) }
  }
}

/// Gathers shares of bases into drafts; the result does not depend on the order they came in.
struct LineDrafts {
  private var drafts: OrderedDictionary<LineKey, GatheredTerms> = [:]

  /// Adds a share of a line.
  mutating func add(_ head: LineHead, _ terms: LineTerms) {
    add(LineDraft(key: LineKey(head, terms), terms: terms))
  }

  /// Adds what was gathered before.
  mutating func add(_ draft: LineDraft) {
    // In its place: a copy of the terms would copy all their records.
    drafts[draft.key, default: GatheredTerms(like: draft.terms)].add(draft.terms)
  }

  /// These and others.
  func merged(with others: LineDrafts) -> LineDrafts {
    var merged = self
    merged.drafts.merge(others.drafts) { own, other in
      var both = own
      both.add(other.terms)
      return both
    }
    return merged
  }

  /// The drafts in the order in which they came.
  var all: [LineDraft] {
    drafts.map { key, gathered in LineDraft(key: key, terms: gathered.terms) }
  }

  /// The drafts in the order of their keys.
  var sorted: [LineDraft] { all.sorted { $0.key.isBefore($1.key) } }
}

extension LineKey {
  /// The order of lines inside a series: a total order over all that makes a line.
  func isBefore(_ other: LineKey) -> Bool {
    let (mine, its) = (head, other.head)
    if mine.kind != its.kind { return mine.kind.order < its.kind.order }
    let texts = [
      mine.outcome?.rawValue ?? "", mine.from.rawValue, mine.to.rawValue, mine.parameterID ?? "",
    ]
    let otherTexts = [
      its.outcome?.rawValue ?? "", its.from.rawValue, its.to.rawValue, its.parameterID ?? "",
    ]
    if texts != otherTexts { return texts.lexicographicallyPrecedes(otherTexts) }
    if mine.validFrom != its.validFrom {
      return mine.validFrom?.dayNumber ?? .min < its.validFrom?.dayNumber ?? .min
    }
    if unitValue != other.unitValue { return unitValue < other.unitValue }
    if rate != other.rate { return rate < other.rate }
    if basisUnit != other.basisUnit { return basisUnit == .months }
    return mine.validTo?.dayNumber ?? .max < its.validTo?.dayNumber ?? .max
  }
}

extension LineKind {
  /// The order of kinds inside a series: as reports print them.
  var order: (Int, String) { (SocialChart.order(of: rawValue), rawValue) }
}
