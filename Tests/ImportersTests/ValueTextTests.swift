// Numbers, money, percent, days and lengths of time as people write them.

import Bookkeeping
import Testing

@testable import Importers

@Suite struct ValueTextTests {
  @Test(arguments: [
    ("25500", 2_550_000), ("25 500", 2_550_000), ("25\u{A0}500,50", 2_550_050),
    ("1 234,50", 123_450), ("1,234.50", 123_450), ("1.234,50", 123_450),
    ("1,234,567", 123_456_700), ("1.234.567", 123_456_700), ("1'234.50", 123_450),
    ("1,234,567.89", 123_456_789), ("-12,5", -1_250), ("\u{2212}12,5", -1_250), ("+3", 300),
    ("0,250", 25), ("12 345,600", 1_234_560), ("0", 0), ("007", 700), (" 5 ", 500),
    ("92233720368547758,07", Int(Int64.max)),
  ])
  func numbersInBothManners(text: String, hundredths: Int) throws {
    #expect(try NumberReader.scaled(text, decimals: 2) == Int64(hundredths))
  }

  @Test(arguments: [
    ("", NumberProblem.notANumber), ("tre", .notANumber), ("1 23", .notANumber),
    ("12 34,5", .notANumber), ("1,2,3", .notANumber), ("1.2,3.4", .notANumber),
    ("5.", .notANumber), (",5", .notANumber), ("1e5", .notANumber), ("٣", .notANumber),
    ("--5", .notANumber), ("1,234", .ambiguous), ("25.500", .ambiguous),
    ("1,2345", .tooManyDecimals), ("0,125", .tooManyDecimals),
    ("99999999999999999999", .tooLarge),
  ])
  func whatIsNoNumberIsNone(text: String, problem: NumberProblem) {
    #expect(throws: problem) { try NumberReader.scaled(text, decimals: 2) }
  }

  @Test func aMachinesNumberIsNeverAmbiguous() throws {
    #expect(try NumberReader.scaled("25.500", decimals: 2, isPlain: true) == 2_550)
    #expect(try NumberReader.scaled("1.125", decimals: 3, isPlain: true) == 1_125)
  }

  @Test(arguments: [
    "8200", "8200 kr", "8 200 kr/månad", "8200:-", "8200 SEK", "8200,00 kr / mån", "8200 KR/MANAD",
  ])
  func moneyWithItsUnit(text: String) throws {
    #expect(try AmountText.read(text).ore == 820_000)
  }

  @Test(arguments: ["8200 kr/år", "8200 %", "8200 kr/dag", "kr"])
  func anotherUnitIsNoMoney(text: String) {
    #expect(throws: NumberProblem.notANumber) { try AmountText.read(text) }
  }

  @Test(arguments: [
    ("30 %", 3_000), ("3,5 %", 350), ("3.5%", 350), ("0.30", 3_000), ("0,3", 3_000), ("1", 10_000),
    ("0", 0), ("21,65 %", 2_165), ("0.2165", 2_165), ("100 %", 10_000),
  ])
  func ratesOfTheSettings(text: String, tenThousandths: Int) throws {
    #expect(
      try PercentText.read(text, bare: .fraction).tenThousandths == Int64(tenThousandths))
  }

  @Test(arguments: [
    ("50", 5_000), ("50 %", 5_000), ("37,5", 3_750), ("100", 10_000), ("0,75 %", 75),
  ])
  func extentsOfTheRegister(text: String, tenThousandths: Int) throws {
    #expect(try PercentText.read(text, bare: .percent).tenThousandths == Int64(tenThousandths))
  }

  @Test func aFractionUnderAHeadingOfPercentIsAmbiguous() {
    for text in ["0,5", "0.75", "1"] {
      #expect(throws: NumberProblem.ambiguous) { try PercentText.read(text, bare: .percent) }
    }
  }

  @Test func ratesHaveTwoDecimalsOfPercent() {
    #expect(throws: NumberProblem.tooManyDecimals) {
      try PercentText.read("3,125 %", bare: .fraction)
    }
    #expect(throws: NumberProblem.tooManyDecimals) {
      try PercentText.read("0.21654", bare: .fraction)
    }
  }

  @Test(arguments: [
    "2025-01-31", "20250131", "2025/01/31", "2025/1/31", "2025.01.31", "31.1.2025", "31.01.2025",
    "2025-01-31 00:00:00", "2025-01-31T00:00:00", "2025\u{2013}01\u{2013}31", " 2025-01-31 ",
  ])
  func daysInEveryForm(text: String) {
    #expect(DateText.read(text) == CalendarDate(year: 2025, month: 1, day: 31))
  }

  @Test(arguments: [
    "2025-02-29", "31/1/2025", "1/31/2025", "31-01-2025", "2025-13-01", "25-01-31", "2025-01",
    "45688", "2025-01-31 08:30", "januari 2025", "", "2025--1", "2025-001-31",
  ])
  func whatIsNoDayIsNone(text: String) {
    #expect(DateText.read(text) == nil)
  }

  @Test func lengthsOfTime() {
    #expect(DurationText.months("36 månader") == 36)
    #expect(DurationText.months("1 manad") == 1)
    #expect(DurationText.months("5 år") == 60)
    #expect(DurationText.months("6 mån") == 6)
    #expect(DurationText.months("36") == nil)
    #expect(DurationText.months("månader") == nil)
    #expect(DurationText.months("3 veckor") == nil)
    #expect(DurationText.months("1,5 år") == nil)
  }

  @Test func yesAndNo() {
    for text in ["ja", "Ja", "JA", "true", "yes", "1", "x"] {
      #expect(YesNoText.read(text) == true)
    }
    for text in ["nej", "NEJ", "false", "no", "0"] { #expect(YesNoText.read(text) == false) }
    #expect(YesNoText.read("kanske") == nil)
  }
}
