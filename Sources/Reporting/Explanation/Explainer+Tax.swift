// One person's tax of the year, step by step, under the lines that hold what work changed of it.

import Bookkeeping
import Calculation
import Figures
import Outcomes

/// A step of a person's tax beside the credits.
package enum TaxStep: String, CaseIterable, Sendable {
  case income
  case earnings
  case sickness
  case assessed
  case allowance
  case taxable
  case tax
  case pensionFee = "pension-fee"
  case net
}

extension Explainer {
  /// The tax of everybody behind a line of tax; of a line that takes a part of another back it is
  /// told there.
  func taxes(
    of terms: LineTerms, in figure: Figure, _ told: inout Told
  ) -> [Explanation] {
    guard case .line(let line, _) = figure.id, taxLines.contains(line),
      line.series == .employment || line.series == .transitions
    else { return [] }
    var parts: [Explanation] = []
    var last: ParticipantID?
    // Records stand in the order of people.
    for person in terms.basis.records.map(\.participant) where person != last {
      last = person
      guard let tax = taxes[person] else { continue }
      let participant = words(person.rawValue)
      guard told.taxes.insert(person).inserted else {
        let again = said(.explainTaxAgain(year: tax.incomeYear, participant: participant))
        parts.append(Explanation(again.pieces + [above], of: .tax(person), isRepeat: true))
        continue
      }
      let head = said(
        .explainTax(
          year: tax.incomeYear, participant: participant,
          municipality: tax.local.municipality.isEmpty
            ? texts(.remarkOwnMunicipality) : words(tax.local.municipality),
          rate: numbers.decimal(tax.local.total.percent)))
      parts.append(Explanation(head.pieces, steps(of: tax), of: .tax(person)))
    }
    return parts
  }

  /// Incomes, allowance, tax, fee and each credit that comes to anything, without the work and with
  /// it; then what is left of it in the year.
  private func steps(of tax: PersonTax) -> [Explanation] {
    var parts: [Explanation] = []
    let sides = (tax.before, tax.after)
    parts.append(
      said(
        .explainTaxBase(year: tax.incomeYear, amount: kronor(tax.priceBaseAmount.rational))))
    if tax.months != Rational(12) {
      parts.append(said(.explainTaxAnnual(months: numbers.decimal(tax.months.text(decimals: 4)))))
    }
    func add(_ name: String, _ before: String, _ after: String) {
      parts.append(said(.explainTaxStep(step: name, before: before, after: after)))
    }
    func add(_ step: TaxStep, exact: (TaxAssessment) -> Rational) {
      add(texts(.taxStep, step), kronor(exact(sides.0)), kronor(exact(sides.1)))
    }
    func add(_ step: TaxStep, _ amount: (TaxAssessment) -> Int) {
      add(step, exact: { Rational(amount($0)) })
    }
    add(.income, exact: \.income)
    add(.earnings, exact: \.earnings)
    if sides.0.sickness != .zero || sides.1.sickness != .zero {
      add(.sickness, exact: \.sickness)
    }
    add(.assessed, \.assessed)
    add(.allowance, \.allowance)
    add(.taxable, \.taxable)
    add(.tax, \.tax)
    add(.pensionFee, \.pensionFee)
    for (before, after) in zip(sides.0.credits, sides.1.credits)
    where before.granted != 0 || after.granted != 0 {
      add(texts(.taxCredit, before.credit), told(before), told(after))
    }
    add(.net, \.netCredit)
    parts.append(
      said(
        .explainTaxChange(
          taxable: kronor(tax.taxableChange), net: kronor(tax.netCreditChange))))
    if !tax.here.isZero, !tax.away.isZero {
      parts.append(
        said(
          .explainTaxShare(
            here: numbers.decimal(tax.here.text(decimals: 4)),
            away: numbers.decimal(tax.away.text(decimals: 4)))))
    }
    return parts
  }

  /// What is used of a credit, and what it comes to where the tax does not leave room for it.
  private func told(_ credit: TaxAssessment.Credit) -> String {
    let used = kronor(Rational(credit.used))
    guard credit.used < credit.granted else { return used }
    return texts(.explainTaxCut(used: used, granted: kronor(Rational(credit.granted))))
  }
}
