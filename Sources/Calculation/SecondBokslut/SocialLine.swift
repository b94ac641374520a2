// One line of the second bokslut: basis x unit value x factor from one actor to another.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// What a line's figure was made from, so that `explain` can walk back.
package struct LineOrigin: Hashable, Sendable {
  /// A record and its share of the basis.
  package typealias RecordShare = Figures.RecordShare

  /// Records that make up the basis.
  package var records: [RecordShare]
  /// Parameters that unit value and factor come from, the one named first.
  package var parameters: [Parameter]
  /// Ledger accounts that make up the basis (series L).
  package var accounts: [String]
  /// For D, U and T: the number of the line reduced, with its series.
  package var reduces: LineReference?

  /// Nothing known yet.
  package init(
    records: [RecordShare] = [], parameters: [Parameter] = [], accounts: [String] = [],
    reduces: LineReference? = nil
  ) {
    self.records = records
    self.parameters = parameters
    self.accounts = accounts
    self.reduces = reduces
  }

  /// How many people the line rests on; 0 when it is not about participants.
  package var people: Int { Set(records.map(\.participant)).count }
}

/// A line (*rad*), which is one balanced voucher of the second bokslut: `amount` moves from one
/// actor to another, and amount = basis x unit value x factor as printed, rounded to the öre.
package struct SocialLine: Hashable, Sendable {
  /// Series and number.
  package let reference: LineReference
  /// The package's part.
  package let kind: LineKind
  /// The outcome kind; nil in series L.
  package let outcome: OutcomeKind?
  /// Who gives.
  package let from: ActorID
  /// Who receives.
  package let to: ActorID
  /// The printed basis.
  package let basis: Quantity
  /// Its unit.
  package let basisUnit: BasisUnit
  /// The printed unit value.
  package let unitValue: Amount
  /// The printed factor.
  package let factor: Factor
  /// basis x unit value x factor.
  package let amount: Amount
  /// The parameter that the line names, if any.
  package let parameterID: String?
  /// The first day of the parameter's validity.
  package let validFrom: CalendarDate?
  /// What it was made from.
  package let origin: LineOrigin

  /// A line; its amount is computed here and nowhere else.
  package init(
    reference: LineReference, kind: LineKind, outcome: OutcomeKind?, from: ActorID, to: ActorID,
    basis: Quantity, basisUnit: BasisUnit, unitValue: Amount, factor: Factor,
    parameterID: String? = nil, validFrom: CalendarDate? = nil, origin: LineOrigin
  ) throws(ArithmeticOverflow) {
    self.reference = reference
    self.kind = kind
    self.outcome = outcome
    self.from = from
    self.to = to
    self.basis = basis
    self.basisUnit = basisUnit
    self.unitValue = unitValue
    self.factor = factor
    self.amount = try Amount(basis: basis, unitValue: unitValue, factor: factor)
    self.parameterID = parameterID
    self.validFrom = validFrom
    self.origin = origin
  }
}
