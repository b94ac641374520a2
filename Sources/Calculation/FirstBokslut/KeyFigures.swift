// Key figures (nyckeltal) of the first bokslut, as exact fractions.

import Bookkeeping
import Rulebook

/// *Nyckeltal*. Fractions are exact; round them once, when they are printed
/// (`Rational.text(decimals:)`).
package struct KeyFigures: Hashable, Sendable {
  /// A kind's part of the income.
  package struct IncomeShare: Hashable, Sendable {
    /// The kind.
    package let kind: FlowKind
    /// Its income.
    package let amount: Amount
    /// Its share of all income kinds; nil when they sum to nothing.
    package let share: Rational?
  }

  /// *Medlemsinsatser* at the year's end; nil but in an ekonomisk förening.
  package let memberContributions: Amount?
  /// How they changed in the year; nil when the year before is unknown.
  package let memberContributionsChange: Amount?
  /// *Utdelning* decided from the year's result: booked the year after, else as the settings state;
  /// nil when neither tells it.
  package let dividend: Amount?
  /// Whether the dividend is that of the next year's vouchers.
  package let isDividendBooked: Bool
  /// *Utdelning* decided from last year's result: this year's vouchers tell it.
  package let dividendPrevious: Amount?
  /// *Återinvesterad andel av överskottet*: (result - dividend) / result; nil without a surplus or
  /// when the dividend is not known.
  package let reinvestedShare: Rational?
  /// The same of last year's surplus.
  package let reinvestedSharePrevious: Rational?
  /// *Personalkostnader* in kronor by employee; nil when the number is unknown or zero.
  package let personnelCostPerEmployee: Rational?
  /// Shares of the income kinds, in the kinds' own order, zero kinds left out.
  package let incomeShares: [IncomeShare]

  /// The kinds of series L that are income (method.md section 4).
  package static let incomeKinds: [FlowKind] = [
    .sale, .placementFee, .grant, .wageSubsidy, .gift, .membership, .privateGrant, .sickPay,
  ]
}

/// Dividends that the vouchers of two years book, positive; nil without vouchers.
package struct BookedDividends: Hashable, Sendable {
  /// In the year: decided from last year's result.
  package let thisYear: Amount?
  /// In the year after: decided from the year's result.
  package let nextYear: Amount?

  /// Dividends.
  package init(thisYear: Amount? = nil, nextYear: Amount? = nil) {
    self.thisYear = thisYear
    self.nextYear = nextYear
  }
}

extension FirstBokslut {
  /// The printed value of a row this year; zero when the row is not shown.
  package func value(_ id: String) -> Amount {
    (incomeStatement.row(id) ?? balanceSheet.row(id))?.current ?? .zero
  }

  /// The key figures; what the settings state is nil when it is not known. `employees` is the
  /// average number of all in the year (*medelantal anställda*), `incomeByKind` of series L.
  func keyFigures(
    dividend: Amount? = nil, employees: Rational? = nil, incomeByKind: [FlowKind: Amount] = [:],
    booked: BookedDividends = BookedDividends()
  ) throws(ArithmeticOverflow) -> KeyFigures {
    let row = balanceSheet.row(StatementLayout.RowID.memberContributions)
    let isAssociation = form == .economicAssociation
    var change: Amount?
    if isAssociation, previousYear != nil || previousClosing != nil {
      change = try (row?.current ?? .zero) - (row?.previous ?? .zero)
    }
    let decided = booked.nextYear.flatMap { $0.isZero ? nil : $0 }
    let lastResult = incomeStatement.row(StatementLayout.RowID.result)?.previous
    return KeyFigures(
      memberContributions: isAssociation ? row?.current ?? .zero : nil,
      memberContributionsChange: change, dividend: decided ?? dividend,
      isDividendBooked: decided != nil,
      dividendPrevious: lastResult == nil ? nil : booked.thisYear,
      reinvestedShare: try Self.reinvestedShare(of: result, decided ?? dividend),
      reinvestedSharePrevious: try lastResult.flatMap { result throws(ArithmeticOverflow) in
        try Self.reinvestedShare(of: result, booked.thisYear)
      },
      personnelCostPerEmployee: personnelCost(by: employees),
      incomeShares: try Self.shares(of: incomeByKind))
  }

  private static func reinvestedShare(
    of result: Amount, _ dividend: Amount?
  ) throws(ArithmeticOverflow) -> Rational? {
    guard let dividend, result > .zero else { return nil }
    return Rational(kronor: try result - dividend) / Rational(kronor: result)
  }

  private func personnelCost(by employees: Rational?) -> Rational? {
    guard let employees, employees > .zero else { return nil }
    return Rational(kronor: value(StatementLayout.RowID.personnel).negated) / employees
  }

  private static func shares(
    of income: [FlowKind: Amount]
  ) throws(ArithmeticOverflow) -> [KeyFigures.IncomeShare] {
    let total = try KeyFigures.incomeKinds.compactMap { income[$0] }.sum()
    return KeyFigures.incomeKinds.compactMap { kind in
      guard let amount = income[kind], !amount.isZero else { return nil }
      return KeyFigures.IncomeShare(
        kind: kind, amount: amount,
        share: total.isZero ? nil : Rational(kronor: amount) / Rational(kronor: total))
    }
  }
}
