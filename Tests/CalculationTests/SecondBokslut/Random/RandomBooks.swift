// Random result accounts in which the register's wages fit, or nearly.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

@testable import Calculation

/// Makes up the ledger of an enterprise.
struct RandomBooks {
  private(set) var balances: [(account: String, amount: Amount)] = []
  private(set) var objectPostings: [(account: String, amount: Amount, code: String)] = []
  private var random: SeededGenerator

  init(_ seed: UInt64, year: FiscalYear, settings: Settings, register: OutcomeRegister) throws {
    random = SeededGenerator(seed: seed)
    let book = WageBook(register)
    let wages = register.employments.map { book.wage(of: $0, in: year.period) }.sum()
    // Some enterprises' records claim a little more than the ledger holds.
    let isScaled = random.chance(25) && !wages.isZero
    let held =
      isScaled
      ? try (wages * Rational(97, 100)).roundedToOre()
      : try wages.roundedToOre() + random.kronor(10...900_000)
    var fees = Rational.zero
    for segment in ParameterBank(settings: settings).rates("arbetsgivaravgift", in: year.period) {
      let rate = try RandomEnterprise.required(segment.value).rate.rational
      fees += register.employments.map { book.wage(of: $0, in: segment.period) * rate }.sum()
    }
    if isScaled { fees = fees * Rational(kronor: held) / wages }
    let booked =
      random.chance(25) && !fees.isZero
      ? try (fees * Rational(98, 100)).roundedToOre()
      : try fees.roundedToOre() + random.kronor(10...300_000)
    addBalances(wages: held, fees: booked)
  }

  private mutating func income() -> Amount { random.kronor(1...5_000_000).negated }
  private mutating func cost() -> Amount { random.kronor(1...900_000) }

  private mutating func addBalances(wages: Amount, fees: Amount) {
    for account in ["3001", "3041", "3985", "3986", "3987", "3988", "3993", "3997", "8310", "8811"]
    {
      balances.append((account, income()))
    }
    for account in [
      "3740", "4010", "5010", "6991", "7410", "7533", "7570", "7832", "8410", "8820", "8910",
      "8999",
    ] {
      balances.append((account, cost()))
    }
    balances += [("7010", wages), ("7510", fees)]
    if random.chance(60) {
      objectPostings = [
        ("3001", Amount(ore: -12_345_67), "P12"), ("3001", income(), "P13"),
        ("5010", cost(), "P14"),
      ]
    }
  }
}
