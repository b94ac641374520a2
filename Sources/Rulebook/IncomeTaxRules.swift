// The income tax rules of a year as the data files state them: tables and single numbers.

import Bookkeeping
import Diagnostics

/// Basic allowance, general pension fee and tax credits of an income year, for people who are not
/// too old for them (Data/income-tax-brackets.tsv, Data/income-tax-rules.tsv). Shares, price base
/// amounts and kronor are in millionths.
package struct IncomeTaxRules: Sendable {
  /// A number of a table.
  package enum Number: Hashable, Sendable {
    /// Stated in the table, in millionths.
    case stated(Int64)
    /// Stands in the parameter bank under this id.
    case parameter(String)
  }

  /// What limits and bases are stated in.
  package enum Unit: String, Sendable {
    /// Price base amounts of the year.
    case priceBaseAmounts = "prisbasbelopp"
    /// Kronor.
    case kronor = "kr"
  }

  /// What income above a limit gives, up to the next bracket.
  package struct Bracket: Hashable, Sendable {
    /// What limit and base are stated in.
    package let unit: Unit
    /// The limit, in millionths.
    package let above: Int64
    /// What the limit itself gives.
    package let base: Number
    /// The share of what exceeds the limit.
    package let rate: Number
  }

  /// A table of brackets.
  package enum Table: String, CaseIterable, Sendable {
    /// *Grundavdrag*.
    case basicAllowance
    /// The base of *jobbskatteavdraget*.
    case jobTaxCredit
    /// What is taken off *jobbskatteavdraget* at high earnings.
    case jobTaxCreditPhaseOut
    /// The base of *skattereduktionen för sjuk- och aktivitetsersättning*.
    case sicknessCredit
    /// *Skattereduktion för förvärvsinkomst*.
    case earnedIncomeCredit
    /// *Tillfällig skattereduktion för arbetsinkomster*.
    case temporaryCredit
  }

  /// The brackets of each table; none in a year before the first of a credit.
  package let tables: [Table: [Bracket]]
  /// The allowance is rounded up to whole steps of so many kronor.
  package let allowanceStep: Int64
  /// Incomes are rounded down to whole steps of so many kronor.
  package let incomeStep: Int64
  /// *Allmän pensionsavgift*, share of the income, in millionths.
  package let pensionFeeRate: Int64
  /// The smallest income with a fee, in millionths of a price base amount.
  package let pensionFeeFrom: Int64
  /// The fee is rounded to the nearest whole step of so many kronor, ties down.
  package let pensionFeeStep: Int64
  /// Whoever had reached this age when the income year began is left out.
  package let creditAge: Int
  /// Whether the basic allowance is taken off the base of the sickness credit.
  package let sicknessTakesAllowance: Bool
  /// The least of the sickness credit, as a share of its base times the rate, in millionths.
  package let sicknessFloor: Int64
  /// The base of the sickness credit is rounded down to whole steps of so many kronor; 0: not at
  /// all.
  package let sicknessStep: Int64
  /// *Regional skattereduktion*, kronor a year.
  package let regionalCredit: Int64
  /// The last year of the credits' tables, when the income year comes after it and takes theirs.
  package let creditsOfYear: Int?

  /// The rules valid on a day (31 December of the income year).
  package init(on day: CalendarDate) {
    tables = Dictionary(
      uniqueKeysWithValues: Table.allCases.map { table in
        let first = table == .basicAllowance
        return (
          table, Self.valid(Self.bracketRows, table.rawValue, on: day, orFirst: first).map(\.value)
        )
      })
    func millionths(_ rule: String) -> Int64 {
      guard let found = Self.valid(Self.numberRows, rule, on: day, orFirst: true).first else {
        preconditionFailure("income-tax-rules.tsv has no \(rule)")
      }
      return found.value
    }
    func whole(_ rule: String) -> Int64 { millionths(rule) / Self.million }
    allowanceStep = whole("allowanceStep")
    incomeStep = whole("incomeStep")
    pensionFeeRate = millionths("pensionFeeRate")
    pensionFeeFrom = millionths("pensionFeeFrom")
    pensionFeeStep = whole("pensionFeeStep")
    creditAge = Int(whole("creditAge"))
    sicknessTakesAllowance = whole("sicknessAllowance") == 1
    sicknessFloor = millionths("sicknessFloor")
    sicknessStep = whole("sicknessStep")
    regionalCredit =
      (Self.valid(Self.numberRows, "regionalCredit", on: day, orFirst: false).first?.value ?? 0)
      / Self.million
    let last = Self.bracketRows.filter { $0.rule == Table.jobTaxCredit.rawValue }
      .compactMap(\.validTo).max()
    creditsOfYear = last.flatMap { $0 < day ? $0.year : nil }
  }

  /// The ids of the bank's values that the tables name, in their order.
  package var parameterIDs: [String] {
    var ids: [String] = []
    for bracket in Table.allCases.flatMap({ tables[$0] ?? [] }) {
      for case .parameter(let id) in [bracket.base, bracket.rate] where !ids.contains(id) {
        ids.append(id)
      }
    }
    return ids
  }

  /// Whether someone born in a year is too old for these rules when a year begins.
  package func leavesOut(birthYear: Int, in year: Int) -> Bool {
    year - birthYear - 1 >= creditAge
  }
}

extension IncomeTaxRules {
  /// A millionth of what the tables state is 1.
  package static let million: Int64 = 1_000_000

  /// A dated row of one of the two files.
  struct DatedRow<Value: Sendable>: Sendable {
    let rule: String
    let validFrom: CalendarDate
    let validTo: CalendarDate?
    let value: Value

    /// Nil when days, source or status are amiss.
    init?(_ row: EmbeddedTable.Row, _ value: Value) {
      guard let from = CalendarDate(row["valid_from"]), !row["source"].isEmpty,
        Parameter.bankStatuses.contains(row["status"])
      else { return nil }
      let end = CalendarDate(row["valid_to"])
      guard row["valid_to"].isEmpty || end.map({ $0 > from }) == true else { return nil }
      rule = row["rule"]
      validFrom = from
      validTo = end
      self.value = value
    }
  }

  static let bracketRows: [DatedRow<Bracket>] = EmbeddedTable(
    EmbeddedData.incomeTaxBrackets, separator: "\t"
  ).rows.map { row in
    guard Table(rawValue: row["rule"]) != nil, let unit = Unit(rawValue: row["unit"]),
      let above = ScaledText.parse(row["above"], decimals: 6), let base = number(row["base"]),
      let rate = number(row["rate"]),
      let read = DatedRow(row, Bracket(unit: unit, above: above, base: base, rate: rate))
    else { preconditionFailure("income-tax-brackets.tsv line \(row.line) is malformed") }
    return read
  }

  static let numberRows: [DatedRow<Int64>] = EmbeddedTable(
    EmbeddedData.incomeTaxRules, separator: "\t"
  ).rows.map { row in
    guard let value = ScaledText.parse(row["value"], decimals: 6), let read = DatedRow(row, value)
    else { preconditionFailure("income-tax-rules.tsv line \(row.line) is malformed") }
    return read
  }

  private static func number(_ text: String) -> Number? {
    if text.hasPrefix("=") { return .parameter(String(text.dropFirst())) }
    return ScaledText.parse(text, decimals: 6).map(Number.stated)
  }

  /// The rows of a rule with the latest day that has come, also after their last; before the first
  /// those of the first day, where they stand for earlier years.
  private static func valid<Value>(
    _ rows: [DatedRow<Value>], _ rule: String, on day: CalendarDate, orFirst: Bool
  ) -> [DatedRow<Value>] {
    let own = rows.filter { $0.rule == rule }
    let days = own.map(\.validFrom)
    let from = days.filter { $0 <= day }.max() ?? (orFirst ? days.min() : nil)
    return own.filter { $0.validFrom == from }
  }
}
