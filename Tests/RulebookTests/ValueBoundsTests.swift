// The bounds of reason: each row of the data file, and what lies on either side of a bound.

import Bookkeeping
import Diagnostics
import Testing

@testable import Rulebook

@Suite struct ValueBoundsTests {
  @Test(arguments: BoundedValue.allCases)
  func everyValueHasBoundsInOrder(value: BoundedValue) {
    let rows = ValueBounds.all.filter { $0.value == value }
    #expect(!rows.isEmpty)
    #expect(Set(rows.map(\.validFrom)).count == rows.count)
    for bounds in rows {
      let numbers = [bounds.least, bounds.low, bounds.high, bounds.most].compactMap(\.self)
      #expect(numbers == numbers.sorted() && !numbers.isEmpty)
      #expect(bounds.unit == rows.first?.unit)
    }
    for language in Language.allCases {
      for word in ["", ".low", ".high"] {
        #expect(!Words.word("bound.\(value.rawValue)\(word)", in: language).isEmpty)
      }
    }
  }

  @Test func everyWordIsOfABound() {
    let words = Words.ids.filter { $0.hasPrefix("bound.") }
    #expect(words.count == BoundedValue.allCases.count * 3)
  }

  @Test(arguments: [
    (0, true), (185, true), (4_999, true), (5_000, false), (9_999, false), (100_001, false),
    (150_000, false), (150_001, true), (288_000, true),
  ])
  func aWageOutOfReason(kronor: Int64, isImpossible: Bool) {
    let verdict = ValueBounds.of(.fullTimeWage).verdict(kronor * 100)
    #expect(verdict?.isImpossible == isImpossible)
    #expect(verdict?.side == (kronor < 50_000 ? .low : .high))
  }

  @Test(arguments: [10_000, 24_000, 100_000] as [Int64])
  func aWageWithinReason(kronor: Int64) {
    #expect(ValueBounds.of(.fullTimeWage).verdict(kronor * 100) == nil)
  }

  @Test func boundsGoByTheDay() throws {
    let then = try #require(CalendarDate("2005-01-01"))
    let before = try #require(CalendarDate("1980-01-01"))
    #expect(ValueBounds.of(.fullTimeWage, on: then).low == 400_000)
    #expect(ValueBounds.of(.fullTimeWage, on: before).low == 400_000)
    #expect(ValueBounds.of(.fullTimeWage).low == 1_000_000)
  }

  @Test func nothingIsWithinReasonWhereItSaysThatThereIsNothing() {
    #expect(ValueBounds.of(.subsidy).verdict(0) == nil)
    #expect(ValueBounds.of(.subsidy).verdict(100)?.isImpossible == true)
    #expect(ValueBounds.of(.supportBefore).verdict(0)?.isImpossible == true)
  }

  @Test func upperBoundsAreForEachMonth() {
    let bounds = ValueBounds.of(.paidWage)
    #expect(bounds.verdict(25_000_000)?.isImpossible == false)
    #expect(bounds.verdict(25_000_000, count: 12) == nil)
    #expect(bounds.verdict(Int64.max, count: 12)?.isImpossible == true)
  }
}
