// One line of the second bokslut: basis x unit value x factor from one actor to another.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// A line (*rad*), which is one balanced voucher of the second bokslut: `amount` moves from one
/// actor to another, and amount = basis x unit value x factor as printed, rounded to the öre.
package struct SocialLine: Hashable, Sendable {
  /// The series.
  package let series: Series
  /// Series and number of a line that moves an öre; nil for one that moves none, which takes no
  /// number and is printed nowhere.
  package let reference: LineReference?
  /// What it says beside its numbers.
  package let head: LineHead
  /// What it was made of.
  package let terms: LineTerms
  /// The printed basis.
  package let basis: Quantity
  /// The printed unit value.
  package let unitValue: Amount
  /// The printed factor.
  package let factor: Factor
  /// basis x unit value x factor.
  package let amount: Amount
  /// For D, U and T: the printed line that it reduces; nil for a job that only reductions use.
  package let reduces: LineReference?

  /// A line, with the number that it takes if it moves an öre; its numbers are computed here and
  /// nowhere else.
  package init(
    _ series: Series, number: Int, _ head: LineHead, _ terms: LineTerms,
    reduces: LineReference? = nil
  ) throws(ArithmeticOverflow) {
    self.series = series
    self.head = head
    self.terms = terms
    self.basis = try terms.quantity()
    self.unitValue = terms.unitValue.amount
    self.factor = try terms.factor()
    self.amount = try Amount(basis: basis, unitValue: unitValue, factor: factor)
    self.reference = amount.isZero ? nil : LineReference(series: series, number: number)
    self.reduces = reduces
  }

  /// The package's part.
  package var kind: LineKind { head.kind }
  /// The outcome kind; nil in series L.
  package var outcome: OutcomeKind? { head.outcome }
  /// Who gives.
  package var from: ActorID { head.from }
  /// Who receives.
  package var to: ActorID { head.to }
  /// The unit of the basis.
  package var basisUnit: BasisUnit { terms.basis.unit }
  /// The records behind the basis, each with its share.
  package var records: [RecordShare] { terms.basis.records }
}

/// Makes drafts into lines, those that move an öre numbered from 1 in their series.
struct LineWriter {
  private(set) var lines: [SocialLine] = []
  private var numbers: [Series: Int] = [:]

  /// Writes a draft as a line of a series, reduced by some rates; gives the line.
  @discardableResult
  mutating func write(
    _ draft: LineDraft, in series: Series, by rates: [RateTerm] = [],
    reduces: LineReference? = nil
  ) throws(ArithmeticOverflow) -> SocialLine {
    let number = numbers[series, default: 0] + 1
    let line = try SocialLine(
      series, number: number, draft.key.head, draft.terms.multiplied(before: rates),
      reduces: reduces)
    if line.reference != nil { numbers[series] = number }
    lines.append(line)
    return line
  }
}
