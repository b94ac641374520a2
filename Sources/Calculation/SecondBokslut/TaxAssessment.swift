// What a person's tax of a year came to at every step, and what work changed of it.

import Bookkeeping
import Outcomes
import Rulebook

/// A tax credit (*skattereduktion*), in the order in which they are used.
package enum TaxCredit: String, CaseIterable, Sendable {
  /// For the general pension fee.
  case pensionFee = "pension-fee"
  /// *Jobbskatteavdrag*.
  case job
  /// For *sjukersättning* and *aktivitetsersättning*.
  case sickness
  /// For *förvärvsinkomst*.
  case earnedIncome = "earned-income"
  /// *Regional skattereduktion*.
  case regional
  /// The temporary one for earnings of 2021 and 2022.
  case temporary
}

/// A person's tax on one income of a year; kronor, whole but for the incomes.
package struct TaxAssessment: Hashable, Sendable {
  /// A credit.
  package struct Credit: Hashable, Sendable {
    /// Which.
    package let credit: TaxCredit
    /// What it comes to by its rule.
    package let granted: Int
    /// What of it the tax leaves room for.
    package let used: Int

    init(_ credit: TaxCredit, granted: Int, used: Int) {
      self.credit = credit
      self.granted = granted
      self.used = used
    }
  }

  /// All that is taxed.
  package let income: Rational
  /// The part that is earned by work.
  package let earnings: Rational
  /// The part that is *sjukersättning* or *aktivitetsersättning*.
  package let sickness: Rational
  /// *Fastställd förvärvsinkomst*: the income down to hundreds.
  package let assessed: Int
  /// *Grundavdrag*.
  package let allowance: Int
  /// T: *beskattningsbar förvärvsinkomst*.
  package let taxable: Int
  /// Municipal and regional tax.
  package let tax: Int
  /// *Allmän pensionsavgift*.
  package let pensionFee: Int
  /// Every credit, in the order in which they are used.
  package let credits: [Credit]

  /// N: the credits that are used less the pension fee.
  package var netCredit: Int { credits.map(\.used).reduce(0, +) - pensionFee }
}

/// What work changed of one person's tax in a year, with what it is worked out from.
package struct PersonTax: Hashable, Sendable {
  /// Whose.
  package let participant: ParticipantID
  /// The income year.
  package let incomeYear: Int
  /// *Prisbasbelopp* of the income year.
  package let priceBaseAmount: ParameterValue
  /// The rates where the person lives.
  package let local: TaxRates
  /// The year's months; incomes are those of twelve.
  package let months: Rational
  /// Without the work.
  package let before: TaxAssessment
  /// With it.
  package let after: TaxAssessment
  /// Full-time months of employment here.
  package let here: Rational
  /// Full-time months of held transitions.
  package let away: Rational

  /// What twelve months' change counts for in the year.
  private var share: Rational { months / Rational(12) }
  /// T with the work less T without it, kronor of the fiscal year.
  package var taxableChange: Rational { Rational(after.taxable - before.taxable) * share }
  /// N with the work less N without it, kronor of the fiscal year.
  package var netCreditChange: Rational { Rational(after.netCredit - before.netCredit) * share }
}
