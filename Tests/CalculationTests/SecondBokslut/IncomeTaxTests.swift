// Basic allowance, taxable income and net credit against figures worked out by hand.

import Bookkeeping
import Figures
import Rulebook
import Testing

@testable import Calculation

struct IncomeTaxTests {
  /// Karlskrona 2025: p = 58 800, 21.65 + 12.04 %, s = 0.199, c = 2.776.
  static let karlskrona = IncomeTax(
    year: .init(
      priceBaseAmount: 58_800, table: table,
      numbers: [
        "jobbskatteavdrag.lutning2": Rational(199, 1000),
        "jobbskatteavdrag.tak": Rational(2776, 1000),
      ]), localRate: Rational(3369, 10_000))

  private static let table = IncomeTaxRules(on: CalendarDate(dayNumber: 20_088))

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
  func basicAllowance(income: Int, expected: Int) {
    #expect(Self.karlskrona.basicAllowance(Rational(income)) == Rational(expected))
  }

  @Test("net credit of a full year's work: fee returned, job tax credit on top")
  func netCreditOfWork() {
    // T = 200 400; tax = floor(67 514.76); fee = 16 800, all of it returned;
    // u = 106 604.40 + 0.199 x (240 000 - 190 512) = 116 452.512;
    // credit = floor((116 452.512 - 39 600) x 0.3369) = 25 891.
    let credit = Self.karlskrona.netCredit(income: 240_000, earnings: 240_000)
    #expect(credit == 25_891)
  }

  @Test("net credit of taxed support without earnings is only the returned fee")
  func netCreditOfSupport() {
    // Fee 7 % of 120 000 = 8 400; T = 120 000 - 37 300 = 82 700; tax = 27 861: all returned.
    #expect(Self.karlskrona.netCredit(income: 120_000, earnings: 0) == 0)
  }

  @Test("the fee cannot be returned where the tax is smaller")
  func feeAboveTax() {
    // 26 000: fee 1 820 -> 1 800; allowance 24 900; tax = floor(1 100 x 0.3369) = 370.
    // Credit: u = 26 000, (26 000 - 24 900) x 0.3369 = 370, but tax less returned fee is 0.
    #expect(Self.karlskrona.netCredit(income: 26_000, earnings: 26_000) == Rational(370 - 1800))
  }

  @Test("no fee below 0.423 price base amounts, and ties of the fee go up")
  func feeEdges() {
    #expect(Self.karlskrona.netCredit(income: 24_872, earnings: 24_872) == 0)
    // 7 % of 45 000 = 3 150, a tie: 3 200. Allowance 24 900, tax = floor(20 100 x 0.3369) = 6 771.
    // Credit: u = 45 000; (45 000 - 24 900) x 0.3369 = 6 771, at most 6 771 - 3 200 = 3 571.
    #expect(Self.karlskrona.netCredit(income: 45_000, earnings: 45_000) == 3_571)
  }

  @Test("a year without the credit's values has none")
  func noCredit() {
    let year = IncomeTax(
      year: .init(
        priceBaseAmount: 48_300, table: Self.table,
        numbers: ["jobbskatteavdrag.tak": Rational(2776, 1000)]),
      localRate: Rational(3224, 10_000))
    #expect(year.netCredit(income: 240_000, earnings: 240_000) == 0)
  }

  @Test("the cap of the credit's base")
  func cap() {
    // cp = 163 228.80; allowance 17 300; floor(145 928.80 x 0.3369) = 49 163.
    #expect(Self.karlskrona.netCredit(income: 600_000, earnings: 600_000) == 49_163)
  }
}
