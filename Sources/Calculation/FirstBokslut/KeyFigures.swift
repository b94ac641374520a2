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
  /// *Återinvesterad andel av överskottet*: (result - dividend) / result; nil without a surplus or
  /// when the dividend is not stated.
  package let reinvestedShare: Rational?
  /// *Personalkostnader* in kronor by employee; nil when the number is unknown or zero.
  package let personnelCostPerEmployee: Rational?
  /// Shares of the income kinds, in the kinds' own order, zero kinds left out.
  package let incomeShares: [IncomeShare]

  /// The kinds of series L that are income (method.md section 4).
  package static let incomeKinds: [FlowKind] = [
    .sale, .placementFee, .grant, .wageSubsidy, .gift, .membership, .privateGrant, .sickPay,
  ]
}

extension FirstBokslut {
  /// The printed value of a row this year; zero when the row is not shown.
  package func value(_ id: String) -> Amount {
    (incomeStatement.row(id) ?? balanceSheet.row(id))?.current ?? .zero
  }

  /// The key figures; what the settings state is nil when it is not known. `employees` is the
  /// average number of all in the year (*medelantal anställda*), `incomeByKind` of series L.
  func keyFigures(
    dividend: Amount? = nil, employees: Rational? = nil, incomeByKind: [FlowKind: Amount] = [:]
  ) throws(ArithmeticOverflow) -> KeyFigures {
    let row = balanceSheet.row(StatementLayout.RowID.memberContributions)
    let isAssociation = form == .economicAssociation
    var change: Amount?
    if isAssociation, previousYear != nil || previousClosing != nil {
      change = try (row?.current ?? .zero) - (row?.previous ?? .zero)
    }
    return KeyFigures(
      memberContributions: isAssociation ? row?.current ?? .zero : nil,
      memberContributionsChange: change, reinvestedShare: try reinvestedShare(dividend),
      personnelCostPerEmployee: personnelCost(by: employees),
      incomeShares: try Self.shares(of: incomeByKind))
  }

  private func reinvestedShare(_ dividend: Amount?) throws(ArithmeticOverflow) -> Rational? {
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
