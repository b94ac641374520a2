// The income tax rules of a year as the data files state them: brackets and single numbers.

import Bookkeeping
import Diagnostics

/// Basic allowance, base of the job tax credit and general pension fee of an income year, for
/// people who are not too old for them (Data/income-tax-brackets.tsv, Data/income-tax-rules.tsv).
package struct IncomeTaxRules: Sendable {
  /// A number of a bracket.
  package enum Number: Hashable, Sendable {
    /// Stated in the table.
    case stated(Rational)
    /// Stands in the parameter bank under this id.
    case parameter(String)
  }

  /// What income above a limit gives, up to the next bracket; limits and bases are in price base
  /// amounts.
  package struct Bracket: Hashable, Sendable {
    /// The limit.
    package let above: Rational
    /// What the limit itself gives.
    package let base: Number
    /// The share of what exceeds the limit.
    package let rate: Number
  }

  /// *Grundavdrag*.
  package let basicAllowance: [Bracket]
  /// The base of *jobbskatteavdraget*.
  package let jobTaxCredit: [Bracket]
  /// The allowance is rounded up to whole steps of so many kronor.
  package let allowanceStep: Rational
  /// Earnings are rounded down to whole steps of so many kronor.
  package let earningsStep: Rational
  /// *Allmän pensionsavgift*, share of the income.
  package let pensionFeeRate: Rational
  /// The smallest income with a fee, in price base amounts.
  package let pensionFeeFrom: Rational
  /// The fee is rounded to the nearest whole step of so many kronor, ties up.
  package let pensionFeeStep: Rational
  /// Income year less birth year; who is older is left out.
  package let oldestTaxedAge: Rational

  /// The rules valid on a day (31 December of the income year).
  package init(on day: CalendarDate) {
    basicAllowance = Self.brackets("basicAllowance", on: day)
    jobTaxCredit = Self.brackets("jobTaxCredit", on: day)
    allowanceStep = Self.number("allowanceStep", on: day)
    earningsStep = Self.number("earningsStep", on: day)
    pensionFeeRate = Self.number("pensionFeeRate", on: day)
    pensionFeeFrom = Self.number("pensionFeeFrom", on: day)
    pensionFeeStep = Self.number("pensionFeeStep", on: day)
    oldestTaxedAge = Self.number("oldestTaxedAge", on: day)
  }

  /// The ids of the bank's values that the job tax credit needs, in the order of brackets.
  package var creditParameterIDs: [String] {
    jobTaxCredit.flatMap { [$0.base, $0.rate] }.compactMap { number in
      guard case .parameter(let id) = number else { return nil }
      return id
    }
  }

  /// Whether someone born in a year is too old for these rules in the income year.
  package func leavesOut(birthYear: Int, incomeYear: Int) -> Bool {
    Rational(incomeYear - birthYear) > oldestTaxedAge
  }
}

extension IncomeTaxRules {
  /// A dated row of one of the two tables.
  struct DatedRow<Value: Sendable>: Sendable {
    let rule: String
    let validFrom: CalendarDate
    let value: Value
  }

  static let bracketRows: [DatedRow<Bracket>] = EmbeddedTable(
    EmbeddedData.incomeTaxBrackets, separator: "\t"
  ).rows.map { row in
    guard let day = CalendarDate(row["valid_from"]), !row["source"].isEmpty,
      let above = rational(row["above"]), let base = number(row["base"]),
      let rate = number(row["rate"])
    else { preconditionFailure("income-tax-brackets.tsv line \(row.line) is malformed") }
    return DatedRow(
      rule: row["rule"], validFrom: day, value: Bracket(above: above, base: base, rate: rate))
  }

  static let numberRows: [DatedRow<Rational>] = EmbeddedTable(
    EmbeddedData.incomeTaxRules, separator: "\t"
  ).rows.map { row in
    guard let day = CalendarDate(row["valid_from"]), !row["source"].isEmpty,
      let value = rational(row["value"])
    else { preconditionFailure("income-tax-rules.tsv line \(row.line) is malformed") }
    return DatedRow(rule: row["rule"], validFrom: day, value: value)
  }

  private static func rational(_ text: String) -> Rational? {
    ScaledText.parse(text, decimals: 4).map { Rational($0, 10_000) }
  }

  private static func number(_ text: String) -> Number? {
    if text.hasPrefix("=") { return .parameter(String(text.dropFirst())) }
    return rational(text).map(Number.stated)
  }

  /// The rows of a rule with the latest day that has come, or its first day's.
  private static func valid<Value>(
    _ rows: [DatedRow<Value>], _ rule: String, on day: CalendarDate
  ) -> [Value] {
    let own = rows.filter { $0.rule == rule }
    let days = own.map(\.validFrom)
    let from = days.filter { $0 <= day }.max() ?? days.min()
    return own.filter { $0.validFrom == from }.map(\.value)
  }

  private static func brackets(_ rule: String, on day: CalendarDate) -> [Bracket] {
    let found = valid(bracketRows, rule, on: day)
    precondition(!found.isEmpty, "income-tax-brackets.tsv has no \(rule)")
    return found
  }

  private static func number(_ rule: String, on day: CalendarDate) -> Rational {
    guard let found = valid(numberRows, rule, on: day).first else {
      preconditionFailure("income-tax-rules.tsv has no \(rule)")
    }
    return found
  }
}
