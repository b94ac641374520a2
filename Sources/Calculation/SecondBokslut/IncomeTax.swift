// Basic allowance, taxable income and the net credit of one income year, exact.

import BigInt
import Bookkeeping

/// Income tax rules of one year (63 kap. 3 § and 67 kap. 7 § inkomstskattelagen), for people under
/// 66 at the year's start. Incomes are kronor a year.
struct IncomeTax {
  /// The slope and cap of the job tax credit; a year without them has no credit.
  struct JobTaxCredit: Hashable {
    /// Share of earnings between 3.24 and 8.08 price base amounts.
    let slope: Rational
    /// The cap in price base amounts.
    let cap: Rational
  }

  /// *Prisbasbelopp* in kronor.
  let priceBaseAmount: Rational
  /// Municipal and regional rate together.
  let localRate: Rational
  /// *Jobbskatteavdrag*; nil when the bank has no values for the year.
  let jobTaxCredit: JobTaxCredit?

  /// *Grundavdrag*: up to whole hundreds, never above the income.
  func basicAllowance(_ income: Rational) -> Rational {
    let p = priceBaseAmount
    func times(_ thousandths: Int) -> Rational { p * Rational(thousandths, 1000) }
    let allowance: Rational
    if income <= times(990) {
      allowance = times(423)
    } else if income <= times(2720) {
      allowance = times(423) + (income - times(990)) * Rational(1, 5)
    } else if income <= times(3110) {
      allowance = times(770)
    } else if income <= times(7880) {
      allowance = times(770) - (income - times(3110)) * Rational(1, 10)
    } else {
      allowance = times(293)
    }
    let hundreds = Rational((allowance / Rational(100)).ceiling * 100)
    return min(hundreds, income)
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

  /// 7 % to the nearest hundred, ties up; none below 0.423 price base amounts.
  private func pensionFee(_ income: Rational) -> Rational {
    guard income >= priceBaseAmount * Rational(423, 1000) else { return .zero }
    let hundreds = income * Rational(7, 100) / Rational(100) + Rational(1, 2)
    return Rational(hundreds.floor * 100)
  }

  private func credit(income: Rational, earnings: Rational) -> Rational {
    guard let jobTaxCredit else { return .zero }
    let p = priceBaseAmount
    let counted = Rational((earnings / Rational(100)).floor * 100)
    let base: Rational
    if counted <= p * Rational(91, 100) {
      base = counted
    } else if counted <= p * Rational(324, 100) {
      base = p * Rational(91, 100) + (counted - p * Rational(91, 100)) * Rational(3874, 10_000)
    } else if counted <= p * Rational(808, 100) {
      base = p * Rational(1813, 1000) + (counted - p * Rational(324, 100)) * jobTaxCredit.slope
    } else {
      base = p * jobTaxCredit.cap
    }
    return max(.zero, Rational(((base - basicAllowance(income)) * localRate).floor))
  }
}
