// A person's tax step by step against figures worked out by hand.

import Bookkeeping
import Figures
import Foundation
import Rulebook
import Testing

@testable import Calculation

struct IncomeTaxTests {
  /// Karlskrona: 21.65 + 12.04 %.
  static let karlskrona = Rate(tenThousandths: 3369)

  /// The tax of a year by the data files and the bank.
  static func tax(
    _ year: Int, rate: Rate = karlskrona, hasRegionalCredit: Bool = false
  ) throws -> IncomeTax {
    let day = try #require(CalendarDate(year: year, month: 12, day: 31))
    let bank = ParameterBank(settings: nil)
    let rules = IncomeTaxRules(on: day)
    var numbers: [String: ParameterValue] = [:]
    for id in rules.parameterIDs { numbers[id] = bank.parameter(id, on: day)?.first.value }
    let price = try #require(bank.parameter("prisbasbelopp", on: day)?.first.value)
    return IncomeTax(
      year: .init(priceBaseAmount: price, rules: rules, numbers: numbers), localRate: rate,
      hasRegionalCredit: hasRegionalCredit)
  }

  private func wage(_ kronor: Rational, in year: Int = 2025) throws -> TaxAssessment {
    try Self.tax(year).assess(.init(total: kronor, earnings: kronor))
  }

  private func used(_ tax: TaxAssessment) -> [Int] { tax.credits.map(\.used) }

  @Test(
    "basic allowance in each of its brackets (63 kap. 3 § IL)",
    arguments: [
      // 0.423p = 24 872.40, up to whole hundreds.
      (50_000, 24_900),
      // Never above the income.
      (20_000, 20_000),
      // 24 872.40 + 20 % of (100 000 - 58 212) = 33 230.
      (100_000, 33_300),
      // 0.77p = 45 276.
      (170_000, 45_300),
      // 45 276 - 10 % of (240 000 - 182 868) = 39 562.80.
      (240_000, 39_600),
      // 0.293p = 17 228.40.
      (500_000, 17_300),
    ])
  func basicAllowance(income: Int, expected: Int) throws {
    let tax = try Self.tax(2025).assess(.init(total: Rational(income)))
    #expect(tax.allowance == expected)
    #expect(tax.taxable == income - expected)
  }

  @Test("net credit of a full year's work: fee returned, the credits on top")
  func netCreditOfWork() throws {
    // 240 099.99 down to 240 000. T = 200 400; tax = floor(67 514.76); fee = 16 800.
    // u = 106 604.40 + 0.199 x (240 000 - 190 512) = 116 452.512;
    // credit = floor((116 452.512 - 39 600) x 0.3369) = 25 891; 0.75 % of 160 400 = 1 203.
    let tax = try wage(Rational(24_009_999, 100))
    #expect(tax.assessed == 240_000 && tax.tax == 67_514)
    #expect(used(tax) == [16_800, 25_891, 0, 1_203, 0, 0])
    #expect(tax.netCredit == 25_891 + 1_203)
  }

  @Test("net credit of taxed support without earnings is the credit for earned income")
  func netCreditOfSupport() throws {
    // Fee 7 % of 120 000 = 8 400; T = 120 000 - 37 300 = 82 700; tax = 27 861: all returned.
    // 0.75 % of 42 700 = 320.25.
    let tax = try Self.tax(2025).assess(.init(total: 120_000))
    #expect(used(tax) == [8_400, 0, 0, 320, 0, 0])
    #expect(tax.netCredit == 320)
  }

  @Test("the fee cannot be returned where the tax is smaller")
  func feeAboveTax() throws {
    // 26 000: fee 1 820 -> 1 800; allowance 24 900; tax = floor(1 100 x 0.3369) = 370.
    // Credit: u = 26 000, (26 000 - 24 900) x 0.3369 = 370, but tax less returned fee is 0.
    let tax = try wage(26_000)
    #expect(tax.credits.map(\.granted) == [1_800, 370, 0, 0, 0, 0])
    #expect(used(tax) == [370, 0, 0, 0, 0, 0])
    #expect(tax.netCredit == 370 - 1_800)
  }

  @Test(
    "no fee below 0.423 price base amounts, and a fee that ends on 50 goes down",
    arguments: [
      // 0.423p = 24 872.40.
      (24_800, 0), (24_900, 1_700),
      // 3 143, 3 150 and 3 157.
      (44_900, 3_100), (45_000, 3_100), (45_100, 3_200),
      // 10 150 and 17 150 end on 50 too.
      (145_000, 10_100), (245_000, 17_100),
    ])
  func feeEdges(income: Int, expected: Int) throws {
    #expect(try wage(Rational(income)).pensionFee == expected)
  }

  @Test("a year before the tables has no credit but the fee's")
  func noCredit() throws {
    let day = try #require(CalendarDate("2017-12-31"))
    let year = IncomeTax.Year(
      priceBaseAmount: ParameterValue(tenThousandths: 448_000_000), rules: .init(on: day),
      numbers: [:])
    #expect(year.jobTaxCredit == nil)
    let tax = IncomeTax(year: year, localRate: Self.karlskrona, hasRegionalCredit: true)
    let assessed = try tax.assess(.init(total: 240_000, earnings: 140_000, sickness: 100_000))
    // 7 % of the 140 000 that are no sickness benefit.
    #expect(used(assessed) == [9_800, 0, 0, 0, 0, 0])
  }

  @Test("without a number that the bank must give there is no job tax credit")
  func noNumber() throws {
    let day = try #require(CalendarDate("2025-12-31"))
    let year = IncomeTax.Year(
      priceBaseAmount: ParameterValue(tenThousandths: 588_000_000), rules: .init(on: day),
      numbers: ["jobbskatteavdrag.tak": ParameterValue(tenThousandths: 27_760)])
    #expect(year.jobTaxCredit == nil)
  }

  @Test("the cap of the credit's base, and what is tapered off at high earnings through 2024")
  func cap() throws {
    // cp = 163 228.80; allowance 17 300; floor(145 928.80 x 0.3369) = 49 163.
    #expect(used(try wage(600_000))[1] == 49_163)
    #expect(used(try wage(1_000_000))[1] == 49_163)
    // 2024: 2.608 x 57 300 = 149 438.40, less 16 800, x 0.3369 = 44 685.87;
    // less 3 % of (1 000 000 - 775 842) = 6 724.74.
    #expect(used(try wage(1_000_000, in: 2024))[1] == 44_685 - 6_724)
    // It never falls below nothing.
    #expect(used(try wage(3_000_000, in: 2024))[1] == 0)
  }

  @Test("a sickness benefit has a credit of its own, no fee, and takes off the whole allowance")
  func sickness() throws {
    // 150 000 of benefit in 2025: allowance 43 230 -> 43 300; 53 508 + 0.3405 x 96 492
    // = 86 363.526; less 43 300, x 0.3369 = 14 508.10. T = 106 700; 0.75 % of 66 700 = 500.25.
    let alone = try Self.tax(2025).assess(.init(total: 150_000, sickness: 150_000))
    #expect(alone.pensionFee == 0)
    #expect(used(alone) == [0, 0, 14_508, 500, 0, 0])
    // With 50 000 of wage beside: allowance 45 276 - 0.1 x 17 132 = 43 562.80 -> 43 600, off both:
    // (50 000 - 43 600) x 0.3369 = 2 156.16; (86 363.526 - 43 600) x 0.3369 = 14 407.03.
    // Fee 7 % of 50 000 = 3 500. T = 156 400; 0.75 % of 116 400 = 873.
    let both = try Self.tax(2025).assess(
      .init(total: 200_000, earnings: 50_000, sickness: 150_000))
    #expect(used(both) == [3_500, 2_156, 14_407, 873, 0, 0])
  }

  @Test("the base of the sickness credit is rounded down to hundreds from 2026 and not before")
  func sicknessRounding() throws {
    let benefit = Rational(5_009_999, 100)
    func credit(_ year: Int) throws -> Int {
      let tax = try Self.tax(year).assess(.init(total: benefit, sickness: benefit))
      return tax.credits[2].granted
    }
    // 2025: (50 099.99 - 24 900) x 0.3369 = 8 489.88. 2026: (50 000 - 25 100) x 0.3369 = 8 388.81.
    #expect(try credit(2025) == 8_489)
    #expect(try credit(2026) == 8_388)
    // 2021: 0.045 x 50 099.99 x 0.3369 = 759.54.
    #expect(try credit(2021) == 759)
  }

  @Test("the sickness credit is at least 4.5 % of its base times the rate, 2022 to 2025")
  func sicknessFloor() throws {
    // 20 000 beside 100 000 of other support, allowance 37 300: nothing is left of the table's
    // 20 000, but 0.045 x 20 000 x 0.3369 = 303.21.
    let income = IncomeTax.Income(total: 120_000, sickness: 20_000)
    #expect(try Self.tax(2025).assess(income).credits[2].granted == 303)
    #expect(try Self.tax(2026).assess(income).credits[2].granted == 0)
  }

  @Test("the regional credit, at most the tax that is left")
  func regional() throws {
    let tax = try Self.tax(2025, hasRegionalCredit: true)
    #expect(used(try tax.assess(.init(total: 240_000, earnings: 240_000)))[4] == 1_675)
    // 49 900: T = 25 000; tax 8 422; fee 3 493 -> 3 500; credit 8 422: nothing is left of it.
    let small = try tax.assess(.init(total: 49_900, earnings: 49_900))
    #expect(small.credits[4].granted == 1_675 && small.credits[4].used == 0)
    #expect(used(small) == [3_500, 4_922, 0, 0, 0, 0])
    let before = try Self.tax(2019, hasRegionalCredit: true).assess(.init(total: 240_000))
    #expect(before.credits[4].granted == 0)
  }

  @Test("nothing is taxed of no income, and an income beyond reason is refused")
  func bounds() throws {
    let nothing = try Self.tax(2025).assess(.init())
    #expect(nothing.tax == 0 && nothing.netCredit == 0 && used(nothing) == [0, 0, 0, 0, 0, 0])
    #expect(throws: ArithmeticOverflow.self) {
      try Self.tax(2025).assess(.init(total: Rational(Int64.max)))
    }
  }

  /// A row of Tests/Fixtures/IncomeTax/edges.tsv, by column.
  private struct Edge: CustomTestStringConvertible {
    let cells: [String: Substring]
    var testDescription: String { "\(self["year"]) wage \(self["wage"]) sick \(self["sick"])" }
    subscript(column: String) -> Int { cells[column].flatMap { Int($0) } ?? .min }
  }

  private static func edges() throws -> [Edge] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/IncomeTax/edges.tsv").standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let columns = try #require(lines.first).map(String.init)
    return lines.dropFirst().map { cells in
      Edge(cells: Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  @Test("every bracket's edge of every year, with and without a sickness benefit, by hand")
  func everyEdge() throws {
    let edges = try Self.edges()
    #expect(edges.count == 337)
    for year in 2019...2026 {
      let rows = edges.filter { $0["year"] == year }
      #expect(rows.count >= 35 && rows.contains { $0["sick"] > 0 && $0["wage"] > 0 })
      let tax = try Self.tax(year, rate: Rate(tenThousandths: 3200))
      for row in rows {
        let found = try tax.assess(
          .init(
            total: Rational(row["wage"] + row["sick"]), earnings: Rational(row["wage"]),
            sickness: Rational(row["sick"])))
        #expect(found.allowance == row["allowance"], "\(row)")
        #expect(found.taxable == row["taxable"], "\(row)")
        #expect(found.tax == row["tax"], "\(row)")
        #expect(found.pensionFee == row["fee"], "\(row)")
        let credits = [
          row["fee"], row["job"], row["sickness"], row["earned"], 0, row["temporary"],
        ]
        #expect(found.credits.map(\.granted) == credits, "\(row)")
        #expect(found.netCredit == row["net"], "\(row)")
      }
    }
  }
}
