// One line of what held jobs are expected to move, and what a step of the roll-forward changes.

import Bookkeeping
import Outcomes

/// A line of a valuation: a printed basis, unit value and factor of the k-th year.
package struct ProjectedLine: Hashable, Sendable {
  /// The k-th twelve months after the balance date.
  package let year: Int
  /// What it says beside its numbers.
  package let head: LineHead
  /// What it was made of: its own rates, what is kept after the counterfactual, drop-off, discount.
  package let terms: LineTerms
  /// The printed basis.
  package let basis: Quantity
  /// The printed unit value.
  package let unitValue: Amount
  /// The printed factor.
  package let factor: Factor
  /// basis x unit value x factor.
  package let amount: Amount

  /// A line of a year; its numbers are computed here and nowhere else.
  package init(year: Int, _ head: LineHead, _ terms: LineTerms) throws(ArithmeticOverflow) {
    self.year = year
    self.head = head
    self.terms = terms
    self.basis = try terms.quantity()
    self.unitValue = terms.unitValue.amount
    self.factor = try terms.factor()
    self.amount = try Amount(basis: basis, unitValue: unitValue, factor: factor)
  }

  /// The package's part.
  package var kind: LineKind { head.kind }
  /// Who gives.
  package var from: ActorID { head.from }
  /// Who receives.
  package var to: ActorID { head.to }
  /// The unit of the basis.
  package var basisUnit: BasisUnit { terms.basis.unit }
}

/// What a step of the social balance's roll-forward (*årets förändring*) moves for an actor: the
/// lines of one full valuation less those of the one before.
package struct ValuationStep: Sendable {
  /// What the step starts from.
  package enum Start: Sendable {
    /// Nothing: the valuation is the opening itself.
    case nothing
    /// The closing that was adopted last year, which has no lines.
    case adopted
    /// The valuation before.
    case lines([ProjectedLine])
  }

  /// Whose gain.
  package let actor: ActorID
  /// What the step starts from.
  package let before: Start
  /// What stands when the step has been taken.
  package let after: [ProjectedLine]

  /// A step.
  package init(_ actor: ActorID, from before: Start, to after: [ProjectedLine]) {
    self.actor = actor
    self.before = before
    self.after = after
  }

  /// The lines before; none where there are none.
  package var linesBefore: [ProjectedLine] {
    if case .lines(let lines) = before { lines } else { [] }
  }

  /// Whether all that it starts from is known line by line, and so whom it is about.
  var startsFromLines: Bool { if case .adopted = before { false } else { true } }

  /// Each person's part of what the step moves; nil where what it starts from has no lines. Those
  /// whose jobs are worth the same before and after it have none, and are not concerned, unless
  /// nothing but rounding moved.
  var weights: [ParticipantID: Rational]? {
    guard startsFromLines else { return nil }
    var weights: [ParticipantID: Rational] = [:]
    for (lines, sign) in [(after, Rational.one), (linesBefore, -.one)] {
      for line in lines where line.from == actor || line.to == actor {
        let perUnit =
          sign * Rational(kronor: line.unitValue) * Rational(line.factor.millionths, 1_000_000)
          * (line.to == actor ? .one : -.one)
        for record in line.terms.basis.records {
          weights[record.participant, default: .zero] += record.basis * perUnit
        }
      }
    }
    let moved = weights.filter { !$0.value.isZero }
    return moved.isEmpty ? weights : moved
  }

  /// The records of the lines that concern the actor.
  var records: [RecordShare] {
    (linesBefore + after).filter { $0.from == actor || $0.to == actor }
      .flatMap(\.terms.basis.records)
  }

  /// Whom the step concerns.
  var participants: Set<ParticipantID> {
    weights.map { Set($0.keys) } ?? Set(records.map(\.participant))
  }
}
