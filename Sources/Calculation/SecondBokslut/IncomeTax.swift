// Basic allowance, taxable income and the net credit of one income year, exact.

import Bookkeeping
import Rulebook

/// Income tax of one year and municipality (63 kap. 3 § and 67 kap. 7 § inkomstskattelagen), by the
/// rules of the data files. Incomes are kronor a year.
struct IncomeTax {
  /// The rules of an income year in kronor.
  struct Year {
    fileprivate let table: IncomeTaxRules
    fileprivate let basicAllowance: BracketScale?
    /// *Jobbskatteavdrag*; nil when the bank has no values for the year.
    let jobTaxCredit: BracketScale?
    fileprivate let pensionFeeFrom: Rational

    /// `numbers` are the bank's values that the table's brackets name.
    init(priceBaseAmount: Rational, table: IncomeTaxRules, numbers: [String: Rational]) {
      self.table = table
      basicAllowance = BracketScale(
        table.basicAllowance, priceBaseAmount: priceBaseAmount, numbers: numbers)
      jobTaxCredit = BracketScale(
        table.jobTaxCredit, priceBaseAmount: priceBaseAmount, numbers: numbers)
      pensionFeeFrom = table.pensionFeeFrom * priceBaseAmount
    }
  }

  let year: Year
  /// Municipal and regional rate together.
  let localRate: Rational

  /// *Grundavdrag*: up to whole hundreds, never above the income.
  func basicAllowance(_ income: Rational) -> Rational {
    let allowance = year.basicAllowance?.value(at: income) ?? .zero
    let step = year.table.allowanceStep
    return min(Rational((allowance / step).ceiling) * step, income)
  }

  /// T: taxable income (*beskattningsbar förvärvsinkomst*), without rounding.
  func taxable(_ income: Rational) -> Rational {
    max(.zero, income - basicAllowance(income))
  }

  /// N: reductions less the general pension fee (*allmän pensionsavgift*), in whole kronor.
  /// `earnings` is what the job tax credit is counted on.
  func netCredit(income: Rational, earnings: Rational) -> Rational {
    let fee = pensionFee(income)
    let tax = Rational((taxable(income) * localRate).floor)
    let reduction = min(fee, tax)
    return reduction + min(credit(income: income, earnings: earnings), tax - reduction) - fee
  }

  /// To the nearest hundred, ties up; none on a small income.
  private func pensionFee(_ income: Rational) -> Rational {
    guard income >= year.pensionFeeFrom else { return .zero }
    let step = year.table.pensionFeeStep
    let steps = income * year.table.pensionFeeRate / step + Rational(1, 2)
    return Rational(steps.floor) * step
  }

  private func credit(income: Rational, earnings: Rational) -> Rational {
    guard let jobTaxCredit = year.jobTaxCredit else { return .zero }
    let step = year.table.earningsStep
    let base = jobTaxCredit.value(at: Rational((earnings / step).floor) * step)
    return max(.zero, Rational(((base - basicAllowance(income)) * localRate).floor))
  }
}
