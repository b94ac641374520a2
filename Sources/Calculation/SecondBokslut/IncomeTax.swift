// A person's income tax of one year, step by step: allowance, tax, fee and every credit.

import Bookkeeping
import Rulebook

/// Income tax of one year and municipality by the rules of the data files (63 and 67 kap.
/// inkomstskattelagen, lagen (1994:1744)). Incomes are kronor a year.
struct IncomeTax {
  /// The rules of an income year in kronor.
  struct Year {
    fileprivate let rules: IncomeTaxRules
    fileprivate let basicAllowance: BracketScale?
    /// *Jobbskatteavdrag*; nil when neither table nor bank has it for the year.
    let jobTaxCredit: BracketScale?
    fileprivate let phaseOut: BracketScale?
    fileprivate let sicknessCredit: BracketScale?
    fileprivate let earnedIncomeCredit: BracketScale?
    fileprivate let temporaryCredit: BracketScale?
    /// In units of 10^-10 kr.
    fileprivate let pensionFeeFrom: Int128

    /// `numbers` are the bank's values that the tables name.
    init(
      priceBaseAmount: ParameterValue, rules: IncomeTaxRules, numbers: [String: ParameterValue]
    ) {
      func scale(_ table: IncomeTaxRules.Table) -> BracketScale? {
        BracketScale(
          rules.tables[table] ?? [], priceBaseAmount: priceBaseAmount, numbers: numbers)
      }
      self.rules = rules
      basicAllowance = scale(.basicAllowance)
      jobTaxCredit = scale(.jobTaxCredit)
      phaseOut = scale(.jobTaxCreditPhaseOut)
      sicknessCredit = scale(.sicknessCredit)
      earnedIncomeCredit = scale(.earnedIncomeCredit)
      temporaryCredit = scale(.temporaryCredit)
      pensionFeeFrom = Int128(rules.pensionFeeFrom) * Int128(priceBaseAmount.tenThousandths)
    }
  }

  /// What a person has to tax in a year, kronor, exact.
  struct Income {
    /// All of it.
    var total = Rational.zero
    /// The part that is earned by work.
    var earnings = Rational.zero
    /// The part that is *sjukersättning* or *aktivitetsersättning*.
    var sickness = Rational.zero
  }

  let year: Year
  /// Municipal and regional rate together.
  let localRate: Rate
  /// Whether the municipality has the regional credit in the year.
  let hasRegionalCredit: Bool

  /// The largest income that is taxed exactly, kronor.
  private static let bound: Int128 = 10_000_000_000_000

  /// The tax on an income; throws when it is beyond all reason.
  func assess(_ income: Income) throws(ArithmeticOverflow) -> TaxAssessment {
    let rules = year.rules
    let total = try Self.down(income.total, to: rules.incomeStep)
    let earnings = try Self.down(income.earnings, to: rules.incomeStep)
    let allowance = min(total, basicAllowance(of: total))
    let taxable = total - allowance
    let tax = taxable * rate / Self.rateUnits
    let fee = pensionFee(on: try Self.down(income.total - income.sickness, to: rules.incomeStep))
    let granted: [(TaxCredit, Int128)] = [
      (.pensionFee, fee),
      (.job, jobTaxCredit(on: earnings, allowance: allowance)),
      (.sickness, try sicknessCredit(on: income.sickness, allowance: allowance)),
      (.earnedIncome, Self.kronor(of: year.earnedIncomeCredit, at: taxable)),
      (.regional, hasRegionalCredit ? Int128(rules.regionalCredit) : 0),
      (.temporary, Self.kronor(of: year.temporaryCredit, at: earnings)),
    ]
    var left = tax
    let credits = granted.map { credit, amount in
      let used = min(amount, left)
      left -= used
      return TaxAssessment.Credit(credit, granted: Int(amount), used: Int(used))
    }
    return TaxAssessment(
      income: income.total, earnings: income.earnings, sickness: income.sickness,
      assessed: Int(total), allowance: Int(allowance), taxable: Int(taxable), tax: Int(tax),
      pensionFee: Int(fee), credits: credits)
  }

  private static let rateUnits: Int128 = 10_000

  private var rate: Int128 { Int128(localRate.tenThousandths) }

  /// *Grundavdrag* (63 kap. 3 §): up to whole hundreds.
  private func basicAllowance(of income: Int128) -> Int128 {
    let step = Int128(year.rules.allowanceStep) * BracketScale.unitsPerKrona
    let exact = year.basicAllowance?.value(at: income) ?? 0
    return (exact + step - 1) / step * Int128(year.rules.allowanceStep)
  }

  /// To the nearest hundred, ties down; none on a small income (lagen (1994:1744)).
  private func pensionFee(on income: Int128) -> Int128 {
    let million = Int128(IncomeTaxRules.million)
    guard income * (BracketScale.unitsPerKrona / million) >= year.pensionFeeFrom else { return 0 }
    let step = Int128(year.rules.pensionFeeStep) * million
    let aboveTie = income * Int128(year.rules.pensionFeeRate) - step / 2
    return aboveTie <= 0 ? 0 : (aboveTie + step - 1) / step * Int128(year.rules.pensionFeeStep)
  }

  /// *Jobbskatteavdrag* (67 kap. 7 §), whole kronor.
  private func jobTaxCredit(on earnings: Int128, allowance: Int128) -> Int128 {
    guard let scale = year.jobTaxCredit else { return 0 }
    let base = scale.value(at: earnings) - allowance * BracketScale.unitsPerKrona
    guard base > 0 else { return 0 }
    let credit = base * rate / (BracketScale.unitsPerKrona * Self.rateUnits)
    return max(0, credit - Self.kronor(of: year.phaseOut, at: earnings))
  }

  /// *Skattereduktion för sjuk- och aktivitetsersättning* (67 kap. 9 a-d §§), whole kronor.
  private func sicknessCredit(
    on benefit: Rational, allowance: Int128
  ) throws(ArithmeticOverflow) -> Int128 {
    guard let scale = year.sicknessCredit, benefit > .zero else { return 0 }
    let rules = year.rules
    let base =
      rules.sicknessStep == 0 ? benefit : Rational(try Self.down(benefit, to: rules.sicknessStep))
    let taken = rules.sicknessTakesAllowance ? Rational(allowance) : .zero
    let least = base * Rational(rules.sicknessFloor, IncomeTaxRules.million)
    let credit = max(scale.value(at: base) - taken, least, .zero) * localRate.rational
    return try Self.whole(credit)
  }

  private static func kronor(of scale: BracketScale?, at income: Int128) -> Int128 {
    (scale?.value(at: income) ?? 0) / BracketScale.unitsPerKrona
  }

  private static func down(
    _ income: Rational, to step: Int64
  ) throws(ArithmeticOverflow) -> Int128 {
    try whole(income / Rational(step)) * Int128(step)
  }

  private static func whole(_ amount: Rational) throws(ArithmeticOverflow) -> Int128 {
    guard let whole = Int64(exactly: amount.floor), Int128(whole) <= bound else {
      throw ArithmeticOverflow()
    }
    return Int128(whole)
  }
}
