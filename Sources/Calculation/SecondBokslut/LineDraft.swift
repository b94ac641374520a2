// Lines before the rounding: exact bases gathered by what makes a line one line.

import Bookkeeping
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// What makes a line one line (method.md section 7): kind, outcome, the two actors, unit value,
/// rates and the validity of the parameter. The series comes when the draft becomes a line.
struct LineKey: Hashable {
  let kind: LineKind
  let outcome: OutcomeKind?
  let from: ActorID
  let to: ActorID
  let basisUnit: BasisUnit
  let unitValue: Amount
  /// The exact product of the line's own rates.
  let rate: Rational
  let parameterID: String?
  let validFrom: CalendarDate?
  let validTo: CalendarDate?
}

/// A line whose basis is still exact.
struct LineDraft {
  let key: LineKey
  let basis: Rational
  let origin: LineOrigin
}

/// A draft that shares are still added to.
private struct GatheredDraft {
  private(set) var basis = ExactSum()
  private(set) var origin = LineOrigin()

  /// Adds a share.
  mutating func add(_ share: Rational, origin more: LineOrigin) {
    basis.add(share)
    origin.records += more.records
    origin.accounts += more.accounts
    for parameter in more.parameters where !origin.parameters.contains(parameter) {
      origin.parameters.append(parameter)
    }
  }
}

/// Gathers shares of bases into drafts; the result does not depend on the order they came in.
struct LineDrafts {
  private var drafts: OrderedDictionary<LineKey, GatheredDraft> = [:]

  /// Adds a share of a basis.
  mutating func add(_ key: LineKey, basis: Rational, origin: LineOrigin) {
    // In its place: a copy of the draft would copy all its records.
    drafts[key, default: GatheredDraft()].add(basis, origin: origin)
  }

  /// These and others.
  func merged(with others: LineDrafts) -> LineDrafts {
    var merged = self
    for (key, draft) in others.drafts {
      merged.add(key, basis: draft.basis.value, origin: draft.origin)
    }
    return merged
  }

  /// The drafts in the order of their keys, records in the order of people and places.
  var sorted: [LineDraft] {
    drafts
      .map { key, draft in
        var origin = draft.origin
        origin.records.sort { ($0.participant, $0.location) < ($1.participant, $1.location) }
        origin.accounts.sort()
        origin.parameters.sort { $0.isListed(before: $1) }
        return LineDraft(key: key, basis: draft.basis.value, origin: origin)
      }
      .sorted { $0.key.isBefore($1.key) }
  }
}

extension LineKey {
  /// The order of lines inside a series: a total order over all that makes a line.
  func isBefore(_ other: LineKey) -> Bool {
    if kind != other.kind { return kind.order < other.kind.order }
    let texts = [outcome?.rawValue ?? "", from.rawValue, to.rawValue, parameterID ?? ""]
    let otherTexts = [
      other.outcome?.rawValue ?? "", other.from.rawValue, other.to.rawValue,
      other.parameterID ?? "",
    ]
    if texts != otherTexts { return texts.lexicographicallyPrecedes(otherTexts) }
    if validFrom != other.validFrom {
      return validFrom?.dayNumber ?? .min < other.validFrom?.dayNumber ?? .min
    }
    if unitValue != other.unitValue { return unitValue < other.unitValue }
    if rate != other.rate { return rate < other.rate }
    if basisUnit != other.basisUnit { return basisUnit == .months }
    return validTo?.dayNumber ?? .max < other.validTo?.dayNumber ?? .max
  }
}

extension LineKind {
  /// The order of kinds inside a series: as reports print them.
  var order: (Int, String) {
    let index = Self.inReportOrder.firstIndex(of: self) ?? Self.inReportOrder.count
    return (index, rawValue)
  }

  private static let inReportOrder: [LineKind] =
    FlowKind.allCases.flatMap { kind -> [LineKind] in
      switch kind {
      case .wage: [.wageTarget, .wageOrdinary]
      case .socialFees: [.feesTarget, .feesOrdinary]
      default: [LineKind(rawValue: kind.rawValue)]
      }
    }
    + [.earnings, .employerContribution, .jobSubsidy]
    + SupportKind.allCases.map(LineKind.support)
    + [.municipalTax, .regionalTax, .netCredit, .studyGrant, .avoidedPlacement]
}

/// Numbers drafts of one series into lines.
struct LineWriter {
  private(set) var lines: [SocialLine] = []
  private var numbers: [Series: Int] = [:]

  /// Writes a draft as a line of a series; a line that moves no öre as printed is left out. Gives
  /// the line written.
  @discardableResult
  mutating func write(
    _ draft: LineDraft, in series: Series, factor: Rational, reduces: LineReference? = nil
  ) throws(ArithmeticOverflow) -> SocialLine? {
    let basis = try Quantity(rounding: draft.basis)
    let printedFactor = try Factor(rounding: factor)
    let amount = try Amount(basis: basis, unitValue: draft.key.unitValue, factor: printedFactor)
    guard !amount.isZero else { return nil }
    let number = (numbers[series] ?? 0) + 1
    numbers[series] = number
    var origin = draft.origin
    origin.reduces = reduces
    let line = try SocialLine(
      reference: LineReference(series: series, number: number), kind: draft.key.kind,
      outcome: draft.key.outcome, from: draft.key.from, to: draft.key.to, basis: basis,
      basisUnit: draft.key.basisUnit, unitValue: draft.key.unitValue, factor: printedFactor,
      parameterID: draft.key.parameterID, validFrom: draft.key.validFrom, origin: origin)
    lines.append(line)
    return line
  }
}
